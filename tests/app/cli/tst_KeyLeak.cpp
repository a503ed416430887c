// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "helpers/TestKeys.h"

#include <QDirIterator>
#include <QTemporaryDir>

/// Plants a key, drives the command through everything, and searches all that was printed and written for any five
/// characters of it in a row.
class TestKeyLeak : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void findsAPlantedPart();
    void printsNoPartOfTheKey_data();
    void printsNoPartOfTheKey();
    void printsNoKeyOutOfACertificate_data();
    void printsNoKeyOutOfACertificate();
};

namespace {

constexpr qsizetype partLength = 5; // the last four characters may be seen

/// The first part of the key that stands in `text`; empty where there is none.
QByteArray partIn(const QByteArray &text)
{
    for (qsizetype i = 0; i + partLength <= testkeys::good.size(); ++i) {
        const QByteArray part = testkeys::good.mid(i, partLength);
        if (text.contains(part) || text.contains(part.toBase64(QByteArray::OmitTrailingEquals))
            || text.contains(part.toHex()))
            return part;
    }
    return {};
}

QByteArray partInFilesBelow(const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            if (const QByteArray part = partIn(file.readAll()); !part.isEmpty())
                return part;
        }
    }
    return {};
}

/// A server that does its worst: it repeats the key wherever it can.
Script repeating(int status)
{
    // A part of a key looks like no key: only who knows the key can tell.
    const QByteArray part = testkeys::good.mid(4, 15);
    const QByteArray body = R"({"id":"x","message":"invalid api token: Bearer )" + testkeys::good + " or " + part
        + R"(", "error":")" + testkeys::good + "\"}";
    return Script::reply(status, body,
        {"Content-Type: application/json", "Location: https://example.com/?key=" + testkeys::good,
            "WWW-Authenticate: Basic realm=\"" + testkeys::good + '"', "Server: " + testkeys::good});
}

} // namespace

void TestKeyLeak::findsAPlantedPart()
{
    // What finds nothing must be able to find something.
    QVERIFY(!partIn("… " + testkeys::good.mid(20, 5) + " …").isEmpty());
    QVERIFY(partIn("… " + testkeys::good.mid(20, 4) + " …").isEmpty());
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral(".hidden")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(testkeys::good) > 0);
    file.close();
    QVERIFY(!partInFilesBelow(folder.path()).isEmpty());
}

void TestKeyLeak::printsNoPartOfTheKey_data()
{
    QTest::addColumn<QByteArray>("around"); // KEY stands for the key
    QTest::addColumn<int>("status");
    for (const int status : {200, 302, 400, 402, 403, 404, 407, 422, 429, 498, 500, 511})
        QTest::addRow("%d", status) << QByteArray("KEY") << status;
    for (const char *around : {"KEY", "KEY\n", "\"KEY\"", "Bearer KEY", "export CO_API_KEY=KEY", "KEYKEY",
             "KEY\xc2\xa0", "\xd0\x90KEY", "{\"apiKey\": \"KEY\"}"})
        QTest::addRow("401 %s", around) << QByteArray(around) << 401;
}

void TestKeyLeak::printsNoPartOfTheKey()
{
    QFETCH(QByteArray, around);
    QFETCH(const int, status);
    const QByteArray key = around.replace("KEY", testkeys::good).replace("CO_API_" + testkeys::good, "CO_API_KEY");
    QTemporaryDir home;
    const Variables variables = {{QStringLiteral("HOME"), home.path()},
        {QStringLiteral("XDG_CONFIG_HOME"), home.path()}, {QStringLiteral("XDG_DATA_HOME"), home.path()},
        {QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true")}};
    ScriptedServer server;
    server.answer(repeating(status));
    const QStringList check = {QStringLiteral("check"), QStringLiteral("--stdin"), QStringLiteral("--timeout"),
        QStringLiteral("5"), QStringLiteral("--url"), server.url().toString()};
    const QStringList json = {QStringLiteral("--json")};
    const QStringList inspect = {QStringLiteral("inspect"), QStringLiteral("--stdin")};
    for (const QStringList &arguments : {check, check + json, inspect, inspect + json}) {
        const CommandRun run = runCommand(QStringLiteral(COMMAND_PROGRAM), arguments, key, variables);
        QVERIFY(run.exitCode >= 0);
        const QByteArray part = partIn(run.out + run.err);
        QVERIFY2(part.isEmpty(), (part + " stands in: " + run.out + run.err).constData());
    }
    QCOMPARE(partInFilesBelow(home.path()), QByteArray());
}

void TestKeyLeak::printsNoKeyOutOfACertificate_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::newRow("trusted") << true;
    QTest::newRow("not trusted") << false;
}

void TestKeyLeak::printsNoKeyOutOfACertificate()
{
    QFETCH(const bool, trusted);
    TestCertificates certificates(QString::fromLatin1(testkeys::good));
    ScriptedServer server(certificates.issued());
    QVERIFY(certificates.isValid());
    server.answer(repeating(401));
    QStringList arguments = {QStringLiteral("check"), QStringLiteral("--stdin"), QStringLiteral("--timeout"),
        QStringLiteral("5"), QStringLiteral("--url"), server.url().toString()};
    if (trusted)
        arguments += {QStringLiteral("--ca"), certificates.authorityFile()};
    for (const char *form : {"--verbose", "--json"}) {
        const CommandRun run =
            runCommand(QStringLiteral(COMMAND_PROGRAM), arguments + QStringList{QLatin1String(form)}, testkeys::good);
        QVERIFY2(run.out.contains("[key]"), run.out.constData());
        const QByteArray part = partIn(run.out + run.err);
        QVERIFY2(part.isEmpty(), (part + " stands in: " + run.out + run.err).constData());
    }
}

QTEST_GUILESS_MAIN(TestKeyLeak)
#include "tst_KeyLeak.moc"
