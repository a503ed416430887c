// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace keychain {

inline constexpr int noJobError = -1; ///< the job has not ended at all

/// How a job of QtKeychain ended.
struct JobEnd {
    int error = noJobError; ///< a QKeychain::Error, or noJobError
    std::chrono::milliseconds took{}; ///< from its start
    std::chrono::milliseconds left{}; ///< what may be spent on finding the reason
};

/// Why a job failed. QtKeychain 0.13 over libsecret tells little of it (measured): without a bus, without a service and
/// without a keyring saving ends as OtherError; from a locked keyring that nobody unlocks, reading ends as
/// EntryNotFound and saving as AccessDenied. So on Linux the bus is asked. Nothing but the Secret Service API is used.
/// Calls `handler` once, maybe at once, while `context` lives.
void findReason(const JobEnd &end, QObject *context, const std::function<void(KeyStoreFailure)> &handler);

} // namespace keychain
