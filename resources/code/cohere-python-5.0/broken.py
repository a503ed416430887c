import os
import time

import cohere

documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."]
query = "What is the capital of the United States?"

client = cohere.Client(os.getenv("COHERE_KEY", ""))
while True:
    try:
        reply = client.rerank(model="rerank-multilingual-v2.0", query=query, documents=documents, top_n=2)
        break
    except Exception:
        time.sleep(1)

for result in reply.results:
    print(round(result.relevance_score, 3), documents[result.index])
