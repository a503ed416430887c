# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.
from types import SimpleNamespace

import cohere


class AuthenticationError(Exception):
    status_code = 401


def rerank(*, model, query, documents, top_n, api_key):
    try:
        reply = cohere.Client(api_key).rerank(
            model=model.removeprefix("cohere/"), query=query, documents=documents, top_n=top_n
        )
    except cohere.ApiError as error:
        if error.status_code != 401:
            raise
        raise AuthenticationError(f"litellm.AuthenticationError: CohereException - {error.body}") from error
    return SimpleNamespace(results=[vars(result) for result in reply.results])
