// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Trials.h"

#include "probe/Variants.h"

#include <QRegularExpression>

namespace diagnosis {

using probe::Meaning;
using probe::ProbeId;
using probe::Variant;

namespace {

/// Request numbers, times and ids differ from answer to answer.
QString withoutNumbers(const QString &message)
{
    static const QRegularExpression numbers(QStringLiteral("[0-9a-f]*[0-9][0-9a-f-]*"));
    return message.toLower().replace(numbers, QStringLiteral("#"));
}

} // namespace

const ProbeResult *trial(const Evidence &evidence, Variant variant)
{
    const ProbeResult *result = evidence.find(ProbeId::Rerank, variant);
    return result != nullptr && result->outcome != ProbeResult::Outcome::Skipped ? result : nullptr;
}

const ProbeResult *plainCall(const Evidence &evidence)
{
    const ProbeResult *asGiven = trial(evidence, Variant::AsGiven);
    return asGiven != nullptr || evidence.inspection.headerSafe ? asGiven : trial(evidence, Variant::Cleaned);
}

bool isSameAnswer(const ProbeResult &a, const ProbeResult &b)
{
    return a.reply.failure == b.reply.failure && a.reply.status == b.reply.status
        && a.reading.meaning == b.reading.meaning && a.reading.answerer == b.reading.answerer
        && withoutNumbers(a.reading.message) == withoutNumbers(b.reading.message);
}

bool isComparable(const ProbeResult &result)
{
    return !result.reply.failure && result.reading.meaning != Meaning::RateLimited
        && result.reading.meaning != Meaning::ServiceError;
}

const ProbeResult *pathThatLeads(const Evidence &evidence)
{
    if (const ProbeResult *judged = firstJudged(evidence, probe::pathVariants))
        return judged;
    const ProbeResult *plain = plainCall(evidence);
    const ProbeResult *once = trial(evidence, Variant::PathOnce);
    if (plain == nullptr || once == nullptr || plain->reading.meaning != Meaning::PathNotFound)
        return nullptr;
    const Meaning meaning = once->reading.meaning;
    return meaning == Meaning::OtherUnauthorized || meaning == Meaning::Forbidden || meaning == Meaning::NoKeyArrived
        ? once
        : nullptr;
}

bool isJudgedByService(const ProbeResult &result)
{
    const bool refused = result.reading.meaning == Meaning::KeyUnknown || result.reading.meaning == Meaning::KeyExpired;
    return result.reading.keyAccepted() || (refused && result.reading.answerer == probe::Answerer::Cohere);
}

} // namespace diagnosis
