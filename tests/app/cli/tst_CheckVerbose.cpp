// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestKeys.h"

#include <QJsonArray>
#include <QStandardPaths>

/// `rerank-key check --verbose`: what was sent, what came back, and how to do the same, without the key.
class TestCheckVerbose : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void showsEachExchangeAfterTheResult();
    void isSilentUnlessAsked();
    void putsExchangesIntoTheJson();
    void hasNoReplyInTheJsonWhereNoneCame();
    void printsACommandThatWorks();
    void printsNothingOfTheKey_data();
    void printsNothingOfTheKey();
    void hidesTheKeyInARedirect();
    void saysWhatEachClientDoesWithTheKey_data();
    void saysWhatEachClientDoesWithTheKey();
    void saysInHelpWhatItShows();
};

namespace {

const QByteArray rejected = R"({"message":"invalid api token","id":"1"})";

CommandRun check(const ScriptedServer &server, const QStringList &further, const QByteArray &key = testkeys::good,
    const Variables &variables = {})
{
    return runCommand(QStringLiteral(COMMAND_PROGRAM),
        QStringList{
            QStringLiteral("check"), QStringLiteral("--stdin"), QStringLiteral("--url"), server.url().toString()}
            + further,
        key, variables);
}

CommandRun verbose(const ScriptedServer &server, const QByteArray &key = testkeys::good)
{
    return check(server, {QStringLiteral("--verbose")}, key, {{QStringLiteral("SHELL"), QStringLiteral("/bin/bash")}});
}

CommandRun inspect(const QStringList &further, const QByteArray &key)
{
    return runCommand(QStringLiteral(COMMAND_PROGRAM),
        QStringList{QStringLiteral("inspect"), QStringLiteral("--stdin")} + further, key);
}

/// The first part of the key, longer than the four characters that may be seen, that stands in `text`.
QByteArray partIn(const QByteArray &text, const QByteArray &key)
{
    constexpr qsizetype length = 6;
    for (qsizetype i = 0; i + length <= key.size(); ++i) {
        const QByteArray part = key.mid(i, length);
        if (text.contains(part))
            return part;
    }
    return {};
}

QJsonObject exchangeOf(const CommandRun &run, const QString &id)
{
    for (const QJsonValue &probe : run.json().value(QStringLiteral("probes")).toArray()) {
        if (probe[QStringLiteral("id")] == id)
            return probe[QStringLiteral("exchange")].toObject();
    }
    return {};
}

} // namespace

void TestCheckVerbose::showsEachExchangeAfterTheResult()
{
    ScriptedServer server;
    server.answer(Script::reply(401, rejected, {"Server: nginx", "WWW-Authenticate: Basic realm=\"x\""}));
    const CommandRun run = verbose(server);
    QVERIFY(run.exitCode > 0);
    const qsizetype causes = run.out.indexOf("How to fix it:");
    const qsizetype checkKey = run.out.indexOf("\n> POST /v1/check-api-key HTTP/1.1\n> Authorization: Bearer {key}\n");
    const qsizetype rerank = run.out.indexOf("\n> POST /v2/rerank HTTP/1.1\n> Authorization: Bearer {key}\n");
    QVERIFY2(causes > 0 && checkKey > causes && rerank > causes, run.out.constData());
    QVERIFY(
        run.out.contains("\n> {\"documents\":[\"ping\"],\"model\":\"rerank-v3.5\",\"query\":\"ping\",\"top_n\":1}\n"));
    QVERIFY(run.out.contains("\n< HTTP/1.1 401\n  # 401 means:"));
    QVERIFY(run.out.contains("\n< server: nginx\n  # "));
    QVERIFY(run.out.contains("\n< www-authenticate: Basic realm=\"x\"\n  # "));
    QVERIFY(run.out.contains("\n< " + rejected + '\n'));
    QVERIFY(run.out.contains("\nprintf 'Authorization: Bearer %s\\n' \"$CO_API_KEY\" | curl "));
    // Standard error holds what happens meanwhile, as ever.
    QVERIFY(!run.err.contains("HTTP/1.1"));
}

void TestCheckVerbose::isSilentUnlessAsked()
{
    ScriptedServer server;
    server.answer(Script::reply(401, rejected));
    const CommandRun run = check(server, {});
    QVERIFY(!run.out.contains("HTTP/1.1"));
    QVERIFY(!run.out.contains("curl"));
}

