// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Diagnosis.h"
#include "diagnosis/ReleaseDay.h"
#include "helpers/DoctorTest.h"
#include "helpers/EvidenceBuilder.h"
#include "words/EvidenceWords.h"
#include "words/Ids.h"

#include <QTimeZone>

using diagnosis::Cause;
using diagnosis::Diagnosis;
using diagnosis::Evidence;
using diagnosis::EvidenceItem;
using diagnosis::Fact;
using probe::CertificateProblem;
using probe::NetworkFailure;
using probe::ProbeId;

/// The certificate or the clock? Days are counted from a day long after the release.
class TestCertificateReader : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void tellsTheCertificateFromTheClock_data();
    void tellsTheCertificateFromTheClock();
    void knowsAClockThatIsWrongByTheDayOfTheRelease_data();
    void knowsAClockThatIsWrongByTheDayOfTheRelease();
    void saysHowFarTheClockIsOff_data();
    void saysHowFarTheClockIsOff();
    void namesTheIssuerAndTheInspector();
    void looksAtOtherRepliesClocksOnlyWhereTheyCameThrough();
    void hasASensibleDayOfTheRelease();
};

namespace {

constexpr qint64 day = 86'400;

QDateTime dayNumber(int number)
{
    return {diagnosis::releaseDay().addDays(1000 + number), QTime(12, 0), QTimeZone::utc()};
}

/// A certificate that is valid from day 0 to day 90, seen by this computer on day `seen`.
Evidence evidence(CertificateProblem problem, int seen)
{
    Evidence evidence = EvidenceBuilder().fails(ProbeId::Tls, NetworkFailure::CertificateUntrusted, problem).evidence();
    probe::TlsFacts &tls = evidence.probes.back().reply.tls;
    tls.issuer = QStringLiteral("Test Authority");
    tls.validFrom = dayNumber(0);
    tls.validUntil = dayNumber(90);
    tls.seenAt = dayNumber(seen);
    return evidence;
}

void addServerTime(Evidence &evidence, std::optional<qint64> ahead, std::optional<NetworkFailure> failure = {})
{
    diagnosis::ProbeResult result;
    result.id = ProbeId::ServerTime;
    result.outcome = failure ? diagnosis::ProbeResult::Outcome::Failed : diagnosis::ProbeResult::Outcome::Passed;
    result.reply.failure = failure;
    result.reply.status = failure ? 0 : 200;
    result.reading.clockAheadSeconds = ahead;
    evidence.probes.push_back(result);
}

QString written(const Diagnosis &diagnosis)
{
    QStringList causes;
    for (const diagnosis::CauseFound &found : diagnosis.causes)
        causes.append(words::id(found.cause) + QLatin1Char(' ') + words::id(found.status));
    return causes.join(QStringLiteral(", "));
}

const EvidenceItem *find(const Diagnosis &diagnosis, Cause cause, Fact fact)
{
    const diagnosis::CauseFound *found = diagnosis.find(cause);
    if (found == nullptr)
        return nullptr;
    const auto item = std::find_if(found->evidence.begin(), found->evidence.end(),
        [fact](const EvidenceItem &candidate) { return candidate.fact == fact; });
    return item == found->evidence.end() ? nullptr : &*item;
}

} // namespace

void TestCertificateReader::tellsTheCertificateFromTheClock_data()
{
    QTest::addColumn<CertificateProblem>("problem");
    QTest::addColumn<int>("seen"); // the day that this computer's clock shows
    QTest::addColumn<int>("served"); // the day that the server's clock shows; -9999: it did not say
    QTest::addColumn<QString>("causes");
    constexpr int silent = -9999;
    const auto row = [](const char *name, CertificateProblem problem, int seen, int served, const char *causes) {
        QTest::newRow(name) << problem << seen << served << QString::fromLatin1(causes);
    };
    const auto expired = CertificateProblem::Expired;
    const auto early = CertificateProblem::NotYetValid;
    row("clock 400 days ahead", expired, 450, 50, "clock-wrong confirmed");
    row("clock 400 days behind", early, -350, 50, "clock-wrong confirmed");
    row("on the certificate's first day", early, -1, 0, "clock-wrong confirmed");
    row("on the certificate's last day", expired, 91, 90, "clock-wrong confirmed");
    row("expired, and the clocks agree", expired, 95, 95, "tls-untrusted confirmed, clock-wrong ruled-out");
    row("not yet valid, and the clocks agree", early, -5, -5, "tls-untrusted confirmed, clock-wrong ruled-out");
    row("expired by both clocks, which differ", expired, 95, 93, "tls-untrusted confirmed, clock-wrong possible");
    row("expired by one, too early by the other", expired, 95, -3, "tls-untrusted confirmed, clock-wrong possible");
    row("expired, and no time", expired, 95, silent, "tls-untrusted likely, clock-wrong possible");
    row("not yet valid, and no time", early, -5, silent, "clock-wrong likely, tls-untrusted likely");
    // It is older than this program, so it is the server's clock that is wrong.
    row("expired, and the server's clock is far behind", expired, 95, -2000,
        "tls-untrusted likely, clock-wrong possible");
}

