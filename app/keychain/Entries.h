// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace keychain {

/// What a call to the keychain may take from its start to its answer, the time to find a failure's reason included.
/// Less than the ten seconds that the user was promised, since a command must also start and end.
inline constexpr std::chrono::milliseconds callLimit{8500};

/// The entries under this program's service in the operating system's keychain: what OsKeyStore and SelfCheck work
/// with. Knows nothing of the settings.
class Entries : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using ReadHandler = KeyStore::ReadHandler;
    using DoneHandler = KeyStore::DoneHandler;

    /// Each calls its handler once, never from within the call, within `limit`, while this object lives.
    virtual void read(const QString &name, std::chrono::milliseconds limit, ReadHandler handler) = 0;
    /// `writtenLate` is called where the keychain wrote the entry after all, but only after `handler` had heard of a
    /// failure.
    virtual void write(const QString &name, const key::Secret &secret, std::chrono::milliseconds limit,
        DoneHandler handler, std::function<void()> writtenLate) = 0;
    virtual void remove(const QString &name, std::chrono::milliseconds limit, DoneHandler handler) = 0;
};

} // namespace keychain
