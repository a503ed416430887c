// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportPage.h"

#include "inspect/CharacterName.h"
#include "sources/Clients.h"
#include "words/CauseWords.h"
#include "words/EvidenceWords.h"
#include "words/FailureWords.h"
#include "words/FixWords.h"
#include "words/Ids.h"
#include "words/PlaceWords.h"
#include "words/ProbeWords.h"
#include "words/ReportWords.h"
#include "words/TrialWords.h"
#include "words/VerdictWords.h"

#include <utility>

namespace report {

namespace {

using words::ReportWords;
using Label = ReportWords::Label;

QStringList labels(std::initializer_list<Label> columns)
{
    QStringList texts;
    for (const Label column : columns)
        texts.append(ReportWords::label(column));
    return texts;
}

ReportTable facts(const QString &heading)
{
    return {heading, labels({Label::Name, Label::Value}), {}, {}};
}

void addFact(ReportTable &table, Label label, const QString &value)
{
    if (!value.isEmpty())
        table.rows.push_back({ReportWords::label(label), value});
}

/// The place again as words/PlaceWords wants it, with what a report holds of it alone.
sources::Place placeOf(const ReportedPlace &shown)
{
    sources::Place place;
    place.kind = shown.kind;
    place.name = shown.variable;
    place.file = shown.file;
    place.line = shown.line;
    place.holder = shown.program;
    const bool wantsProgram =
        shown.kind == sources::PlaceKind::RunningProgram || shown.kind == sources::PlaceKind::LoginShell;
    if (wantsProgram && shown.program.isEmpty())
        place.holder = ReportWords::someProgram();
    place.process = shown.process;
    place.since = shown.since;
    place.set = shown.set;
    place.present = shown.present;
    place.fingerprint = shown.fingerprint;
    return place;
}

ReportTable causesTable(const CaseReport &report)
{
    ReportTable table{ReportWords::causesHeading(), labels({Label::Cause, Label::Status, Label::Id}), {}, {}};
    for (const ReportedCause &cause : report.causes) {
        table.rows.push_back(
            {words::CauseWords::title(cause.cause), words::CauseWords::status(cause.status), words::id(cause.cause)});
    }
    return table;
}

ReportTable keyTable(const CaseReport &report)
{
    const ReportedKey &key = report.key;
    ReportTable table = facts(ReportWords::keyHeading());
    if (!report.keyAtHand) {
        table.notes.append(ReportWords::noKeyAtHand());
        return table;
    }
    if (!key.present) {
        table.notes.append(ReportWords::noKey());
        return table;
    }
    addFact(table, Label::Length, ReportWords::length(key.length));
    addFact(table, Label::Fingerprint, key.fingerprint);
    addFact(table, Label::FingerprintAloud, ReportWords::spelled(key.fingerprint));
    if (key.cleanedDiffers)
        addFact(table, Label::Cleaned, ReportWords::cleaned(key.cleanedLength, key.cleanedFingerprint));
    return table;
}

ReportTable findingsTable(const CaseReport &report)
{
    ReportTable table{ReportWords::findingsHeading(),
        labels({Label::Characters, Label::Class, Label::Character, Label::Act}), {}, {}};
    for (const ReportedFinding &finding : report.key.findings) {
        const QString character = finding.codePoint == 0
            ? QString()
            : inspect::codePointText(finding.codePoint) + QLatin1Char(' ') + inspect::characterName(finding.codePoint);
        table.rows.push_back({ReportWords::position(finding, report.key.length), ReportWords::finding(finding.detail),
            character, ReportWords::act(finding.action)});
    }
    const qsizetype more = report.key.findingCount - static_cast<qsizetype>(report.key.findings.size());
    if (more > 0)
        table.notes.append(ReportWords::moreFindings(more));
    return table;
}

ReportTable placesTable(const CaseReport &report)
{
    ReportTable table{ReportWords::placesHeading(),
        labels({Label::Number, Label::Place, Label::Content, Label::Fingerprint, Label::Findings, Label::Use}), {},
        problemSentences(report)};
    int number = 0;
    for (const ReportedPlace &place : report.places) {
        QStringList findings;
        for (const inspect::FindingKind kind : place.findings)
            findings.append(ReportWords::kind(kind));
        table.rows.push_back(
            {QString::number(++number), words::PlaceWords::nameAndWhere(placeOf(place)), ReportWords::content(place),
                place.fingerprint, findings.join(QLatin1String(", ")), ReportWords::use(place)});
    }
    return table;
}

ReportTable triedTable(const CaseReport &report)
{
    ReportTable table{
        ReportWords::triedHeading(), labels({Label::Tried, Label::Result, Label::Answer, Label::AnsweredBy}), {}, {}};
    for (const ReportedProbe &probe : report.probes) {
        table.rows.push_back(
            {words::ProbeWords::name(probe.id, probe.variant), words::ProbeWords::outcome(probe.outcome, probe.failure),
                ReportWords::answer(probe), ReportWords::answerer(probe)});
    }
    return table;
}

ReportTable routeTable(const CaseReport &report)
{
    const ReportedRoute &route = report.route;
    ReportTable table = facts(ReportWords::routeHeading());
    if (route.targetFailure) {
        table.notes.append(words::FailureWords::sentence(*route.targetFailure));
        return table;
    }
    addFact(table, Label::Host, ReportWords::host(route));
    if (route.proxyKnown)
        addFact(table, Label::Proxy, ReportWords::proxy(route));
    const QString product(route.inspector);
    addFact(table, Label::Issuer,
        product.isEmpty() || route.issuer == product ? route.issuer
                                                     : route.issuer + QLatin1String(" (") + product + QLatin1Char(')'));
    addFact(table, Label::Certificate, ReportWords::certificate(route.certificate));
    if (route.clockAheadSeconds)
        addFact(table, Label::Clock, ReportWords::clock(*route.clockAheadSeconds));
    if (const QString note = words::TrialWords::endpoint(route.endpoint); !note.isEmpty())
        table.notes.append(note);
    return table;
}

QString clientText(const sources::Client *client, const QString &version)
{
    if (client == nullptr)
        return ReportWords::unknownClient();
    const QString name = client->name + QLatin1String(" (") + client->id + QLatin1Char(')');
    return version.isEmpty() ? name : ReportWords::programAndVersion(name, version);
}

ReportTable errorTextTable(const ReportedErrorText &errorText)
{
    ReportTable table = facts(ReportWords::errorTextHeading());
    for (const ReportedErrorText::Sighting &sighting : errorText.sightings) {
        table.rows.push_back({ReportWords::label(Label::Line) + QLatin1Char(' ') + QString::number(sighting.line),
            ReportWords::said(sighting.status, ReportWords::sign(sighting.sign), sighting.message)});
    }
    for (const qsizetype offset : errorText.offsets)
        addFact(table, Label::Character, QString::number(offset + 1));
    if (errorText.client != nullptr)
        addFact(table, Label::Client, clientText(errorText.client, errorText.clientVersion));
    if (errorText.keysMasked > 0)
        addFact(table, Label::KeysMasked, QString::number(errorText.keysMasked));
    return table;
}

ReportTable answersTable(const CaseReport &report)
{
    ReportTable table{ReportWords::answersHeading(), {}, {}, {}};
    for (const guide::Answered &answer : report.answers) {
        const QString sentence =
            words::EvidenceWords::sentence({.fact = diagnosis::Fact::UserSaid, .answer = answer}, 0);
        if (!sentence.isEmpty())
            table.notes.append(sentence);
    }
    return table;
}

ReportTable circumstancesTable(const CaseReport &report)
{
    ReportTable table = facts(ReportWords::circumstancesHeading());
    addFact(table, Label::CaseNumber, report.caseNumber);
    addFact(table, Label::CaseNumberAloud, ReportWords::spelledCaseNumber(report.caseNumber));
    addFact(table, Label::Time, reportTime(report));
    addFact(table, Label::Program,
        ReportWords::programAndVersion(QStringLiteral("Rerank Key Doctor"), report.programVersion));
    addFact(table, Label::System, report.system + QLatin1String(", Qt ") + report.qtVersion);
    addFact(table, Label::Client, clientText(report.client, {}));
    return table;
}

} // namespace

QString reportSummary(const CaseReport &report)
{
    // The same words as elsewhere, from the outcome alone: findings name characters, which not all may be told.
    diagnosis::Diagnosis outcome;
    outcome.verdict = report.verdict;
    for (const ReportedCause &cause : report.causes)
        outcome.causes.push_back({cause.cause, cause.status, {}});
    diagnosis::Evidence evidence;
    evidence.baseIsPractice = report.route.practice;
    evidence.cancelled = report.cancelled;
    if (report.errorText)
        evidence.errorText.emplace();
    return words::VerdictWords::summary(outcome, evidence);
}

QString reportTime(const CaseReport &report)
{
    return report.time.toOffsetFromUtc(report.time.offsetFromUtc()).toString(Qt::ISODate);
}

QStringList problemSentences(const CaseReport &report)
{
    QStringList sentences;
    for (const ReportedProblem &problem : report.problems) {
        if (!problem.place)
            continue;
        sources::PlaceFinding finding{problem.problem, placeOf(report.places.at(*problem.place)), {}, false, {}};
        if (problem.other)
            finding.other = placeOf(report.places.at(*problem.other));
        sentences.append(words::PlaceWords::problem(finding));
    }
    return sentences;
}

ReportPage reportPage(const CaseReport &report)
{
    ReportPage page;
    page.title = ReportWords::title(report.caseNumber);
    page.summary = reportSummary(report);
    const bool works = report.verdict == diagnosis::Verdict::Works;
    if (!works || report.causes.empty())
        page.introduction.append(words::VerdictWords::verdict(report.verdict) + QLatin1Char('.'));
    if (!works && !report.causes.empty())
        page.introduction.append(words::CauseWords::explanation(report.causes.front().cause));
    page.nextHeading = ReportWords::nextHeading();
    page.steps = nextSteps(report);
    for (const diagnosis::FixStep &step : page.steps)
        page.stepTexts.append(words::FixWords::sentence(step, report.fixes));
    std::vector<ReportTable> tables{causesTable(report), keyTable(report), findingsTable(report), placesTable(report),
        triedTable(report), routeTable(report)};
    if (report.errorText)
        tables.push_back(errorTextTable(*report.errorText));
    tables.push_back(answersTable(report));
    tables.push_back(circumstancesTable(report));
    for (ReportTable &table : tables) {
        if (!table.rows.empty() || !table.notes.isEmpty())
            page.tables.push_back(std::move(table));
    }
    page.promise = ReportWords::promise();
    return page;
}

} // namespace report
