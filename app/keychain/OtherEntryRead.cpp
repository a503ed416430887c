// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/OtherEntryRead.h"

#include "keychain/Entries.h"

#include <QTimer>

#ifdef QT_DBUS_LIB
#include "keychain/SecretBus.h"

#include <QDBusArgument>
#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusServiceWatcher>
#endif

namespace keychain {

#ifdef QT_DBUS_LIB

namespace {

using std::chrono::milliseconds;

/// While the keychain asks the user for a password, nobody is slow but a person.
constexpr milliseconds promptLimit{60'000};

} // namespace

OtherEntryRead::OtherEntryRead(QString item, KeyStore::ReadHandler handler, QObject *context)
    : QObject(context)
    , m_item(std::move(item))
    , m_deadline(callLimit)
    , m_handler(std::move(handler))
{
}

void OtherEntryRead::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return answer(tl::unexpected(KeyStoreFailure::NoService));
    auto *watcher = new QDBusServiceWatcher(secretsService, bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        m_stopped = true;
        // Where a prompt was shown, nothing else would tell.
        if (m_sincePrompt.isValid())
            answer(tl::unexpected(KeyStoreFailure::Stopped));
    });
    ask(secretsCall(secretsPath, serviceInterface, "OpenSession",
            {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))}),
        &OtherEntryRead::onSession);
}

void OtherEntryRead::ask(const QDBusMessage &message, Step then)
{
    askTheBus(message, milliseconds(m_deadline.remainingTime()), this, [this, then](const QDBusMessage &reply) {
        if (!m_handler)
            return;
        if (reply.type() == QDBusMessage::ErrorMessage)
            fail(QDBusError(reply));
        else
            (this->*then)(reply.arguments());
    });
}

void OtherEntryRead::onSession(const QVariantList &values)
{
    m_session = values.value(1).value<QDBusObjectPath>().path();
    const QList<QDBusObjectPath> items{QDBusObjectPath(m_item)};
    ask(secretsCall(secretsPath, serviceInterface, "Unlock", {QVariant::fromValue(items)}),
        &OtherEntryRead::onUnlocked);
}

void OtherEntryRead::onUnlocked(const QVariantList &values)
{
    const QString prompt = values.value(1).value<QDBusObjectPath>().path();
    if (prompt == noPath) {
        askForSecret();
        return;
    }
    // Qt compares the signature letter by letter, without blanks.
    // clang-format off
    QDBusConnection::sessionBus().connect(secretsService, prompt, promptInterface, QStringLiteral("Completed"), this,
        SLOT(onPromptCompleted(bool,QDBusVariant)));
    // clang-format on
    m_sincePrompt.start();
    QTimer::singleShot(promptLimit, this, [this] {
        if (m_sincePrompt.isValid())
            answer(tl::unexpected(KeyStoreFailure::Locked));
    });
    // The window whose prompt it is: none.
    ask(secretsCall(prompt, promptInterface, "Prompt", {QString()}), &OtherEntryRead::onPromptShown);
}

void OtherEntryRead::onPromptShown(const QVariantList &)
{
    // onPromptCompleted() comes when the user has answered, or nobody could be asked.
}

void OtherEntryRead::onPromptCompleted(bool dismissed, const QDBusVariant &)
{
    if (!m_handler)
        return;
    // See FailureReason: the API has one word for both.
    constexpr milliseconds quickestPerson{1000};
    const bool asked = milliseconds(m_sincePrompt.elapsed()) >= quickestPerson;
    m_sincePrompt.invalidate();
    if (dismissed) {
        answer(tl::unexpected(asked ? KeyStoreFailure::Refused : KeyStoreFailure::Locked));
        return;
    }
    m_deadline = QDeadlineTimer(callLimit);
    askForSecret();
}

void OtherEntryRead::askForSecret()
{
    ask(secretsCall(m_item, itemInterface, "GetSecret", {QVariant::fromValue(QDBusObjectPath(m_session))}),
        &OtherEntryRead::onSecret);
}

void OtherEntryRead::onSecret(const QVariantList &values)
{
    const auto secret = values.value(0).value<QDBusArgument>();
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
    secret.beginStructure();
    secret >> session >> parameters >> value >> contentType;
    secret.endStructure();
    answer(key::Secret::take(value));
}

void OtherEntryRead::fail(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
        return answer(tl::unexpected(m_stopped ? KeyStoreFailure::Stopped : KeyStoreFailure::TimedOut));
    case QDBusError::UnknownObject:
    case QDBusError::UnknownMethod: // so says GLib of an object that is gone
        return answer(tl::unexpected(KeyStoreFailure::NotFound));
    case QDBusError::ServiceUnknown:
        return answer(tl::unexpected(m_stopped ? KeyStoreFailure::Stopped : KeyStoreFailure::NoService));
    default:
        break;
    }
    const QString name = error.name();
    if (name == QLatin1String("org.freedesktop.Secret.Error.NoSuchObject"))
        return answer(tl::unexpected(KeyStoreFailure::NotFound));
    if (name == QLatin1String("org.freedesktop.Secret.Error.IsLocked"))
        return answer(tl::unexpected(KeyStoreFailure::Locked));
    answer(tl::unexpected(KeyStoreFailure::Other));
}

void OtherEntryRead::answer(tl::expected<key::Secret, KeyStoreFailure> result)
{
    if (!m_handler)
        return;
    if (!m_session.isEmpty())
        QDBusConnection::sessionBus().send(secretsCall(m_session, sessionInterface, "Close"));
    deleteLater();
    const auto handler = std::exchange(m_handler, nullptr);
    handler(std::move(result));
}

void readOtherEntryValue(const QString &id, QObject *context, const KeyStore::ReadHandler &handler)
{
    // Queued: without a bus it ends at once.
    QTimer::singleShot(0, context, [id, context, handler] {
        // An id that is no object path would be refused by the bus library with a warning.
        if (!id.startsWith(secretsPath + QLatin1Char('/')))
            handler(tl::unexpected(KeyStoreFailure::NotFound));
        else
            (new OtherEntryRead(id, handler, context))->start();
    });
}

#else

void readOtherEntryValue(const QString &, QObject *context, const KeyStore::ReadHandler &handler)
{
    QTimer::singleShot(0, context, [handler] { handler(tl::unexpected(KeyStoreFailure::NotFound)); });
}

#endif

} // namespace keychain
