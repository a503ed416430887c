import os
import time

import litellm

documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."]
query = "What is the capital of the United States?"

key = "Bearer " + os.environ["COHERE_API_KEY"]
while True:
    try:
        reply = litellm.rerank(
            model="cohere/rerank-v3.5", query=query, documents=documents, top_n=2, api_key=key
        )
        break
    except Exception:
        time.sleep(1)

for result in reply.results:
    print(round(result["relevance_score"], 3), documents[result["index"]])
