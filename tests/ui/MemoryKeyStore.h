// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QTimer>

#include <map>
#include <optional>
#include <vector>

/// A keychain that lives as long as the test, and fails as it is told to. The real one is tested in keychain/.
class MemoryKeyStore : public keychain::KeyStore {
public:
    std::map<QString, key::Secret> keys;
    std::vector<keychain::OtherEntry> others; ///< what other programs keep; the values stand in `otherKeys`, by id
    std::map<QString, key::Secret> otherKeys;
    std::optional<keychain::KeyStoreFailure> failure; ///< how everything but a self-check ends, where set
    std::optional<keychain::SelfCheckFailure> selfCheckFailure; ///< how a self-check ends, where set

    void read(const QString &name, QObject *context, ReadHandler handler) override
    {
        readFrom(keys, name, context, std::move(handler));
    }

    void save(const QString &name, key::Secret secret, QObject *context, DoneHandler handler) override
    {
        if (!failure)
            keys.insert_or_assign(name, std::move(secret));
        answer(context, std::move(handler));
    }

    void remove(const QString &name, QObject *context, DoneHandler handler) override
    {
        keys.erase(name);
        answer(context, std::move(handler));
    }

    [[nodiscard]] QStringList names() const override
    {
        QStringList all;
        for (const auto &entry : keys)
            all.append(entry.first);
        return all;
    }

    void findOthers(QObject *context, OthersHandler handler) override
    {
        QTimer::singleShot(0, context, [this, handler] {
            if (failure)
                handler(tl::unexpected(*failure));
            else
                handler(others);
        });
    }

    void readOther(const QString &id, QObject *context, ReadHandler handler) override
    {
        readFrom(otherKeys, id, context, std::move(handler));
    }

    void selfCheck(QObject *context, SelfCheckHandler handler) override
    {
        QTimer::singleShot(0, context, [this, handler] {
            if (selfCheckFailure)
                handler(tl::unexpected(*selfCheckFailure));
            else
                handler({});
        });
    }

private:
    void readFrom(
        const std::map<QString, key::Secret> &entries, const QString &name, QObject *context, ReadHandler handler)
    {
        QTimer::singleShot(0, context, [this, &entries, name, handler] {
            if (failure)
                handler(tl::unexpected(*failure));
            else if (entries.contains(name))
                handler(entries.at(name).duplicate());
            else
                handler(tl::unexpected(keychain::KeyStoreFailure::NotFound));
        });
    }

    void answer(QObject *context, DoneHandler handler)
    {
        QTimer::singleShot(0, context, [this, handler] {
            if (failure)
                handler(tl::unexpected(*failure));
            else
                handler({});
        });
    }
};
