// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QMap>
#include <QObject>

#include <optional>

namespace keychain {

/// The attributes under which a program saved an entry. python's keyring writes "service", "username" and
/// "application"; secret-tool writes what its user chose.
using Attributes = QMap<QString, QString>;

/// What an entry's label and attributes tell about it; nothing where they do not mention Cohere, or where it is an
/// entry of this program that stands in `knownNames`. Pure.
[[nodiscard]] std::optional<OtherEntry> readOtherEntry(
    const QString &label, const Attributes &attributes, const QStringList &knownNames);

/// Searches the Secret Service as KeyStore::findOthers() says. A locked keyring tells no labels, and some tell
/// attributes only to who knows them: there, what such entries are usually saved under is asked for.
void findOtherEntries(QObject *context, const KeyStore::OthersHandler &handler);

} // namespace keychain
