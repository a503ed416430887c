// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

namespace keychain {

class Entries;

/// The keychain of the operating system: Secret Service or KWallet, macOS Keychain, Windows Credential Manager.
class OsKeyStore : public KeyStore {
    Q_OBJECT
public:
    explicit OsKeyStore(QObject *parent = nullptr);

    void read(const QString &name, QObject *context, ReadHandler handler) override;
    void save(const QString &name, key::Secret secret, QObject *context, DoneHandler handler) override;
    void remove(const QString &name, QObject *context, DoneHandler handler) override;
    [[nodiscard]] QStringList names() const override;
    void findOthers(QObject *context, OthersHandler handler) override;
    void readOther(const QString &id, QObject *context, ReadHandler handler) override;
    void selfCheck(QObject *context, SelfCheckHandler handler) override;

private:
    Entries *m_entries; ///< a child
};

} // namespace keychain
