// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "sources/Place.h"
#include "sources/PlaceFinding.h"

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

/// One variable of this process as a place, also when it is not set.
[[nodiscard]] Place placeOf(const Environment &environment, const QString &name);

/// The variables of this process that hold keys: one place for each variable that some client reads and that exists.
[[nodiscard]] std::vector<Place> placesIn(const Environment &environment);

/// The variable that a client takes the key from: the first of its variables that is set to something (for a client
/// that takes an empty one, that is set at all), else the first of them. Without a client: of CO_API_KEY,
/// COHERE_API_KEY.
[[nodiscard]] QString variableRead(const Environment &environment, const Client *client);

/// Compares the place that the key was taken from with the others of the environment.
[[nodiscard]] std::vector<PlaceFinding> compare(
    const std::vector<Place> &places, const Place &taken, const Client *client);

} // namespace sources
