# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md. By hand, since the modules for HTTP take longer to load than a test has time.
import json
import os
import socket


def post(path, key, request):
    """Sends the request to CO_API_URL. Returns the status and the JSON of the reply."""
    host, port = os.environ["CO_API_URL"].removeprefix("http://").split(":")
    body = json.dumps(request).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer {key}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(head.encode() + body)
        with connection.makefile("rb") as reply:
            answer = reply.read()
    return int(answer.split(b" ")[1]), json.loads(answer.split(b"\r\n\r\n", 1)[1])
