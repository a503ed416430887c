// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/QtEntries.h"

#include "key/Wiped.h"
#include "keychain/KeychainJob.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>

namespace keychain {

namespace {

/// A job's end without what was read.
KeychainJob::Handler withoutValue(Entries::DoneHandler handler)
{
    return [handler = std::move(handler)](const tl::expected<key::Secret, KeyStoreFailure> &result) {
        if (result)
            handler({});
        else
            handler(tl::unexpected(result.error()));
    };
}

void removeKnown(const QString &name, std::chrono::milliseconds limit, QObject *owner, Entries::DoneHandler handler)
{
    auto *job = new QKeychain::DeletePasswordJob(QLatin1String(serviceName));
    KeychainJob::run(job, name, limit, owner, withoutValue(std::move(handler)));
}

} // namespace

void QtEntries::read(const QString &name, std::chrono::milliseconds limit, ReadHandler handler)
{
    auto *job = new QKeychain::ReadPasswordJob(QLatin1String(serviceName));
    KeychainJob::run(job, name, limit, this, std::move(handler));
}

void QtEntries::write(const QString &name, const key::Secret &secret, std::chrono::milliseconds limit,
    DoneHandler handler, std::function<void()> writtenLate)
{
    // As text: QtKeychain writes binary data in base64, which other programs would read back as such. And it takes a
    // text to end at its first NUL.
    const key::Wiped<QString> text(QString::fromUtf8(secret.bytes()));
    const key::Wiped<QByteArray> again(text.value.toUtf8());
    if (QByteArrayView(again.value) != secret.bytes() || secret.bytes().contains('\0')) {
        QTimer::singleShot(
            0, this, [handler = std::move(handler)] { handler(tl::unexpected(KeyStoreFailure::NotText)); });
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(QLatin1String(serviceName));
    job->setTextData(text.value);
    KeychainJob::run(job, name, limit, this, withoutValue(std::move(handler)), std::move(writtenLate));
}

void QtEntries::remove(const QString &name, std::chrono::milliseconds limit, DoneHandler handler)
{
#ifdef QT_DBUS_LIB
    // libsecret deletes what is there and unlocked, and calls it a success also where that is nothing. Reading unlocks
    // the entry, or tells why it cannot be deleted.
    const QDeadlineTimer deadline(limit);
    read(name, limit, [=, this, handler = std::move(handler)](const tl::expected<key::Secret, KeyStoreFailure> &found) {
        if (!found)
            return handler(tl::unexpected(found.error()));
        removeKnown(name, std::chrono::milliseconds(deadline.remainingTime()), this, handler);
    });
#else
    removeKnown(name, limit, this, std::move(handler));
#endif
}

} // namespace keychain