void TestCheckVerbose::putsExchangesIntoTheJson()
{
    ScriptedServer server;
    server.answer(Script::reply(401, rejected, {"X-Twice: a", "X-Twice: b"}));
    const CommandRun run = check(server, {QStringLiteral("--json"), QStringLiteral("--verbose")});
    QVERIFY(run.out.startsWith('{') && run.out.endsWith("}\n"));
    const QJsonObject exchange = exchangeOf(run, QStringLiteral("rerank"));
    const QJsonObject request = exchange.value(QStringLiteral("request")).toObject();
    QCOMPARE(request.value(QStringLiteral("method")), QStringLiteral("POST"));
    QCOMPARE(request.value(QStringLiteral("url")), server.url().toString() + QStringLiteral("/v2/rerank"));
    QCOMPARE(request.value(QStringLiteral("headers")).toArray().first(),
        (QJsonArray{QStringLiteral("Authorization"), QStringLiteral("Bearer {key}")}));
    QVERIFY(request.value(QStringLiteral("body")).toString().startsWith(QLatin1String(R"({"documents":)")));
    const QJsonObject reply = exchange.value(QStringLiteral("reply")).toObject();
    QCOMPARE(reply.value(QStringLiteral("status")), 401);
    QCOMPARE(reply.value(QStringLiteral("body")), QString::fromUtf8(rejected));
    QCOMPARE(reply.value(QStringLiteral("bodyIsCut")), false);
    const QJsonArray headers = reply.value(QStringLiteral("headers")).toArray();
    QVERIFY(headers.contains(QJsonArray{QStringLiteral("x-twice"), QStringLiteral("a")}));
    QVERIFY(headers.contains(QJsonArray{QStringLiteral("x-twice"), QStringLiteral("b")}));
    QVERIFY(!exchangeOf(run, QStringLiteral("check-api-key")).isEmpty());
    QVERIFY(exchangeOf(run, QStringLiteral("connect")).isEmpty());
    // Asked for or not.
    QVERIFY(!exchangeOf(check(server, {QStringLiteral("--json")}), QStringLiteral("rerank")).isEmpty());
}

void TestCheckVerbose::hasNoReplyInTheJsonWhereNoneCame()
{
    ScriptedServer server;
    server.answer(Script::raw(""));
    const QJsonObject exchange = exchangeOf(check(server, {QStringLiteral("--json")}), QStringLiteral("rerank"));
    QVERIFY(!exchange.value(QStringLiteral("request")).toObject().isEmpty());
    QVERIFY(exchange.value(QStringLiteral("reply")).isNull());
    QVERIFY(verbose(server).out.contains("\n  # No answer came, or none in HTTP.\n"));
}

