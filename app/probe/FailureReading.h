// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

#include <QAbstractSocket>

namespace probe {

/// What a socket's error means for the user. `viaProxy`: the socket went through a proxy, whose own refusal
/// Qt reports as an error of access.
[[nodiscard]] NetworkFailure readFailure(QAbstractSocket::SocketError error, bool viaProxy);
/// Why a socket without a proxy could not be connected to `address` (null where it is not known), from within its
/// errorOccurred: some errors of Qt's stand for several reasons.
[[nodiscard]] NetworkFailure readConnectFailure(const QAbstractSocket &socket, const QHostAddress &address);

} // namespace probe
