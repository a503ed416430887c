// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QObject>

#ifdef QT_DBUS_LIB
#include <QDBusVariant>
#include <QDeadlineTimer>
#include <QElapsedTimer>

class QDBusError;
class QDBusMessage;
#endif

namespace keychain {

#ifdef QT_DBUS_LIB

/// One reading: a session, the unlocking where it is needed, the value, and the session's end.
class OtherEntryRead : public QObject {
    Q_OBJECT
public:
    OtherEntryRead(QString item, KeyStore::ReadHandler handler, QObject *context);

    void start();

private:
    using Step = void (OtherEntryRead::*)(const QVariantList &);
    void ask(const QDBusMessage &message, Step then);
    void onSession(const QVariantList &values);
    void onUnlocked(const QVariantList &values);
    void onPromptShown(const QVariantList &values);
    void onSecret(const QVariantList &values);
    void askForSecret();
    void fail(const QDBusError &error);
    void answer(tl::expected<key::Secret, KeyStoreFailure> result);

private Q_SLOTS:
    void onPromptCompleted(bool dismissed, const QDBusVariant &result);

private:
    QString m_item;
    QDeadlineTimer m_deadline;
    KeyStore::ReadHandler m_handler; ///< empty when it has been called
    QString m_session;
    QElapsedTimer m_sincePrompt;
    bool m_stopped = false;
};

#endif

/// Reads another program's entry, as KeyStore::readOther() says.
///
/// The session is a "plain" one: the value passes the user's own bus socket as it is. Who can listen there runs as the
/// same user, and could ask the service for the value itself; the encrypted sessions of the API keep it from them no
/// better, since they prove neither side to the other.
void readOtherEntryValue(const QString &id, QObject *context, const KeyStore::ReadHandler &handler);

} // namespace keychain
