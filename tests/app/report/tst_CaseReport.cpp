// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/EvidenceBuilder.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestKeys.h"
#include "report/CaseNumber.h"
#include "report/SaveReport.h"
#include "sources/Clients.h"
#include "words/ReportIds.h"
#include "words/ReportWords.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QXmlStreamReader>

/// What stands in a report, and above all what does not, in each of its formats.
class TestCaseReport : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void letsNothingElseIn_data();
    void letsNothingElseIn();
    void showsOfAFileOnlyWhatTellsNothing_data();
    void showsOfAFileOnlyWhatTellsNothing();
    void showsOfANameOnlyWhatTellsNothing_data();
    void showsOfANameOnlyWhatTellsNothing();
    void namesNoLetterThatStandsForOneOfTheKey();
    void holdsWhatHelps();
    void readsWellInEachFormat();
    void makesMarkupOfNoText();
    void tellsWhatAnErrorTextSaid();
    void hasAnIdAndAWordForEveryClass();
    void spellsForReadingAloud();
    void makesCaseNumbersThatNoticeEveryMistake();
    void savesInTheFormatOfTheName_data();
    void savesInTheFormatOfTheName();
    void savesWholeOrNotAtAll();
    void theCommandPrintsEachFormat_data();
    void theCommandPrintsEachFormat();
    void theCommandSaysNothingOfProxiesAndServers();
    void theCommandRefusesAnotherFormat();
};

