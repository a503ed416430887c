# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.
import cohere
from haystack import Document


class CohereRanker:
    def __init__(self, *, model, api_key):
        self.model = model
        self.client = cohere.ClientV2(api_key.resolve_value())

    def run(self, *, query, documents):
        contents = [document.content for document in documents]
        reply = self.client.rerank(model=self.model, query=query, documents=contents)
        ranked = [Document(content=contents[result.index], score=result.relevance_score) for result in reply.results]
        return {"documents": ranked}
