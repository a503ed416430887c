// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestKeys.h"
#include "practice/PracticeEndpoint.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

/// Drives the real program `rerank-key`.
class TestCommandLine : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void refusesWrongUsageInOneLine_data();
    void refusesWrongUsageInOneLine();
    void helpsWithEveryVerb_data();
    void helpsWithEveryVerb();
    void takesTheKeyFromEverySource_data();
    void takesTheKeyFromEverySource();
    void endsAsEachScenarioDeserves_data();
    void endsAsEachScenarioDeserves();
    void provesAHiddenCharacterByTheCleanedKey();
    void namesAMissingVariable();
    void namesTheVariableThatTheClientDoesNotRead();
    void namesAnEmptyBaseUrl();
    void saysWhichFileCannotBeRead_data();
    void saysWhichFileCannotBeRead();
    void weighsTheErrorOfTheUsersProgram();
    void keepsToItsTime();
    void isWaitedForWhereItReadsNoInput();
    void inspectsWithoutTheNetwork();
    void printsColoursOnNoPipe();
    void servesThePracticeEndpointUntilInterrupted();
    void neverRepeatsWhatMayBeAKey_data();
    void neverRepeatsWhatMayBeAKey();

private:
    [[nodiscard]] static CommandRun command(
        const QStringList &arguments, const QByteArray &input = {}, const Variables &variables = {});
};

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString firstCause(const QJsonObject &json)
{
    return json[QLatin1String("causes")].toArray().first().toObject()[QLatin1String("id")].toString();
}

QJsonObject probeOf(const QJsonObject &json, const char *id, const char *variant)
{
    const QJsonArray probes = json[QLatin1String("probes")].toArray();
    for (const QJsonValue &probe : probes) {
        const QJsonObject object = probe.toObject();
        if (object[QLatin1String("id")] == QLatin1String(id)
            && object[QLatin1String("variant")].toString() == QLatin1String(variant))
            return object;
    }
    return {};
}

} // namespace

CommandRun TestCommandLine::command(const QStringList &arguments, const QByteArray &input, const Variables &variables)
{
    return runCommand(QStringLiteral(COMMAND_PROGRAM), arguments, input, variables);
}

void TestCommandLine::refusesWrongUsageInOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    for (const char *line : {"chek", "check --nonsense", "check extra", "inspect --timeout 3", "check --timeout nought",
             "check --timeout 0", "check --timeout -3", "check --env", "check --env A --env B", "check --stdin --env A",
             "check --env NOT-A-NAME", "check --client nobody", "check --proxy gopher://x", "check --proxy :",
             "check --practice --url https://example.com", "check --header X-API-Key:secret", "practice --port 0",
             "practice --port 99999", "practice --scenario nonsense", "practice extra", "explain a.log b.log",
             "explain --stdin", "explain --system beos", "check --system beos", "report --format pdf", "report extra"})
        QTest::newRow(line) << words(line);
}

void TestCommandLine::refusesWrongUsageInOneLine()
{
    QFETCH(const QStringList, arguments);
    const CommandRun run = command(arguments);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.err.count('\n'), 1);
}

void TestCommandLine::helpsWithEveryVerb_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("program") << words("--help") << QByteArray("inspect");
    QTest::newRow("check") << words("check --help") << QByteArray("--env-file <FILE>");
    QTest::newRow("inspect") << words("inspect --help") << QByteArray("--clipboard");
    QTest::newRow("explain") << words("explain --help") << QByteArray("[FILE]");
    QTest::newRow("report") << words("report --help") << QByteArray("--format <FORMAT>");
    QTest::newRow("practice") << words("practice --help") << QByteArray("--scenario");
    QTest::newRow("version") << words("--version") << QByteArray("rerank-key " DOCTOR_VERSION);
}

void TestCommandLine::helpsWithEveryVerb()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, holds);
    const CommandRun run = command(arguments);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains(holds), run.out.constData());
    QCOMPARE(run.err, QByteArray());
}

