// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

#include <QAbstractSocket>

namespace probe {

/// What a socket's error means for the user, where no proxy has a word in it.
[[nodiscard]] NetworkFailure readFailure(QAbstractSocket::SocketError error);
/// Why a socket without a proxy could not be connected to `address` (null where it is not known), from within its
/// errorOccurred: some errors of Qt's stand for several reasons.
[[nodiscard]] NetworkFailure readConnectFailure(const QAbstractSocket &socket, const QHostAddress &address);

/// A failure of a connection through a proxy, and whose it is.
struct RouteFailure {
    NetworkFailure failure = NetworkFailure::Other;
    bool atTarget = false; ///< the proxy says it of the target; else it is the proxy's own, or came after it
};

/// What an error means of a socket that goes through the proxy that `use` names. Qt tells what a proxy answers by
/// errors that mean something else without one (qhttpsocketengine.cpp and qsocks5socketengine.cpp of Qt 6.4).
[[nodiscard]] RouteFailure readProxiedFailure(QAbstractSocket::SocketError error, const ProxyUse &use);

} // namespace probe
