// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/Target.h"

#include "inspect/KeyShape.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace probe {

namespace {

// RFC 9110, section 5.6.2: the characters of a field name.
bool isTokenCharacter(QChar character)
{
    const char16_t c = character.unicode();
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || QLatin1String("!#$%&'*+-.^_`|~").contains(character);
}

bool isPrintableAscii(QChar character)
{
    return character.unicode() >= 0x20 && character.unicode() <= 0x7e;
}

// A request has these already: a second one would change what is asked, or how it is read.
bool isTaken(const QString &name)
{
    static constexpr std::array taken{QLatin1String("host"), QLatin1String("content-length"),
        QLatin1String("content-type"), QLatin1String("transfer-encoding"), QLatin1String("connection"),
        QLatin1String("accept"), QLatin1String("accept-encoding"), QLatin1String("user-agent")};
    return std::any_of(taken.begin(), taken.end(),
        [&name](QLatin1String other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

// Blanks and line ends come along when a URL is copied, and are seen; a no-break space is not.
QString withoutBlanksAround(const QString &text)
{
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t' || c == u'\r' || c == u'\n'; };
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && isBlank(text.at(begin)))
        ++begin;
    while (end > begin && isBlank(text.at(end - 1)))
        --end;
    return text.mid(begin, end - begin);
}

// QUrl maps invisible characters and other forms of letters away where a host may be international; a client fails.
bool isForeign(QChar character)
{
    if (character.unicode() < 0x80)
        return !isPrintableAscii(character) || QLatin1String(" \"'`<>\\^{|}").contains(character);
    return !character.isLetterOrNumber() || character.decompositionTag() > QChar::Canonical;
}

} // namespace

tl::expected<QUrl, TargetFailure> parseBaseUrl(const QString &text)
{
    if (text.trimmed().isEmpty())
        return tl::unexpected(TargetFailure::EmptyUrl);
    const QString trimmed = withoutBlanksAround(text);
    if (std::any_of(trimmed.begin(), trimmed.end(), isForeign))
        return tl::unexpected(TargetFailure::ForeignCharacters);
    // Without "://" the part before a colon would pass for a scheme: "localhost:8080".
    if (!trimmed.contains(QLatin1String("://")))
        return tl::unexpected(TargetFailure::MalformedUrl);
    QUrl url(trimmed, QUrl::StrictMode);
    const bool schemeTwice = url.host() == QLatin1String("https") || url.host() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || url.port(1) < 1 || schemeTwice)
        return tl::unexpected(TargetFailure::MalformedUrl);
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return tl::unexpected(TargetFailure::UnsupportedScheme);
    if (!url.userInfo().isEmpty())
        return tl::unexpected(TargetFailure::LoginInUrl);
    if (inspect::isUsualShape(url.host().toStdU32String()))
        return tl::unexpected(TargetFailure::KeyAsHost);
    if (url.hasQuery() || url.hasFragment())
        return tl::unexpected(TargetFailure::QueryInUrl);
    if (url.scheme() == QLatin1String("http") && !isLoopback(url))
        return tl::unexpected(TargetFailure::UnprotectedHttp);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

tl::expected<HeaderForm, TargetFailure> parseHeaderForm(const QString &text)
{
    const QLatin1String mark(keyMark);
    const qsizetype place = text.indexOf(mark);
    const qsizetype colon = text.indexOf(u':');
    if (place < 0)
        return tl::unexpected(TargetFailure::HeaderWithoutKey);
    if (colon < 0 || colon > place)
        return tl::unexpected(TargetFailure::HeaderMalformed);

    const QString name = text.left(colon).trimmed();
    // Blanks at the ends of a value mean nothing in HTTP; between the scheme and the key they do.
    QString before = text.mid(colon + 1, place - colon - 1);
    while (before.startsWith(u' '))
        before.remove(0, 1);
    QString after = text.mid(place + mark.size());
    while (after.endsWith(u' '))
        after.chop(1);

    const bool nameFits = !name.isEmpty() && std::all_of(name.begin(), name.end(), isTokenCharacter) && !isTaken(name);
    const bool valueFits = std::all_of(before.begin(), before.end(), isPrintableAscii)
        && std::all_of(after.begin(), after.end(), isPrintableAscii) && !after.contains(mark);
    if (!nameFits || !valueFits)
        return tl::unexpected(TargetFailure::HeaderMalformed);
    return HeaderForm{name.toLatin1(), before.toLatin1(), after.toLatin1()};
}

QString hostOf(const QUrl &url)
{
    QString host = url.host().toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("http") ? 80 : 443);
}

bool isLoopback(const QUrl &url)
{
    const QString host = hostOf(url);
    // RFC 6761, section 6.3: "localhost" and the names below it are loopback.
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")))
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

bool isCohereHost(const QUrl &url)
{
    const QString host = hostOf(url);
    return host == QLatin1String("api.cohere.com") || host == QLatin1String("api.cohere.ai")
        || host == QLatin1String("production.api.cohere.ai");
}

QUrl endpointUrl(const QUrl &base, const QString &path)
{
    QUrl url = base;
    QString prefix = base.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    url.setPath(prefix + path, QUrl::StrictMode);
    return url;
}

} // namespace probe
