// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpServer>

class QTcpSocket;

/// An HTTP proxy on 127.0.0.1 that joins every CONNECT with a port of this computer, whatever host was asked for.
class TunnelProxy : public QTcpServer {
    Q_OBJECT
public:
    explicit TunnelProxy(quint16 targetPort, QObject *parent = nullptr);

    /// The first lines of what came: "CONNECT host:port HTTP/1.1".
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    /// All that came in front of the tunnels.
    [[nodiscard]] const QByteArray &heads() const { return m_heads; }

private:
    void accept();
    void open(QTcpSocket &client);

    quint16 m_targetPort;
    QList<QByteArray> m_requests;
    QByteArray m_heads;
};
