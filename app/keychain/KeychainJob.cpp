// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/KeychainJob.h"

#include "keychain/FailureReason.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

#include <algorithm>
#include <utility>

#ifdef QT_DBUS_LIB
#include "keychain/SecretBus.h"

#include <QDBusServiceWatcher>
#endif

namespace keychain {

namespace {

using std::chrono::milliseconds;

/// What is kept of the time for asking the bus why a job did not end.
constexpr milliseconds reasonTime{1000};

} // namespace

void KeychainJob::run(QKeychain::Job *job, const QString &name, milliseconds limit, QObject *owner, Handler handler,
    std::function<void()> doneLate)
{
    auto *self = new KeychainJob(limit, std::move(handler), std::move(doneLate), owner);
    self->start(job, name);
}

KeychainJob::KeychainJob(milliseconds limit, Handler handler, std::function<void()> doneLate, QObject *owner)
    : QObject(owner)
    , m_handler(std::move(handler))
    , m_doneLate(std::move(doneLate))
    , m_deadline(limit)
{
    m_clock.start();
    const milliseconds jobTime = std::max(limit / 2, limit - reasonTime);
    QTimer::singleShot(jobTime, this, &KeychainJob::onTimeUp);
    QTimer::singleShot(limit, this, [this] { answer(tl::unexpected(KeyStoreFailure::TimedOut)); });
}

void KeychainJob::start(QKeychain::Job *job, const QString &name)
{
    watchTheService();
    job->setInsecureFallback(false);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, &KeychainJob::onFinished);
    job->start();
}

void KeychainJob::watchTheService()
{
#ifdef QT_DBUS_LIB
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    auto *watcher = new QDBusServiceWatcher(secretsService, bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, &KeychainJob::onServiceStopped);
#endif
}

void KeychainJob::onServiceStopped()
{
    m_serviceStopped = true;
    // A call that was under way fails now by itself; a question to the user, in libsecret 0.20, does not.
    constexpr milliseconds untilItFails{500};
    QTimer::singleShot(untilItFails, this, [this] { answer(tl::unexpected(KeyStoreFailure::Stopped)); });
}

void KeychainJob::onFinished(QKeychain::Job *job)
{
    m_jobEnded = true;
    if (job->error() != QKeychain::NoError) {
        answerWithReason(job->error());
        return;
    }
    if (!m_handler) {
        if (m_doneLate)
            m_doneLate();
        deleteLater();
        return;
    }
    // The job deletes itself after this. Its bytes are those of the keychain; textData() would change what is no UTF-8.
    auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
    answer(read != nullptr ? key::Secret(read->binaryData()) : key::Secret());
}

void KeychainJob::onTimeUp()
{
    if (m_handler && !m_jobEnded)
        answerWithReason(noJobError);
}

void KeychainJob::answerWithReason(int error)
{
    if (!m_handler) {
        deleteLater();
        return;
    }
    const JobEnd end{error, milliseconds(m_clock.elapsed()), milliseconds(m_deadline.remainingTime())};
    findReason(end, this, [this](KeyStoreFailure failure) {
        answer(tl::unexpected(m_serviceStopped ? KeyStoreFailure::Stopped : failure));
    });
}

void KeychainJob::answer(tl::expected<key::Secret, KeyStoreFailure> result)
{
    if (m_jobEnded)
        deleteLater();
    if (const Handler handler = std::exchange(m_handler, nullptr))
        handler(std::move(result));
}

} // namespace keychain