void TestCertificateReader::tellsTheCertificateFromTheClock()
{
    QFETCH(const CertificateProblem, problem);
    QFETCH(const int, seen);
    QFETCH(const int, served);
    QFETCH(const QString, causes);
    const bool silent = served == -9999;
    Evidence known = evidence(problem, seen);
    Evidence failed = known;
    addServerTime(known, silent ? std::nullopt : std::optional(qint64{seen - served} * day));
    addServerTime(failed, std::nullopt, NetworkFailure::TimedOut);
    QCOMPARE(written(diagnosis::diagnose(known)), causes);
    QCOMPARE(diagnosis::diagnose(known).verdict, diagnosis::Verdict::FixRoute);
    // A probe that failed, or was not made, says as much as a reply without a time.
    if (silent) {
        QCOMPARE(written(diagnosis::diagnose(failed)), causes);
        QCOMPARE(written(diagnosis::diagnose(evidence(problem, seen))), causes);
    }
}

void TestCertificateReader::knowsAClockThatIsWrongByTheDayOfTheRelease_data()
{
    QTest::addColumn<CertificateProblem>("problem");
    QTest::addColumn<int>("afterRelease"); // days
    QTest::addColumn<QString>("causes");
    const auto row = [](const char *name, CertificateProblem problem, int afterRelease, const char *causes) {
        QTest::newRow(name) << problem << afterRelease << QString::fromLatin1(causes);
    };
    row("not yet valid, before the release", CertificateProblem::NotYetValid, -400,
        "clock-wrong confirmed, tls-untrusted possible");
    row("expired, before the release", CertificateProblem::Expired, -400,
        "tls-untrusted confirmed, clock-wrong confirmed");
    row("on the day before: another time zone", CertificateProblem::NotYetValid, -1,
        "clock-wrong likely, tls-untrusted likely");
    row("on the day of the release", CertificateProblem::NotYetValid, 0, "clock-wrong likely, tls-untrusted likely");
    row("another fault, before the release", CertificateProblem::SelfSigned, -400, "tls-untrusted confirmed");
}

void TestCertificateReader::knowsAClockThatIsWrongByTheDayOfTheRelease()
{
    QFETCH(const CertificateProblem, problem);
    QFETCH(const int, afterRelease);
    Evidence seen = evidence(problem, afterRelease - 1000);
    addServerTime(seen, std::nullopt, NetworkFailure::TimedOut);
    const Diagnosis diagnosis = diagnosis::diagnose(seen);
    QTEST(written(diagnosis), "causes");
    const EvidenceItem *item = find(diagnosis, Cause::ClockWrong, Fact::ClockBeforeRelease);
    QCOMPARE(item != nullptr, afterRelease < -1 && problem != CertificateProblem::SelfSigned);
    if (item != nullptr) {
        QCOMPARE(item->from, seen.probes.front().reply.tls.seenAt);
        QCOMPARE(item->until.date(), diagnosis::releaseDay());
    }
}

void TestCertificateReader::saysHowFarTheClockIsOff_data()
{
    QTest::addColumn<qint64>("ahead");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, qint64 ahead, const char *sentence) {
        QTest::newRow(name) << ahead << QString::fromLatin1(sentence);
    };
    row("days", 400 * day, "This computer's clock is about 400 day(s) ahead of the server's.");
    row("days behind", -400 * day, "This computer's clock is about 400 day(s) behind the server's.");
    row("a day and a bit", day + 600, "This computer's clock is about 24 hour(s) ahead of the server's.");
    row("minutes", 600, "This computer's clock is about 10 minute(s) ahead of the server's.");
    row("years", -2555 * day, "This computer's clock is about 7 year(s) behind the server's.");
}

