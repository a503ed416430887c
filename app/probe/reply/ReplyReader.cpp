// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/ReplyReader.h"

#include "probe/reply/AnswererSigns.h"
#include "probe/reply/LoginSchemes.h"
#include "probe/reply/ReplyBody.h"
#include "probe/reply/ReplyMessages.h"
#include "probe/reply/RetryAfter.h"
#include "redact/Redactor.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QUrl>

#include <algorithm>
#include <array>

namespace probe {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype longestMessage = 300;
constexpr qsizetype longestSign = 100;
constexpr qsizetype mostSigns = 8;
/// What is read of a longer text, long before it is redacted and cut for a person.
constexpr qsizetype longestRead = 4096;

/// Cohere's edge, as in many public threads: <title>403</title>403 Forbidden. nginx writes
/// <title>403 Forbidden</title>, which is another matter.
bool isEdgePage(const QByteArray &body)
{
    const QByteArray page = body.left(longestRead).toLower();
    return page.contains("<title>403</title>") && page.contains("403 forbidden");
}

/// The page of a company's network that lets nobody through, whatever its status: Palo Alto Networks send it with 503,
/// FortiGate with 200 (fingerprints of block pages, ooni/blocking-fingerprints).
bool isBlockPage(const QByteArray &body)
{
    constexpr std::array words{"blocked in accordance with company policy", "violation of your internet usage policy"};
    const QByteArray page = body.left(qsizetype{64} * 1024).toLower();
    return std::any_of(words.begin(), words.end(), [&page](const char *text) { return page.contains(text); });
}

/// An index and a score for each document, as the reference of /v2/rerank has it, beside "id" and "meta". A search
/// engine sends "results" too.
bool areRerankResults(const QJsonObject &body)
{
    const QJsonArray list = body.value("results"_L1).toArray();
    if (list.isEmpty())
        return body.value("results"_L1).isArray() && body.contains("id"_L1) && body.contains("meta"_L1);
    return std::all_of(list.begin(), list.end(), [](const QJsonValue &result) {
        const QJsonObject object = result.toObject();
        return object.value("index"_L1).isDouble() && object.value("relevance_score"_L1).isDouble();
    });
}

Meaning meaningOfSuccess(ProbeId id, const ReplyBody &body)
{
    if (body.kind == ReplyBody::Kind::Markup)
        return Meaning::LoginPage;
    if (id == ProbeId::Rerank && areRerankResults(body.object))
        return Meaning::RerankResults;
    const QJsonValue valid = body.object.value("valid"_L1);
    if (id == ProbeId::CheckApiKey && valid.isBool())
        return valid.toBool() ? Meaning::KeyValid : Meaning::KeyInvalid;
    return Meaning::UnexpectedReply;
}

template <std::size_t count> bool saysOneOf(const QString &message, const std::array<QLatin1String, count> &parts)
{
    return std::any_of(parts.begin(), parts.end(),
        [&message](QLatin1String part) { return message.contains(part, Qt::CaseInsensitive); });
}

/// Cohere says it with 404; LiteLLM, Infinity and others with 400 (litellm/proxy/route_llm_request.py).
bool namesAMissingModel(int status, const QString &message)
{
    constexpr std::array missing{"not found"_L1, "removed"_L1, "does not exist"_L1, "invalid model name"_L1};
    return (status == 400 || status == 404) && message.contains("model"_L1, Qt::CaseInsensitive)
        && saysOneOf(message, missing);
}

/// Some gateways refuse the caller with another status than 401: LiteLLM says with 400 and 429 that a budget is used
/// up (litellm/proxy/auth/auth_exception_handler.py), Hugging Face with 400 that a token is not valid. The request is
/// right then, and waiting for a minute does not help.
bool refusesTheCaller(int status, const QString &message)
{
    constexpr std::array budget{"budget has been exceeded"_L1, "over budget"_L1};
    constexpr std::array login{"api key"_L1, "api-key"_L1, "apikey"_L1, "token seems invalid"_L1, "invalid token"_L1,
        "unauthorized"_L1, "unauthenticated"_L1, "authentication"_L1, "credentials"_L1};
    return ((status == 400 || status == 429) && saysOneOf(message, budget))
        || (status == 400 && saysOneOf(message, login));
}

Meaning meaningOf(const ProbeReply &reply, const ReplyBody &body)
{
    if (reply.status == 407 || reply.failure == NetworkFailure::ProxyLoginNeeded)
        return Meaning::ProxyLogin;
    if (reply.status == 0)
        return Meaning::NoReply;
    const bool isPage = body.kind == ReplyBody::Kind::Markup;
    if (isPage && (reply.status == 200 || reply.status >= 500) && isBlockPage(reply.body))
        return Meaning::Forbidden;
    if (reply.status == 200)
        return meaningOfSuccess(reply.id, body);
    if (reply.status > 200 && reply.status <= 299)
        return isPage ? Meaning::LoginPage : Meaning::UnexpectedReply;
    if (reply.status == 403 && isPage && isEdgePage(reply.body))
        return Meaning::EdgeBlocked;
    const DocumentedMessage *documented =
        body.messageInCoheresPlace ? findDocumentedMessage(reply.status, body.message) : nullptr;
    if (documented != nullptr)
        return documented->meaning;
    if (namesAMissingModel(reply.status, body.message))
        return Meaning::ModelNotFound;
    return refusesTheCaller(reply.status, body.message) ? Meaning::OtherUnauthorized : meaningOfStatus(reply.status);
}

QString onOneLine(const redact::Redactor &redactor, const QString &text, qsizetype longest)
{
    // Again after the blanks are joined, which may bring the two ends of a secret together.
    const QString line = redactor.redacted(redactor.redacted(text.left(longestRead)).simplified());
    return line.size() <= longest ? line : line.left(longest - 1) + QChar(0x2026);
}

/// Scheme, host and port: a path or a query may hold anything, a key as well.
QString redirectTargetOf(const ProbeReply &reply)
{
    const QUrl url(QString::fromUtf8(reply.header("location").left(longestRead)), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.scheme().isEmpty())
        return {};
    QUrl target;
    target.setScheme(url.scheme());
    target.setHost(url.host());
    target.setPort(url.port());
    return target.toString();
}

/// Compressed, although nobody asked for that: what it says cannot be read.
bool isCompressed(const ProbeReply &reply)
{
    const QByteArray coding = reply.header("content-encoding").trimmed();
    return !coding.isEmpty() && coding.compare("identity", Qt::CaseInsensitive) != 0;
}

std::optional<qint64> clockAhead(const ProbeReply &reply, const QDateTime &now)
{
    const std::optional<QDateTime> served = readHttpDate(reply.header("date"));
    return served ? std::optional(served->secsTo(now)) : std::nullopt;
}

} // namespace

