// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helpers/Peer.h"

/// Real proxies, set up for tests. Those with a login know "aladdin" with the password "sesame" alone, those with one
/// that is not ASCII know "müller" with "sesäm:e" alone, in UTF-8. Each is not started yet.
namespace proxypeers {

enum class Login { None, Basic, Digest, Ntlm, NonAscii };

/// squid, which allows CONNECT to `allowedPort` alone, and knows the name api.example as 127.0.0.1. Its log is
/// "access.log".
[[nodiscard]] std::unique_ptr<Peer> squid(Login login, quint16 allowedPort);
/// True where squid and its helper for this kind of login are installed.
[[nodiscard]] bool hasSquid(Login login);
/// tinyproxy, which allows CONNECT to `allowedPort` alone. Its log is "tinyproxy.log".
[[nodiscard]] std::unique_ptr<Peer> tinyproxy(Login login, quint16 allowedPort);
/// microsocks, a SOCKS5 proxy that allows everything. It logs to its output.
[[nodiscard]] std::unique_ptr<Peer> microsocks(Login login);

} // namespace proxypeers
