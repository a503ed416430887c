# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.


class ApiError(Exception):
    def __init__(self, *, status_code=None, body=None):
        super().__init__(f"status_code: {status_code}, body: {body}")
        self.status_code = status_code
        self.body = body
