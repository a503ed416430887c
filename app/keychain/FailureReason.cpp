// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/FailureReason.h"

#include <qt6keychain/keychain.h>

#ifdef QT_DBUS_LIB
#include "keychain/SecretBus.h"

#include <QDBusConnectionInterface>
#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDeadlineTimer>
#endif

namespace keychain {

namespace {

using Handler = std::function<void(KeyStoreFailure)>;
using std::chrono::milliseconds;

/// What QtKeychain says by itself.
KeyStoreFailure saidByJob(int error)
{
    switch (error) {
    case noJobError:
        return KeyStoreFailure::TimedOut;
    case QKeychain::EntryNotFound:
        return KeyStoreFailure::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeyStoreFailure::Refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeyStoreFailure::NoService;
    default:
        return KeyStoreFailure::Other;
    }
}

#ifdef QT_DBUS_LIB

/// Asks the service about its keyring, call by call.
class Question : public QObject {
public:
    Question(const JobEnd &end, Handler handler, QObject *context)
        : QObject(context)
        , m_end(end)
        , m_deadline(end.left)
        , m_handler(std::move(handler))
    {
    }

    void start()
    {
        if (!QDBusConnection::sessionBus().isConnected())
            return answer(KeyStoreFailure::NoService);
        ask(secretsCall(secretsPath, serviceInterface, "ReadAlias", {QStringLiteral("default")}), &Question::onKeyring);
    }

private:
    void ask(const QDBusMessage &message, void (Question::*then)(const QDBusMessage &))
    {
        askTheBus(message, milliseconds(m_deadline.remainingTime()), this,
            [this, then](const QDBusMessage &reply) { (this->*then)(reply); });
    }

    void onKeyring(const QDBusMessage &reply)
    {
        if (reply.type() == QDBusMessage::ErrorMessage)
            return answer(reasonOf(QDBusError(reply)));
        const QString keyring = reply.arguments().value(0).value<QDBusObjectPath>().path();
        if (keyring.isEmpty() || keyring == noPath)
            return answer(KeyStoreFailure::NoKeyring);
        ask(secretsCall(keyring, propertiesInterface, "Get", {QString(collectionInterface), QStringLiteral("Locked")}),
            &Question::onLocked);
    }

    void onLocked(const QDBusMessage &reply)
    {
        const bool error = reply.type() == QDBusMessage::ErrorMessage;
        if (error && QDBusError(reply).type() == QDBusError::UnknownObject)
            return answer(KeyStoreFailure::NoKeyring); // the alias of a keyring that was not made yet
        const bool locked = !error && reply.arguments().value(0).value<QDBusVariant>().variant().toBool();
        answer(locked ? reasonWhileLocked() : saidByJob(m_end.error));
    }

    /// The API has one word, "dismissed", for a user who said no and for a service that could ask nobody. But a person
    /// takes their time.
    [[nodiscard]] KeyStoreFailure reasonWhileLocked() const
    {
        constexpr milliseconds quickestPerson{1000};
        const bool asked = m_end.error != noJobError && m_end.took >= quickestPerson;
        return asked ? KeyStoreFailure::Refused : KeyStoreFailure::Locked;
    }

    [[nodiscard]] KeyStoreFailure reasonOf(const QDBusError &error) const
    {
        if (m_end.error == noJobError || error.type() == QDBusError::NoReply || error.type() == QDBusError::Timeout)
            return KeyStoreFailure::TimedOut;
        // Without libsecret QtKeychain asks a KWallet by its own interface.
        const QDBusConnectionInterface *bus = QDBusConnection::sessionBus().interface();
        for (const char *wallet : {"org.kde.kwalletd6", "org.kde.kwalletd5", "org.kde.kwalletd"}) {
            if (bus != nullptr && bus->isServiceRegistered(QString::fromLatin1(wallet)))
                return saidByJob(m_end.error);
        }
        return KeyStoreFailure::NoService;
    }

    void answer(KeyStoreFailure failure)
    {
        deleteLater();
        m_handler(failure);
    }

    JobEnd m_end;
    QDeadlineTimer m_deadline;
    Handler m_handler;
};

#endif

} // namespace

void findReason(const JobEnd &end, QObject *context, const Handler &handler)
{
#ifdef QT_DBUS_LIB
    (new Question(end, handler, context))->start();
#else
    (void)context;
    handler(saidByJob(end.error));
#endif
}

} // namespace keychain
