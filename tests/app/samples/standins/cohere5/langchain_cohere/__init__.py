# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.
import os

import cohere


class CohereRerank:
    def __init__(self, *, model, top_n=3, cohere_api_key=None):
        self.model = model
        self.top_n = top_n
        self.client = cohere.ClientV2(os.environ.get("COHERE_API_KEY") if cohere_api_key is None else cohere_api_key)

    def rerank(self, documents, query):
        reply = self.client.rerank(model=self.model, query=query, documents=documents, top_n=self.top_n)
        return [{"index": result.index, "relevance_score": result.relevance_score} for result in reply.results]