namespace {

using namespace Qt::Literals::StringLiterals;
using probe::Answerer;
using probe::Meaning;
using probe::ProbeId;
using probe::Variant;
using report::CaseReport;
using report::ReportFormat;

const QString program = QStringLiteral(COMMAND_PROGRAM);
constexpr std::array formats{ReportFormat::Markdown, ReportFormat::Html, ReportFormat::Json};

report::Circumstances circumstances()
{
    report::Circumstances here;
    here.caseNumber = u"RKD-7QX4-M2PF"_s;
    here.programVersion = u"1.2.3"_s;
    here.system = u"Debian GNU/Linux 12 (bookworm), x86_64"_s;
    here.qtVersion = u"6.4.2"_s;
    here.now = QDateTime(QDate(2026, 8, 14), QTime(9, 30), Qt::OffsetFromUTC, 2 * 3600);
    here.surroundings = {u"/home/alice"_s, u"alice"_s, {u"alices-laptop"_s}};
    return here;
}

/// Five characters of the key in a row that stand in `text`; empty where there are none.
QByteArray partOfKeyIn(const QByteArray &text)
{
    constexpr qsizetype tooMuch = 5;
    for (qsizetype i = 0; i + tooMuch <= testkeys::good.size(); ++i) {
        if (const QByteArray part = testkeys::good.mid(i, tooMuch); text.contains(part))
            return part;
    }
    return {};
}

bool isWellFormed(const QByteArray &html)
{
    QXmlStreamReader reader(html);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

/// A place in which every text is `poison`.
sources::Place placeOf(sources::PlaceKind kind, const QString &poison)
{
    sources::Place place;
    place.kind = kind;
    place.name = poison;
    place.file = u"/home/alice/"_s + poison + u'/' + poison;
    place.holder = poison;
    place.fingerprint = poison;
    place.meant = poison;
    place.readBy = QStringList(poison);
    place.line = 3;
    place.set = place.present = true;
    place.length = 40;
    place.loaders = {{sources::EnvLoader::Bash, sources::LoaderReading::Outcome::Value, 40, poison}};
    return place;
}

diagnosis::ProbeResult probeOf(ProbeId id, const QString &poison)
{
    diagnosis::ProbeResult result;
    result.id = id;
    result.outcome = diagnosis::ProbeResult::Outcome::Failed;
    probe::ProbeReply &reply = result.reply;
    reply.status = id == ProbeId::Rerank ? 401 : 0;
    reply.body = poison.toUtf8();
    reply.headers = {{poison.toUtf8(), poison.toUtf8()}};
    reply.host = reply.address = poison;
    reply.addresses = QStringList(poison);
    reply.attempts = {{poison, std::nullopt}};
    reply.proxyUse = {probe::ProxyReason::Variable, poison, poison, poison, 3128, false, true};
    reply.tls.issuer = reply.tls.subject = reply.tls.inspector = reply.tls.protocol = poison;
    reply.tls.chain = {{poison, poison, {}, {}, QStringList(poison)}};
    result.reading.answerer = Answerer::SomethingInFront;
    result.reading.meaning = Meaning::OtherUnauthorized;
    result.reading.message = result.reading.redirectTarget = result.reading.gateway = poison;
    result.reading.signs = result.reading.passedBy = result.reading.loginSchemes = QStringList(poison);
    result.exchange =
        probe::Exchange{poison, poison, {{poison, poison}}, poison, 401, {{poison, poison}}, poison, false};
    return result;
}

/// A check in which every text is `poison`.
check::CheckResult poisoned(const QString &poison)
{
    check::CheckResult result;
    diagnosis::Evidence &evidence = result.evidence;
    evidence.inspection.present = true;
    evidence.inspection.length = 40;
    evidence.inspection.masked = evidence.inspection.fingerprint = evidence.inspection.cleaned.fingerprint = poison;
    evidence.inspection.cleaned.changed = true;
    for (const inspect::Detail detail : {inspect::Detail::TagCharacters, inspect::Detail::OtherScript,
             inspect::Detail::ServicePrefix, inspect::Detail::MisreadCharacters}) {
        inspect::Finding finding;
        finding.detail = detail;
        finding.text = poison;
        evidence.inspection.findings.push_back(finding);
    }
    evidence.source = placeOf(sources::PlaceKind::EnvFile, poison);
    for (int kind = 0; kind < sources::placeKindCount; ++kind)
        evidence.places.push_back(placeOf(static_cast<sources::PlaceKind>(kind), poison));
    evidence.placeFindings.push_back(
        {sources::PlaceProblem::OtherPlaceDiffers, evidence.places.at(4), evidence.places.at(5), true, {}});
    evidence.otherTested = evidence.source;
    evidence.base = QUrl(u"https://gateway.bigcorp.example/tenant-bigcorp"_s);
    for (const ProbeId id : {ProbeId::NameLookup, ProbeId::Connect, ProbeId::Tls, ProbeId::Rerank})
        evidence.probes.push_back(probeOf(id, poison));
    evidence.errorText =
        errortext::ErrorReading{{{errortext::Sign::TokenInvalid, 7, poison, 401, errortext::Owner::Other, poison}},
            {{U'x', 3}}, poison, poison, 1, false};
    const diagnosis::EvidenceItem item{.fact = diagnosis::Fact::ServiceSaid, .name = poison, .detail = poison};
    result.diagnosis.verdict = diagnosis::Verdict::FixRoute;
    for (const diagnosis::Cause cause : {diagnosis::Cause::GatewayRefused, diagnosis::Cause::NameNotFound,
             diagnosis::Cause::EnvFileSyntax, diagnosis::Cause::WrongHeader, diagnosis::Cause::WrongEndpoint})
        result.diagnosis.causes.push_back({cause, diagnosis::Status::Likely, {item}});
    return result;
}

diagnosis::FixContext poisonedContext(const QString &poison)
{
    diagnosis::FixContext context;
    context.variable = context.otherVariable = context.profile = context.holder = context.host = context.header =
        context.baseUrl = context.testedUrl = poison;
    context.file = u"/home/alice/"_s + poison;
    return context;
}

} // namespace

void TestCaseReport::letsNothingElseIn_data()
{
    QTest::addColumn<QString>("poison");
    QTest::addColumn<QStringList>("forbidden"); // nowhere in any format, whatever its case
    const QString key = QString::fromLatin1(testkeys::good);
    QTest::newRow("the key") << key << QStringList();
    QTest::newRow("the key in a sentence") << u"invalid api token: Bearer %1 (was \"%1\")"_s.arg(key) << QStringList();
    QTest::newRow("user's name") << u"alice"_s << QStringList(u"alice"_s);
    QTest::newRow("user's name in a path") << u"/home/alice/work/.env"_s << QStringList{u"alice"_s, u"/work"_s};
    QTest::newRow("another's path") << u"C:\\Users\\carol\\acme\\.env"_s << QStringList{u"carol"_s, u"acme"_s};
    QTest::newRow("proxy login") << u"http://bob:s3cret-login@proxy.bigcorp.example:3128"_s
                                 << QStringList{u"s3cret"_s, u"bob"_s, u"bigcorp"_s};
    QTest::newRow("host of others") << u"gateway.bigcorp.example"_s << QStringList(u"bigcorp"_s);
    QTest::newRow("wildcard host") << u"CN=*.bigcorp.example"_s << QStringList(u"bigcorp"_s);
    QTest::newRow("this computer") << u"alices-laptop"_s << QStringList(u"alices-laptop"_s);
    QTest::newRow("address") << u"203.0.113.77"_s << QStringList(u"203.0.113"_s);
    QTest::newRow("address, version 6") << u"2001:db8:77::1"_s << QStringList(u"db8"_s);
    QTest::newRow("mail") << u"carol.jones@bigcorp.example"_s << QStringList{u"carol"_s, u"jones"_s, u"bigcorp"_s};
    QTest::newRow("organisation id") << u"0b1f7a2e-1111-4222-8333-444455556666"_s << QStringList(u"444455556666"_s);
    QTest::newRow("organisation id in a message")
        << u"invalid api token, organization_id: 0b1f7a2e-1111-4222-8333-444455556666"_s
        << QStringList{u"0b1f7a2e"_s, u"444455556666"_s};
    QTest::newRow("HTML") << u"<img src=x onerror=alert(1)>\"'>"_s << QStringList{u"<img"_s, u"<b>"_s};
    QTest::newRow("Markdown") << u"[click](javascript:alert) ![x](y) `z`|a|"_s
                              << QStringList{u"[click]"_s, u"![x]"_s, u"|a|"_s};
    QTest::newRow("control characters") << u"\x1b[31mred\x07\u202egnp\u200b\u2066x"_s
                                        << QStringList{u"\x1b"_s, u"\x07"_s, u"\u202e"_s, u"\u200b"_s, u"\u2066"_s};
    QTest::newRow("another service's key")
        << u"sk-proj-TestKeyTestKey0123456789abcdef"_s << QStringList(u"0123456789"_s);
}

void TestCaseReport::letsNothingElseIn()
{
    QFETCH(const QString, poison);
    QFETCH(const QStringList, forbidden);
    check::CheckResult result = poisoned(poison);
    // Each cause leads to other steps.
    while (!result.diagnosis.causes.empty()) {
        const CaseReport report =
            report::makeReport(result, poisonedContext(poison), sources::findClient(poison), circumstances());
        for (const ReportFormat format : formats) {
            const QByteArray text = report::written(report, format);
            QVERIFY(text.size() > 1000);
            QVERIFY2(partOfKeyIn(text).isEmpty(), text.constData());
            for (const QString &trap : forbidden)
                QVERIFY2(!QString::fromUtf8(text).contains(trap, Qt::CaseInsensitive),
                    qPrintable(trap + QLatin1Char(10) + QString::fromUtf8(text)));
        }
        QVERIFY(isWellFormed(report::written(report, ReportFormat::Html)));
        result.diagnosis.causes.erase(result.diagnosis.causes.begin());
    }
}

void TestCaseReport::showsOfAFileOnlyWhatTellsNothing_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *path, const char *shown) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(shown);
    };
    row("", "");
    row(".env", ".env");
    row("../project/.env.local", ".env.local");
    row("/home/alice/.bashrc", "~/.bashrc");
    row("/home/alice/.env", "~/.env");
    row("/home/alice/clients/acme/.env", "~/…/.env");
    row("/home/alice/.config/environment.d/cohere.conf", "~/.config/environment.d/cohere.conf");
    row("/home/alice/acme/.github/workflows/test.yml", "~/…/.github/workflows/test.yml");
    row("/home/alicette/.env", ".env");
    row("/srv/acme/docker-compose.override.yaml", "docker-compose.override.yaml");
    row("/srv/alice.conf", "[user].conf");
    row("/srv/gateway.acme.example", "….….example");
    row("/srv/acme.internal", "…");
    row("/srv/gateway.acme.py", "….….py");
    row("/srv/carol@acme.py", "…");
    row("C:\\Users\\carol\\.env", ".env");
    row("/srv/<b>.py", "…");
    row("/srv/TestKeyGoodA1b2C3d4E5f6G7h8J9k0LmNpQr3fQ.py", "…");
}

