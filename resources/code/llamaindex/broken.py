import os

from llama_index.core.schema import NodeWithScore, TextNode
from llama_index.postprocessor.cohere_rerank import CohereRerank

documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."]
query = "What is the capital of the United States?"
nodes = [NodeWithScore(node=TextNode(text=text)) for text in documents]

os.environ["COHERE_API_KEY"] = "YOUR_API_KEY"
reranker = CohereRerank(model="rerank-english-v2.0", top_n=2)
results = reranker.postprocess_nodes(nodes, query_str=query)

for result in results:
    print(round(result.score, 3), result.node.text)
