// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/ProxySettings.h"

#include <algorithm>

namespace probe {

namespace {

bool isSocks(const QUrl &url)
{
    return url.scheme() == QLatin1String("socks5") || url.scheme() == QLatin1String("socks5h");
}

QNetworkProxy toProxy(const QUrl &url)
{
    const bool socks = isSocks(url);
    const int port = url.port(socks ? 1080 : 80);
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(QUrl::FullyEncoded),
        static_cast<quint16>(port), url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

tl::expected<QUrl, TargetFailure> parseProxyUrl(const QString &text)
{
    if (text.isEmpty())
        return tl::unexpected(TargetFailure::EmptyUrl);
    if (!text.contains(QLatin1String("://")))
        return tl::unexpected(TargetFailure::MalformedUrl);
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port(1) < 1)
        return tl::unexpected(TargetFailure::MalformedUrl);
    if (url.scheme() != QLatin1String("http") && !isSocks(url))
        return tl::unexpected(TargetFailure::UnsupportedScheme);
    return url;
}

QString variable(const QProcessEnvironment &environment, const QString &name)
{
    const QString small = environment.value(name.toLower()).trimmed();
    return small.isEmpty() ? environment.value(name).trimmed() : small;
}

// An entry of NO_PROXY: "*", a host, or the end of one, with or without a dot in front.
bool matches(const QString &host, QString entry)
{
    if (entry == QLatin1String("*"))
        return true;
    if (entry.startsWith(QLatin1String("*.")))
        entry.remove(0, 1);
    if (entry.startsWith(u'.'))
        entry.remove(0, 1);
    return !entry.isEmpty() && (host == entry || host.endsWith(u'.' + entry));
}

bool isExcepted(const QUrl &url, const QString &exceptions)
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    const QString port = u':' + QString::number(url.port(443));
    const QStringList entries = exceptions.toLower().split(u',');
    for (const QString &untrimmed : entries) {
        QString entry = untrimmed.trimmed();
        if (entry.endsWith(port))
            entry.chop(port.size());
        if (matches(host, entry))
            return true;
    }
    return false;
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

std::optional<QNetworkProxy> environmentProxy(const QUrl &url, const QProcessEnvironment &environment)
{
    QString text = variable(environment, QStringLiteral("HTTPS_PROXY"));
    if (text.isEmpty())
        text = variable(environment, QStringLiteral("ALL_PROXY"));
    if (text.isEmpty())
        return std::nullopt;
    if (isExcepted(url, variable(environment, QStringLiteral("NO_PROXY"))))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    // "proxy.example:3128" is common in this place.
    const auto proxyUrl = parseProxyUrl(text.contains(QLatin1String("://")) ? text : QLatin1String("http://") + text);
    if (!proxyUrl)
        return std::nullopt;
    return toProxy(*proxyUrl);
}

QNetworkProxy proxyFor(const ProxyChoice &choice, const QUrl &url)
{
    switch (choice.kind) {
    case ProxyChoice::Kind::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case ProxyChoice::Kind::Given:
        return toProxy(choice.url);
    case ProxyChoice::Kind::System:
        break;
    }
    if (isLoopback(url))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    if (const auto proxy = environmentProxy(url, QProcessEnvironment::systemEnvironment()))
        return *proxy;
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    const auto usable = std::find_if(proxies.begin(), proxies.end(), [](const QNetworkProxy &proxy) {
        return !proxy.hostName().isEmpty() && proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
    });
    return usable == proxies.end() ? QNetworkProxy(QNetworkProxy::NoProxy) : *usable;
}

} // namespace probe
