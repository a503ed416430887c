// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CheckJson.h"

#include "inspect/CharacterName.h"
#include "report/CauseJson.h"
#include "report/ExchangeJson.h"
#include "report/PlaceJson.h"
#include "report/RouteJson.h"
#include "words/FindingWords.h"
#include "words/Ids.h"
#include "words/VerdictWords.h"

#include <QJsonArray>

namespace report {

namespace {

QJsonObject findingJson(const inspect::Finding &finding, qsizetype keyLength)
{
    QJsonObject object{
        {QStringLiteral("id"), words::id(finding.kind)},
        {QStringLiteral("offset"), finding.offset},
        {QStringLiteral("length"), finding.length},
        {QStringLiteral("action"), words::id(finding.action)},
        {QStringLiteral("message"), words::FindingWords::sentence(finding, keyLength)},
    };
    if (finding.detail == inspect::Detail::InvalidUtf8) {
        // A byte that stands for no character has no code point and no Unicode name.
        object.insert(QStringLiteral("byte"), QStringLiteral("0x%1").arg(uint(finding.codePoint), 2, 16));
    } else if (finding.codePoint != 0 || finding.kind == inspect::FindingKind::HiddenCharacters) {
        object.insert(QStringLiteral("codePoint"), inspect::codePointText(finding.codePoint));
        object.insert(QStringLiteral("name"), inspect::characterName(finding.codePoint));
    }
    return object;
}

QJsonObject probeJson(const diagnosis::ProbeResult &result)
{
    QJsonObject object{
        {QStringLiteral("id"), words::id(result.id)},
        {QStringLiteral("outcome"), words::id(result.outcome)},
        {QStringLiteral("elapsedMs"), static_cast<qint64>(result.reply.elapsed.count())},
    };
    if (result.variant != probe::Variant::None)
        object.insert(QStringLiteral("variant"), words::id(result.variant));
    if (result.reply.status != 0)
        object.insert(QStringLiteral("status"), result.reply.status);
    if (!result.reading.message.isEmpty())
        object.insert(QStringLiteral("message"), result.reading.message);
    if (result.exchange)
        object.insert(QStringLiteral("exchange"), exchangeJson(*result.exchange));
    addRoute(result, object);
    return object;
}

} // namespace

QJsonObject keyJson(const inspect::Inspection &inspection, const sources::Place &source)
{
    QJsonArray findings;
    for (const inspect::Finding &finding : inspection.findings)
        findings.append(findingJson(finding, inspection.length));
    return {
        {QStringLiteral("source"), words::id(source.kind)},
        {QStringLiteral("present"), inspection.present},
        {QStringLiteral("length"), inspection.length},
        {QStringLiteral("fingerprint"), inspection.fingerprint},
        {QStringLiteral("masked"), inspection.masked},
        {QStringLiteral("findings"), findings},
        {QStringLiteral("findingCount"), inspection.findingCount},
        {QStringLiteral("cleaned"),
            QJsonObject{
                {QStringLiteral("changed"), inspection.cleaned.changed},
                {QStringLiteral("length"), inspection.cleaned.length},
                {QStringLiteral("fingerprint"), inspection.cleaned.fingerprint},
            }},
    };
}

QJsonObject inspectionJson(const inspect::Inspection &inspection, const sources::Place &source)
{
    return {
        {QStringLiteral("schema"), schema},
        {QStringLiteral("summary"), words::FindingWords::summary(inspection)},
        {QStringLiteral("key"), keyJson(inspection, source)},
        {QStringLiteral("clients"), clientsJson(inspection)},
    };
}

QJsonObject checkJson(const check::CheckResult &result, const diagnosis::FixContext &context)
{
    const diagnosis::Evidence &evidence = result.evidence;
    QJsonArray probes;
    for (const diagnosis::ProbeResult &probe : evidence.probes)
        probes.append(probeJson(probe));
    return {
        {QStringLiteral("schema"), schema},
        {QStringLiteral("verdict"), words::id(result.diagnosis.verdict)},
        {QStringLiteral("summary"), words::VerdictWords::summary(result.diagnosis, evidence)},
        {QStringLiteral("causes"), causesJson(result.diagnosis, context, evidence.inspection.length)},
        {QStringLiteral("key"), keyJson(evidence.inspection, evidence.source)},
        {QStringLiteral("clients"), clientsJson(evidence.inspection)},
        {QStringLiteral("sources"), placesJson(evidence.places)},
        {QStringLiteral("probes"), probes},
    };
}

} // namespace report
