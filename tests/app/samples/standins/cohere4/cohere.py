# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.
import json
import os
import urllib.error
import urllib.request
from types import SimpleNamespace


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
        body = json.dumps({"model": model, "query": query, "documents": documents, "top_n": top_n}).encode()
        headers = {"Authorization": "Bearer " + self.key, "Content-Type": "application/json"}
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(urllib.request.Request(os.environ["CO_API_URL"] + "/v1/rerank", body, headers)) as reply:
                results = json.load(reply)["results"]
        except urllib.error.HTTPError as error:
            raise CohereAPIError(error.read().decode(), error.code) from None
        return [SimpleNamespace(**result) for result in results]
