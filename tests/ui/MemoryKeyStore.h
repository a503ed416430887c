// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QTimer>

#include <map>
#include <optional>

/// A keychain that lives as long as the test, and fails as it is told to. The real one is tested in keychain/.
class MemoryKeyStore : public keychain::KeyStore {
public:
    std::map<QString, key::Secret> keys;
    std::optional<keychain::KeyStoreFailure> failure;

    void read(const QString &name, QObject *context, ReadHandler handler) override
    {
        QTimer::singleShot(0, context, [this, name, handler] {
            if (failure)
                handler(tl::unexpected(*failure));
            else if (keys.contains(name))
                handler(keys.at(name).duplicate());
            else
                handler(tl::unexpected(keychain::KeyStoreFailure::NotFound));
        });
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

private:
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
