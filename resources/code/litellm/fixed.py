import os
import re
import sys

import litellm

documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."]
query = "What is the capital of the United States?"

# Check the key when the program starts.
key = os.environ.get("COHERE_API_KEY", "")
if not key.strip():
    sys.exit("COHERE_API_KEY is not set, or it is empty.")
if not re.fullmatch(r"[A-Za-z0-9._~+/-]+=*", key):
    sys.exit("COHERE_API_KEY holds a character that no key has: a blank, a quote, a line break or a hidden one.")

try:
    reply = litellm.rerank(
        model="cohere/rerank-v3.5", query=query, documents=documents, top_n=2, api_key=key
    )
except Exception as error:
    if getattr(error, "status_code", None) != 401:
        raise
    # The key is refused: stop. Trying it again only gets the same answer.
    sys.exit("Cohere refuses the key in COHERE_API_KEY (401). Make a new one: https://dashboard.cohere.com/api-keys")

for result in reply.results:
    print(round(result["relevance_score"], 3), documents[result["index"]])
