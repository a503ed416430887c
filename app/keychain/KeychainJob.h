// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

namespace keychain {

/// One job of QtKeychain: its time limit, and the reason where it fails. Deletes itself when the job has ended.
/// A job cannot be stopped, only not be waited for.
class KeychainJob : public QObject {
    Q_OBJECT
public:
    using Handler = KeyStore::ReadHandler;

    /// Starts the job for the entry `name`. `handler` hears once of its end, within `limit`, with what was read, or an
    /// empty secret. `doneLate` is called where the job succeeds after `handler` had heard that its time was up.
    /// Neither is called when `owner` is gone.
    static void run(QKeychain::Job *job, const QString &name, std::chrono::milliseconds limit, QObject *owner,
        Handler handler, std::function<void()> doneLate = {});

private:
    KeychainJob(std::chrono::milliseconds limit, Handler handler, std::function<void()> doneLate, QObject *owner);

    void start(QKeychain::Job *job, const QString &name);
    void watchTheService();
    void onServiceStopped();
    void onFinished(QKeychain::Job *job);
    void onTimeUp();
    void answerWithReason(int error);
    void answer(tl::expected<key::Secret, KeyStoreFailure> result);

    Handler m_handler; ///< empty when it has been called
    std::function<void()> m_doneLate;
    QDeadlineTimer m_deadline;
    QElapsedTimer m_clock;
    bool m_serviceStopped = false;
    bool m_jobEnded = false;
};

} // namespace keychain