void TestCheckVerbose::printsACommandThatWorks()
{
    const QString shell = QStandardPaths::findExecutable(QStringLiteral("sh"));
    if (shell.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
        QSKIP("There is no shell here, or no curl.");
    ScriptedServer server;
    server.answer(Script::reply(401, rejected));
    const CommandRun run = verbose(server);
    const qsizetype start = run.out.indexOf("\nprintf ") + 1;
    QVERIFY(start > 0);
    const QByteArray command = run.out.mid(start, run.out.indexOf('\n', start) - start);
    const qsizetype before = server.requests().size();
    const CommandRun ran =
        runCommand(shell, {}, command + '\n', {{QStringLiteral("CO_API_KEY"), QString::fromLatin1(testkeys::good)}});
    QCOMPARE(ran.exitCode, 0);
    QVERIFY(ran.out.startsWith("HTTP/1.1 401"));
    QCOMPARE(server.requests().size(), before + 1);
    QVERIFY(server.requests().constLast().startsWith("POST /v2/rerank HTTP/1.1\r\n"));
    QVERIFY(server.requests().constLast().contains("\r\nAuthorization: Bearer " + testkeys::good + "\r\n"));
}

void TestCheckVerbose::printsNothingOfTheKey_data()
{
    QTest::addColumn<QByteArray>("around"); // KEY stands for the key
    QTest::addColumn<int>("status");
    for (const int status : {200, 302, 401, 403, 407, 500})
        QTest::addRow("%d", status) << QByteArray("KEY") << status;
    QTest::newRow("a blank") << QByteArray("KEY ") << 401;
    QTest::newRow("no-break space") << QByteArray("KEY\xc2\xa0") << 401;
    QTest::newRow("Bearer") << QByteArray("Bearer KEY") << 401;
    QTest::newRow("twice") << QByteArray("KEYKEY") << 401;
}

void TestCheckVerbose::printsNothingOfTheKey()
{
    QFETCH(QByteArray, around);
    QFETCH(const int, status);
    const QByteArray &key = testkeys::good;
    QByteArray parts;
    for (qsizetype i = 0; i < key.size(); i += 8)
        parts += key.mid(i, 8) + " - ";
    ScriptedServer server;
    server.answer(
        Script::reply(status, R"({"message":")" + parts + R"(","id":")" + key + R"(","x":")" + key.toBase64() + "\"}",
            {"Server: " + key, "X-Parts: " + parts, "X-Debug-Trace-Id: " + key.left(30), "Set-Cookie: key=" + key,
                "WWW-Authenticate: Basic realm=\"" + parts + '"', "Location: https://login.example/?key=" + key,
                "X-" + key + ": 1", "Y-" + key.mid(10, 12) + ": 2"}));
    around.replace("KEY", key);
    const CommandRun printed = verbose(server, around);
    QVERIFY(printed.out.contains("< HTTP/1.1 " + QByteArray::number(status)));
    const CommandRun json = check(server, {QStringLiteral("--json")}, around);
    for (const CommandRun &run : {printed, json}) {
        for (const QByteArray &secret : {key, key.toBase64(), key.toLower()}) {
            const QByteArray part = partIn(run.out + run.err, secret);
            QVERIFY2(part.isEmpty(), (part + " stands in: " + run.out + run.err).constData());
        }
    }
}

void TestCheckVerbose::hidesTheKeyInARedirect()
{
    ScriptedServer server;
    server.answer(Script::reply(302, "", {"Location: https://login.example/start?token=" + testkeys::good + "&n=1"}));
    const QByteArray out = verbose(server).out;
    QVERIFY2(out.contains("\n< location: https://login.example/start?token=[key]&n=1\n"), out.constData());
}

void TestCheckVerbose::saysWhatEachClientDoesWithTheKey_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("sentence"); ///< empty: nothing is said
    QTest::addColumn<QString>("act"); ///< of Node's fetch
    QTest::newRow("clean") << testkeys::good << QByteArray() << QStringLiteral("sends");
    QTest::newRow("a line's end") << testkeys::good + "\n"
                                  << QByteArray(
                                         "Python requests refuses the key before anything is sent, and its error "
                                         "message shows the key: do not share that message.")
                                  << QStringLiteral("trims");
    QTest::newRow("quotes") << '"' + testkeys::good + '"' << QByteArray("Each of them sends the key as it is")
                            << QStringLiteral("sends");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QString();
}

void TestCheckVerbose::saysWhatEachClientDoesWithTheKey()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, sentence);
    QFETCH(const QString, act);
    ScriptedServer server;
    server.answer(Script::reply(401, rejected));
    const QByteArray heading = "What each client does with this key as it is:";
    for (const CommandRun &run : {inspect({}, key), verbose(server, key)}) {
        QCOMPARE(run.out.contains(heading), !sentence.isEmpty());
        QVERIFY2(run.out.contains(sentence), run.out.constData());
    }
    const QStringList json = {QStringLiteral("--json")};
    for (const CommandRun &run : {inspect(json, key), check(server, json, key)}) {
        const QJsonArray clients = run.json().value(QStringLiteral("clients")).toArray();
        QVERIFY(run.json().contains(QStringLiteral("clients")));
        QCOMPARE(clients.size(), act.isEmpty() ? 0 : 8);
        const QJsonObject fetch{{QStringLiteral("id"), QStringLiteral("node-fetch")}, {QStringLiteral("act"), act}};
        QCOMPARE(clients.contains(fetch), !act.isEmpty());
    }
}

void TestCheckVerbose::saysInHelpWhatItShows()
{
    const CommandRun run =
        runCommand(QStringLiteral(COMMAND_PROGRAM), {QStringLiteral("check"), QStringLiteral("--help")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("[--verbose]"));
    QVERIFY(run.out.contains("  --verbose "));
}

QTEST_GUILESS_MAIN(TestCheckVerbose)
#include "tst_CheckVerbose.moc"
