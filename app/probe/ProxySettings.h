// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Target.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

#include <optional>

namespace probe {

/// Reads "system", "none", or the URL of a proxy: http:// or socks5://, with a host, a port and perhaps a login.
/// Errors: EmptyUrl, MalformedUrl, UnsupportedScheme.
[[nodiscard]] tl::expected<ProxyChoice, TargetFailure> parseProxyChoice(const QString &text);

/// The proxy that the variables HTTPS_PROXY, ALL_PROXY and NO_PROXY name for an https URL, in capital or small
/// letters, read as curl and Python's clients read them. Nothing where none is set; NoProxy where NO_PROXY applies.
[[nodiscard]] std::optional<QNetworkProxy> environmentProxy(const QUrl &url, const QProcessEnvironment &environment);

/// The proxy for a request to `url`. A loopback URL takes only a proxy that the user has named.
/// For ProxyChoice::Kind::System this asks the variables first, then the system. Asking the system may block for
/// a moment where a proxy configuration script has to be loaded.
[[nodiscard]] QNetworkProxy proxyFor(const ProxyChoice &choice, const QUrl &url);

} // namespace probe
