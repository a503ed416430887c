// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/ProxySettings.h"

#include "probe/route/ProxyExceptions.h"

#include <algorithm>
#include <array>

namespace probe {

namespace {

bool isSocks(const QUrl &url)
{
    // "socks://" is what GNOME writes into ALL_PROXY, and means version 5 there.
    static constexpr std::array schemes{QLatin1String("socks5"), QLatin1String("socks5h"), QLatin1String("socks")};
    return std::find(schemes.begin(), schemes.end(), url.scheme()) != schemes.end();
}

QNetworkProxy toProxy(const QUrl &url)
{
    const bool socks = isSocks(url);
    const int port = url.port(socks ? 1080 : 80);
    return {socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(QUrl::FullyEncoded),
        static_cast<quint16>(port), url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)};
}

ChosenProxy taken(const QNetworkProxy &proxy, ProxyReason reason, const QString &variable = {})
{
    ProxyUse use;
    use.reason = reason;
    use.variable = variable;
    use.host = proxy.hostName();
    use.port = proxy.port();
    use.socks = proxy.type() == QNetworkProxy::Socks5Proxy;
    use.login = !proxy.user().isEmpty();
    return {proxy, use};
}

ChosenProxy none(ProxyReason reason, const QString &variable = {}, const QString &exception = {})
{
    ProxyUse use;
    use.reason = reason;
    use.variable = variable;
    use.exception = exception;
    return {QNetworkProxy(QNetworkProxy::NoProxy), use};
}

tl::expected<QUrl, TargetFailure> parseProxyUrl(const QString &text)
{
    if (text.isEmpty())
        return tl::unexpected(TargetFailure::EmptyUrl);
    if (!text.contains(QLatin1String("://")))
        return tl::unexpected(TargetFailure::MalformedUrl);
    QUrl url(text, QUrl::StrictMode);
    // An "@" this late belongs to a password that holds a "/", "?" or "#" as it is: what stands before that is no host.
    const bool isTornPassword = (url.path() + url.query() + url.fragment()).contains(QLatin1Char('@'));
    if (!url.isValid() || url.host().isEmpty() || url.port(1) < 1 || isTornPassword)
        return tl::unexpected(TargetFailure::MalformedUrl);
    // Not "https": Qt cannot speak TLS to a proxy.
    if (url.scheme() != QLatin1String("http") && !isSocks(url))
        return tl::unexpected(TargetFailure::UnsupportedScheme);
    return url;
}

struct Variable {
    QString name; ///< as it is set
    QString value; ///< without blanks around it
};

/// The variable in small letters where it is set, also to nothing; else the one in capitals.
std::optional<Variable> find(const QProcessEnvironment &environment, const QString &capitals)
{
    for (const QString &name : {capitals.toLower(), capitals}) {
        const bool settableByOthers =
            name == QLatin1String("HTTP_PROXY") && environment.contains(QStringLiteral("REQUEST_METHOD"));
        if (environment.contains(name) && !settableByOthers)
            return Variable{name, environment.value(name).trimmed()};
    }
    return std::nullopt;
}

/// The first variable for `url` that holds something; else the first that is set at all.
std::optional<Variable> findProxyVariable(const QUrl &url, const QProcessEnvironment &environment)
{
    const bool plain = url.scheme() == QLatin1String("http");
    auto own = find(environment, plain ? QStringLiteral("HTTP_PROXY") : QStringLiteral("HTTPS_PROXY"));
    if (own && !own->value.isEmpty())
        return own;
    auto all = find(environment, QStringLiteral("ALL_PROXY"));
    return !own || (all && !all->value.isEmpty()) ? all : own;
}

/// "proxy.example:3128" is common in a variable.
tl::expected<QUrl, TargetFailure> parseProxyVariable(const QString &value)
{
    return parseProxyUrl(value.contains(QLatin1String("://")) ? value : QLatin1String("http://") + value);
}

/// Where nothing is set for https, Qt and libproxy fall back to http_proxy, which no client does: what names the same
/// proxy is no setting of the system.
bool isForPlainHttpAlone(const QNetworkProxy &proxy, const QProcessEnvironment &environment)
{
    static constexpr std::array names{QLatin1String("http_proxy"), QLatin1String("HTTP_PROXY")};
    return std::any_of(names.begin(), names.end(), [&](QLatin1String name) {
        const auto url = parseProxyVariable(environment.value(name).trimmed());
        return url && url->host(QUrl::FullyEncoded) == proxy.hostName();
    });
}

ChosenProxy systemProxy(const QUrl &url, const QProcessEnvironment &environment)
{
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    const auto usable = std::find_if(proxies.begin(), proxies.end(), [&environment](const QNetworkProxy &proxy) {
        return !proxy.hostName().isEmpty() && proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability)
            && !isForPlainHttpAlone(proxy, environment);
    });
    return usable == proxies.end() ? none(ProxyReason::NoneSet) : taken(*usable, ProxyReason::System);
}

} // namespace

tl::expected<ProxyChoice, TargetFailure> parseProxyChoice(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == QLatin1String("system"))
        return ProxyChoice{};
    if (trimmed == QLatin1String("none"))
        return ProxyChoice{ProxyChoice::Kind::None, {}};
    return parseProxyUrl(trimmed).map([](const QUrl &url) { return ProxyChoice{ProxyChoice::Kind::Given, url}; });
}

std::optional<ChosenProxy> environmentProxy(const QUrl &url, const QProcessEnvironment &environment)
{
    const auto variable = findProxyVariable(url, environment);
    if (!variable)
        return std::nullopt;
    if (variable->value.isEmpty())
        return none(ProxyReason::SwitchedOff, variable->name);
    const Variable exceptions = find(environment, QStringLiteral("NO_PROXY")).value_or(Variable{});
    const QString exception = exceptionFor(url, exceptions.value);
    if (!exception.isEmpty())
        return none(ProxyReason::ExceptedByVariable, exceptions.name, exception);
    const auto proxyUrl = parseProxyVariable(variable->value);
    if (!proxyUrl)
        return none(ProxyReason::VariableUnreadable, variable->name);
    return taken(toProxy(*proxyUrl), ProxyReason::Variable, variable->name);
}

ChosenProxy proxyFor(const ProxyChoice &choice, const QUrl &url)
{
    switch (choice.kind) {
    case ProxyChoice::Kind::None:
        return none(ProxyReason::SwitchedOff);
    case ProxyChoice::Kind::Given:
        return taken(toProxy(choice.url), ProxyReason::Given);
    case ProxyChoice::Kind::System:
        break;
    }
    if (isLoopback(url))
        return none(ProxyReason::ThisComputer);
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (const auto chosen = environmentProxy(url, environment))
        return *chosen;
    return systemProxy(url, environment);
}

} // namespace probe
