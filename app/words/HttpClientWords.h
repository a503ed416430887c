// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/HttpClients.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace words {

/// The stable ids of the JSON: "node-fetch", "trims".
[[nodiscard]] QString id(inspect::HttpClient client);
[[nodiscard]] QString id(inspect::ClientAct act);

/// What a client would do with a key as it is.
class HttpClientWords {
    Q_DECLARE_TR_FUNCTIONS(HttpClientWords)
public:
    /// "What each client does with this key:"
    [[nodiscard]] static QString heading();
    /// "Python requests", as its makers write it.
    [[nodiscard]] static QString name(inspect::HttpClient client);
    /// "Python requests refuses the key before anything is sent, and its error message shows the key: do not share
    /// that message."
    [[nodiscard]] static QString sentence(const inspect::ClientReading &reading);
    /// A sentence for each client, or a single one where all of them do the same.
    [[nodiscard]] static QStringList sentences(
        const std::array<inspect::ClientReading, inspect::httpClientCount> &readings);
};

} // namespace words
