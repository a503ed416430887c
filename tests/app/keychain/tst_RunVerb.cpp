// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestKeys.h"
#include "practice/PracticeEndpoint.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>

/// Drives `rerank-key run` with real programs, a real Secret Service and the practice endpoint.
class TestRunVerb : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void refusesWrongUsageInOneLine_data();
    void refusesWrongUsageInOneLine();
    void givesTheProgramBothVariables();
    void passesArgumentsAndStreamsThrough();
    void becomesTheProgram();
    void endsAsTheProgramEnds();
    void leavesNothingOpenAndSignalsAsTheyWere();
    void keepsTheKeyOutOfTheArguments();
    void startsNothingWithAKeyThatDoesNotWork_data();
    void startsNothingWithAKeyThatDoesNotWork();
    void startsWithoutTheCallWhereAsked();
    void saysWhichKeyIsNotThere();
    void saysWhichProgramCannotBeRun_data();
    void saysWhichProgramCannotBeRun();

private:
    [[nodiscard]] CommandRun run(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] CommandRun shell(const char *script, const QByteArray &input = {}) const;
    static void save(const QByteArray &key);

    practice::PracticeEndpoint m_practice;
    QString m_base;
    QByteArray m_works;
};

namespace {

QStringList line(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

void TestRunVerb::initTestCase()
{
#ifdef Q_OS_WIN
    QSKIP("There is no sh on Windows.");
#endif
    const auto base = m_practice.start();
    QVERIFY(base.has_value());
    m_base = base->toString();
    m_works = practice::scenarios().front().key;
}

void TestRunVerb::init()
{
    DoctorTest::init();
    save(m_works);
}

void TestRunVerb::save(const QByteArray &key)
{
    QCOMPARE(runCommand(QStringLiteral(COMMAND_PROGRAM), line("keychain save --as-is"), key).exitCode, 0);
}

CommandRun TestRunVerb::run(const QStringList &arguments, const QByteArray &input) const
{
    return runCommand(QStringLiteral(COMMAND_PROGRAM), line("run --keychain cohere") + arguments, input,
        {{QStringLiteral("CO_API_URL"), m_base}, {QStringLiteral("CO_API_KEY"), QStringLiteral("an older one")}});
}

CommandRun TestRunVerb::shell(const char *script, const QByteArray &input) const
{
    return run({QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(script)}, input);
}

void TestRunVerb::refusesWrongUsageInOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *text : {"run", "run true", "run -- true", "run --keychain cohere", "run --keychain cohere true",
             "run --keychain cohere --", "run --keychain", "run --nonsense --keychain cohere -- true",
             "run --keychain a --keychain b -- true", "run extra --keychain cohere -- true"})
        QTest::newRow(text) << line(text);
    QTest::newRow("a key as the name") << line("run --keychain") + QStringList(QString::fromLatin1(testkeys::good))
            + line("-- true");
}

void TestRunVerb::refusesWrongUsageInOneLine()
{
    QFETCH(const QStringList, arguments);
    const CommandRun refused = runCommand(QStringLiteral(COMMAND_PROGRAM), arguments);
    QCOMPARE(refused.exitCode, 2);
    QCOMPARE(refused.out, QByteArray());
    QCOMPARE(refused.err.count('\n'), 1);
    QVERIFY(!refused.err.contains(testkeys::good.left(9)));
}

void TestRunVerb::givesTheProgramBothVariables()
{
    const CommandRun program = shell("printf '%s|%s' \"$CO_API_KEY\" \"$COHERE_API_KEY\"");
    QCOMPARE(program.out, m_works + '|' + m_works);
    QCOMPARE(program.err, QByteArray());
    QCOMPARE(program.exitCode, 0);
}

