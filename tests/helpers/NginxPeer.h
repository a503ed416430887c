// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helpers/Peer.h"

/// nginx with one server on 127.0.0.1, whose block holds `server` ("location / { … }"). It logs requests to
/// "access.log", and what goes wrong to "error.log". Not started yet.
[[nodiscard]] std::unique_ptr<Peer> nginxPeer(const QByteArray &server);
