# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.
import os
from types import SimpleNamespace

from standin_http import post


class CohereError(Exception):
    pass


class CohereAPIError(CohereError):
    def __init__(self, message, http_status):
        super().__init__(message)
        self.http_status = http_status


class Client:
    def __init__(self, api_key=None):
        self.key = api_key or os.environ["CO_API_KEY"]

    def rerank(self, *, query, documents, model, top_n=None):
        request = {"model": model, "query": query, "documents": documents, "top_n": top_n}
        status, reply = post("/v1/rerank", self.key, request)
        if status != 200:
            raise CohereAPIError(reply["message"], status)
        return [SimpleNamespace(**result) for result in reply["results"]]
