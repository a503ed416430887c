// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/ConnectRun.h"

#include "probe/FailureReading.h"

namespace probe {

ConnectRun::ConnectRun(ProbeRequest request, QObject *parent)
    : ProbeRun(std::move(request), parent)
{
    m_socket.setProxy(QNetworkProxy::NoProxy); // or an application's proxy would stand between
    connect(&m_socket, &QAbstractSocket::connected, this, [this] { finish(std::nullopt); });
    connect(&m_socket, &QAbstractSocket::errorOccurred, this, &ConnectRun::onError);
}

void ConnectRun::begin()
{
    m_socket.connectToHost(reply().host, static_cast<quint16>(reply().port));
}

void ConnectRun::onError(QAbstractSocket::SocketError error)
{
    if (!reply().viaProxy)
        finish(readFailure(error, false));
    else
        finish(
            error == QAbstractSocket::HostNotFoundError ? NetworkFailure::ProxyNotFound : NetworkFailure::ProxyRefused);
}

void ConnectRun::release()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

} // namespace probe
