# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.
import os

import cohere
from llama_index.core.schema import NodeWithScore


class CohereRerank:
    def __init__(self, *, model, top_n=2, api_key=None):
        self.model = model
        self.top_n = top_n
        self.client = cohere.ClientV2(api_key or os.environ["COHERE_API_KEY"])

    def postprocess_nodes(self, nodes, *, query_str):
        documents = [node.node.text for node in nodes]
        reply = self.client.rerank(model=self.model, query=query_str, documents=documents, top_n=self.top_n)
        return [NodeWithScore(node=nodes[result.index].node, score=result.relevance_score) for result in reply.results]
