// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ExchangeWords.h"

#include <QUrl>

#include <functional>

namespace words {

namespace {

bool is(const QString &name, QLatin1String other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

bool isAny(const QString &name, std::initializer_list<QLatin1String> others)
{
    return std::any_of(others.begin(), others.end(), [&name](QLatin1String other) { return is(name, other); });
}

QString ofServer(const QString &value)
{
    return value.startsWith(QLatin1String("envoy"), Qt::CaseInsensitive)
        ? ExchangeWords::tr("Cohere's own servers call themselves “envoy”, but so do others.")
        : ExchangeWords::tr("The program that wrote this answer, or passed it on. Cohere's own answers usually "
                            "say “envoy”.");
}

QString ofContentType(const QString &value)
{
    return value.contains(QLatin1String("html"), Qt::CaseInsensitive)
        ? ExchangeWords::tr("A web page: Cohere answers with JSON.")
        : QString();
}

QString ofLocation()
{
    return ExchangeWords::tr("The server points to another address. A key is never sent along, so nothing was sent "
                             "there.");
}

/// Headers of the route: who answered, and what it passed.
QString ofRoute(const QString &name, const QString &value)
{
    if (is(name, QLatin1String("server")))
        return ofServer(value);
    if (is(name, QLatin1String("via")))
        return value.contains(QLatin1String("google"), Qt::CaseInsensitive)
            ? ExchangeWords::tr("It passed a proxy on its way; Cohere's own answers usually pass Google's.")
            : ExchangeWords::tr("It passed this proxy on its way.");
    if (is(name, QLatin1String("cf-ray")))
        return ExchangeWords::tr("It passed Cloudflare; this is Cloudflare's number of the request.");
    if (is(name, QLatin1String("x-squid-error")))
        return ExchangeWords::tr("The proxy Squid wrote this answer, not Cohere.");
    if (is(name, QLatin1String("x-envoy-upstream-service-time")))
        return ExchangeWords::tr("How many milliseconds the server behind the gateway took.");
    return {};
}

/// Headers that say why a call was refused.
QString ofRefusal(const QString &name)
{
    if (is(name, QLatin1String("www-authenticate")))
        return ExchangeWords::tr("Who wrote this answer wants this kind of login.");
    if (is(name, QLatin1String("proxy-authenticate")))
        return ExchangeWords::tr("The proxy wants a user name and a password of its own, in this form.");
    if (is(name, QLatin1String("retry-after")))
        return ExchangeWords::tr("When to try again: a number of seconds, or a time.");
    if (is(name, QLatin1String("x-api-warning")))
        return ExchangeWords::tr("A warning of Cohere about the call.");
    if (is(name, QLatin1String("x-debug-trace-id")))
        return ExchangeWords::tr("Cohere's own number of this request: tell it to their support.");
    return {};
}

QString ofLimit(const QString &name)
{
    if (is(name, QLatin1String("x-endpoint-monthly-call-limit")))
        return ExchangeWords::tr("This is a trial key: it has this many calls a month.");
    if (is(name, QLatin1String("x-trial-endpoint-call-limit")))
        return ExchangeWords::tr("This is a trial key: it has this many calls a minute.");
    if (is(name, QLatin1String("x-trial-endpoint-call-remaining")))
        return ExchangeWords::tr("So many calls of the trial key are left for now.");
    return {};
}

/// Headers of a cache or of a limit, and numbers of a request.
QString ofPassage(const QString &name, const QString &value)
{
    if (is(name, QLatin1String("age")) && value != QLatin1String("0"))
        return ExchangeWords::tr("A cache on the way kept this answer for so many seconds: it may be an old one.");
    if (isAny(name, {QLatin1String("x-cache"), QLatin1String("cf-cache-status")}))
        return value.contains(QLatin1String("hit"), Qt::CaseInsensitive)
            ? ExchangeWords::tr("A cache on the way gave this answer: it may be an old one.")
            : QString();
    if (isAny(name,
            {QLatin1String("x-request-id"), QLatin1String("x-kong-request-id"), QLatin1String("x-amzn-requestid"),
                QLatin1String("apim-request-id"), QLatin1String("x-ms-request-id")}))
        return ExchangeWords::tr("The number of this request: tell it to whoever runs this server.");
    const auto begins = [&name](QLatin1String start) { return name.startsWith(start, Qt::CaseInsensitive); };
    if (begins(QLatin1String("ratelimit")) || begins(QLatin1String("x-ratelimit"))
        || begins(QLatin1String("x-rate-limit")))
        return ExchangeWords::tr("About a limit of calls: how many there may be, how many are left, or when it ends.");
    return {};
}

QString requestLine(const probe::Exchange &exchange)
{
    const QUrl url(exchange.url);
    const QString path = url.path(QUrl::FullyEncoded);
    return QStringLiteral("> %1 %2 HTTP/1.1").arg(exchange.method, path.isEmpty() ? QStringLiteral("/") : path);
}

void addNote(QStringList &lines, const QString &note)
{
    if (!note.isEmpty())
        lines.append(QLatin1String("  # ") + note);
}

void addHeaders(QStringList &lines, QLatin1String mark, const QList<probe::HeaderLine> &headers,
    const std::function<QString(const QString &, const QString &)> &note)
{
    for (const probe::HeaderLine &header : headers) {
        lines.append(mark + header.name + QLatin1String(": ") + header.value);
        addNote(lines, note(header.name, header.value));
    }
}

} // namespace

QString ExchangeWords::requestNote(const QString &name, const QString &value)
{
    if (value.contains(QLatin1String(probe::keyMark))) {
        // The scheme's case does not matter: Cohere's own examples write it in both.
        const bool usual = is(name, QLatin1String("authorization")) && is(value, QLatin1String("Bearer {key}"));
        return usual ? tr("Your key goes here; Cohere wants “Bearer”, a blank, and the key.")
                     : tr("Your key goes here; Cohere itself wants “Authorization: Bearer”, a blank, and the key.");
    }
    if (is(name, QLatin1String("host")))
        return tr("The server that is asked.");
    return {};
}

QString ExchangeWords::replyNote(const QString &name, const QString &value)
{
    if (is(name, QLatin1String("content-type")))
        return ofContentType(value);
    if (is(name, QLatin1String("location")))
        return ofLocation();
    if (is(name, QLatin1String("date")))
        return tr("The server's time. If this computer's clock is far from it, certificates look invalid.");
    if (value == QLatin1String("[hidden]"))
        return tr("Its value is hidden here.");
    if (is(name, QLatin1String("content-encoding")) && !is(value, QLatin1String("identity")))
        return tr("The text below is packed, although it was asked for as it is: it cannot be read here.");
    for (const QString &note : {ofRoute(name, value), ofRefusal(name), ofLimit(name), ofPassage(name, value)}) {
        if (!note.isEmpty())
            return note;
    }
    return {};
}

QString ExchangeWords::statusNote(int status)
{
    switch (status) {
    case 0:
        return tr("No answer came, or none in HTTP.");
    case 400:
    case 422:
        return tr("From Cohere, %1 means: the key was accepted; something else in the request is wrong.").arg(status);
    case 401:
        return tr("401 means: no key arrived, or whoever answered does not take it. Trying again changes nothing.");
    case 402:
        return tr("From Cohere, 402 means: the key is known; the payment needs attention.");
    case 403:
        return tr("403 means: refused. Either the key may not do this, or something on the way blocks the call.");
    case 404:
        return tr("404 means: there is no such address, or no such model.");
    case 407:
        return tr("407 means: the proxy wants a login of its own. The call did not reach Cohere.");
    case 429:
        return tr("From Cohere, 429 means: the key works, but there were too many calls.");
    case 498:
        return tr("From Cohere, 498 means: the text was refused, not the key.");
    case 511:
        return tr("511 means: the network wants you to sign in first. The call did not reach Cohere.");
    default:
        break;
    }
    constexpr int firstServerError = 500;
    constexpr int lastServerError = 599;
    if (status >= firstServerError && status <= lastServerError)
        return tr("%1 means: trouble on the server's side. Try again later.").arg(status);
    return {};
}

QString ExchangeWords::cutNote()
{
    return tr("Only the beginning is shown.");
}

QStringList ExchangeWords::lines(const probe::Exchange &exchange)
{
    QStringList lines{requestLine(exchange)};
    addHeaders(lines, QLatin1String("> "), exchange.requestHeaders, &ExchangeWords::requestNote);
    if (!exchange.requestBody.isEmpty())
        lines << QStringLiteral(">") << QLatin1String("> ") + exchange.requestBody;
    lines.append(QString());
    if (exchange.status != 0)
        lines.append(QStringLiteral("< HTTP/1.1 %1").arg(exchange.status));
    addNote(lines, statusNote(exchange.status));
    addHeaders(lines, QLatin1String("< "), exchange.replyHeaders, &ExchangeWords::replyNote);
    if (!exchange.replyBody.isEmpty())
        lines << QStringLiteral("<") << QLatin1String("< ") + exchange.replyBody;
    if (exchange.replyBodyIsCut)
        addNote(lines, cutNote());
    return lines;
}

} // namespace words
