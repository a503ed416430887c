// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QTimer>
#include <QVariantMap>

/// Whom gnome-keyring-daemon has ask the user for a password: here a user who says no after a while, or who is away.
/// The interface of libgcr's gcr-prompter.
class Prompter : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.keyring.internal.Prompter")
public:
    enum class User { Refuses, IsAway };

    Prompter(const QString &busAddress, User user)
        : m_user(user)
        , m_bus(QDBusConnection::connectToBus(busAddress, QStringLiteral("prompter")))
    {
    }
    ~Prompter() override { QDBusConnection::disconnectFromBus(QStringLiteral("prompter")); }

    [[nodiscard]] bool start()
    {
        return m_bus.registerObject(
                   QStringLiteral("/org/gnome/keyring/Prompter"), this, QDBusConnection::ExportAllSlots)
            && m_bus.registerService(QStringLiteral("org.gnome.keyring.SystemPrompter"));
    }
    [[nodiscard]] int shown() const { return m_shown; }

public Q_SLOTS:
    void BeginPrompting(const QDBusObjectPath &callback)
    {
        // The daemon expects this only after its call was answered.
        reply(callback, QString(), 0);
    }
    void PerformPrompt(const QDBusObjectPath &callback, const QString &, const QVariantMap &, const QString &)
    {
        ++m_shown;
        constexpr int personsTime = 1300; // milliseconds
        if (m_user == User::Refuses)
            reply(callback, QStringLiteral("no"), personsTime);
    }
    void StopPrompting(const QDBusObjectPath &callback)
    {
        m_bus.send(call(message().service(), callback, "PromptDone"));
    }

private:
    static QDBusMessage call(const QString &service, const QDBusObjectPath &callback, const char *method)
    {
        return QDBusMessage::createMethodCall(service, callback.path(),
            QStringLiteral("org.gnome.keyring.internal.Prompter.Callback"), QString::fromLatin1(method));
    }

    void reply(const QDBusObjectPath &callback, const QString &answer, int after)
    {
        QDBusMessage ready = call(message().service(), callback, "PromptReady");
        ready << answer << QVariantMap() << QString();
        QTimer::singleShot(after, this, [this, ready] { m_bus.send(ready); });
    }

    User m_user;
    QDBusConnection m_bus;
    int m_shown = 0;
};
