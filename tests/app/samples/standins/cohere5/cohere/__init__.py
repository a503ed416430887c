# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.
import json
import os
import urllib.error
import urllib.request
from types import SimpleNamespace

from .core.api_error import ApiError


class _Caller:
    path = ""

    def __init__(self, api_key=None, **_):
        self.key = os.environ["CO_API_KEY"] if api_key is None else api_key

    def rerank(self, *, model, query, documents, top_n=None):
        body = json.dumps({"model": model, "query": query, "documents": documents, "top_n": top_n}).encode()
        headers = {"Authorization": "Bearer " + self.key, "Content-Type": "application/json"}
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(urllib.request.Request(os.environ["CO_API_URL"] + self.path, body, headers)) as reply:
                results = json.load(reply)["results"]
        except urllib.error.HTTPError as error:
            raise ApiError(status_code=error.code, body=error.read().decode()) from None
        return SimpleNamespace(results=[SimpleNamespace(**result) for result in results])


class Client(_Caller):
    path = "/v1/rerank"


class ClientV2(_Caller):
    path = "/v2/rerank"
