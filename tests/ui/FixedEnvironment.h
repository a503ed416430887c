// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/Environment.h"

#include <map>

/// An environment of the test's own.
class FixedEnvironment : public sources::Environment {
public:
    std::map<QString, QByteArray> variables;

    [[nodiscard]] std::optional<key::Secret> read(const QString &name) const override
    {
        const auto found = variables.find(name);
        if (found == variables.end())
            return std::nullopt;
        return key::Secret(found->second);
    }
};