void TestCommandLine::takesTheKeyFromEverySource_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("source");
    const QByteArray none;
    QTest::newRow("stdin") << words("--stdin") << testkeys::good << QString() << QStringLiteral("stdin");
    QTest::newRow("env") << words("--env MY_KEY") << none << QStringLiteral("MY_KEY") << QStringLiteral("environment");
    QTest::newRow("CO_API_KEY") << QStringList() << none << QStringLiteral("CO_API_KEY")
                                << QStringLiteral("environment");
    QTest::newRow("COHERE_API_KEY") << QStringList() << none << QStringLiteral("COHERE_API_KEY")
                                    << QStringLiteral("environment");
    QTest::newRow("the client's") << words("--client weaviate") << none << QStringLiteral("COHERE_APIKEY")
                                  << QStringLiteral("environment");
    QTest::newRow("env-file") << words("--env-file FILE") << none << QString() << QStringLiteral("env-file");
}

void TestCommandLine::takesTheKeyFromEverySource()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QByteArray, input);
    QFETCH(const QString, variable);
    QFETCH(const QString, source);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral(".env"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# a comment\nOTHER=1\nexport CO_API_KEY=\"" + testkeys::good + "\" # mine\n");
    file.close();
    arguments.replaceInStrings(QStringLiteral("FILE"), path);

    ScriptedServer server;
    server.answer(Script::reply(200, R"({"results":[{"index":0,"relevance_score":1}]})"));
    Variables variables;
    if (!variable.isEmpty())
        variables.append({variable, QString::fromLatin1(testkeys::good)});
    const CommandRun run =
        command(words("check --json --url") + QStringList{server.url().toString()} + arguments, input, variables);
    QCOMPARE(run.exitCode, 0);
    const QJsonObject key = run.json()[QLatin1String("key")].toObject();
    QCOMPARE(key[QLatin1String("source")].toString(), source);
    QCOMPARE(key[QLatin1String("length")].toInt(), 40);
    for (const QByteArray &request : server.requests())
        QVERIFY(request.contains("Authorization: Bearer " + testkeys::good + "\r\n"));
}

void TestCommandLine::endsAsEachScenarioDeserves_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *scenario, int exitCode, const char *verdict, const char *cause) {
        QTest::newRow(scenario) << QString::fromLatin1(scenario) << exitCode << QString::fromLatin1(verdict)
                                << QString::fromLatin1(cause);
    };
    row("works", 0, "works", "");
    row("rejected", 1, "fix-key", "key-rejected");
    row("expired", 1, "fix-key", "key-expired");
    row("no-rerank-access", 1, "fix-access", "no-rerank-access");
    row("billing", 1, "fix-access", "billing");
    row("rate-limit", 3, "wait", "rate-limited");
    row("month-used-up", 1, "fix-access", "quota-used-up");
    row("edge-block", 3, "fix-route", "blocked-address");
    row("gateway", 3, "fix-route", "gateway-refused");
    row("header-stripped", 3, "fix-route", "header-stripped");
    row("model-gone", 3, "fix-request", "model-unavailable");
    row("trouble", 3, "wait", "service-trouble");
}

void TestCommandLine::endsAsEachScenarioDeserves()
{
    QFETCH(const QString, scenario);
    QFETCH(const int, exitCode);
    QFETCH(const QString, verdict);
    QFETCH(const QString, cause);
    const practice::Scenario *known = practice::findScenario(scenario);
    QVERIFY(known != nullptr);
    const CommandRun run = command(words("check --practice --stdin --json"), known->key);
    QCOMPARE(run.json()[QLatin1String("verdict")].toString(), verdict);
    QCOMPARE(firstCause(run.json()), cause);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY(run.out.endsWith("}\n") && !run.out.endsWith("\n\n"));

    // The same in words: the outcome on standard output, what was tried on standard error.
    const CommandRun text = command(words("check --practice --stdin"), known->key);
    QCOMPARE(text.exitCode, exitCode);
    QVERIFY(text.out.startsWith(run.json()[QLatin1String("summary")].toString().toUtf8() + '\n'));
    QVERIFY(!text.err.isEmpty());
}

