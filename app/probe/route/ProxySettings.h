// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/ProxyUse.h"
#include "probe/Target.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

#include <optional>

namespace probe {

/// A proxy, or none (QNetworkProxy::NoProxy), and why. Only `proxy` holds the login.
struct ChosenProxy {
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    ProxyUse use;
};

/// Reads "system", "none", or the URL of a proxy: http://, socks5://, socks5h:// or socks://, with a host, a port and
/// perhaps a login (percent-encoded, as URLs have it). Errors: EmptyUrl, MalformedUrl, UnsupportedScheme.
[[nodiscard]] tl::expected<ProxyChoice, TargetFailure> parseProxyChoice(const QString &text);

/// What the variables say of a request to `url`: HTTPS_PROXY (HTTP_PROXY for an http URL), else ALL_PROXY, and
/// NO_PROXY; each also in small letters, which count more. Nothing where none of them is set.
///
/// Read as Python reads them (urllib.request.getproxies_environment, which requests and httpx use, and so Cohere's own
/// SDK): small letters that are set to nothing hide the capitals; HTTP_PROXY in capitals does not count in a CGI,
/// where a request's "Proxy:" header sets it (CVE-2016-1000110). Where others differ: curl takes the capitals where
/// the small letters are empty, and never HTTP_PROXY in capitals; Go prefers the capitals and knows no ALL_PROXY.
[[nodiscard]] std::optional<ChosenProxy> environmentProxy(const QUrl &url, const QProcessEnvironment &environment);

/// The proxy for a request to `url`. A loopback URL takes only a proxy that the user has named.
/// For ProxyChoice::Kind::System this asks the variables first, then the system. Asking the system may block: on
/// Windows, on macOS and, with libproxy, on a Linux desktop Qt loads and runs a proxy configuration script (PAC, WPAD)
/// before it answers, where the system's settings name one. Without such a script it is a matter of milliseconds.
[[nodiscard]] ChosenProxy proxyFor(const ProxyChoice &choice, const QUrl &url);

} // namespace probe
