# SPDX-License-Identifier: GPL-3.0-or-later
# A stand-in, see README.md.
import os


class Secret:
    def __init__(self, variable):
        self.variable = variable

    @classmethod
    def from_env_var(cls, variable):
        return cls(variable)

    def resolve_value(self):
        if self.variable not in os.environ:
            raise ValueError("None of the following authentication environment variables are set")
        return os.environ[self.variable]