void TestCaseReport::showsOfAFileOnlyWhatTellsNothing()
{
    QFETCH(const QString, path);
    QTEST(report::SafeText(circumstances().surroundings).file(path), "shown");
}

void TestCaseReport::showsOfANameOnlyWhatTellsNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(shown);
    };
    row("Let's Encrypt", "Let's Encrypt");
    row("Google Trust Services LLC", "Google Trust Services LLC");
    row("ESET, spol. s r. o.", "ESET, spol. s r. o.");
    row("ISRG Root X1", "ISRG Root X1");
    row("Zscaler Inc. (zscaler.example)", "Zscaler Inc. ([host])");
    row("Acme CA, it@acme.example", "Acme CA, [e-mail]");
    row("CA of alice", "CA of [user]");
    row("Alicante Trust", "Alicante Trust");
    row("ALICES-LAPTOP", "[host]");
    row("see https://acme.example/ca", "see [address]");
    row("[a](b)", "(a)(b)");
}

void TestCaseReport::showsOfANameOnlyWhatTellsNothing()
{
    QFETCH(const QString, name);
    report::Surroundings surroundings = circumstances().surroundings;
    QTEST(report::SafeText(surroundings).name(name), "shown");
    surroundings.userName = u"root"_s; // nobody's name
    QCOMPARE(report::SafeText(surroundings).name(u"ISRG Root X1"_s), u"ISRG Root X1"_s);
}