void TestCertificateReader::saysHowFarTheClockIsOff()
{
    QFETCH(const qint64, ahead);
    Evidence seen =
        ahead > 0 ? evidence(CertificateProblem::Expired, 91) : evidence(CertificateProblem::NotYetValid, -1);
    probe::TlsFacts &tls = seen.probes.front().reply.tls;
    tls.seenAt = dayNumber(50).addSecs(ahead);
    tls.validFrom = dayNumber(50).addSecs(60); // within what two clocks may differ
    tls.validUntil = dayNumber(51);
    addServerTime(seen, ahead);
    const Diagnosis diagnosis = diagnosis::diagnose(seen);
    QCOMPARE(written(diagnosis), QStringLiteral("clock-wrong confirmed"));
    const EvidenceItem *item = find(diagnosis, Cause::ClockWrong, Fact::ClockDiffers);
    QVERIFY(item != nullptr);
    QTEST(words::EvidenceWords::sentence(*item, 40), "sentence");
    const EvidenceItem *dates = find(diagnosis, Cause::ClockWrong, Fact::CertificateDates);
    QVERIFY(dates != nullptr);
    QCOMPARE(dates->from, dayNumber(50).addSecs(60));
    QCOMPARE(dates->until, dayNumber(51));
}

void TestCertificateReader::namesTheIssuerAndTheInspector()
{
    Evidence seen = evidence(CertificateProblem::UnknownAuthority, 50);
    const Diagnosis plain = diagnosis::diagnose(seen);
    QVERIFY(find(plain, Cause::TlsUntrusted, Fact::InspectedBy) == nullptr);
    QVERIFY(find(plain, Cause::TlsUntrusted, Fact::CertificateDates) == nullptr);
    seen.probes.front().reply.tls.inspector = QStringLiteral("Zscaler");
    const Diagnosis inspected = diagnosis::diagnose(seen);
    QCOMPARE(written(inspected), QStringLiteral("tls-untrusted confirmed"));
    const EvidenceItem *problem = find(inspected, Cause::TlsUntrusted, Fact::CertificateProblem);
    QVERIFY(problem != nullptr);
    QCOMPARE(problem->detail, QStringLiteral("Test Authority"));
    const EvidenceItem *item = find(inspected, Cause::TlsUntrusted, Fact::InspectedBy);
    QVERIFY(item != nullptr);
    QVERIFY(words::EvidenceWords::sentence(*item, 40).contains(QStringLiteral("Zscaler")));
    seen.probes.front().reply.tls.problem = CertificateProblem::IssuerNotSent;
    const Diagnosis forgotten = diagnosis::diagnose(seen);
    QCOMPARE(written(forgotten), QStringLiteral("tls-untrusted confirmed"));
    const QString sentence =
        words::EvidenceWords::sentence(*find(forgotten, Cause::TlsUntrusted, Fact::CertificateProblem), 40);
    QVERIFY(sentence.contains(QStringLiteral("did not send")) && sentence.contains(QStringLiteral("Test Authority")));
}

void TestCertificateReader::looksAtOtherRepliesClocksOnlyWhereTheyCameThrough()
{
    const Evidence works = EvidenceBuilder()
                               .check(probe::Answerer::Cohere, probe::Meaning::KeyValid, 200)
                               .clockAhead(3600)
                               .rerank(probe::Answerer::Cohere, probe::Meaning::RerankResults, 200)
                               .clockAhead(-7200)
                               .evidence();
    const Diagnosis diagnosis = diagnosis::diagnose(works);
    QCOMPARE(written(diagnosis), QStringLiteral("clock-wrong possible"));
    QCOMPARE(diagnosis.causes.front().evidence.size(), size_t{1});
    QCOMPARE(diagnosis.causes.front().evidence.front().number, 3600);
}

void TestCertificateReader::hasASensibleDayOfTheRelease()
{
    QVERIFY(diagnosis::releaseDay().isValid());
    QVERIFY(diagnosis::releaseDay() >= QDate(2026, 11, 1));
    // A program from the future would call every clock wrong.
    QVERIFY(diagnosis::releaseDay() <= QDateTime::currentDateTimeUtc().date().addDays(1));
}

QTEST_GUILESS_MAIN(TestCertificateReader)
#include "tst_CertificateReader.moc"