void TestCommandLine::provesAHiddenCharacterByTheCleanedKey()
{
    const QByteArray key = practice::scenarios().front().key + "\xc2\xa0";
    const CommandRun run = command(words("check --practice --stdin --json"), key);
    QCOMPARE(run.exitCode, 1);
    const QJsonObject json = run.json();
    QCOMPARE(json[QLatin1String("summary")].toString(), QStringLiteral("The key has a no-break space at its end."));
    const QJsonObject cause = json[QLatin1String("causes")].toArray().first().toObject();
    QCOMPARE(cause[QLatin1String("id")].toString(), QStringLiteral("hidden-characters"));
    QCOMPARE(cause[QLatin1String("status")].toString(), QStringLiteral("confirmed"));
    QCOMPARE(probeOf(json, "rerank", "as-given")[QLatin1String("outcome")].toString(), QStringLiteral("skipped"));
    QCOMPARE(probeOf(json, "rerank", "cleaned")[QLatin1String("outcome")].toString(), QStringLiteral("passed"));
    const QJsonObject finding = json[QLatin1String("key")][QLatin1String("findings")].toArray().first().toObject();
    QCOMPARE(finding[QLatin1String("offset")].toInt(), 40);
    QCOMPARE(finding[QLatin1String("codePoint")].toString(), QStringLiteral("U+00A0"));
    QCOMPARE(finding[QLatin1String("name")].toString(), QStringLiteral("NO-BREAK SPACE"));
    QCOMPARE(finding[QLatin1String("action")].toString(), QStringLiteral("remove"));
}

void TestCommandLine::namesAMissingVariable()
{
    const CommandRun run = command(words("check --json --practice"));
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(firstCause(run.json()), QStringLiteral("key-missing"));
    QVERIFY(!run.json()[QLatin1String("key")].toObject()[QLatin1String("present")].toBool(true));
    QVERIFY(run.out.contains("CO_API_KEY"));
}

void TestCommandLine::namesTheVariableThatTheClientDoesNotRead()
{
    const CommandRun run = command(words("check --json --practice --client cohere-typescript"), {},
        {{QStringLiteral("COHERE_API_KEY"), QString::fromLatin1(testkeys::good)}});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(firstCause(run.json()), QStringLiteral("wrong-variable"));
    const QJsonObject source = run.json()[QLatin1String("sources")].toArray().first().toObject();
    QCOMPARE(source[QLatin1String("name")].toString(), QStringLiteral("COHERE_API_KEY"));
    QVERIFY(source[QLatin1String("readBy")].toArray().contains(QStringLiteral("langchain-js")));
}

void TestCommandLine::namesAnEmptyBaseUrl()
{
    const CommandRun run =
        command(words("check --json --stdin"), testkeys::good, {{QStringLiteral("CO_API_URL"), QString()}});
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(firstCause(run.json()), QStringLiteral("wrong-endpoint"));
}

void TestCommandLine::saysWhichFileCannotBeRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("env-file missing") << words("check --env-file /nowhere/.env");
    QTest::newRow("env-file is a folder") << words("inspect --env-file /");
    QTest::newRow("error missing") << words("check --stdin --practice --error /nowhere/app.log");
    QTest::newRow("error is a folder") << words("report --stdin --practice --error /");
    QTest::newRow("explain missing") << words("explain /nowhere/app.log");
    QTest::newRow("ca missing") << words("check --stdin --ca /nowhere/ca.pem");
    QTest::newRow("ca without certificates") << words("check --stdin --ca /dev/null");
}

void TestCommandLine::saysWhichFileCannotBeRead()
{
    QFETCH(const QStringList, arguments);
    const CommandRun run = command(arguments, testkeys::good);
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(run.err.contains(arguments.last().toUtf8()));
}

void TestCommandLine::weighsTheErrorOfTheUsersProgram()
{
    const QTemporaryDir folder;
    QFile log(folder.filePath(QStringLiteral("app.log")));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("UnauthorizedError: status_code: 401, body: {'message': 'invalid api token'}\n");
    log.close();
    const QByteArray works = practice::findScenario(QStringLiteral("works"))->key;
    const CommandRun run = command(words("check --stdin --practice --json --error") << log.fileName(), works);
    QCOMPARE(run.exitCode, 0); // the key works: it is another one that the program has
    QCOMPARE(run.json()[QLatin1String("verdict")].toString(), QStringLiteral("works"));
    QCOMPARE(firstCause(run.json()), QStringLiteral("stale-environment"));
    const CommandRun report = command(words("report --stdin --practice --error") << log.fileName(), works);
    QVERIFY2(report.out.contains("has another cause") && !report.out.contains("Nothing needs to change"),
        report.out.constData());
}