void TestCaseReport::namesNoLetterThatStandsForOneOfTheKey()
{
    // A key in full-width letters would be told by the names of its characters.
    check::CheckResult result;
    QByteArray wide;
    for (const char c : testkeys::good)
        wide += QString(QChar(0xff01 + c - '!')).toUtf8();
    wide += "\xc2\xa0";
    result.evidence.inspection = inspect::inspect(key::Secret(wide));
    QCOMPARE(result.evidence.inspection.findings.size(), std::size_t{41});
    const CaseReport report = report::makeReport(result, {}, nullptr, circumstances());
    QCOMPARE(report.key.findings.size(), std::size_t{41});
    for (std::size_t i = 0; i < 40; ++i)
        QCOMPARE(report.key.findings.at(i).codePoint, char32_t{0});
    QCOMPARE(report.key.findings.back().codePoint, char32_t{0xa0});
    for (const ReportFormat format : formats) {
        const QByteArray text = report::written(report, format);
        QVERIFY(!text.contains("FULLWIDTH"));
        QVERIFY(!text.contains("U+FF"));
        QVERIFY(text.contains("NO-BREAK SPACE"));
    }
}

void TestCaseReport::holdsWhatHelps()
{
    EvidenceBuilder builder;
    builder.finding(inspect::FindingKind::HiddenCharacters, inspect::Detail::Blank, inspect::Action::Remove)
        .check(Answerer::Cohere, Meaning::KeyUnknown, 401)
        .rerank(Answerer::Cohere, Meaning::KeyUnknown, 401)
        .message(u"Invalid API token"_s)
        .clockAhead(-90)
        .cleaned(Answerer::Cohere, Meaning::RerankResults, 200);
    check::CheckResult result{builder.evidence(), {}};
    result.evidence.inspection.fingerprint = u"9c1f-42ab"_s;
    sources::Place file;
    file.kind = sources::PlaceKind::EnvFile;
    file.name = u"CO_API_KEY"_s;
    file.file = u"/home/alice/acme/.env"_s;
    file.line = 3;
    file.set = true;
    result.evidence.places = {result.evidence.source, file};
    result.evidence.placeFindings = {
        {sources::PlaceProblem::OtherPlaceDiffers, result.evidence.source, file, true, {}}};
    result.diagnosis = diagnosis::diagnose(result.evidence);

    const CaseReport report = report::makeReport(result, {}, sources::findClient(u"cohere-python"_s), circumstances());
    const QByteArray bytes = report::written(report, ReportFormat::Json);
    QVERIFY(bytes.endsWith("}\n") && !bytes.endsWith("\n\n"));
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(json["schema"_L1].toInt(), 1);
    QCOMPARE(json["caseNumber"_L1].toString(), u"RKD-7QX4-M2PF"_s);
    QCOMPARE(json["time"_L1].toString(), u"2026-08-14T09:30:00+02:00"_s);
    QCOMPARE(json["program"_L1]["version"_L1].toString(), u"1.2.3"_s);
    QCOMPARE(json["client"_L1]["id"_L1].toString(), u"cohere-python"_s);
    QCOMPARE(json["verdict"_L1].toString(), u"fix-key"_s);
    QCOMPARE(json["causes"_L1][0]["id"_L1].toString(), u"hidden-characters"_s);
    QCOMPARE(json["causes"_L1][0]["status"_L1].toString(), u"confirmed"_s);
    QVERIFY(!json["nextSteps"_L1].toArray().isEmpty());
    QCOMPARE(json["key"_L1]["fingerprint"_L1].toString(), u"9c1f-42ab"_s);
    QCOMPARE(json["key"_L1]["findings"_L1][0]["codePoint"_L1].toString(), u"U+00A0"_s);
    QCOMPARE(json["key"_L1]["findings"_L1][0]["offset"_L1].toInt(), 39);
    QCOMPARE(json["key"_L1]["cleaned"_L1]["fingerprint"_L1].toString(), u"51d0-77be"_s);
    QCOMPARE(json["places"_L1].toArray().size(), 2); // the tested one stands among the others, and here once
    QCOMPARE(json["places"_L1][0]["tested"_L1].toBool(), true);
    QCOMPARE(json["places"_L1][1]["file"_L1].toString(), u"~/…/.env"_s);
    QCOMPARE(json["places"_L1][1]["line"_L1].toInt(), 3);
    QCOMPARE(json["problems"_L1][0]["id"_L1].toString(), words::id(sources::PlaceProblem::OtherPlaceDiffers));
    QCOMPARE(json["problems"_L1][0]["other"_L1].toInt(-1), 1);
    QCOMPARE(json["route"_L1]["host"_L1].toString(), u"api.cohere.com"_s);
    QCOMPARE(json["route"_L1]["clockAheadSeconds"_L1].toInt(), -90);
    const QJsonArray probes = json["probes"_L1].toArray();
    const auto rerank = std::find_if(probes.begin(), probes.end(),
        [](const QJsonValue &probe) { return probe["variant"_L1].toString() == "as-given"_L1; });
    QVERIFY(rerank != probes.end());
    QVERIFY(std::any_of(probes.begin(), probes.end(),
        [](const QJsonValue &probe) { return probe["message"_L1].toString() == "invalid api token"_L1; }));
    QCOMPARE((*rerank)["status"_L1].toInt(), 401);
    QCOMPARE((*rerank)["answeredBy"_L1]["who"_L1].toString(), u"cohere"_s);
}

