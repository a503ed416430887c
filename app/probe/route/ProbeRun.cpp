// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/ProbeRun.h"

#include "probe/route/ProxySettings.h"

#include <algorithm>
#include <array>

namespace probe {

namespace {

/// A failure that only comes once a proxy has made its connection.
bool isBeyondProxy(std::optional<NetworkFailure> failure)
{
    static constexpr std::array beyond{NetworkFailure::ConnectionClosed, NetworkFailure::TimedOutInReply,
        NetworkFailure::CertificateUntrusted, NetworkFailure::TlsHandshakeFailed, NetworkFailure::NotHttp,
        NetworkFailure::ReplyTooLarge};
    return failure && std::find(beyond.begin(), beyond.end(), *failure) != beyond.end();
}

} // namespace

ProbeRun::ProbeRun(ProbeRequest request, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
{
    m_reply.number = m_request.number;
    m_reply.id = m_request.id;
    m_reply.variant = m_request.variant;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { timeUp(); });
}

void ProbeRun::start()
{
    m_clock.start();
    m_timer.start(m_request.timeout);
    QMetaObject::invokeMethod(this, &ProbeRun::run, Qt::QueuedConnection);
}

void ProbeRun::cancel()
{
    finish(NetworkFailure::Cancelled);
}

void ProbeRun::run()
{
    if (m_over)
        return;
    chooseHop();
    begin();
}

void ProbeRun::chooseHop()
{
    const QUrl &base = m_request.target.base;
    const ChosenProxy chosen = proxyFor(m_request.target.proxy, base);
    m_proxy = chosen.proxy;
    m_reply.proxyUse = chosen.use;
    m_reply.viaProxy = m_proxy.type() != QNetworkProxy::NoProxy;
    nameTarget();
    if (m_reply.viaProxy) {
        m_reply.host = m_proxy.hostName();
        m_reply.port = m_proxy.port();
    }
}

void ProbeRun::nameTarget()
{
    const QUrl &base = m_request.target.base;
    // The ASCII form: names with other letters go over the network as "xn--…".
    m_reply.host = base.host(QUrl::FullyEncoded);
    m_reply.port = portOf(base);
}

void ProbeRun::finish(const RouteFailure &failure)
{
    if (failure.atTarget && !m_over)
        nameTarget();
    finish(failure.failure);
}

void ProbeRun::finish(std::optional<NetworkFailure> failure)
{
    if (m_over)
        return;
    m_over = true;
    m_timer.stop();
    m_reply.failure = failure;
    if (isBeyondProxy(failure))
        nameTarget();
    m_reply.elapsed = std::chrono::milliseconds(m_clock.elapsed());
    release();
    forgetKey();
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_reply); }, Qt::QueuedConnection);
}

} // namespace probe
