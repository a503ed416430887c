// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace probe {

/// The entry of a NO_PROXY list that keeps `url` away from a proxy, as it stands there; empty where none does.
///
/// Entries stand between commas or blanks: "*" for everything; a host, meant with every name below it, also as
/// ".example.com" or "*.example.com"; an address, IPv6 with or without brackets; a network such as "10.0.0.0/8" or
/// "2001:db8::/32". A host or an address may name a port, and is then meant for that port alone. Capitals, and a dot
/// at the end of a name, make no difference.
///
/// The programs differ: networks are known to Go, requests and curl from 7.86, ports to Go and Python, "*." to Go
/// alone. Whatever one of them takes for an exception counts as one here (golang.org/x/net/http/httpproxy; Python
/// 3.11 urllib.request; requests 2.28 utils; curl 7.88, measured).
[[nodiscard]] QString exceptionFor(const QUrl &url, const QString &list);

} // namespace probe