void TestCommandLine::keepsToItsTime()
{
    ScriptedServer server;
    server.answer(Script::raw({}, Script::Then::KeepOpen));
    QElapsedTimer timer;
    timer.start();
    const CommandRun run = command(
        words("check --json --stdin --timeout 0.5 --url") + QStringList{server.url().toString()}, testkeys::good);
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(firstCause(run.json()), QStringLiteral("unreachable"));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TestCommandLine::isWaitedForWhereItReadsNoInput()
{
#ifdef Q_OS_WIN
    QSKIP("There is no sh on Windows.");
#endif
    // A matter of these tests themselves: a pipe that nobody reads is an error, but not the end of the program.
    const QString script = QStringLiteral("exec <&-; sleep 0.3; exit 7");
    QCOMPARE(runCommand(QStringLiteral("sh"), {QStringLiteral("-c"), script}, QByteArray(1'000'000, 'x')).exitCode, 7);
}

void TestCommandLine::inspectsWithoutTheNetwork()
{
    const CommandRun clean = command(words("inspect --stdin --json"), testkeys::good);
    QCOMPARE(clean.exitCode, 0);
    QCOMPARE(clean.json()[QLatin1String("key")][QLatin1String("findings")].toArray().size(), 0);
    const CommandRun echoed = command(words("inspect --stdin --json"), testkeys::good + '\n');
    QCOMPARE(echoed.exitCode, 1);
    const QJsonObject finding =
        echoed.json()[QLatin1String("key")][QLatin1String("findings")].toArray().first().toObject();
    QCOMPARE(finding[QLatin1String("name")].toString(), QStringLiteral("LINE FEED"));
    const CommandRun text = command(words("inspect --stdin"), testkeys::good + '\n');
    QVERIFY2(text.out.contains("U+000A"), text.out.constData());
}

void TestCommandLine::printsColoursOnNoPipe()
{
    const CommandRun run = command(words("check --practice --stdin"), testkeys::other);
    QVERIFY(!run.out.contains('\x1b'));
    QVERIFY(!run.err.contains('\x1b'));
}

void TestCommandLine::servesThePracticeEndpointUntilInterrupted()
{
#ifdef Q_OS_WIN
    QSKIP("A process cannot be interrupted from another one on Windows.");
#endif
    QProcess program;
    program.start(QStringLiteral(COMMAND_PROGRAM), words("practice"));
    QTRY_VERIFY_WITH_TIMEOUT(program.canReadLine(), 20'000);
    const QByteArray address = program.readLine().trimmed();
    QVERIFY2(address.startsWith("http://127.0.0.1:"), address.constData());
    const CommandRun run = command(words("check --stdin --json --url") + QStringList{QString::fromLatin1(address)},
        practice::scenarios().front().key);
    QCOMPARE(run.exitCode, 0);
    QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-INT"), QString::number(program.processId())});
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(program.exitCode(), 130);
    QVERIFY(program.readAllStandardOutput().contains(practice::scenarios().back().key));
}

void TestCommandLine::neverRepeatsWhatMayBeAKey_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString key = QString::fromLatin1(testkeys::good);
    QTest::newRow("as the verb") << QStringList{key};
    QTest::newRow("as an argument") << QStringList{QStringLiteral("check"), key};
    QTest::newRow("as an option") << QStringList{QStringLiteral("check"), QStringLiteral("--") + key};
    QTest::newRow("as an unknown option's value")
        << QStringList{QStringLiteral("check"), QStringLiteral("--key=") + key};
    for (const char *option : {"--env", "--env-file", "--keychain", "--client", "--model", "--url", "--header",
             "--proxy", "--ca", "--timeout", "--error", "--system"})
        QTest::newRow(option) << QStringList{QStringLiteral("check"), QString::fromLatin1(option), key};
    QTest::newRow("as a file") << QStringList{QStringLiteral("explain"), key};
    QTest::newRow("as a scenario") << QStringList{QStringLiteral("practice"), QStringLiteral("--scenario"), key};
}

void TestCommandLine::neverRepeatsWhatMayBeAKey()
{
    QFETCH(const QStringList, arguments);
    const CommandRun run = command(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(!(run.out + run.err).contains(testkeys::good.left(9)), run.err.constData());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_CommandLine.moc"