void TestRunVerb::passesArgumentsAndStreamsThrough()
{
    const QStringList arguments{QStringLiteral("--help"), QStringLiteral("--keychain=x"), QStringLiteral("a b"),
        QString(), QStringLiteral("--"), QStringLiteral("é"), QStringLiteral("$HOME")};
    const CommandRun printed =
        run(QStringList{QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral("for word; do printf '[%s]' \"$word\"; done"), QStringLiteral("sh")}
            + arguments);
    QCOMPARE(printed.out, QByteArray("[--help][--keychain=x][a b][][--][é][$HOME]"));
    const CommandRun copied = shell("cat; echo to standard error >&2", "one\ntwo");
    QCOMPARE(copied.out, QByteArray("one\ntwo"));
    QCOMPARE(copied.err, QByteArray("to standard error\n"));
}

void TestRunVerb::becomesTheProgram()
{
    // A program that this command only waited for would have another number.
    const CommandRun numbers = runCommand(QStringLiteral("sh"),
        {QStringLiteral("-c"), QStringLiteral("\"$0\" run --keychain cohere -- sh -c 'echo $$' & echo $!; wait"),
            QStringLiteral(COMMAND_PROGRAM)},
        {}, {{QStringLiteral("CO_API_URL"), m_base}});
    const QList<QByteArray> both = numbers.out.trimmed().split('\n');
    QCOMPARE(both.size(), 2);
    QCOMPARE(both.first(), both.last());
}

void TestRunVerb::endsAsTheProgramEnds()
{
    QCOMPARE(shell("exit 0").exitCode, 0);
    QCOMPARE(shell("exit 42").exitCode, 42);
    const CommandRun killed = runCommand(QStringLiteral("sh"),
        {QStringLiteral("-c"), QStringLiteral("\"$0\" run --keychain cohere -- sh -c 'kill -TERM $$'; echo $?"),
            QStringLiteral(COMMAND_PROGRAM)},
        {}, {{QStringLiteral("CO_API_URL"), m_base}});
    QCOMPARE(killed.out.trimmed(), QByteArray::number(128 + SIGTERM));
}

void TestRunVerb::leavesNothingOpenAndSignalsAsTheyWere()
{
#ifndef Q_OS_LINUX
    QSKIP("/proc is Linux's.");
#endif
    // What stands open for a program that is started without this command stands open, and nothing else.
    const auto plain = [](const char *script) {
        return runCommand(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromLatin1(script)}).out;
    };
    QCOMPARE(shell("ls /proc/self/fd").out, plain("ls /proc/self/fd"));
    const CommandRun given = runCommand(QStringLiteral("sh"),
        {QStringLiteral("-c"), QStringLiteral("exec 7</dev/null; \"$0\" run --keychain cohere -- ls /proc/self/fd"),
            QStringLiteral(COMMAND_PROGRAM)},
        {}, {{QStringLiteral("CO_API_URL"), m_base}});
    QVERIFY(given.out.contains("7\n"));
    const char *signals = "grep -E '^Sig(Blk|Ign|Cgt)' /proc/self/status";
    QCOMPARE(shell(signals).out, plain(signals));
    QVERIFY(plain(signals).contains("SigIgn:\t0000000000000000"));
    // What was ignored stays so: as with nohup, and in the background of a script.
    const CommandRun ignoring = runCommand(QStringLiteral("sh"),
        {QStringLiteral("-c"),
            QStringLiteral("trap '' HUP INT PIPE; \"$0\" run --keychain cohere -- grep SigIgn /proc/self/status"),
            QStringLiteral(COMMAND_PROGRAM)},
        {}, {{QStringLiteral("CO_API_URL"), m_base}});
    QCOMPARE(ignoring.out, QByteArray("SigIgn:\t0000000000001003\n"));
}

void TestRunVerb::keepsTheKeyOutOfTheArguments()
{
#ifndef Q_OS_LINUX
    QSKIP("/proc is Linux's.");
#endif
    const CommandRun program = shell("cat /proc/$$/cmdline; ls -R \"$HOME\" >/dev/null; "
                                     "grep -rl \"$CO_API_KEY\" \"$HOME\" /tmp/nothing 2>/dev/null");
    QVERIFY(program.out.contains("cmdline"));
    QVERIFY2(!program.out.contains(m_works.left(9)), program.out.constData());
    QVERIFY2(!program.out.contains(QDir::homePath().toUtf8()), program.out.constData()); // no file has it
}

