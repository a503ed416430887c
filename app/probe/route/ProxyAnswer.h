// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/message/HttpReplyParser.h"
#include "probe/route/FailureReading.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace probe {

/// Asks an HTTP proxy once more for a connection to the target, without a key, to read what it answers: Qt reads that
/// answer as well, and keeps all of it but an error to itself. The first question goes without a login; where the proxy
/// then asks for a Basic one, and one was given that Qt's error does not call wrong already, a second one goes with it:
/// no more tries than it takes, since some lock an account after a few. Ends as soon as the answer is whole, or says
/// that the proxy would connect; nothing is sent through it. Keeps no time: whoever asks ends it.
class ProxyAnswer : public QObject {
    Q_OBJECT
public:
    /// `proxy` is an HTTP proxy, `target` the base URL of the request that failed, `failure` what Qt's error says.
    ProxyAnswer(const QNetworkProxy &proxy, QUrl target, RouteFailure failure, QObject *parent);

    void start() { ask({}); }
    /// Puts status, headers and body of the answer into `reply`, and returns what the failure is by them. What Qt's
    /// error says is returned, and `reply` left alone, where the answer tells nothing about it: none came, the proxy
    /// would connect now, or it asks for the login that it had been given before.
    [[nodiscard]] RouteFailure readInto(ProbeReply &reply) const;

Q_SIGNALS:
    void finished();

private:
    void ask(const QByteArray &login);
    void readAvailable();
    void closeSocket();
    void end();
    [[nodiscard]] bool takesBasicLogin() const;

    QTcpSocket *m_socket = nullptr; ///< a child of this; of the question that is open
    QNetworkProxy m_proxy;
    QUrl m_target;
    RouteFailure m_failure;
    HttpReplyParser m_parser;
    bool m_withLogin = false; ///< the question that is open, or the last one, went with the login
};

} // namespace probe
