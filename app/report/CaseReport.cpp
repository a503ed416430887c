// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CaseReport.h"

#include "probe/Variants.h"
#include "probe/reply/Gateways.h"
#include "probe/reply/ReplyMessages.h"
#include "probe/route/Inspectors.h"
#include "report/CaseNumber.h"
#include "sources/Clients.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSysInfo>

#include <algorithm>
#include <array>

namespace report {

namespace {

using namespace Qt::Literals::StringLiterals;
using diagnosis::ProbeResult;

/// Stands where something is left out.
constexpr char16_t omission[] = u"…";

QString fingerprintOf(const QString &text)
{
    static const QRegularExpression form(u"^[0-9a-f]{4}-[0-9a-f]{4}$"_s);
    return form.match(text).hasMatch() ? text : QString();
}

/// What can be no part of any key. Not the letters of other scripts and not bytes that are no text: each of them can
/// stand for a character of the key. Not what can spell hidden words either.
char32_t nameableCharacter(const inspect::Finding &finding)
{
    switch (finding.detail) {
    case inspect::Detail::LineBreak:
    case inspect::Detail::Blank:
    case inspect::Detail::ZeroWidth:
    case inspect::Detail::DirectionMark:
    case inspect::Detail::BlankLetter:
    case inspect::Detail::ControlCharacter:
    case inspect::Detail::CurlyQuote:
    case inspect::Detail::Dash:
    case inspect::Detail::Ellipsis:
    case inspect::Detail::BoxDrawing:
    case inspect::Detail::ReplacementCharacter:
        return finding.codePoint;
    default:
        return 0;
    }
}

ReportedKey reportedKey(const inspect::Inspection &inspection)
{
    ReportedKey key;
    key.present = inspection.present;
    key.length = inspection.length;
    key.fingerprint = fingerprintOf(inspection.fingerprint);
    for (const inspect::Finding &finding : inspection.findings) {
        key.findings.push_back(
            {finding.kind, finding.detail, finding.action, finding.offset, finding.length, nameableCharacter(finding)});
    }
    key.findingCount = std::max<qsizetype>(inspection.findingCount, static_cast<qsizetype>(key.findings.size()));
    key.cleanedDiffers = inspection.cleaned.changed;
    key.cleanedLength = inspection.cleaned.length;
    key.cleanedFingerprint = fingerprintOf(inspection.cleaned.fingerprint);
    return key;
}

/// "python3" of "/usr/bin/python3 app.py", where everybody has such a program.
QLatin1String knownProgram(const QString &holder)
{
    static constexpr std::array known{"bash", "zsh", "fish", "sh", "dash", "ksh", "pwsh", "powershell", "cmd", "python",
        "python3", "node", "java", "ruby", "php", "deno", "bun", "jupyter", "code", "systemd", "tmux"};
    const QString word = holder.section(u' ', 0, 0).section(u'/', -1);
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const char *name) { return word == QLatin1String(name); });
    return found == known.end() ? QLatin1String() : QLatin1String(*found);
}

QStringList knownClients(const QStringList &ids)
{
    QStringList known;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(known),
        [](const QString &id) { return sources::findClient(id) != nullptr; });
    return known;
}

/// The user writes ".env" where the search writes the whole path.
QString wholePath(const QString &file)
{
    return file.isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(file));
}

bool isSamePlace(const sources::Place &one, const sources::Place &other)
{
    return one.kind == other.kind && one.name == other.name && one.line == other.line && one.process == other.process
        && one.holder == other.holder && wholePath(one.file) == wholePath(other.file);
}

ReportedPlace reportedPlace(const sources::Place &place, const SafeText &safe)
{
    ReportedPlace shown;
    shown.kind = place.kind;
    // What a user calls an entry of the keychain says something about the user.
    const bool ownName = place.kind == sources::PlaceKind::Keychain && !sources::keyVariables().contains(place.name);
    shown.variable = ownName ? QString() : safe.variable(place.name);
    shown.file = safe.file(place.file);
    shown.line = place.line;
    shown.program = knownProgram(place.holder);
    shown.process = place.process;
    shown.since = place.since;
    shown.set = place.set;
    shown.present = place.present;
    shown.reference = place.reference;
    shown.length = place.length;
    shown.fingerprint = fingerprintOf(place.fingerprint);
    shown.findings = place.findings;
    shown.standing = place.standing;
    shown.tracked = place.tracked;
    shown.readBy = knownClients(place.readBy);
    return shown;
}