void TestCaseReport::readsWellInEachFormat()
{
    EvidenceBuilder builder;
    builder.check(Answerer::Cohere, Meaning::KeyUnknown, 401).rerank(Answerer::Cohere, Meaning::KeyUnknown, 401);
    check::CheckResult result{builder.message(u"invalid api token"_s).evidence(), {}};
    result.evidence.inspection.fingerprint = u"9c1f-42ab"_s;
    result.diagnosis = diagnosis::diagnose(result.evidence);
    const CaseReport report = report::makeReport(result, {}, nullptr, circumstances());

    const QString markdown = QString::fromUtf8(report::written(report, ReportFormat::Markdown));
    QVERIFY(markdown.startsWith("# Rerank Key Doctor, report RKD-7QX4-M2PF\n\n**"_L1));
    QVERIFY(markdown.endsWith(u'\n') && !markdown.endsWith("\n\n"_L1));
    const QRegularExpression row(u"\\| Fingerprint +\\| 9c1f-42ab +\\|\\n"_s);
    QVERIFY2(row.match(markdown).hasMatch(), qPrintable(markdown));
    QVERIFY(markdown.contains("nine, Charlie, one, Foxtrot, four, two, Alfa, Bravo"_L1));
    QVERIFY(markdown.contains("| key-rejected "_L1));
    QVERIFY(markdown.contains(u"(“invalid api token”)"_s));
    QVERIFY(markdown.contains("<https://dashboard.cohere.com/api-keys>"_L1));
    QVERIFY(markdown.contains("CO_API_KEY"_L1)); // not CO\_API\_KEY
    // Every table has as many cells in each row as its heading.
    qsizetype cells = 0;
    const QStringList lines = markdown.split(u'\n');
    for (const QString &line : lines) {
        const qsizetype here = line.startsWith(u'|') ? line.count(u'|') : 0;
        if (here != 0 && cells != 0)
            QCOMPARE(here, cells);
        cells = here;
    }
    // First the outcome, then what to do, then the tables.
    QVERIFY(markdown.indexOf("## What to do next"_L1) < markdown.indexOf(u'|'));

    const QByteArray html = report::written(report, ReportFormat::Html);
    QVERIFY(isWellFormed(html));
    QVERIFY(html.contains("<html lang=\"en\">"));
    QVERIFY(html.contains("prefers-color-scheme:dark"));
    QVERIFY(html.contains("<td>9c1f-42ab</td>"));
    QVERIFY(html.contains("<th scope=\"col\">"));
    for (const char *forbidden : {"<script", " src=", "<link", "@import", "url(", "<iframe", " onload"})
        QVERIFY2(!html.contains(forbidden), forbidden);
}

