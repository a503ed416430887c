// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/ConnectRun.h"

#include "probe/route/AddressOrder.h"
#include "probe/route/FailureReading.h"

#include <algorithm>
#include <utility>

namespace probe {

namespace {

constexpr std::chrono::milliseconds betweenAttempts{250}; // RFC 8305, section 8

/// An attempt that has not ended, for as long as that may still mean that another one is quicker.
constexpr NetworkFailure stillOpen = NetworkFailure::Cancelled;

/// How much a failure tells. The further an attempt came, the more: a refusal comes from the host itself, silence from
/// somewhere on the way, and "no route" often says no more than that this network has one of the two IP versions.
int weight(NetworkFailure failure)
{
    switch (failure) {
    case NetworkFailure::ConnectionRefused:
        return 4;
    case NetworkFailure::ConnectionClosed:
        return 3;
    case NetworkFailure::TimedOut:
        return 2;
    case NetworkFailure::HostUnreachable:
        return 1;
    default:
        return 0;
    }
}

/// What the attempts together mean where none of them stands.
NetworkFailure mostTelling(const QList<AddressAttempt> &attempts)
{
    NetworkFailure most = NetworkFailure::Other;
    for (const AddressAttempt &attempt : attempts) {
        const NetworkFailure failure = *attempt.failure == stillOpen ? NetworkFailure::TimedOut : *attempt.failure;
        if (weight(failure) > weight(most))
            most = failure;
    }
    return most;
}

} // namespace

ConnectRun::ConnectRun(ProbeRequest request, QObject *parent)
    : ProbeRun(std::move(request), parent)
{
    m_next.setSingleShot(true);
    m_next.setInterval(betweenAttempts);
    connect(&m_next, &QTimer::timeout, this, &ConnectRun::tryNext);
    connect(&m_lookup, &QFutureWatcherBase::finished, this, [this] {
        const FoundAddresses found = m_lookup.result();
        if (found.answered)
            tryAddresses(found.addresses);
        else
            finish(NetworkFailure::NoNameServer);
    });
}

void ConnectRun::begin()
{
    if (request().addresses.isEmpty())
        m_lookup.setFuture(lookUpName(reply().host));
    else
        tryAddresses(request().addresses);
}

void ConnectRun::tryAddresses(const QStringList &addresses)
{
    m_waiting = inOrderOfTrial(addresses).mid(0, maximumAttempts);
    if (m_waiting.isEmpty())
        finish(ofTheHop(NetworkFailure::NameNotFound));
    else
        tryNext();
}

void ConnectRun::tryNext()
{
    if (m_waiting.isEmpty())
        return;
    const QHostAddress address = m_waiting.takeFirst();
    const qsizetype attempt = m_sockets.size();
    auto *socket = new QTcpSocket(this);
    m_sockets.append(socket);
    reply().attempts.append({address.toString(), stillOpen});
    socket->setProxy(QNetworkProxy::NoProxy); // or an application's proxy would stand between
    connect(socket, &QAbstractSocket::connected, this, [this, attempt] { onConnected(attempt); });
    connect(socket, &QAbstractSocket::errorOccurred, this,
        [this, attempt, address] { onFailed(attempt, readConnectFailure(*m_sockets.at(attempt), address)); });
    m_next.start();
    // The last thing: where there is no route, it fails before it returns.
    socket->connectToHost(address, static_cast<quint16>(reply().port));
}

void ConnectRun::onConnected(qsizetype attempt)
{
    reply().attempts[attempt].failure = std::nullopt;
    reply().address = reply().attempts.at(attempt).address;
    finish(std::nullopt);
}

void ConnectRun::onFailed(qsizetype attempt, NetworkFailure failure)
{
    QList<AddressAttempt> &attempts = reply().attempts;
    attempts[attempt].failure = failure;
    const bool anyOpen = std::any_of(
        attempts.cbegin(), attempts.cend(), [](const AddressAttempt &other) { return other.failure == stillOpen; });
    if (!m_waiting.isEmpty())
        tryNext();
    else if (!anyOpen)
        finish(ofTheHop(mostTelling(attempts)));
}

NetworkFailure ConnectRun::timeoutFailure() const
{
    const QList<AddressAttempt> &attempts = reply().attempts;
    return attempts.isEmpty() ? NetworkFailure::TimedOut : ofTheHop(mostTelling(attempts));
}

NetworkFailure ConnectRun::ofTheHop(NetworkFailure failure) const
{
    if (!reply().viaProxy)
        return failure;
    return failure == NetworkFailure::NameNotFound ? NetworkFailure::ProxyNotFound : NetworkFailure::ProxyRefused;
}

void ConnectRun::release()
{
    m_next.stop();
    m_lookup.disconnect(this);
    for (QTcpSocket *socket : std::as_const(m_sockets)) {
        socket->disconnect(this);
        socket->abort();
    }
    const bool timeIsUp = reply().failure && *reply().failure != NetworkFailure::Cancelled;
    for (AddressAttempt &attempt : reply().attempts) {
        if (timeIsUp && attempt.failure == stillOpen)
            attempt.failure = NetworkFailure::TimedOut;
    }
}

} // namespace probe
