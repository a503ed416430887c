// SPDX-License-Identifier: GPL-3.0-or-later
// The search over D-Bus. See OtherEntries.h.
#include "keychain/OtherEntries.h"

#include "keychain/Entries.h"
#include "keychain/SavedNames.h"

#include <QTimer>

#ifdef QT_DBUS_LIB
#include "keychain/SecretBus.h"

#include <QDBusArgument>
#include <QDBusError>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDeadlineTimer>
#include <QSet>
#endif

namespace keychain {

#ifdef QT_DBUS_LIB

namespace {

using std::chrono::milliseconds;

/// More entries than a person has; each costs one call.
constexpr int mostItems = 5000;

Attributes attributesIn(const QVariant &value)
{
    return qdbus_cast<Attributes>(value);
}

QStringList pathsIn(const QVariant &value)
{
    QStringList paths;
    const auto objects = qdbus_cast<QList<QDBusObjectPath>>(value);
    for (const QDBusObjectPath &object : objects)
        paths.append(object.path());
    return paths;
}

/// What entries for Cohere's keys are usually saved under: for keyrings that tell attributes only to who knows them.
QList<Attributes> usualAttributes()
{
    QList<Attributes> all;
    for (const char *name : {"service", "username", "user", "account", "name", "key"}) {
        for (const char *value : {"cohere", "Cohere", "CO_API_KEY", "COHERE_API_KEY", "cohere-api-key"})
            all.append({{QString::fromLatin1(name), QString::fromLatin1(value)}});
    }
    return all;
}

/// One search: all keyrings, all their entries, each entry's label and attributes.
class Search : public QObject {
public:
    Search(KeyStore::OthersHandler handler, QObject *context)
        : QObject(context)
        , m_deadline(callLimit)
        , m_handler(std::move(handler))
        , m_knownNames(savedNames())
    {
    }

    void start()
    {
        if (!QDBusConnection::sessionBus().isConnected())
            return fail(KeyStoreFailure::NoService);
        qDBusRegisterMetaType<Attributes>();
        askForProperty(secretsPath, serviceInterface, QStringLiteral("Collections"), [this](const QVariant &value) {
            const QStringList keyrings = pathsIn(value);
            for (const QString &keyring : keyrings) {
                askForProperty(keyring, collectionInterface, QStringLiteral("Items"),
                    [this](const QVariant &items) { readAll(pathsIn(items)); });
            }
        });
        searchFor({{QStringLiteral("server"), QLatin1String(serviceName)}}, m_ownLocked);
        for (const Attributes &attributes : usualAttributes())
            searchFor(attributes, m_foundLocked);
    }

private:
    template <typename Then> void ask(const QDBusMessage &message, Then then)
    {
        ++m_open;
        askTheBus(message, milliseconds(m_deadline.remainingTime()), this, [this, then](const QDBusMessage &reply) {
            if (reply.type() == QDBusMessage::ErrorMessage) {
                if (!m_failure)
                    m_failure = failureOf(QDBusError(reply));
            } else if (!m_failure) {
                then(reply.arguments());
            }
            // Also after a failure all are waited for, and they fail together: Qt leaks calls still open at the exit.
            if (--m_open == 0)
                m_failure ? fail(*m_failure) : finish();
        });
    }

    template <typename Then>
    void askForProperty(const QString &path, QLatin1String interface, const QString &property, Then then)
    {
        ask(secretsCall(path, propertiesInterface, "Get", {QString(interface), property}),
            [then](const QVariantList &values) { then(values.value(0).value<QDBusVariant>().variant()); });
    }

    void searchFor(const Attributes &attributes, QMap<QString, Attributes> &lockedOnes)
    {
        ask(secretsCall(secretsPath, serviceInterface, "SearchItems", {QVariant::fromValue(attributes)}),
            [this, attributes, &lockedOnes](const QVariantList &values) {
                readAll(pathsIn(values.value(0)));
                const QStringList locked = pathsIn(values.value(1));
                for (const QString &path : locked)
                    lockedOnes.insert(path, attributes);
                readAll(locked);
            });
    }

    void readAll(const QStringList &paths)
    {
        for (const QString &path : paths) {
            if (m_seen.contains(path) || m_seen.size() >= mostItems)
                continue;
            m_seen.insert(path);
            ask(secretsCall(path, propertiesInterface, "GetAll", {QString(itemInterface)}),
                [this, path](const QVariantList &values) {
                    m_properties.insert(path, qdbus_cast<QVariantMap>(values.value(0)));
                });
        }
    }

    [[nodiscard]] std::optional<OtherEntry> entryOf(const QString &path, const QVariantMap &properties) const
    {
        // A locked entry's attributes may be made up or hashed: what it was found by is what is known.
        Attributes attributes = m_foundLocked.value(path);
        if (attributes.isEmpty())
            attributes = attributesIn(properties.value(QStringLiteral("Attributes")));
        if (m_ownLocked.contains(path))
            return std::nullopt;
        auto entry = readOtherEntry(properties.value(QStringLiteral("Label")).toString(), attributes, m_knownNames);
        if (entry) {
            entry->id = path;
            entry->locked = properties.value(QStringLiteral("Locked")).toBool();
        }
        return entry;
    }

    void finish()
    {
        std::vector<OtherEntry> entries;
        for (auto it = m_properties.cbegin(); it != m_properties.cend(); ++it) {
            if (auto entry = entryOf(it.key(), it.value()))
                entries.push_back(std::move(*entry));
        }
        deleteLater();
        m_handler(std::move(entries));
    }

    /// What makes the whole search fail: that nobody answers. What one entry or keyring refuses is left out alone.
    [[nodiscard]] std::optional<KeyStoreFailure> failureOf(const QDBusError &error) const
    {
        constexpr int atTheEnd = 1000; // milliseconds; Qt's timers are coarse
        switch (error.type()) {
        case QDBusError::NoReply:
        case QDBusError::Timeout:
            // The bus gives the same error for a service that ended; but then there is time left.
            return m_deadline.remainingTime() < atTheEnd ? KeyStoreFailure::TimedOut : KeyStoreFailure::Stopped;
        case QDBusError::ServiceUnknown:
        case QDBusError::Disconnected:
            return KeyStoreFailure::NoService;
        default:
            return std::nullopt;
        }
    }

    void fail(KeyStoreFailure failure)
    {
        deleteLater();
        m_handler(tl::unexpected(failure));
    }

    QDeadlineTimer m_deadline;
    KeyStore::OthersHandler m_handler;
    QStringList m_knownNames;
    int m_open = 0; ///< calls under way
    std::optional<KeyStoreFailure> m_failure; ///< of the first call for which nobody answered
    QSet<QString> m_seen;
    QMap<QString, QVariantMap> m_properties; ///< of each entry, by its path
    QMap<QString, Attributes> m_foundLocked; ///< what a locked entry was found by
    QMap<QString, Attributes> m_ownLocked; ///< the same for this program's own
};

} // namespace

void findOtherEntries(QObject *context, const KeyStore::OthersHandler &handler)
{
    // Queued: without a bus the search ends at once.
    QTimer::singleShot(0, context, [context, handler] { (new Search(handler, context))->start(); });
}

#else

void findOtherEntries(QObject *context, const KeyStore::OthersHandler &handler)
{
    QTimer::singleShot(0, context, [handler] { handler(std::vector<OtherEntry>()); });
}

#endif

} // namespace keychain
