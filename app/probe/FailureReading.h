// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

#include <QAbstractSocket>

namespace probe {

/// What a socket's error means for the user. `viaProxy`: the socket went through a proxy, whose own refusal
/// Qt reports as an error of access.
[[nodiscard]] NetworkFailure readFailure(QAbstractSocket::SocketError error, bool viaProxy);
/// Why a socket without a proxy could not be connected to `address`, from within its errorOccurred: what is more than
/// the error tells.
[[nodiscard]] NetworkFailure readConnectFailure(const QAbstractSocket &socket, const QHostAddress &address);

} // namespace probe
