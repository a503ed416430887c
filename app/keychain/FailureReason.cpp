// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/FailureReason.h"

#include <qt6keychain/keychain.h>

#ifdef QT_DBUS_LIB
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace keychain {

namespace {

using Handler = std::function<void(KeyStoreFailure)>;

#ifdef QT_DBUS_LIB

// The Secret Service API: https://specifications.freedesktop.org/secret-service/latest/
const QLatin1String secretsService("org.freedesktop.secrets");
constexpr int busTimeout = 2000; // milliseconds

QDBusMessage secretsCall(const QString &path, const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(secretsService, path, interface, method);
}

template <typename Reply, typename Then> void ask(const QDBusMessage &message, QObject *context, Then then)
{
    const QDBusPendingCall call = QDBusConnection::sessionBus().asyncCall(message, busTimeout);
    auto *watcher = new QDBusPendingCallWatcher(call, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [then](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        then(QDBusPendingReply<Reply>(*done));
    });
}

void askWhetherLocked(const QString &collection, KeyStoreFailure otherwise, QObject *context, const Handler &handler)
{
    QDBusMessage message =
        secretsCall(collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    ask<QDBusVariant>(message, context, [handler, otherwise](const QDBusPendingReply<QDBusVariant> &reply) {
        const bool locked = !reply.isError() && reply.value().variant().toBool();
        handler(locked ? KeyStoreFailure::Locked : otherwise);
    });
}

void askTheBus(KeyStoreFailure otherwise, QObject *context, const Handler &handler)
{
    if (!QDBusConnection::sessionBus().isConnected())
        return handler(KeyStoreFailure::NoService);
    QDBusMessage message = secretsCall(QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    message << QStringLiteral("default");
    ask<QDBusObjectPath>(message, context, [=](const QDBusPendingReply<QDBusObjectPath> &reply) {
        if (reply.isError())
            return handler(KeyStoreFailure::NoService);
        const QString collection = reply.value().path();
        if (collection == QLatin1String("/"))
            return handler(KeyStoreFailure::NoKeyring);
        askWhetherLocked(collection, otherwise, context, handler);
    });
}

#else

void askTheBus(KeyStoreFailure otherwise, QObject *, const Handler &handler)
{
    handler(otherwise);
}

#endif

} // namespace

void findReason(int error, QObject *context, const Handler &handler)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return handler(KeyStoreFailure::NotFound);
    case QKeychain::AccessDeniedByUser:
        return handler(KeyStoreFailure::Refused);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return handler(KeyStoreFailure::NoService);
    case QKeychain::AccessDenied:
        return askTheBus(KeyStoreFailure::Refused, context, handler);
    default:
        return askTheBus(KeyStoreFailure::Other, context, handler);
    }
}

} // namespace keychain