/// Adds places and problems, which name their places by number.
void addPlaces(CaseReport &report, const diagnosis::Evidence &evidence, const SafeText &safe)
{
    std::vector<const sources::Place *> originals;
    const auto numberOf = [&originals](const sources::Place &place) -> std::optional<std::size_t> {
        const auto found = std::find_if(originals.begin(), originals.end(),
            [&place](const sources::Place *original) { return isSamePlace(*original, place); });
        if (found == originals.end())
            return std::nullopt;
        return static_cast<std::size_t>(found - originals.begin());
    };
    const auto add = [&](const sources::Place &place) {
        originals.push_back(&place);
        report.places.push_back(reportedPlace(place, safe));
    };
    if (evidence.keyAtHand) {
        add(evidence.source);
        report.places.front().tested = true;
    }
    for (const sources::Place &place : evidence.places) {
        const auto known = numberOf(place);
        if (known)
            report.places.at(*known).standing = place.standing; // the source was taken before the places were compared
        else
            add(place);
    }
    for (const sources::PlaceFinding &finding : evidence.placeFindings) {
        report.problems.push_back(
            {finding.problem, numberOf(finding.place), finding.other ? numberOf(*finding.other) : std::nullopt});
    }
}

QLatin1String knownGateway(const QString &product)
{
    const auto signs = probe::allGatewaySigns();
    const auto found = std::find_if(signs.begin(), signs.end(),
        [&product](const probe::GatewaySign &sign) { return !sign.product.isEmpty() && sign.product == product; });
    return found == signs.end() ? QLatin1String() : found->product;
}

QLatin1String knownInspector(const QString &product)
{
    const auto rows = probe::inspectors();
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&product](const probe::Inspector &row) { return row.product == product; });
    return found == rows.end() ? QLatin1String() : found->product;
}

QLatin1String documentedPart(int status, const QString &message)
{
    const probe::DocumentedMessage *row = probe::findDocumentedMessage(status, message);
    return row == nullptr ? QLatin1String() : row->part;
}

ReportedProbe reportedProbe(const ProbeResult &result)
{
    ReportedProbe shown;
    shown.id = result.id;
    shown.variant = result.variant;
    shown.outcome = result.outcome;
    shown.failure = result.reply.failure;
    shown.status = result.reply.status;
    shown.meaning = result.reading.meaning;
    shown.answerer = result.reading.answerer;
    shown.message = documentedPart(result.reply.status, result.reading.message);
    shown.gateway = knownGateway(result.reading.gateway);
    for (const QString &product : result.reading.passedBy) {
        if (const QLatin1String known = knownGateway(product); !known.isEmpty())
            shown.passedBy.push_back(known);
    }
    shown.elapsedMs = result.reply.elapsed.count();
    shown.retryAfterSeconds = result.reading.retryAfterSeconds;
    return shown;
}

void addProxy(ReportedRoute &route, const probe::ProxyUse &use)
{
    route.proxyKnown = true;
    route.proxyUsed = use.isUsed();
    route.proxyReason = use.reason;
    route.proxySocks = use.isUsed() && use.socks;
    route.proxyLogin = use.isUsed() && use.login;
}

ReportedRoute reportedRoute(const diagnosis::Evidence &evidence, const SafeText &safe)
{
    ReportedRoute route;
    if (probe::isCohereHost(evidence.base))
        route.cohereHost = evidence.base.host();
    route.practice = evidence.baseIsPractice;
    route.endpoint = evidence.endpoint;
    route.targetFailure = evidence.targetFailure;
    for (const ProbeResult &result : evidence.probes) {
        const probe::TlsFacts &tls = result.reply.tls;
        if (result.id == probe::ProbeId::Connect && result.outcome != ProbeResult::Outcome::Skipped)
            addProxy(route, result.reply.proxyUse);
        if (!tls.issuer.isEmpty())
            route.issuer = safe.name(tls.issuer);
        if (!tls.inspector.isEmpty())
            route.inspector = knownInspector(tls.inspector);
        if (tls.problem != probe::CertificateProblem::None)
            route.certificate = tls.problem;
        if (result.reading.clockAheadSeconds)
            route.clockAheadSeconds = result.reading.clockAheadSeconds;
    }
    return route;
}

/// Whatever stands with a sighting: the words of an error text do not come in, but for those of Cohere's own messages.
QLatin1String documentedPartIn(const errortext::Sighting &sighting)
{
    for (const int status : {sighting.status, 401, 402, 403, 404, 400, 422, 429, 498, 499, 500}) {
        if (const QLatin1String part = documentedPart(status, sighting.quote); !part.isEmpty())
            return part;
    }
    return {};
}

ReportedErrorText reportedErrorText(const errortext::ErrorReading &reading)
{
    static const QRegularExpression version(u"^\\d{1,4}(\\.\\d{1,4}){0,3}$"_s);
    ReportedErrorText shown;
    for (const errortext::Sighting &sighting : reading.sightings)
        shown.sightings.push_back({sighting.sign, sighting.status, sighting.line, documentedPartIn(sighting)});
    for (const errortext::NamedCharacter &character : reading.characters) {
        if (character.offset)
            shown.offsets.push_back(*character.offset);
    }
    shown.client = sources::findClient(reading.clientId);
    if (shown.client != nullptr && version.match(reading.version).hasMatch())
        shown.clientVersion = reading.version;
    shown.keysMasked = reading.keysMasked;
    shown.cutOff = reading.cutOff;
    return shown;
}

