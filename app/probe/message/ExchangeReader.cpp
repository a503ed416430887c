// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/message/ExchangeReader.h"

#include "redact/Redactor.h"

#include <algorithm>
#include <array>

namespace probe {

namespace {

constexpr qsizetype longestValue = 300; // characters
constexpr qsizetype mostHeaders = 60;
constexpr qsizetype longestBody = 2000; // characters
/// What is read of a body: redacting can make it shorter.
constexpr qsizetype bodyRead = qsizetype{64} * 1024; // bytes

// Their values let somebody in, or follow somebody.
constexpr std::array secretHeaders{QLatin1String("set-cookie"), QLatin1String("set-cookie2"), QLatin1String("cookie"),
    QLatin1String("authorization"), QLatin1String("proxy-authorization"), QLatin1String("authentication-info"),
    QLatin1String("proxy-authentication-info")};

// Numbers of a request, for whoever asks the makers of the server about it. They look like keys.
constexpr std::array numberHeaders{QLatin1String("x-debug-trace-id"), QLatin1String("x-request-id"),
    QLatin1String("x-kong-request-id"), QLatin1String("x-amzn-requestid"), QLatin1String("apim-request-id"),
    QLatin1String("x-ms-request-id"), QLatin1String("cf-ray")};
constexpr qsizetype longestNumber = 36; // a UUID

template <typename Names> bool isOneOf(const QString &name, const Names &names)
{
    return std::any_of(names.begin(), names.end(),
        [&name](QLatin1String other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

bool isNumber(const QString &name, const QString &value)
{
    const auto isDigit = [](QChar c) { return QLatin1String("0123456789abcdefABCDEF-").contains(c); };
    return isOneOf(name, numberHeaders) && value.size() <= longestNumber
        && std::all_of(value.begin(), value.end(), isDigit);
}

/// At most `length` characters; no half of a pair of surrogates at the end.
QString beginning(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    return text.left(text.at(length - 1).isHighSurrogate() ? length - 1 : length);
}

QString shortened(const QString &text)
{
    const QString start = beginning(text, longestValue);
    return start.size() < text.size() ? start + QStringLiteral("…") : text;
}

/// The URL with each part of its path hidden that is a key. A part that only shares some letters with the key stays:
/// a placeholder such as "my-cohere-key" would else tear the address apart.
QString shownUrl(const QUrl &url, const redact::Redactor &redactor)
{
    const redact::Redactor anyKey;
    QStringList parts = url.path(QUrl::FullyEncoded).split(u'/');
    for (QString &part : parts) {
        const bool isEndpoint = part == QLatin1String("rerank") || part == QLatin1String("check-api-key");
        if (!isEndpoint && redactor.redacted(part) == QLatin1String("[key]"))
            part = QStringLiteral("[key]");
        else
            part = anyKey.redacted(part);
    }
    return url.toString(QUrl::FullyEncoded | QUrl::RemovePath) + parts.join(u'/');
}

void readRequest(const RequestHead &head, const redact::Redactor &redactor, Exchange &exchange)
{
    const redact::Redactor anyKey; // what the user chose of it may be a key by mistake
    exchange.method = QString::fromLatin1(head.method);
    exchange.url = shownUrl(head.url, redactor);
    for (const RequestHead::Line &line : head.lines) {
        const QString before = anyKey.redacted(QString::fromLatin1(line.before));
        const QString after = anyKey.redacted(QString::fromLatin1(line.after));
        const QString mark = line.holdsKey ? QString::fromLatin1(keyMark) : QString();
        exchange.requestHeaders.append({QString::fromLatin1(line.name), before + mark + after});
    }
    exchange.requestBody = anyKey.redacted(QString::fromUtf8(head.body));
}

QString shownValue(const QString &name, const QByteArray &value, const redact::Redactor &redactor)
{
    if (isOneOf(name, secretHeaders))
        return QStringLiteral("[hidden]");
    const QString text = QString::fromUtf8(value);
    return shortened(isNumber(name, text) ? redactor.withoutKnownKeys(text) : redactor.redacted(text));
}

void readBody(const QByteArray &body, const redact::Redactor &redactor, Exchange &exchange)
{
    // On one line, markup too: line breaks are as good as blanks in JSON and in HTML.
    const QString text = redactor.redacted(QString::fromUtf8(body.left(bodyRead)).simplified());
    exchange.replyBody = beginning(text, longestBody);
    exchange.replyBodyIsCut = body.size() > bodyRead || exchange.replyBody.size() < text.size();
}

} // namespace

Exchange readExchange(const RequestHead &head, const ProbeReply &reply, const redact::Redactor &redactor)
{
    Exchange exchange;
    readRequest(head, redactor, exchange);
    exchange.status = reply.status;
    for (const auto &[name, value] : reply.headers.first(std::min(mostHeaders, reply.headers.size()))) {
        const QString shownName = shortened(redactor.redacted(QString::fromUtf8(name)));
        exchange.replyHeaders.append({shownName, shownValue(shownName, value, redactor)});
    }
    readBody(reply.body, redactor, exchange);
    return exchange;
}

} // namespace probe
