# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.


class TextNode:
    def __init__(self, *, text):
        self.text = text


class NodeWithScore:
    def __init__(self, *, node, score=None):
        self.node = node
        self.score = score