QString knownHeader(const QString &header)
{
    const auto isIt = [&header](probe::Variant variant) {
        const auto form = probe::headerForm(variant);
        return form && probe::written(*form) == header;
    };
    return std::any_of(probe::headerVariants.begin(), probe::headerVariants.end(), isIt) ? header : QString();
}

QString orOmission(const QString &text)
{
    return text.isEmpty() ? QString::fromUtf16(omission) : text;
}

diagnosis::FixContext safeContext(const diagnosis::FixContext &fixes, const ReportedRoute &route, const SafeText &safe)
{
    diagnosis::FixContext context;
    context.system = fixes.system;
    context.shell = fixes.shell;
    context.runtime = fixes.runtime;
    context.variable = orOmission(safe.variable(fixes.variable));
    if (!fixes.otherVariable.isEmpty())
        context.otherVariable = orOmission(safe.variable(fixes.otherVariable));
    context.file = orOmission(safe.file(fixes.file));
    context.otherIsInFile = fixes.otherIsInFile;
    context.keyIsInFile = fixes.keyIsInFile;
    context.host = orOmission(route.cohereHost);
    context.header = knownHeader(fixes.header);
    if (!fixes.testedUrl.isEmpty())
        context.testedUrl = orOmission({});
    if (!fixes.baseUrl.isEmpty())
        context.baseUrl = fixes.baseUrl == QLatin1String(probe::defaultBaseUrl) ? fixes.baseUrl : orOmission({});
    context.waitSeconds = fixes.waitSeconds;
    context.route = fixes.route;
    if (context.route.hasProxy())
        context.route.proxyHost = orOmission({});
    context.route.issuer.clear();
    return context;
}

/// All names of computers that the evidence holds: none of them may stand in another text of the report.
QStringList hostsIn(const diagnosis::Evidence &evidence)
{
    QStringList hosts{evidence.base.host()};
    for (const ProbeResult &result : evidence.probes) {
        hosts << result.reply.host << result.reply.proxyUse.host << result.reply.address;
        for (const probe::CertificateFacts &certificate : result.reply.tls.chain)
            hosts << certificate.names;
    }
    hosts.removeAll(QString());
    hosts.removeDuplicates();
    return hosts;
}

} // namespace

Circumstances circumstancesHere()
{
    Circumstances here;
    here.caseNumber = makeCaseNumber();
    here.programVersion = QCoreApplication::applicationVersion();
    here.system = QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture();
    here.qtVersion = QLatin1String(qVersion());
    here.now = QDateTime::currentDateTime();
    here.surroundings.homePath = QDir::homePath();
#ifdef Q_OS_WIN
    here.surroundings.userName = qEnvironmentVariable("USERNAME");
#else
    here.surroundings.userName = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
#endif
    here.surroundings.hosts = QStringList(QSysInfo::machineHostName());
    return here;
}

CaseReport makeReport(const check::CheckResult &result, const diagnosis::FixContext &fixes,
    const sources::Client *client, const Circumstances &circumstances)
{
    const diagnosis::Evidence &evidence = result.evidence;
    Surroundings surroundings = circumstances.surroundings;
    surroundings.hosts += hostsIn(evidence);
    const SafeText safe(std::move(surroundings));

    CaseReport report;
    report.caseNumber = circumstances.caseNumber;
    report.programVersion = circumstances.programVersion;
    report.system = circumstances.system;
    report.qtVersion = circumstances.qtVersion;
    report.time = circumstances.now;
    report.client = client;
    report.verdict = result.diagnosis.verdict;
    report.cancelled = evidence.cancelled;
    report.keyAtHand = evidence.keyAtHand;
    report.key = reportedKey(evidence.inspection);
    addPlaces(report, evidence, safe);
    for (const ProbeResult &probe : evidence.probes)
        report.probes.push_back(reportedProbe(probe));
    report.route = reportedRoute(evidence, safe);
    for (const diagnosis::CauseFound &found : result.diagnosis.causes)
        report.causes.push_back({found.cause, found.status});
    if (evidence.errorText)
        report.errorText = reportedErrorText(*evidence.errorText);
    report.answers = evidence.answers;
    report.fixes = safeContext(fixes, report.route, safe);
    return report;
}

diagnosis::FixPlan nextSteps(const CaseReport &report)
{
    const auto first = std::find_if(report.causes.begin(), report.causes.end(),
        [](const ReportedCause &cause) { return cause.status != diagnosis::Status::RuledOut; });
    if (first == report.causes.end() || report.verdict == diagnosis::Verdict::Works)
        return {};
    diagnosis::FixPlan plan = diagnosis::fixPlan(first->cause, report.fixes);
    // These speak of what a report does not show: the end of the key, and the whole message.
    std::erase_if(plan, [](const diagnosis::FixStep &step) {
        return step.act == diagnosis::Act::CompareEnd || step.act == diagnosis::Act::ReadMessage;
    });
    for (diagnosis::FixStep &step : plan) {
        if (step.command.contains(QString::fromUtf16(omission)))
            step.command.clear(); // it would not run
    }
    return plan;
}

} // namespace report
