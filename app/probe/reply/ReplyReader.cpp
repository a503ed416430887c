// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/ReplyReader.h"

#include "probe/reply/AnswererSigns.h"
#include "probe/reply/LoginSchemes.h"
#include "probe/reply/ReplyBody.h"
#include "probe/reply/ReplyMessages.h"
#include "probe/reply/RetryAfter.h"
#include "redact/Redactor.h"

#include <QJsonValue>
#include <QUrl>

#include <algorithm>

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

Meaning meaningOfSuccess(ProbeId id, const ReplyBody &body)
{
    if (body.kind == ReplyBody::Kind::Markup)
        return Meaning::LoginPage;
    if (id == ProbeId::Rerank && body.object.value("results"_L1).isArray())
        return Meaning::RerankResults;
    const QJsonValue valid = body.object.value("valid"_L1);
    if (id == ProbeId::CheckApiKey && valid.isBool())
        return valid.toBool() ? Meaning::KeyValid : Meaning::KeyInvalid;
    return Meaning::UnexpectedReply;
}

bool namesAMissingModel(const QString &message)
{
    const auto says = [&message](QLatin1String words) { return message.contains(words, Qt::CaseInsensitive); };
    return says("model"_L1) && (says("not found"_L1) || says("removed"_L1));
}

Meaning meaningOf(const ProbeReply &reply, const ReplyBody &body)
{
    if (reply.status == 407 || reply.failure == NetworkFailure::ProxyLoginNeeded)
        return Meaning::ProxyLogin;
    if (reply.status == 0)
        return Meaning::NoReply;
    if (reply.status == 200)
        return meaningOfSuccess(reply.id, body);
    if (reply.status > 200 && reply.status <= 299)
        return body.kind == ReplyBody::Kind::Markup ? Meaning::LoginPage : Meaning::UnexpectedReply;
    if (reply.status == 403 && body.kind == ReplyBody::Kind::Markup && isEdgePage(reply.body))
        return Meaning::EdgeBlocked;
    if (body.messageInCoheresPlace) {
        if (const DocumentedMessage *row = findDocumentedMessage(reply.status, body.message))
            return row->meaning;
        if (reply.status == 404 && namesAMissingModel(body.message))
            return Meaning::ModelNotFound;
    }
    return meaningOfStatus(reply.status);
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
    const ReplyBody body = readBody(reply.body.left(maximumBody));

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
    if (reading.meaning == Meaning::Redirect)
        reading.redirectTarget = onOneLine(redactor, redirectTargetOf(reply), longestMessage);
    const QStringList schemes = loginSchemes(reply);
    for (const QString &scheme : schemes)
        reading.loginSchemes += onOneLine(redactor, scheme, longestSign);
    reading.clockAheadSeconds = clockAhead(reply, now);
    reading.retryAfterSeconds =
        retryAfterSeconds(reply, reading.meaning, body.message, now.addSecs(-reading.clockAheadSeconds.value_or(0)));
    return reading;
}

} // namespace probe
