// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CauseJson.h"

#include "words/CauseWords.h"
#include "words/EvidenceWords.h"
#include "words/FixWords.h"
#include "words/Ids.h"

#include <QJsonObject>

namespace report {

namespace {

QJsonObject fixJson(const diagnosis::FixStep &step, const diagnosis::FixContext &context)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {
        {QStringLiteral("step"), words::FixWords::sentence(step, context)},
        {QStringLiteral("command"), orNull(step.command)},
        {QStringLiteral("link"), orNull(step.link)},
        {QStringLiteral("expect"), orNull(words::FixWords::expectation(step, context))},
    };
}

QJsonObject causeJson(const diagnosis::CauseFound &found, const diagnosis::FixContext &context, qsizetype keyLength)
{
    QJsonArray evidence;
    for (const diagnosis::EvidenceItem &item : found.evidence)
        evidence.append(words::EvidenceWords::sentence(item, keyLength));
    QJsonArray steps;
    QJsonArray fix;
    if (found.status != diagnosis::Status::RuledOut) {
        for (const diagnosis::FixStep &step : diagnosis::fixPlan(found.cause, context)) {
            QString text = words::FixWords::sentence(step, context);
            for (const QString &further : {step.command, step.link}) {
                if (!further.isEmpty())
                    text += QLatin1Char('\n') + further;
            }
            steps.append(text);
            fix.append(fixJson(step, context));
        }
    }
    return {
        {QStringLiteral("id"), words::id(found.cause)},
        {QStringLiteral("status"), words::id(found.status)},
        {QStringLiteral("title"), words::CauseWords::title(found.cause)},
        {QStringLiteral("evidence"), evidence},
        {QStringLiteral("steps"), steps},
        {QStringLiteral("fix"), fix},
    };
}

} // namespace

QJsonArray causesJson(const diagnosis::Diagnosis &diagnosis, const diagnosis::FixContext &context, qsizetype keyLength)
{
    QJsonArray causes;
    for (const diagnosis::CauseFound &found : diagnosis.causes)
        causes.append(causeJson(found, context, keyLength));
    return causes;
}

} // namespace report
