// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/FailureReading.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QUdpSocket>

namespace probe {

namespace {

/// True where this computer itself knows no way to the address. Connecting a datagram socket asks for the route and
/// sends nothing, so nobody else can refuse.
bool isWithoutRoute(const QHostAddress &address)
{
    if (address.isNull())
        return false;
    constexpr quint16 anyPort = 443;
    QUdpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(address, anyPort);
    return socket.state() != QAbstractSocket::ConnectedState;
}

/// True where the system gave up waiting. Qt has the same error for that as for a missing route; its sentence, in
/// whatever language Qt speaks, is all that differs.
bool isOutOfTime(const QAbstractSocket &socket)
{
    return socket.errorString() == QCoreApplication::translate("QNativeSocketEngine", "Connection timed out");
}

} // namespace

NetworkFailure readFailure(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return NetworkFailure::NameNotFound;
    case QAbstractSocket::ConnectionRefusedError:
        return NetworkFailure::ConnectionRefused;
    case QAbstractSocket::RemoteHostClosedError:
        return NetworkFailure::ConnectionClosed;
    case QAbstractSocket::SocketTimeoutError:
        return NetworkFailure::TimedOut;
    case QAbstractSocket::NetworkError: // no route to the host or its network; also a cable pulled out
    case QAbstractSocket::SocketAccessError: // a firewall on this computer
        return NetworkFailure::HostUnreachable;
    case QAbstractSocket::SslHandshakeFailedError:
        return NetworkFailure::TlsHandshakeFailed;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return NetworkFailure::ProxyLoginNeeded;
    case QAbstractSocket::ProxyNotFoundError:
        return NetworkFailure::ProxyNotFound;
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyProtocolError:
        return NetworkFailure::ProxyRefused;
    default:
        return NetworkFailure::Other;
    }
}

NetworkFailure readConnectFailure(const QAbstractSocket &socket, const QHostAddress &address)
{
    switch (socket.error()) {
    case QAbstractSocket::ConnectionRefusedError: // Linux: also a route that is a black hole
        return isWithoutRoute(address) ? NetworkFailure::HostUnreachable : NetworkFailure::ConnectionRefused;
    case QAbstractSocket::NetworkError:
        return isOutOfTime(socket) ? NetworkFailure::TimedOut : NetworkFailure::HostUnreachable;
    case QAbstractSocket::UnknownSocketError: // Linux: this computer has no address of that IP version
    case QAbstractSocket::UnsupportedSocketOperationError: // nor a notion of it
        return NetworkFailure::HostUnreachable;
    default:
        return readFailure(socket.error());
    }
}

namespace {

RouteFailure readHttpRefusal(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError: // 404
        return {NetworkFailure::NameNotFound, true};
    case QAbstractSocket::SocketAccessError: // 403, 405
    case QAbstractSocket::ConnectionRefusedError: // 503, whatever the reason
    case QAbstractSocket::ProxyProtocolError: // any other status
        return {NetworkFailure::ProxyDenied};
    default:
        return {readFailure(error)};
    }
}

// The codes are those of RFC 1928, section 6.
RouteFailure readSocksRefusal(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: // 05
        return {NetworkFailure::ConnectionRefused, true};
    // 04, host unreachable, which some say of a name that they do not know. Also after 01, 02 and 08 for a name: Qt
    // then looks it up here.
    case QAbstractSocket::HostNotFoundError:
    case QAbstractSocket::SocketAccessError: // 02, not allowed by ruleset
    case QAbstractSocket::NetworkError: // 01, general failure; 03 and 06
    case QAbstractSocket::UnsupportedSocketOperationError: // 07, 08
    case QAbstractSocket::ProxyProtocolError:
        return {NetworkFailure::ProxyDenied};
    default:
        return {readFailure(error)};
    }
}

} // namespace

RouteFailure readProxiedFailure(QAbstractSocket::SocketError error, const ProxyUse &use)
{
    return use.socks ? readSocksRefusal(error) : readHttpRefusal(error);
}

} // namespace probe