void TestCaseReport::makesMarkupOfNoText()
{
    check::CheckResult result{EvidenceBuilder().evidence(), {}};
    CaseReport report = report::makeReport(result, {}, nullptr, circumstances());
    report.system = u"# *a* _b_ `c` [d](http://e.example) ![f](g) <i>h</i> &amp; | k \\ www.l.example\nm"_s;
    const QString markdown = QString::fromUtf8(report::written(report, ReportFormat::Markdown));
    QVERIFY2(markdown.contains("# \\*a\\* \\_b\\_ \\`c\\` \\[d\\](http\\://e.example) !\\[f\\](g) \\<i\\>h\\</i\\> "
                               "\\&amp; \\| k \\\\ www\\.l.example m"_L1),
        qPrintable(markdown));
    const QByteArray html = report::written(report, ReportFormat::Html);
    QVERIFY(isWellFormed(html));
    QVERIFY(html.contains("&lt;i&gt;h&lt;/i&gt; &amp;amp;"));
}

void TestCaseReport::tellsWhatAnErrorTextSaid()
{
    check::CheckResult result{EvidenceBuilder().evidence(), {}};
    result.evidence.keyAtHand = false;
    result.evidence.errorText = errortext::ErrorReading{
        {{errortext::Sign::TokenInvalid, 12, u"body: {'message': 'invalid api token', 'id': 'abc'}"_s, 401}},
        {{U'\xa0', 40}}, u"cohere-python"_s, u"5.16.1"_s, 2, false};
    const CaseReport report = report::makeReport(result, {}, nullptr, circumstances());
    const QJsonObject json = QJsonDocument::fromJson(report::written(report, ReportFormat::Json)).object();
    const QJsonValue text = json["errorText"_L1];
    QCOMPARE(text["sightings"_L1][0]["message"_L1].toString(), u"invalid api token"_s);
    QCOMPARE(text["sightings"_L1][0]["id"_L1].toString(), u"token-invalid"_s);
    QCOMPARE(text["sightings"_L1][0]["line"_L1].toInt(), 12);
    QCOMPARE(text["characterOffsets"_L1][0].toInt(), 40);
    QCOMPARE(text["client"_L1]["version"_L1].toString(), u"5.16.1"_s);
    QCOMPARE(text["keysMasked"_L1].toInt(), 2);
    QCOMPARE(json["key"_L1]["atHand"_L1].toBool(true), false);
    const QByteArray markdown = report::written(report, ReportFormat::Markdown);
    QVERIFY2(markdown.contains("401: the key is not known (“invalid api token”)"), markdown.constData());
    QVERIFY(!markdown.contains("body:"));
}

void TestCaseReport::hasAnIdAndAWordForEveryClass()
{
    QSet<QString> ids;
    QSet<QString> texts;
    const int details = static_cast<int>(inspect::Detail::UnusualCharacters) + 1;
    for (int i = 0; i < details; ++i) {
        const auto detail = static_cast<inspect::Detail>(i);
        ids.insert(words::id(detail));
        texts.insert(words::ReportWords::finding(detail));
    }
    const int meanings = static_cast<int>(Meaning::OtherStatus) + 1;
    for (int i = 0; i < meanings; ++i) {
        const auto meaning = static_cast<Meaning>(i);
        ids.insert(words::id(meaning));
        texts.insert(words::ReportWords::meaning(meaning));
    }
    const int signs = static_cast<int>(errortext::Sign::OtherService) + 1;
    for (int i = 0; i < signs; ++i) {
        QVERIFY(!words::id(static_cast<errortext::Sign>(i)).isEmpty());
        QVERIFY(!words::ReportWords::sign(static_cast<errortext::Sign>(i)).isEmpty());
    }
    QVERIFY(!ids.contains(QString()) && !texts.contains(QString()));
    QCOMPARE(ids.size(), details + meanings);
    QCOMPARE(texts.size(), details + meanings);
}

