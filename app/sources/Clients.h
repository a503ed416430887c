// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace sources {

/// A program or library that calls Cohere, and where it looks for the key.
struct Client {
    QString id; ///< for --client: "cohere-python"
    QString name; ///< as its makers write it: "Cohere SDK for Python"
    QStringList variables; ///< in the order in which it reads them; empty: it keeps the key in its own settings
};

/// All known clients. Source: their own code and documentation, August 2026.
[[nodiscard]] const std::vector<Client> &clients();
[[nodiscard]] const Client *findClient(const QString &id);
/// The ids of the clients that read a variable.
[[nodiscard]] QStringList clientsReading(const QString &variable);

} // namespace sources
