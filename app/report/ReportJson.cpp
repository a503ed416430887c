// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportJson.h"

#include "inspect/CharacterName.h"
#include "report/CauseJson.h"
#include "report/ReportPage.h"
#include "sources/Clients.h"
#include "words/CauseWords.h"
#include "words/EvidenceWords.h"
#include "words/FixWords.h"
#include "words/ReportIds.h"
#include "words/ReportWords.h"

#include <QJsonArray>

namespace report {

namespace {

using words::ReportWords;

QJsonObject programJson(const CaseReport &report)
{
    return {
        {QStringLiteral("version"), report.programVersion},
        {QStringLiteral("system"), report.system},
        {QStringLiteral("qt"), report.qtVersion},
    };
}

QJsonValue clientJson(const sources::Client *client, const QString &version)
{
    if (client == nullptr)
        return QJsonValue::Null;
    QJsonObject object{{QStringLiteral("id"), client->id}, {QStringLiteral("name"), client->name}};
    if (!version.isEmpty())
        object.insert(QStringLiteral("version"), version);
    return object;
}

QJsonObject findingJson(const ReportedFinding &finding)
{
    QJsonObject object{
        {QStringLiteral("id"), words::id(finding.kind)},
        {QStringLiteral("class"), words::id(finding.detail)},
        {QStringLiteral("offset"), finding.offset},
        {QStringLiteral("length"), finding.length},
        {QStringLiteral("action"), words::id(finding.action)},
    };
    if (finding.codePoint != 0) {
        object.insert(QStringLiteral("codePoint"), inspect::codePointText(finding.codePoint));
        object.insert(QStringLiteral("name"), inspect::characterName(finding.codePoint));
    }
    return object;
}

QJsonObject keyJson(const CaseReport &report)
{
    const ReportedKey &key = report.key;
    QJsonArray findings;
    for (const ReportedFinding &finding : key.findings)
        findings.append(findingJson(finding));
    return {
        {QStringLiteral("atHand"), report.keyAtHand},
        {QStringLiteral("present"), key.present},
        {QStringLiteral("length"), key.length},
        {QStringLiteral("fingerprint"), key.fingerprint},
        {QStringLiteral("fingerprintAloud"), ReportWords::spelled(key.fingerprint)},
        {QStringLiteral("findings"), findings},
        {QStringLiteral("findingCount"), key.findingCount},
        {QStringLiteral("cleaned"),
            QJsonObject{
                {QStringLiteral("changed"), key.cleanedDiffers},
                {QStringLiteral("length"), key.cleanedLength},
                {QStringLiteral("fingerprint"), key.cleanedFingerprint},
            }},
    };
}

QJsonObject placeJson(const ReportedPlace &place)
{
    QJsonArray findings;
    for (const inspect::FindingKind kind : place.findings)
        findings.append(words::id(kind));
    QJsonObject object{
        {QStringLiteral("kind"), words::id(place.kind)},
        {QStringLiteral("tested"), place.tested},
        {QStringLiteral("variable"), place.variable},
        {QStringLiteral("set"), place.set},
        {QStringLiteral("present"), place.present},
        {QStringLiteral("reference"), place.reference},
        {QStringLiteral("length"), place.length},
        {QStringLiteral("fingerprint"), place.fingerprint},
        {QStringLiteral("findings"), findings},
        {QStringLiteral("readBy"), QJsonArray::fromStringList(place.readBy)},
        {QStringLiteral("standing"), words::id(place.standing)},
    };
    if (!place.file.isEmpty()) {
        object.insert(QStringLiteral("file"), place.file);
        object.insert(QStringLiteral("line"), place.line);
        object.insert(QStringLiteral("tracked"), place.tracked);
    }
    if (!place.program.isEmpty())
        object.insert(QStringLiteral("program"), QString(place.program));
    if (place.process != 0)
        object.insert(QStringLiteral("process"), place.process);
    if (place.since.isValid())
        object.insert(QStringLiteral("since"), place.since.toUTC().toString(Qt::ISODate));
    return object;
}

/// Places are named by their numbers in the array of places, from 0.
QJsonObject problemJson(const ReportedProblem &problem)
{
    QJsonObject object{{QStringLiteral("id"), words::id(problem.problem)}};
    if (problem.place)
        object.insert(QStringLiteral("place"), static_cast<qint64>(*problem.place));
    if (problem.other)
        object.insert(QStringLiteral("other"), static_cast<qint64>(*problem.other));
    return object;
}

QJsonObject answererJson(const ReportedProbe &probe)
{
    QJsonObject answerer{{QStringLiteral("who"), words::id(probe.answerer)}};
    if (!probe.gateway.isEmpty())
        answerer.insert(QStringLiteral("gateway"), QString(probe.gateway));
    QJsonArray passedBy;
    for (const QLatin1String product : probe.passedBy)
        passedBy.append(QString(product));
    if (!passedBy.isEmpty())
        answerer.insert(QStringLiteral("passedBy"), passedBy);
    return answerer;
}

QJsonObject probeJson(const ReportedProbe &probe)
{
    QJsonObject object{
        {QStringLiteral("id"), words::id(probe.id)},
        {QStringLiteral("outcome"), words::id(probe.outcome)},
        {QStringLiteral("elapsedMs"), probe.elapsedMs},
    };
    if (probe.variant != probe::Variant::None)
        object.insert(QStringLiteral("variant"), words::id(probe.variant));
    if (probe.failure)
        object.insert(QStringLiteral("failure"), words::id(*probe.failure));
    if (probe.status != 0) {
        object.insert(QStringLiteral("status"), probe.status);
        object.insert(QStringLiteral("meaning"), words::id(probe.meaning));
        object.insert(QStringLiteral("answeredBy"), answererJson(probe));
    }
    if (!probe.message.isEmpty())
        object.insert(QStringLiteral("message"), QString(probe.message));
    if (probe.retryAfterSeconds)
        object.insert(QStringLiteral("retryAfterSeconds"), *probe.retryAfterSeconds);
    return object;
}

QString hostKind(const ReportedRoute &route)
{
    if (route.practice)
        return QStringLiteral("practice");
    return route.cohereHost.isEmpty() ? QStringLiteral("another") : route.cohereHost;
}

QJsonObject routeJson(const ReportedRoute &route)
{
    QJsonObject object{
        {QStringLiteral("host"), hostKind(route)},
        {QStringLiteral("endpoint"), words::id(route.endpoint)},
    };
    if (route.targetFailure)
        object.insert(QStringLiteral("baseUrlProblem"), words::id(*route.targetFailure));
    if (route.proxyKnown) {
        QJsonObject proxy{
            {QStringLiteral("used"), route.proxyUsed}, {QStringLiteral("reason"), words::id(route.proxyReason)}};
        if (route.proxyUsed) {
            proxy.insert(QStringLiteral("kind"), route.proxySocks ? QStringLiteral("socks") : QStringLiteral("http"));
            proxy.insert(QStringLiteral("login"), route.proxyLogin);
        }
        object.insert(QStringLiteral("proxy"), proxy);
    }
    if (!route.issuer.isEmpty() || route.certificate != probe::CertificateProblem::None) {
        QJsonObject certificate{
            {QStringLiteral("issuer"), route.issuer}, {QStringLiteral("problem"), words::id(route.certificate)}};
        if (!route.inspector.isEmpty())
            certificate.insert(QStringLiteral("inspector"), QString(route.inspector));
        object.insert(QStringLiteral("certificate"), certificate);
    }
    if (route.clockAheadSeconds)
        object.insert(QStringLiteral("clockAheadSeconds"), *route.clockAheadSeconds);
    return object;
}

QJsonArray causesJson(const CaseReport &report)
{
    QJsonArray causes;
    for (const ReportedCause &cause : report.causes) {
        causes.append(QJsonObject{
            {QStringLiteral("id"), words::id(cause.cause)},
            {QStringLiteral("status"), words::id(cause.status)},
            {QStringLiteral("title"), words::CauseWords::title(cause.cause)},
        });
    }
    return causes;
}

QJsonArray stepsJson(const CaseReport &report)
{
    QJsonArray steps;
    for (const diagnosis::FixStep &step : nextSteps(report)) {
        QJsonObject object{{QStringLiteral("text"), words::FixWords::sentence(step, report.fixes)}};
        if (!step.command.isEmpty())
            object.insert(QStringLiteral("command"), step.command);
        if (!step.link.isEmpty())
            object.insert(QStringLiteral("link"), step.link);
        steps.append(object);
    }
    return steps;
}

QJsonObject errorTextJson(const ReportedErrorText &errorText)
{
    QJsonArray sightings;
    for (const ReportedErrorText::Sighting &sighting : errorText.sightings) {
        QJsonObject object{{QStringLiteral("id"), words::id(sighting.sign)}, {QStringLiteral("line"), sighting.line}};
        if (sighting.status != 0)
            object.insert(QStringLiteral("status"), sighting.status);
        if (!sighting.message.isEmpty())
            object.insert(QStringLiteral("message"), QString(sighting.message));
        sightings.append(object);
    }
    QJsonArray offsets;
    for (const qsizetype offset : errorText.offsets)
        offsets.append(offset);
    return {
        {QStringLiteral("sightings"), sightings},
        {QStringLiteral("characterOffsets"), offsets},
        {QStringLiteral("client"), clientJson(errorText.client, errorText.clientVersion)},
        {QStringLiteral("keysMasked"), errorText.keysMasked},
        {QStringLiteral("cutOff"), errorText.cutOff},
    };
}

QJsonArray answersJson(const CaseReport &report)
{
    QJsonArray answers;
    for (const guide::Answered &answer : report.answers) {
        const QString sentence =
            words::EvidenceWords::sentence({.fact = diagnosis::Fact::UserSaid, .answer = answer}, 0);
        if (!sentence.isEmpty())
            answers.append(sentence);
    }
    return answers;
}

template <typename Value, typename ToJson> QJsonArray arrayOf(const std::vector<Value> &values, ToJson toJson)
{
    QJsonArray array;
    for (const Value &value : values)
        array.append(toJson(value));
    return array;
}

} // namespace

QJsonObject reportJson(const CaseReport &report)
{
    QJsonObject object{
        {QStringLiteral("schema"), schema},
        {QStringLiteral("caseNumber"), report.caseNumber},
        {QStringLiteral("time"), reportTime(report)},
        {QStringLiteral("program"), programJson(report)},
        {QStringLiteral("client"), clientJson(report.client, {})},
        {QStringLiteral("verdict"), words::id(report.verdict)},
        {QStringLiteral("summary"), reportSummary(report)},
        {QStringLiteral("cancelled"), report.cancelled},
        {QStringLiteral("nextSteps"), stepsJson(report)},
        {QStringLiteral("causes"), causesJson(report)},
        {QStringLiteral("key"), keyJson(report)},
        {QStringLiteral("places"), arrayOf(report.places, placeJson)},
        {QStringLiteral("problems"), arrayOf(report.problems, problemJson)},
        {QStringLiteral("probes"), arrayOf(report.probes, probeJson)},
        {QStringLiteral("route"), routeJson(report.route)},
    };
    if (report.errorText)
        object.insert(QStringLiteral("errorText"), errorTextJson(*report.errorText));
    if (!report.answers.empty())
        object.insert(QStringLiteral("answers"), answersJson(report));
    return object;
}

} // namespace report
