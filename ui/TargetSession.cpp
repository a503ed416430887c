// SPDX-License-Identifier: GPL-3.0-or-later
#include "TargetSession.h"

#include "probe/route/ProxySettings.h"

using probe::ProxyChoice;
using probe::TargetFailure;

namespace {

/// Where the host begins in the address of a proxy that may lack its scheme.
qsizetype hostPlace(const QString &text)
{
    constexpr QLatin1String mark("://");
    const qsizetype place = text.indexOf(mark);
    return place < 0 ? 0 : place + mark.size();
}

QString decoded(const QString &part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.toUtf8()));
}

} // namespace

TargetSession::TargetSession(QString baseUrl, bool practice, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_baseUrl(std::move(baseUrl))
    , m_model(QLatin1String(probe::defaultModel))
    , m_headerText(QStringLiteral("Authorization: Bearer {key}"))
{
}

template <typename T> void TargetSession::change(T &value, const T &to)
{
    if (value == to)
        return;
    value = to;
    Q_EMIT changed();
}

void TargetSession::setBaseUrl(const QString &text)
{
    change(m_baseUrl, text);
}

void TargetSession::setModel(const QString &model)
{
    change(m_model, model);
}

void TargetSession::setHeaderText(const QString &text)
{
    change(m_headerText, text);
}

void TargetSession::setProxyKind(ProxyChoice::Kind kind)
{
    change(m_proxyKind, kind);
}

void TargetSession::setProxyText(const QString &text)
{
    const qsizetype host = hostPlace(text);
    const qsizetype end = text.lastIndexOf(u'@');
    if (end < host) {
        change(m_proxyText, text);
        return;
    }
    const QString login = text.mid(host, end - host);
    const qsizetype colon = login.indexOf(u':');
    m_proxyLogin.user = decoded(login.left(colon)); // all of it without a colon
    m_proxyLogin.password = colon < 0 ? QString() : decoded(login.mid(colon + 1));
    m_proxyText = text.left(host) + text.mid(end + 1);
    Q_EMIT proxyLoginTaken();
    Q_EMIT changed();
}

void TargetSession::setProxyLogin(const ProxyLogin &login)
{
    if (login.user == m_proxyLogin.user && login.password == m_proxyLogin.password)
        return;
    m_proxyLogin = login;
    Q_EMIT changed();
}

void TargetSession::setAuthorityFile(const QString &path)
{
    if (path == m_authorityFile)
        return;
    m_authorityFailure.reset(); // of the other file
    change(m_authorityFile, path);
}

void TargetSession::readAuthorityFile()
{
    m_authorityFailure.reset();
    if (!m_practice && !m_authorityFile.isEmpty()) {
        if (const auto authorities = probe::loadAuthorities(m_authorityFile); !authorities)
            m_authorityFailure = authorities.error();
    }
    Q_EMIT authorityFileRead();
}

tl::expected<ProxyChoice, TargetFailure> TargetSession::proxy() const
{
    if (m_proxyKind != ProxyChoice::Kind::Given)
        return ProxyChoice{m_proxyKind, {}};
    auto choice = probe::parseProxyChoice(m_proxyText);
    if (!choice)
        return choice;
    if (choice->kind != ProxyChoice::Kind::Given) // its words "system" and "none" are no addresses
        return tl::unexpected(TargetFailure::MalformedUrl);
    choice->url.setUserName(m_proxyLogin.user, QUrl::DecodedMode);
    choice->url.setPassword(m_proxyLogin.password, QUrl::DecodedMode);
    return choice;
}

std::optional<TargetProblem> TargetSession::problem() const
{
    if (const auto base = probe::parseBaseUrl(m_baseUrl); !base)
        return TargetProblem{TargetField::BaseUrl, base.error()};
    if (m_practice)
        return std::nullopt;
    if (const auto header = probe::parseHeaderForm(m_headerText); !header)
        return TargetProblem{TargetField::Header, header.error()};
    if (const auto choice = proxy(); !choice)
        return TargetProblem{TargetField::Proxy, choice.error()};
    if (m_authorityFailure)
        return TargetProblem{TargetField::Authority, *m_authorityFailure};
    return std::nullopt;
}

tl::expected<probe::Target, TargetFailure> TargetSession::target() const
{
    auto base = probe::parseBaseUrl(m_baseUrl);
    if (!base)
        return tl::unexpected(base.error());
    probe::Target target;
    target.base = std::move(*base);
    target.model = m_model.trimmed();
    if (m_practice) {
        target.practice = true;
        return target;
    }
    auto header = probe::parseHeaderForm(m_headerText);
    if (!header)
        return tl::unexpected(header.error());
    auto choice = proxy();
    if (!choice)
        return tl::unexpected(choice.error());
    target.header = std::move(*header);
    target.proxy = std::move(*choice);
    target.authorityFile = m_authorityFile;
    return target;
}
