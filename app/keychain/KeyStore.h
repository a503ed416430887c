// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QObject>
#include <QStringList>

#include <functional>

#include <tl/expected.hpp>

namespace keychain {

/// Why the OS keychain could not do what was asked.
enum class KeyStoreFailure {
    NotFound, ///< no entry of that name
    NoService, ///< no keychain service answers
    NoKeyring, ///< the service has no keyring to put it into
    Locked, ///< the keyring is locked and nobody unlocked it
    Refused, ///< the user or the system said no
    TimedOut, ///< no answer within maximumWait
    Other,
};

/// Keys kept by the operating system, under service "rerank-key-doctor" and a name.
class KeyStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using ReadHandler = std::function<void(tl::expected<key::Secret, KeyStoreFailure>)>;
    using DoneHandler = std::function<void(tl::expected<void, KeyStoreFailure>)>;

    /// Each calls its handler once, later, never from within the call, within ten seconds;
    /// not at all when `context` is gone by then.
    virtual void read(const QString &name, QObject *context, ReadHandler handler) = 0;
    virtual void save(const QString &name, key::Secret secret, QObject *context, DoneHandler handler) = 0;
    virtual void remove(const QString &name, QObject *context, DoneHandler handler) = 0;
    /// The names saved by this program, from the settings: QtKeychain lists nothing.
    [[nodiscard]] virtual QStringList names() const = 0;
};

inline constexpr char serviceName[] = "rerank-key-doctor";

} // namespace keychain
