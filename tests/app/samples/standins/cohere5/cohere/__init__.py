# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.
import os
from types import SimpleNamespace

from standin_http import post

from .core.api_error import ApiError


class _Caller:
    path = ""

    def __init__(self, api_key=None, **_):
        self.key = os.environ["CO_API_KEY"] if api_key is None else api_key

    def rerank(self, *, model, query, documents, top_n=None):
        request = {"model": model, "query": query, "documents": documents, "top_n": top_n}
        status, reply = post(self.path, self.key, request)
        if status != 200:
            raise ApiError(status_code=status, body=reply)
        return SimpleNamespace(results=[SimpleNamespace(**result) for result in reply["results"]])


class Client(_Caller):
    path = "/v1/rerank"


class ClientV2(_Caller):
    path = "/v2/rerank"