void TestRunVerb::startsNothingWithAKeyThatDoesNotWork_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<bool>("offersToSkip");
    const auto row = [](const char *scenario, int exitCode, bool offersToSkip) {
        const QByteArray key = practice::findScenario(QString::fromLatin1(scenario))->key;
        QTest::newRow(scenario) << key << exitCode << offersToSkip;
    };
    row("rejected", 1, false);
    row("billing", 1, false);
    row("rate-limit", 3, true);
    row("gateway", 3, true);
    row("trouble", 3, true);
    // It would work when cleaned; but it is this one that the program would get.
    QTest::newRow("a line feed") << practice::scenarios().front().key + '\n' << 1 << false;
}

void TestRunVerb::startsNothingWithAKeyThatDoesNotWork()
{
    QFETCH(const QByteArray, key);
    QFETCH(const int, exitCode);
    QFETCH(const bool, offersToSkip);
    save(key);
    const CommandRun refused = shell("echo started");
    QCOMPARE(refused.exitCode, exitCode);
    QCOMPARE(refused.out, QByteArray());
    QVERIFY2(refused.err.contains("nothing was started"), refused.err.constData());
    QVERIFY2(refused.err.contains("\n1. "), refused.err.constData()); // the first cause
    QCOMPARE(refused.err.contains("--no-check"), offersToSkip);
    QVERIFY(!refused.err.contains(key.left(16)));
    // It ends as `check` does.
    const CommandRun checked =
        runCommand(QStringLiteral(COMMAND_PROGRAM), line("check --keychain cohere --url") << m_base);
    QCOMPARE(checked.exitCode, exitCode);
}

void TestRunVerb::startsWithoutTheCallWhereAsked()
{
    save(testkeys::other); // the practice endpoint does not know it
    ScriptedServer server;
    const CommandRun program =
        runCommand(QStringLiteral(COMMAND_PROGRAM), line("run --no-check --keychain cohere -- printenv COHERE_API_KEY"),
            {}, {{QStringLiteral("CO_API_URL"), server.url().toString()}});
    QCOMPARE(program.out, testkeys::other + '\n');
    QCOMPARE(program.exitCode, 0);
    QVERIFY(server.requests().isEmpty());
}

void TestRunVerb::saysWhichKeyIsNotThere()
{
    const CommandRun missing =
        runCommand(QStringLiteral(COMMAND_PROGRAM), line("run --no-check --keychain nobody -- echo started"));
    QCOMPARE(missing.exitCode, 4);
    QCOMPARE(missing.out, QByteArray());
    QCOMPARE(missing.err.count('\n'), 1);
}

void TestRunVerb::saysWhichProgramCannotBeRun_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("not in PATH") << QStringLiteral("no-such-program-here") << 127;
    QTest::newRow("not there") << QStringLiteral("/no/such/program") << 127;
    QTest::newRow("below a file") << QStringLiteral("/dev/null/program") << 127;
    QTest::newRow("a folder") << QStringLiteral("/") << 126;
    QTest::newRow("no right to run it") << QStringLiteral("FOLDER/plain") << 126;
    QTest::newRow("its interpreter is not there") << QStringLiteral("FOLDER/script") << 126;
}

void TestRunVerb::saysWhichProgramCannotBeRun()
{
    QFETCH(QString, program);
    QFETCH(const int, exitCode);
    QTemporaryDir folder;
    QFile plain(folder.filePath(QStringLiteral("plain")));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    QFile script(folder.filePath(QStringLiteral("script")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/no/such/interpreter\n");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    program.replace(QLatin1String("FOLDER"), folder.path());
    const CommandRun failed = run({QStringLiteral("--no-check"), QStringLiteral("--"), program});
    QCOMPARE(failed.exitCode, exitCode);
    QCOMPARE(failed.out, QByteArray());
    QCOMPARE(failed.err.count('\n'), 1);
    QVERIFY(failed.err.contains(program.toUtf8()));
}

QTEST_GUILESS_MAIN(TestRunVerb)
#include "tst_RunVerb.moc"
