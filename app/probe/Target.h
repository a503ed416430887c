// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace probe {

/// How the key stands in the request: "Authorization: Bearer {key}" unless the user says otherwise.
struct HeaderForm {
    QByteArray name = "Authorization";
    QByteArray before = "Bearer ";
    QByteArray after;

    friend bool operator==(const HeaderForm &, const HeaderForm &) = default;
};

/// Which proxy the requests take.
struct ProxyChoice {
    enum class Kind { System, None, Given } kind = Kind::System;
    QUrl url; ///< for Given: http://, or socks5://; may hold a login, which is never shown
};

/// Where a key is tested.
struct Target {
    QUrl base; ///< without a path to an endpoint; made by parseBaseUrl
    QString model;
    HeaderForm header;
    QString rerankPath = QStringLiteral("/v2/rerank"); ///< behind the base
    ProxyChoice proxy;
    QString authorityFile; ///< PEM or DER file of further certificate authorities; empty: the system's alone
    bool practice = false; ///< the built-in practice endpoint
};

enum class TargetFailure {
    EmptyUrl,
    MalformedUrl, ///< no scheme, no host, or not a URL
    UnsupportedScheme, ///< neither http nor https
    UnprotectedHttp, ///< plain http to a host that is not loopback: a key is never sent there
    LoginInUrl, ///< user name or password in the URL
    QueryInUrl, ///< a "?" or a "#" in the URL: an endpoint's path cannot stand behind that
    ForeignCharacters, ///< quotes, blanks, invisible characters: some clients drop them unseen, others fail
    KeyAsHost, ///< a key in the place of the host: the name server would be told
    HeaderWithoutKey, ///< --header without {key}
    HeaderMalformed, ///< --header without a name, or with characters that may not stand in a header
};

/// What stands for the key in a header as a user writes it, and in a readable request.
inline constexpr char keyMark[] = "{key}";
inline constexpr char defaultBaseUrl[] = "https://api.cohere.com";
inline constexpr char defaultModel[] = "rerank-v3.5";

/// Reads a base URL as a user or CO_API_URL gives it. A trailing slash is allowed, and blanks and line ends around it.
/// A path is kept as it is.
[[nodiscard]] tl::expected<QUrl, TargetFailure> parseBaseUrl(const QString &text);
/// Reads "NAME: {key}", "Authorization: Bearer {key}".
[[nodiscard]] tl::expected<HeaderForm, TargetFailure> parseHeaderForm(const QString &text);
/// The host in lower case, without the dot that may end a whole name: "api.cohere.com." is api.cohere.com.
[[nodiscard]] QString hostOf(const QUrl &url);
/// The port of an http or https URL: the one that it names, else 80 or 443.
[[nodiscard]] int portOf(const QUrl &url);
/// True for 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool isLoopback(const QUrl &url);
/// True for api.cohere.com, api.cohere.ai and production.api.cohere.ai.
[[nodiscard]] bool isCohereHost(const QUrl &url);
/// The URL of an endpoint below the base: path "/v2/rerank" gives "https://api.cohere.com/v2/rerank".
[[nodiscard]] QUrl endpointUrl(const QUrl &base, const QString &path);

} // namespace probe
