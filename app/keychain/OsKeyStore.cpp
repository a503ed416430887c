// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/OsKeyStore.h"

#include "keychain/OtherEntries.h"
#include "keychain/OtherEntryRead.h"
#include "keychain/QtEntries.h"
#include "keychain/SavedNames.h"
#include "keychain/SelfCheck.h"

#include <QPointer>
#include <QTimer>

namespace keychain {

namespace {

/// Calls `handler` only while `context` lives: what the settings remember must not hang on who asked.
template <typename Result> std::function<void(Result)> whileAlive(QObject *context, std::function<void(Result)> handler)
{
    return [guard = QPointer<QObject>(context), handler = std::move(handler)](Result result) {
        if (guard)
            handler(std::move(result));
    };
}

template <typename Result> void answerNotFound(QObject *context, std::function<void(Result)> handler)
{
    QTimer::singleShot(
        0, context, [handler = std::move(handler)] { handler(tl::unexpected(KeyStoreFailure::NotFound)); });
}

} // namespace

OsKeyStore::OsKeyStore(QObject *parent)
    : KeyStore(parent)
    , m_entries(new QtEntries(this))
{
}

void OsKeyStore::read(const QString &name, QObject *context, ReadHandler handler)
{
    if (name.isEmpty())
        return answerNotFound(context, std::move(handler));
    m_entries->read(name, callLimit, whileAlive(context, std::move(handler)));
}

void OsKeyStore::save(const QString &name, key::Secret secret, QObject *context, DoneHandler handler)
{
    if (name.isEmpty())
        return answerNotFound(context, std::move(handler));
    const auto saved = [name, answer = whileAlive(context, std::move(handler))](
                           const tl::expected<void, KeyStoreFailure> &result) {
        if (result)
            rememberName(name);
        answer(result);
    };
    m_entries->write(name, secret, callLimit, saved, [name] { rememberName(name); });
}

void OsKeyStore::remove(const QString &name, QObject *context, DoneHandler handler)
{
    if (name.isEmpty())
        return answerNotFound(context, std::move(handler));
    m_entries->remove(name, callLimit,
        [name, answer = whileAlive(context, std::move(handler))](const tl::expected<void, KeyStoreFailure> &result) {
            if (result || result.error() == KeyStoreFailure::NotFound)
                forgetName(name);
            answer(result);
        });
}

QStringList OsKeyStore::names() const
{
    return savedNames();
}

void OsKeyStore::findOthers(QObject *context, OthersHandler handler)
{
    findOtherEntries(context, handler);
}

void OsKeyStore::readOther(const QString &id, QObject *context, ReadHandler handler)
{
    readOtherEntryValue(id, context, handler);
}

void OsKeyStore::selfCheck(QObject *context, SelfCheckHandler handler)
{
    SelfCheck::run(m_entries, whileAlive(context, std::move(handler)));
}

} // namespace keychain
