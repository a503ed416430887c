// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/route/FailureReading.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QObject>
#include <QTimer>

#include <optional>

namespace probe {

/// One probe under way: keeps its time and its reply, and ends exactly once. `finished` comes from the event loop
/// alone, never from within a call or a socket's own signal, so whoever hears it may destroy anything.
class ProbeRun : public QObject {
    Q_OBJECT
public:
    ProbeRun(ProbeRequest request, QObject *parent);

    /// Begins at the next turn of the event loop.
    void start();
    /// Ends with NetworkFailure::Cancelled, unless it has ended.
    void cancel();

Q_SIGNALS:
    void finished(const probe::ProbeReply &reply);

protected:
    /// What the probe does; runs until finish() is called.
    virtual void begin() = 0;
    /// The request is over: let go of sockets and look-ups, and add to the reply what is known by now.
    virtual void release() = 0;
    /// The time is up: ends the probe.
    virtual void timeUp() { finish(timeoutFailure()); }
    /// What it means that the time is up.
    [[nodiscard]] virtual NetworkFailure timeoutFailure() const { return NetworkFailure::TimedOut; }

    void finish(std::optional<NetworkFailure> failure);
    void finish(const RouteFailure &failure);
    /// From now on the reply is about the target, not about the proxy.
    void nameTarget();
    [[nodiscard]] bool isOver() const { return m_over; }

    [[nodiscard]] const ProbeRequest &request() const { return m_request; }
    [[nodiscard]] ProbeReply &reply() { return m_reply; }
    [[nodiscard]] const ProbeReply &reply() const { return m_reply; }
    /// The proxy that applies to the target's base URL.
    [[nodiscard]] const QNetworkProxy &proxy() const { return m_proxy; }
    /// Overwrites this probe's copy of the key.
    void forgetKey() { m_request.key.reset(); }

private:
    void run();
    void chooseHop();

    ProbeRequest m_request;
    ProbeReply m_reply;
    QNetworkProxy m_proxy{QNetworkProxy::NoProxy};
    QElapsedTimer m_clock;
    QTimer m_timer;
    bool m_over = false;
};

} // namespace probe
