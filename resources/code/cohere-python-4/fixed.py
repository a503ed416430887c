import os
import re
import sys

import cohere

documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."]
query = "What is the capital of the United States?"

# Check the key when the program starts.
key = os.environ.get("CO_API_KEY", "")
if not key.strip():
    sys.exit("CO_API_KEY is not set, or it is empty.")
if not re.fullmatch(r"[A-Za-z0-9._~+/-]+=*", key):
    sys.exit("CO_API_KEY holds a character that no key has: a blank, a quote, a line break or a hidden one.")

client = cohere.Client(key)
try:
    # rerank-english-v2.0 was shut down in April 2025.
    results = client.rerank(model="rerank-v3.5", query=query, documents=documents, top_n=2)
except cohere.CohereAPIError as error:
    if error.http_status != 401:
        raise
    # The key is refused: stop. Trying it again only gets the same answer.
    sys.exit("Cohere refuses the key in CO_API_KEY (401). Make a new one: https://dashboard.cohere.com/api-keys")

for result in results:
    print(round(result.relevance_score, 3), documents[result.index])
