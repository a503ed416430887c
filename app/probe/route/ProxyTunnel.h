// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/message/HttpReplyParser.h"
#include "probe/route/FailureReading.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTimer>

namespace probe {

/// Asks an HTTP proxy for a connection to the target (CONNECT), once, as clients do: a login that was given goes along
/// as Basic (curl, requests, httpx and undici ask in no other way). Not by Qt, which asks without the login first,
/// keeps the proxy's answer to itself, and where that asks for NTLM, repeats the question without end, which locks
/// accounts.
class ProxyTunnel : public QObject {
    Q_OBJECT
public:
    /// `socket` is, or will be, connected to `proxy`; `target` is the base URL of the request.
    ProxyTunnel(QTcpSocket &socket, const QNetworkProxy &proxy, QUrl target, QObject *parent);

    /// The socket is connected now.
    void ask();
    [[nodiscard]] bool isAsked() const { return m_asked; }
    /// The socket's connection has ended.
    void end();
    /// A refusal's status and headers have come; the rest of it may still be on its way.
    [[nodiscard]] bool isRefused() const;
    /// Puts status, headers and body of a refusal into `reply`, and returns what the failure is by them.
    [[nodiscard]] RouteFailure readInto(ProbeReply &reply) const;

Q_SIGNALS:
    /// The connection to the target stands: the socket's next byte is the target's.
    void opened();
    /// No connection, and nothing more will come.
    void refused();

private:
    void readAvailable();
    void refuse();
    [[nodiscard]] bool isHeadRead() const;

    QTcpSocket &m_socket;
    QNetworkProxy m_proxy;
    QUrl m_target;
    HttpReplyParser m_parser;
    QTimer m_patience; ///< with the rest of a refusal
    bool m_asked = false;
    bool m_over = false;
};

/// True where Qt's own way of asking may find a way in after `answer` (407): with a Digest of the login that was given,
/// which is the strongest kind of login that Qt knows, and so the one that it takes.
[[nodiscard]] bool mayQtLogIn(const ProbeReply &answer);

} // namespace probe