void TestCaseReport::spellsForReadingAloud()
{
    using words::ReportWords;
    QCOMPARE(ReportWords::spelled(u"9c1f-42ab"_s), u"nine, Charlie, one, Foxtrot, four, two, Alfa, Bravo"_s);
    QCOMPARE(ReportWords::spelled(u"zx 0"_s), u"Zulu, X-ray, zero"_s);
    QCOMPARE(ReportWords::spelled(QString()), QString());
    QCOMPARE(ReportWords::spelledCaseNumber(u"RKD-7QX4"_s), u"seven, Quebec, X-ray, four"_s);
}

void TestCaseReport::makesCaseNumbersThatNoticeEveryMistake()
{
    const QString alphabet = QLatin1String(report::caseAlphabet);
    const QString confused = u"0O1IL5S2Z8BUV"_s;
    for (const QChar confusing : confused)
        QVERIFY(!alphabet.contains(confusing));
    static const QRegularExpression form(u"^RKD-[%1]{4}-[%1]{4}$"_s.arg(alphabet));
    QSet<QString> seen;
    for (int i = 0; i < 200; ++i) {
        const QString number = report::makeCaseNumber();
        QVERIFY2(form.match(number).hasMatch(), qPrintable(number));
        QVERIFY(report::isCaseNumber(number));
        seen.insert(number);
        for (qsizetype place = 4; place < number.size(); ++place) {
            if (number.at(place) == u'-')
                continue;
            for (const QChar other : alphabet) {
                QString wrong = number;
                wrong[place] = other;
                QCOMPARE(report::isCaseNumber(wrong), wrong == number);
            }
            const bool beforeHyphen = place + 1 < number.size() && number.at(place + 1) == u'-';
            const qsizetype next = place + (beforeHyphen ? 2 : 1);
            if (next < number.size()) {
                QString swapped = number;
                swapped[place] = number.at(next);
                swapped[next] = number.at(place);
                QCOMPARE(report::isCaseNumber(swapped), swapped == number);
            }
        }
    }
    QCOMPARE(seen.size(), 200);
    const QString number = report::makeCaseNumber();
    QVERIFY(report::isCaseNumber(u' ' + number.toLower().remove(u'-') + u'\n'));
    for (const QString &wrong :
        {QString(), number.chopped(1), number + u'7', u"RKD-0000-0000"_s, u"ABC"_s + number.mid(3)})
        QVERIFY(!report::isCaseNumber(wrong));
}

void TestCaseReport::savesInTheFormatOfTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("Markdown") << u"report.md"_s << QByteArray("# Rerank");
    QTest::newRow("no ending") << u"report"_s << QByteArray("# Rerank");
    QTest::newRow("HTML") << u"report.HTML"_s << QByteArray("<!DOCTYPE html>");
    QTest::newRow("JSON") << u"report.json"_s << QByteArray("{\n");
}

void TestCaseReport::savesInTheFormatOfTheName()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, beginning);
    const QTemporaryDir folder;
    const CaseReport report = report::makeReport({EvidenceBuilder().evidence(), {}}, {}, nullptr, circumstances());
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("older") == 5);
    file.close();
    QVERIFY(report::saveReport(report, file.fileName()).has_value());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(beginning));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestCaseReport::savesWholeOrNotAtAll()
{
    using report::SaveFailure;
    const QTemporaryDir folder;
    const CaseReport report = report::makeReport({EvidenceBuilder().evidence(), {}}, {}, nullptr, circumstances());
    const auto failureOf = [&report](const QString &file) {
        const auto saved = report::saveReport(report, file);
        return saved ? std::nullopt : std::optional(saved.error());
    };
    QCOMPARE(failureOf(folder.path()), std::optional(SaveFailure::IsFolder));
    QCOMPARE(failureOf(folder.filePath(u"not/there.md"_s)), std::optional(SaveFailure::NoFolder));
#ifdef Q_OS_LINUX
    QCOMPARE(failureOf(u"/proc/report.md"_s), std::optional(SaveFailure::NotWritable));
#endif
    QSet<QString> sentences;
    for (const SaveFailure failure : {SaveFailure::IsFolder, SaveFailure::NoFolder, SaveFailure::NotWritable,
             SaveFailure::DiskFull, SaveFailure::Other})
        sentences.insert(words::ReportWords::notSaved(failure));
    QCOMPARE(sentences.size(), 5);
}

void TestCaseReport::theCommandPrintsEachFormat_data()
{
    QTest::addColumn<QStringList>("format");
    QTest::newRow("none") << QStringList();
    QTest::newRow("markdown") << QStringList{u"--format"_s, u"markdown"_s};
    QTest::newRow("html") << QStringList{u"--format"_s, u"html"_s};
    QTest::newRow("json") << QStringList{u"--format"_s, u"json"_s};
}

