// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/Entries.h"

namespace keychain {

/// The entries through QtKeychain: Secret Service or KWallet, macOS Keychain, Windows Credential Manager. Its insecure
/// fallback, a plain settings file, is never switched on.
///
/// On Linux QtKeychain takes libsecret, that is any Secret Service (GNOME Keyring, KeePassXC, KWallet), wherever that
/// library is installed, and only without it asks the desktop session's variables which KWallet to call. That choice
/// is left to it.
class QtEntries : public Entries {
    Q_OBJECT
public:
    using Entries::Entries;

    void read(const QString &name, std::chrono::milliseconds limit, ReadHandler handler) override;
    void write(const QString &name, const key::Secret &secret, std::chrono::milliseconds limit, DoneHandler handler,
        std::function<void()> writtenLate) override;
    void remove(const QString &name, std::chrono::milliseconds limit, DoneHandler handler) override;
};

} // namespace keychain
