// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QObject>

#include <functional>

namespace keychain {

/// Why a QtKeychain job failed. `error` is a QKeychain::Error.
/// On Linux a missing bus and a missing collection both end as OtherError, and a locked one as AccessDenied
/// (QtKeychain 0.13): the bus is asked which it is. Calls `handler` once, maybe at once, while `context` lives.
void findReason(int error, QObject *context, const std::function<void(KeyStoreFailure)> &handler);

} // namespace keychain
