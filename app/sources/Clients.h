// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/EnvLoader.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sources {

/// What a client does where the first variable that it reads is set to nothing.
enum class EmptyVariable {
    IsUsed, ///< it takes the empty value and looks no further: a good key in the next variable is hidden
    IsPassedOver, ///< it goes on to the next variable, as if this one were not set
    NotKnown,
};

/// A program or library that calls Cohere, and where it looks for the key.
struct Client {
    QString id; ///< for --client: "cohere-python"
    QString name; ///< as its makers write it: "Cohere SDK for Python"
    QStringList variables; ///< in the order in which it reads them; empty: it keeps the key in its own settings
    EmptyVariable empty = EmptyVariable::NotKnown;
    QString whenNothingIsSet{}; ///< what it says or does then, in its own English words; empty where not known
    std::optional<EnvLoader> loader{}; ///< how programs with it usually load a .env file; empty: in several ways
};

/// All known clients. Source: their own code and documentation, August 2026.
[[nodiscard]] const std::vector<Client> &clients();
[[nodiscard]] const Client *findClient(const QString &id);
/// The variables that most clients read, the first one before the second.
[[nodiscard]] QStringList usualVariables();
/// Where to look for a client's key: its own variables; the usual ones where it is not known (nullptr) or keeps the key
/// in its own settings.
[[nodiscard]] QStringList variablesFor(const Client *client);
/// How a client's programs load a .env file; with python-dotenv where that is not known.
[[nodiscard]] EnvLoader loaderFor(const Client *client);
/// The ids of the clients that read a variable.
[[nodiscard]] QStringList clientsReading(const QString &variable);

} // namespace sources
