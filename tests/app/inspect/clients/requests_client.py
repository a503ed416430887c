# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends each key that comes on standard input, one "NAME BASE64" a line, with Python requests or httpx to URL/NAME.

Prints "NAME sent", "NAME refused" or, where the error's message holds the marker, "NAME shows".
Arguments: LIBRARY URL MARKER
"""
import base64
import importlib
import sys

library, url, marker = sys.argv[1:4]
client = importlib.import_module(library)
for line in sys.stdin:
    name, encoded = line.split()
    # As os.environ decodes a variable.
    key = base64.b64decode(encoded).decode("utf-8", "surrogateescape")
    try:
        client.post(f"{url}/{name}", headers={"Authorization": f"Bearer {key}"}, data=b"{}" if library == "requests" else None)
        print(name, "sent")
    except Exception as error:
        print(name, "shows" if marker in str(error) else "refused")
