import os

from langchain_cohere import CohereRerank

documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."]
query = "What is the capital of the United States?"

reranker = CohereRerank(model="rerank-english-v2.0", top_n=2, cohere_api_key=os.getenv("COHERE_KEY"))
results = reranker.rerank(documents, query)

for result in results:
    print(round(result["relevance_score"], 3), documents[result["index"]])
