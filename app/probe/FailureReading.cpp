// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/FailureReading.h"

namespace probe {

NetworkFailure readFailure(QAbstractSocket::SocketError error, bool viaProxy)
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
        return NetworkFailure::HostUnreachable;
    case QAbstractSocket::SocketAccessError: // a firewall on this computer, or 403 and 405 of a proxy
        return viaProxy ? NetworkFailure::ProxyRefused : NetworkFailure::HostUnreachable;
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

} // namespace probe
