// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "helpers/TestKeys.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>
#include <QStandardPaths>

/// The built command under libfaketime, against a server that lives in the true time.
class TestClock : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tellsAWrongClockFromAnExpiredCertificate_data();
    void tellsAWrongClockFromAnExpiredCertificate();

private:
    TestCertificates m_certificates;
};

namespace {

const char resultsBody[] = R"({"id":"1","results":[{"index":0,"relevance_score":0.9}],"meta":{}})";

QByteArray dateHeader()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return "Date: " + QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

} // namespace

void TestClock::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("faketime")).isEmpty())
        QSKIP("The program faketime is missing.");
    QVERIFY2(m_certificates.isValid(), "the openssl command is needed");
}

void TestClock::tellsAWrongClockFromAnExpiredCertificate_data()
{
    QTest::addColumn<QString>("shift"); // of the command's clock; empty: none
    QTest::addColumn<int>("untilDays"); // when the certificate ends, in days from now
    QTest::addColumn<bool>("withDate"); // the server tells the time
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("first"); // cause and status
    QTest::addColumn<QString>("evidence"); // a part of the first cause's evidence
    const QString ahead = QStringLiteral("+400 days");
    const QString behind = QStringLiteral("-400 days");
    QTest::newRow("clock ahead") << ahead << 30 << true << 3 << QStringLiteral("clock-wrong confirmed")
                                 << QStringLiteral("about 400 days ahead");
    QTest::newRow("clock behind") << behind << 30 << true << 3 << QStringLiteral("clock-wrong confirmed")
                                  << QStringLiteral("about 400 days behind");
    QTest::newRow("clock behind, and nobody tells the time")
        << behind << 30 << false << 3 << QStringLiteral("clock-wrong confirmed")
        << QStringLiteral("but this program was made on");
    // Then nobody can vouch for the server any more, so it is not asked for the time.
    QTest::newRow("clock so far ahead that the authority has expired")
        << QStringLiteral("+4000 days") << 30 << true << 3 << QStringLiteral("tls-untrusted likely")
        << QStringLiteral("By this computer's clock, the certificate of localhost has expired.");
    QTest::newRow("certificate expired") << QString() << -1 << true << 3 << QStringLiteral("tls-untrusted confirmed")
                                         << QStringLiteral("The certificate is valid from");
    QTest::newRow("all in order") << QString() << 30 << true << 0 << QString() << QString();
}

void TestClock::tellsAWrongClockFromAnExpiredCertificate()
{
    QFETCH(const QString, shift);
    QFETCH(const int, untilDays);
    QFETCH(const bool, withDate);
    QFETCH(const int, exitCode);
    QFETCH(const QString, first);
    QFETCH(const QString, evidence);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ScriptedServer server(m_certificates.issued(QStringLiteral("localhost"), now.addDays(-9), now.addDays(untilDays)));
    server.answer(Script::reply(200, resultsBody, withDate ? QList<QByteArray>{dateHeader()} : QList<QByteArray>{}));
    QStringList arguments{QStringLiteral(COMMAND_PROGRAM), QStringLiteral("check"), QStringLiteral("--stdin"),
        QStringLiteral("--ca"), m_certificates.authorityFile(), QStringLiteral("--url"), server.url().toString(),
        QStringLiteral("--proxy"), QStringLiteral("none"), QStringLiteral("--json"), QStringLiteral("--timeout"),
        QStringLiteral("60")};
    if (!shift.isEmpty())
        arguments = QStringList{QStringLiteral("faketime"), shift} + arguments;
    const QString program = arguments.takeFirst();
    const CommandRun run = runCommand(program, arguments, testkeys::good,
        {// Only what day it is: timers go on as they are.
            {QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1")},
            // libfaketime is loaded before the sanitizer's library.
            {QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0")},
            {QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")}});
    QVERIFY2(run.exitCode == exitCode, run.err + run.out);
    const QJsonObject cause = run.json().value(QStringLiteral("causes")).toArray().first().toObject();
    const QString found = cause.value(QStringLiteral("id")).toString() + QLatin1Char(' ')
        + cause.value(QStringLiteral("status")).toString();
    QVERIFY2(found.trimmed() == first, run.out);
    const QStringList sentences = cause.value(QStringLiteral("evidence")).toVariant().toStringList();
    QVERIFY2(sentences.join(QLatin1Char('\n')).contains(evidence), run.out);
    const bool works = first.isEmpty();
    QVERIFY(first.endsWith(QLatin1String("likely")) ? server.requests().isEmpty()
                                                    : server.requests().size() == (works ? 2 : 1));
    for (const QByteArray &request : server.requests()) {
        QCOMPARE(request.contains(testkeys::good), works);
        QCOMPARE(request.startsWith("HEAD / "), !works);
    }
    QVERIFY(!run.out.contains(testkeys::good) && !run.err.contains(testkeys::good));
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_Clock.moc"
