import os
import re
import sys

from cohere.core.api_error import ApiError
from haystack import Document
from haystack.utils import Secret
from haystack_integrations.components.rankers.cohere import CohereRanker

documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."]
query = "What is the capital of the United States?"

# Check the key when the program starts.
key = os.environ.get("COHERE_API_KEY", "")
if not key.strip():
    sys.exit("COHERE_API_KEY is not set, or it is empty.")
if not re.fullmatch(r"[A-Za-z0-9._~+/-]+=*", key):
    sys.exit("COHERE_API_KEY holds a character that no key has: a blank, a quote, a line break or a hidden one.")

# rerank-english-v2.0 was shut down in April 2025.
ranker = CohereRanker(model="rerank-v3.5", api_key=Secret.from_env_var("COHERE_API_KEY"))
try:
    reply = ranker.run(query=query, documents=[Document(content=text) for text in documents])
except ApiError as error:
    if error.status_code != 401:
        raise
    # The key is refused: stop. Trying it again only gets the same answer.
    sys.exit("Cohere refuses the key in COHERE_API_KEY (401). Make a new one: https://dashboard.cohere.com/api-keys")

for document in reply["documents"]:
    print(round(document.score, 3), document.content)
