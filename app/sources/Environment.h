// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "sources/FoundKey.h"

#include <optional>
#include <vector>

namespace sources {

struct Client;

/// Environment variables, of this process or of another.
class Environment {
public:
    virtual ~Environment() = default;
    /// The bytes of a variable as they are; nothing where it is not set.
    [[nodiscard]] virtual std::optional<key::Secret> read(const QString &name) const = 0;
};

/// The environment of this process.
class OwnEnvironment : public Environment {
public:
    [[nodiscard]] std::optional<key::Secret> read(const QString &name) const override;
};

/// One variable of this process, also when it is not set.
[[nodiscard]] FoundKey keyIn(const Environment &environment, const QString &name);

/// The variables of this process that hold keys: one for each variable that some client reads and that exists.
[[nodiscard]] std::vector<FoundKey> keysIn(const Environment &environment);

/// The variable that a client takes the key from: the first of its variables that is set to something (for a client
/// that takes an empty one, that is set at all), else the first of them. Without a client: of CO_API_KEY,
/// COHERE_API_KEY.
[[nodiscard]] QString variableRead(const Environment &environment, const Client *client);

} // namespace sources