bool Reading::keyAccepted() const
{
    switch (meaning) {
    case Meaning::RerankResults:
        return true;
    case Meaning::KeyValid:
    case Meaning::Billing:
    case Meaning::ModelNotFound:
    case Meaning::RequestInvalid:
    case Meaning::RateLimited:
    case Meaning::QuotaUsedUp:
    case Meaning::ContentBlocked:
        // Anything may answer 429 or 400: only Cohere's own answer says something about the key.
        return answerer == Answerer::Cohere;
    default:
        return false;
    }
}

Reading readReply(const ProbeReply &reply, const redact::Redactor &redactor, const QDateTime &now)
{
    const ReplyBody body = isCompressed(reply) ? ReplyBody() : readBody(reply.body.left(maximumBody));

    Reading reading;
    reading.meaning = meaningOf(reply, body);
    const AnswererSigns answerer = readAnswerer(reply, body, reading.meaning);
    reading.answerer = answerer.answerer;
    reading.trialKey = answerer.trialKey;
    reading.gateway = answerer.gateway;
    reading.passedBy = answerer.passedBy;
    for (const QString &sign : answerer.signs.first(std::min(mostSigns, answerer.signs.size())))
        reading.signs += onOneLine(redactor, sign, longestSign);
    reading.message = onOneLine(redactor, body.message, longestMessage);
    if (reading.meaning == Meaning::Redirect) {
        reading.redirectTarget = onOneLine(redactor, redirectTargetOf(reply), longestMessage);
        reading.redirectsToLogin = pointsToLogin(reply);
    }
    const QStringList schemes = loginSchemes(reply);
    for (const QString &scheme : schemes)
        reading.loginSchemes += onOneLine(redactor, scheme, longestSign);
    reading.clockAheadSeconds = clockAhead(reply, now);
    reading.retryAfterSeconds =
        retryAfterSeconds(reply, reading.meaning, body.message, now.addSecs(-reading.clockAheadSeconds.value_or(0)));
    return reading;
}

} // namespace probe
