# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.


class Document:
    def __init__(self, *, content, score=None):
        self.content = content
        self.score = score
