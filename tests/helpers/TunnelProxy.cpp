// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/TunnelProxy.h"

#include <QNetworkProxy>
#include <QTcpSocket>

TunnelProxy::TunnelProxy(quint16 targetPort, QObject *parent)
    : QTcpServer(parent)
    , m_targetPort(targetPort)
{
    setProxy(QNetworkProxy::NoProxy);
    connect(this, &QTcpServer::newConnection, this, &TunnelProxy::accept);
    if (!listen(QHostAddress::LocalHost))
        qFatal("The tunnel proxy cannot listen on 127.0.0.1.");
}

void TunnelProxy::accept()
{
    QTcpSocket *client = nextPendingConnection();
    // Bytes after the head belong to the tunnel: they are left in the socket until it stands.
    connect(client, &QIODevice::readyRead, this, [this, client] {
        const QByteArray head = client->peek(64 * 1024);
        const qsizetype end = head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        client->disconnect(this);
        m_heads += client->read(end + 4);
        m_requests.append(head.first(head.indexOf("\r\n")));
        open(*client);
    });
}

void TunnelProxy::open(QTcpSocket &client)
{
    auto *target = new QTcpSocket(&client);
    target->setProxy(QNetworkProxy::NoProxy);
    connect(target, &QAbstractSocket::connected, &client, [&client, target] {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        connect(&client, &QIODevice::readyRead, target, [&client, target] { target->write(client.readAll()); });
        connect(target, &QIODevice::readyRead, &client, [&client, target] { client.write(target->readAll()); });
    });
    connect(target, &QAbstractSocket::disconnected, &client, &QAbstractSocket::disconnectFromHost);
    connect(&client, &QAbstractSocket::disconnected, target, &QAbstractSocket::disconnectFromHost);
    target->connectToHost(QHostAddress(QHostAddress::LocalHost), m_targetPort);
}
