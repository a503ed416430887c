from haystack import Document
from haystack.utils import Secret
from haystack_integrations.components.rankers.cohere import CohereRanker

documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."]
query = "What is the capital of the United States?"

ranker = CohereRanker(model="rerank-english-v2.0", api_key=Secret.from_env_var("COHERE_KEY"))
reply = ranker.run(query=query, documents=[Document(content=text) for text in documents])

for document in reply["documents"]:
    print(round(document.score, 3), document.content)
