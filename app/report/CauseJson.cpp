// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CauseJson.h"

#include "words/CauseWords.h"
#include "words/EvidenceWords.h"
#include "words/FixWords.h"
#include "words/Ids.h"

#include <QJsonObject>

namespace report {

namespace {

QJsonObject causeJson(const diagnosis::CauseFound &found, const diagnosis::FixContext &context, qsizetype keyLength)
{
    QJsonArray evidence;
    for (const diagnosis::EvidenceItem &item : found.evidence)
        evidence.append(words::EvidenceWords::sentence(item, keyLength));
    QJsonArray steps;
    if (found.status != diagnosis::Status::RuledOut) {
        for (const diagnosis::FixStep &step : diagnosis::fixPlan(found.cause, context)) {
            QString text = words::FixWords::sentence(step, context);
            for (const QString &further : {step.command, step.link}) {
                if (!further.isEmpty())
                    text += QLatin1Char('\n') + further;
            }
            steps.append(text);
        }
    }
    return {
        {QStringLiteral("id"), words::id(found.cause)},
        {QStringLiteral("status"), words::id(found.status)},
        {QStringLiteral("title"), words::CauseWords::title(found.cause)},
        {QStringLiteral("evidence"), evidence},
        {QStringLiteral("steps"), steps},
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
