// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/LoginSchemes.h"

#include <QList>

#include <algorithm>
#include <array>

namespace probe {

namespace {

/// The longest registered one has 14 letters ("SCRAM-SHA-256" and the like). What is longer is no scheme.
constexpr qsizetype longestScheme = 40;
constexpr qsizetype mostSchemes = 8;
constexpr qsizetype longestLocation = 4096;

/// What stands in the address of a page to sign in: OAuth 2 and OpenID Connect (RFC 6749, section 4.1.1), SAML;
/// Authelia, authentik and oauth2-proxy ("rd="); networks for guests of UniFi, pfSense, MikroTik, Cisco and Meraki. In
/// lower case.
constexpr std::array loginAddresses{"login", "signin", "sign_in", "sign-in", "oauth", "authorize", "/auth/", "/sso",
    "/saml", "samlrequest=", "openid", "://auth.", "://sso.", "://id.", "://accounts.",
    "redirect_uri=", "redirect_url=", "redirurl=", "origurl=", "continue_url=", "?rd=", "&rd=", "/portal", "/guest",
    "/splash", "captive", "hotspot"};

/// The parts between commas; a comma in a quoted string does not count.
QList<QByteArray> elementsOf(const QByteArray &value)
{
    QList<QByteArray> elements;
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype at = 0; at < value.size(); ++at) {
        const char c = value.at(at);
        if (quoted && c == '\\') {
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            elements += value.mid(start, at - start).trimmed();
            start = at + 1;
        }
    }
    elements += value.mid(start).trimmed();
    return elements;
}

/// RFC 9110, section 5.6.2.
bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

/// An element begins a challenge unless it is a parameter of the one before: `nonce="c"`, `nonce = "c"`.
QByteArray schemeOf(const QByteArray &element)
{
    const auto end = std::find_if_not(element.begin(), element.end(), isTokenCharacter);
    const QByteArray token = element.left(end - element.begin());
    const QByteArray rest = element.mid(token.size());
    const bool begins = rest.isEmpty() || rest.at(0) == ' ' || rest.at(0) == '\t';
    return begins && !rest.trimmed().startsWith('=') ? token : QByteArray();
}

void addEachOnce(const QStringList &from, QStringList &to)
{
    for (const QString &scheme : from) {
        if (to.size() < mostSchemes && !to.contains(scheme, Qt::CaseInsensitive))
            to += scheme;
    }
}

} // namespace

QStringList schemesOfChallenges(const QByteArray &value)
{
    QStringList schemes;
    const QList<QByteArray> elements = elementsOf(value);
    for (const QByteArray &element : elements) {
        const QByteArray scheme = schemeOf(element);
        if (!scheme.isEmpty() && scheme.size() <= longestScheme)
            addEachOnce({QString::fromLatin1(scheme)}, schemes);
    }
    return schemes;
}

QStringList loginSchemes(const ProbeReply &reply)
{
    QStringList schemes;
    for (const auto &header : reply.headers) {
        if (header.first == "www-authenticate" || header.first == "proxy-authenticate")
            addEachOnce(schemesOfChallenges(header.second), schemes);
    }
    return schemes;
}

bool pointsToLogin(const ProbeReply &reply)
{
    const QByteArray location = reply.header("location").left(longestLocation).toLower();
    return std::any_of(loginAddresses.begin(), loginAddresses.end(),
        [&location](const char *part) { return location.contains(part); });
}

} // namespace probe
