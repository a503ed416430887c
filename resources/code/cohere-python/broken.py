import cohere

documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."]
query = "What is the capital of the United States?"

client = cohere.Client("YOUR_API_KEY")
reply = client.rerank(model="rerank-english-v2.0", query=query, documents=documents, top_n=2)

for result in reply.results:
    print(round(result.relevance_score, 3), documents[result.index])