void TestCaseReport::theCommandPrintsEachFormat()
{
    QFETCH(const QStringList, format);
    const QTemporaryDir above;
    QVERIFY(QDir(above.path()).mkpath(u"alice/clients/acme"_s));
    const QString home = above.filePath(u"alice"_s);
    QFile file(home + u"/clients/acme/.env"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("CO_API_KEY=PracticeKeyRejected000000000000000000000\n") > 0);
    file.close();
    const QStringList arguments{u"report"_s, u"--practice"_s, u"--env-file"_s, file.fileName(), u"--project"_s,
        home + u"/clients"_s, u"--client"_s, u"cohere-python"_s};
    const Variables variables{
        {u"HOME"_s, home}, {u"USER"_s, u"alice"_s}, {u"http_proxy"_s, u"http://bob:s3cret-login@127.0.0.1:9"_s}};
    const CommandRun run = runCommand(program, arguments + format, {}, variables);
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.out.endsWith('\n') && !run.out.endsWith("\n\n"));
    for (const char *trap : {"alice", "acme", "clients", "s3cret", "bob", "127.0.0.1", "PracticeKey"})
        QVERIFY2(!run.out.contains(trap), run.out.constData());
    QVERIFY(run.out.contains("invalid api token"));
    QVERIFY(run.out.contains("RKD-"));
    QVERIFY(run.out.contains("~/…/.env"));
    QVERIFY(run.out.contains("cohere-python"));
    QVERIFY(run.err.contains("Rerank")); // the tests, as they are made
    if (format.value(1) == "json"_L1) {
        QCOMPARE(run.json()["verdict"_L1].toString(), u"fix-key"_s);
        QCOMPARE(run.json()["route"_L1]["host"_L1].toString(), u"practice"_s);
        QVERIFY(report::isCaseNumber(run.json()["caseNumber"_L1].toString()));
    } else if (format.value(1) == "html"_L1) {
        QVERIFY(isWellFormed(run.out));
    } else {
        QVERIFY(run.out.startsWith("# "));
    }
}

void TestCaseReport::theCommandSaysNothingOfProxiesAndServers()
{
    ScriptedServer server;
    server.answer(Script::reply(401,
        R"({"detail":"no entry for )" + testkeys::good + R"(, organization_id 0b1f7a2e-1111-4222-8333-444455556666"})",
        {"Content-Type: application/json", "Server: nginx/1.22.1 (gateway.acme.example)"}));
    const CommandRun gateway = runCommand(program,
        {u"report"_s, u"--stdin"_s, u"--format"_s, u"json"_s, u"--url"_s, server.url().toString()}, testkeys::good);
    QCOMPARE(gateway.exitCode, 3);
    QVERIFY(partOfKeyIn(gateway.out).isEmpty());
    for (const char *trap : {"acme", "0b1f7a2e", "no entry", "127.0.0.1"})
        QVERIFY2(!gateway.out.contains(trap), gateway.out.constData());
    QCOMPARE(gateway.json()["causes"_L1][0]["id"_L1].toString(), u"gateway-refused"_s);
    QCOMPARE(gateway.json()["route"_L1]["host"_L1].toString(), u"another"_s);

    const CommandRun proxy = runCommand(program,
        {u"report"_s, u"--stdin"_s, u"--format"_s, u"json"_s, u"--url"_s, u"http://127.0.0.1:9"_s, u"--proxy"_s,
            u"http://bob:s3cret-login@127.0.0.1:9"_s},
        testkeys::good);
    for (const char *trap : {"s3cret", "bob", "127.0.0.1"})
        QVERIFY2(!proxy.out.contains(trap), proxy.out.constData());
    const QJsonValue used = proxy.json()["route"_L1]["proxy"_L1];
    QCOMPARE(used["used"_L1].toBool(), true);
    QCOMPARE(used["kind"_L1].toString(), u"http"_s);
    QCOMPARE(used["login"_L1].toBool(), true);
}

void TestCaseReport::theCommandRefusesAnotherFormat()
{
    const CommandRun run = runCommand(program, {u"report"_s, u"--practice"_s, u"--format"_s, u"pdf"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY(run.err.contains("--format markdown"));
}

QTEST_GUILESS_MAIN(TestCaseReport)
#include "tst_CaseReport.moc"
