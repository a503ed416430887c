// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/OsKeyStore.h"

#include "keychain/FailureReason.h"

#include <QPointer>
#include <QSettings>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <chrono>
#include <memory>

namespace keychain {

namespace {

using namespace std::chrono_literals;
constexpr auto maximumWait = 9s;

/// The names alone: QtKeychain lists nothing. One file for the window and the command.
QSettings settings()
{
    return QSettings(
        QSettings::IniFormat, QSettings::UserScope, QLatin1String(serviceName), QLatin1String(serviceName));
}

const QLatin1String namesEntry("keychain/names");

void remember(const QString &name)
{
    QSettings file = settings();
    QStringList names = file.value(namesEntry).toStringList();
    if (!names.contains(name))
        file.setValue(namesEntry, names << name);
}

void forget(const QString &name)
{
    QSettings file = settings();
    QStringList names = file.value(namesEntry).toStringList();
    names.removeAll(name);
    file.setValue(namesEntry, names);
}

} // namespace

OsKeyStore::OsKeyStore(QObject *parent)
    : KeyStore(parent)
{
}

void OsKeyStore::run(QKeychain::Job *job, const QString &name, QObject *context,
    std::function<void(tl::expected<void, KeyStoreFailure>)> finished)
{
    job->setInsecureFallback(false);
    job->setKey(name);
    // One end, whichever comes first: the job's or the time's. A job cannot be stopped, only not be waited for.
    const auto once = std::make_shared<std::function<void(tl::expected<void, KeyStoreFailure>)>>(
        [handler = std::move(finished)](auto result) { handler(result); });
    const auto end = [once, guard = QPointer<QObject>(context)](tl::expected<void, KeyStoreFailure> result) {
        if (!*once || !guard)
            return;
        const auto handler = std::exchange(*once, nullptr);
        handler(result);
    };
    connect(job, &QKeychain::Job::finished, context, [end, context](QKeychain::Job *done) {
        if (done->error() == QKeychain::NoError)
            end({});
        else
            findReason(done->error(), context, [end](KeyStoreFailure failure) { end(tl::unexpected(failure)); });
    });
    QTimer::singleShot(maximumWait, context, [end] { end(tl::unexpected(KeyStoreFailure::TimedOut)); });
    job->start();
}

void OsKeyStore::read(const QString &name, QObject *context, ReadHandler handler)
{
    auto *job = new QKeychain::ReadPasswordJob(QLatin1String(serviceName));
    // The job deletes itself after `finished`; asking for the reason of a failure takes longer, success does not.
    run(job, name, context, [job, handler = std::move(handler)](tl::expected<void, KeyStoreFailure> result) {
        if (!result)
            return handler(tl::unexpected(result.error()));
        QByteArray bytes = job->textData().toUtf8();
        handler(key::Secret::take(bytes));
    });
}

void OsKeyStore::save(const QString &name, key::Secret secret, QObject *context, DoneHandler handler)
{
    auto *job = new QKeychain::WritePasswordJob(QLatin1String(serviceName));
    // As text: QtKeychain writes binary data in base64, which other programs would read back as such.
    job->setTextData(QString::fromUtf8(secret.bytes()));
    run(job, name, context, [name, handler = std::move(handler)](tl::expected<void, KeyStoreFailure> result) {
        if (result)
            remember(name);
        handler(result);
    });
}

void OsKeyStore::remove(const QString &name, QObject *context, DoneHandler handler)
{
    auto *job = new QKeychain::DeletePasswordJob(QLatin1String(serviceName));
    run(job, name, context, [name, handler = std::move(handler)](tl::expected<void, KeyStoreFailure> result) {
        if (result)
            forget(name);
        handler(result);
    });
}

QStringList OsKeyStore::names() const
{
    return settings().value(namesEntry).toStringList();
}

void OsKeyStore::findOthers(QObject *context, OthersHandler handler)
{
    QTimer::singleShot(0, context, [handler = std::move(handler)] { handler(std::vector<OtherEntry>()); });
}

void OsKeyStore::readOther(const QString &, QObject *context, ReadHandler handler)
{
    QTimer::singleShot(
        0, context, [handler = std::move(handler)] { handler(tl::unexpected(KeyStoreFailure::NotFound)); });
}

void OsKeyStore::selfCheck(QObject *context, SelfCheckHandler handler)
{
    QTimer::singleShot(0, context, [handler = std::move(handler)] { handler(tl::unexpected(SelfCheckFailure{})); });
}

} // namespace keychain
