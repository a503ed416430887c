// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QObject>

namespace keychain {

/// Reads another program's entry, as KeyStore::readOther() says.
///
/// The session is a "plain" one: the value passes the user's own bus socket as it is, as it does with most clients. Who
/// can listen there runs as the same user, and could ask the service for the value itself; the other algorithm hides
/// it from them no better, since it proves neither side to the other.
void readOtherEntryValue(const QString &id, QObject *context, const KeyStore::ReadHandler &handler);

} // namespace keychain
