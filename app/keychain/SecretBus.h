// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef QT_DBUS_LIB

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QLatin1String>
#include <QString>
#include <QVariant>

#include <algorithm>
#include <chrono>

/// Calls to the Secret Service on the session's bus.
/// The API: https://specifications.freedesktop.org/secret-service/latest/
namespace keychain {

inline constexpr QLatin1String secretsService("org.freedesktop.secrets");
inline constexpr QLatin1String secretsPath("/org/freedesktop/secrets");
inline constexpr QLatin1String serviceInterface("org.freedesktop.Secret.Service");
inline constexpr QLatin1String collectionInterface("org.freedesktop.Secret.Collection");
inline constexpr QLatin1String itemInterface("org.freedesktop.Secret.Item");
inline constexpr QLatin1String sessionInterface("org.freedesktop.Secret.Session");
inline constexpr QLatin1String promptInterface("org.freedesktop.Secret.Prompt");
inline constexpr QLatin1String propertiesInterface("org.freedesktop.DBus.Properties");

/// The path that stands for "none".
inline constexpr QLatin1String noPath("/");

inline QDBusMessage secretsCall(
    const QString &path, QLatin1String interface, const char *method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(secretsService, path, interface, QString::fromLatin1(method));
    message.setArguments(arguments);
    return message;
}

/// Sends a call; `then` gets the reply, an error after `limit` included, while `context` lives. Never at once.
template <typename Then>
void askTheBus(const QDBusMessage &message, std::chrono::milliseconds limit, QObject *context, Then then)
{
    const int timeout = static_cast<int>(std::max<qint64>(1, limit.count()));
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, timeout), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [then](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        then(done->reply());
    });
}

} // namespace keychain

#endif
