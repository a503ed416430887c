// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

/// `rerank-key scan` and what `check` finds elsewhere, on a real folder and real processes.
class TestScanVerb : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void saysWhichPlaceWins();
    void namesAProgramThatHoldsAnOlderKeyUntilItIsStartedAnew();
    void namesWhatANewLoginShellGets();
    void tellsWhatTheClientReads();
    void endsWithZeroWhereNothingDisagrees();
    void saysThatThereIsNoKey();
    void refusesAFolderThatIsNotThere();
    void showsNoKey();
    void writesOddNamesOut();
    void provesWhichOfTwoKeysWorks();
    void findsTheKeyThatNothingHasLoaded();
    void triesNoOtherKeyAtAnAddressThatItIsNotMeantFor();

private:
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] CommandRun scan(const Variables &variables = {}, const QStringList &more = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString program = QStringLiteral(COMMAND_PROGRAM);
const QString coApiKey = QStringLiteral("CO_API_KEY");
const QByteArray practiceWorks = "PracticeKeyWorks000000000000000000000000";
const QByteArray practiceRejected = "PracticeKeyRejected000000000000000000000";

QStringList idsOf(const QJsonArray &array)
{
    QStringList ids;
    for (const QJsonValue &value : array)
        ids.append(value[QLatin1String("id")].toString());
    return ids;
}

QJsonObject sourceOf(const QJsonObject &scan, const QString &kind)
{
    const QJsonArray sources = scan[QLatin1String("sources")].toArray();
    for (const QJsonValue &source : sources) {
        if (source[QLatin1String("kind")].toString() == kind)
            return source.toObject();
    }
    return {};
}

} // namespace

void TestScanVerb::init()
{
    DoctorTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestScanVerb::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

CommandRun TestScanVerb::scan(const Variables &variables, const QStringList &more) const
{
    return runCommand(program,
        QStringList{QStringLiteral("scan"), QStringLiteral("--json"), QStringLiteral("--project"), folder()} + more, {},
        variables);
}

void TestScanVerb::saysWhichPlaceWins()
{
    write(QStringLiteral(".env"), "FIRST=1\nCO_API_KEY=" + testkeys::other + "\n");
    const CommandRun run = scan({{coApiKey, QString::fromLatin1(testkeys::good)}});
    QCOMPARE(run.exitCode, 1);
    const QJsonObject variable = sourceOf(run.json(), QStringLiteral("environment"));
    QCOMPARE(variable[QLatin1String("standing")].toString(), QStringLiteral("wins"));
    QCOMPARE(variable[QLatin1String("length")].toInt(), 40);
    const QJsonObject file = sourceOf(run.json(), QStringLiteral("env-file"));
    QCOMPARE(file[QLatin1String("standing")].toString(), QStringLiteral("hidden"));
    QCOMPARE(file[QLatin1String("line")].toInt(), 2);
    QVERIFY(file[QLatin1String("where")].toString().endsWith(QStringLiteral(".env, line 2")));
    QCOMPARE(idsOf(run.json()[QLatin1String("causes")].toArray()), QStringList{QStringLiteral("conflicting-keys")});
}

void TestScanVerb::namesAProgramThatHoldsAnOlderKeyUntilItIsStartedAnew()
{
    const auto start = [](QProcess &process, const QByteArray &key) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(coApiKey, QString::fromLatin1(key));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("sleep"), {QStringLiteral("600")});
        QVERIFY(process.waitForStarted());
    };
    QProcess running;
    start(running, testkeys::other);
    // The file is written after the program was started; a file's time is finer than a program's.
    write(QStringLiteral(".env"), "CO_API_KEY=" + testkeys::good + "\n");
    QFile file(m_folder->filePath(QStringLiteral(".env")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(2), QFileDevice::FileModificationTime));
    file.close();

    const CommandRun before = scan();
    const QJsonObject program = sourceOf(before.json(), QStringLiteral("running-program"));
    QCOMPARE(program[QLatin1String("holder")].toString(), QStringLiteral("sleep"));
    QCOMPARE(program[QLatin1String("process")].toInteger(), running.processId());
    const QDateTime since = QDateTime::fromString(program[QLatin1String("since")].toString(), Qt::ISODate);
    QVERIFY(qAbs(since.secsTo(QDateTime::currentDateTimeUtc())) < 30);
    QCOMPARE(
        idsOf(before.json()[QLatin1String("disagreements")].toArray()), QStringList{QStringLiteral("older-value")});
    QCOMPARE(idsOf(before.json()[QLatin1String("causes")].toArray()), QStringList{QStringLiteral("stale-environment")});

    running.kill();
    QVERIFY(running.waitForFinished());
    QProcess anew;
    start(anew, testkeys::good);
    const CommandRun after = scan();
    QCOMPARE(sourceOf(after.json(), QStringLiteral("running-program"))[QLatin1String("fingerprint")].toString(),
        sourceOf(after.json(), QStringLiteral("env-file"))[QLatin1String("fingerprint")].toString());
    QVERIFY(idsOf(after.json()[QLatin1String("disagreements")].toArray()).isEmpty());
    QCOMPARE(after.exitCode, 0);
    anew.kill();
    QVERIFY(anew.waitForFinished());
}

void TestScanVerb::namesWhatANewLoginShellGets()
{
    write(QStringLiteral(".bashrc"), "export CO_API_KEY=" + testkeys::good + "\n");
    write(QStringLiteral(".bash_profile"), ". ~/.bashrc\n");
    const CommandRun run =
        scan({{QStringLiteral("HOME"), folder()}, {QStringLiteral("SHELL"), QStringLiteral("/bin/bash")}});
    QVERIFY(run.json()[QLatin1String("loginShellAnswered")].toBool());
    QCOMPARE(sourceOf(run.json(), QStringLiteral("login-shell"))[QLatin1String("holder")].toString(),
        QStringLiteral("bash"));
    QCOMPARE(sourceOf(run.json(), QStringLiteral("shell-profile"))[QLatin1String("line")].toInt(), 1);
    // This process has no key: it was started before, or without that file.
    QVERIFY(idsOf(run.json()[QLatin1String("causes")].toArray()).contains(QStringLiteral("stale-environment")));
}

void TestScanVerb::tellsWhatTheClientReads()
{
    const Variables variables{{QStringLiteral("COHERE_API_KEY"), QString::fromLatin1(testkeys::good)}};
    const CommandRun wrong = scan(variables, {QStringLiteral("--client"), QStringLiteral("cohere-typescript")});
    QCOMPARE(wrong.exitCode, 1);
    QCOMPARE(idsOf(wrong.json()[QLatin1String("causes")].toArray()).value(0), QStringLiteral("wrong-variable"));
    QVERIFY(wrong.json()[QLatin1String("summary")].toString().contains(QStringLiteral("CO_API_KEY")));
    const QJsonArray places = wrong.json()[QLatin1String("sources")].toArray();
    QVERIFY(std::any_of(places.begin(), places.end(), [](const QJsonValue &place) {
        return place[QLatin1String("name")].toString() == coApiKey && !place[QLatin1String("set")].toBool();
    }));
    const CommandRun right = scan(variables, {QStringLiteral("--client"), QStringLiteral("langchain-js")});
    QCOMPARE(right.exitCode, 0);
    QCOMPARE(right.json()[QLatin1String("client")].toString(), QStringLiteral("langchain-js"));
}

void TestScanVerb::endsWithZeroWhereNothingDisagrees()
{
    write(QStringLiteral(".env"), "CO_API_KEY=" + testkeys::good + "\n");
    const CommandRun run = runCommand(program, {QStringLiteral("scan"), QStringLiteral("--project"), folder()});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("Nothing disagrees"), run.out.constData());
}

void TestScanVerb::saysThatThereIsNoKey()
{
    const CommandRun run = scan();
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(idsOf(run.json()[QLatin1String("causes")].toArray()), QStringList{QStringLiteral("key-missing")});
}

void TestScanVerb::refusesAFolderThatIsNotThere()
{
    const CommandRun run =
        runCommand(program, {QStringLiteral("scan"), QStringLiteral("--project"), QStringLiteral("/no/such/folder")});
    QCOMPARE(run.exitCode, 5);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(run.err.count('\n'), 1);
}

void TestScanVerb::showsNoKey()
{
    write(QStringLiteral(".env"), "CO_API_KEY=\"" + testkeys::other + "\"\n");
    write(QStringLiteral("app.py"), "import cohere\nclient = cohere.ClientV2(api_key=\"" + testkeys::good + "\")\n");
    write(QStringLiteral("compose.yaml"),
        "services:\n  web:\n    environment:\n      - CO_API_KEY='" + testkeys::good + "'\n");
    const Variables variables{{coApiKey, QString::fromLatin1(testkeys::good)}};
    const CommandRun json = scan(variables);
    const CommandRun text =
        runCommand(program, {QStringLiteral("scan"), QStringLiteral("--project"), folder()}, {}, variables);
    for (const QByteArray &output : {json.out, json.err, text.out, text.err}) {
        for (const QByteArray &key : {testkeys::good, testkeys::other}) {
            for (qsizetype start = 0; start + 5 <= key.size(); ++start)
                QVERIFY2(!output.contains(key.mid(start, 5)), key.mid(start, 5).constData());
        }
    }
    QVERIFY(json.out.contains("source-file") && json.out.contains("compose-file"));
}

void TestScanVerb::writesOddNamesOut()
{
    // What a terminal would obey, and what would look like lines of this program's own.
    write(QStringLiteral("\u001b[2J\n%1 %2 \u202e.env"), "CO_API_KEY=" + testkeys::good + "\n");
    const CommandRun run = runCommand(program, {QStringLiteral("scan"), QStringLiteral("--project"), folder()});
    QVERIFY(!run.out.contains('\x1b'));
    QVERIFY2(run.out.contains("\\u001b[2J\\u000a%1 %2 \\u202e.env, line 1"), run.out.constData());
}

void TestScanVerb::provesWhichOfTwoKeysWorks()
{
    write(QStringLiteral(".env"), "CO_API_KEY=" + practiceWorks + "\n");
    const CommandRun run = runCommand(program,
        {QStringLiteral("check"), QStringLiteral("--practice"), QStringLiteral("--project"), folder(),
            QStringLiteral("--json")},
        {}, {{coApiKey, QString::fromLatin1(practiceRejected)}});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()[QLatin1String("verdict")].toString(), QStringLiteral("fix-key"));
    const QJsonValue cause = run.json()[QLatin1String("causes")][0];
    QCOMPARE(cause[QLatin1String("id")].toString(), QStringLiteral("conflicting-keys"));
    QCOMPARE(cause[QLatin1String("status")].toString(), QStringLiteral("confirmed"));
    QVERIFY2(run.out.contains("was tested too"), run.out.constData());
}

void TestScanVerb::findsTheKeyThatNothingHasLoaded()
{
    write(QStringLiteral(".env"), "CO_API_KEY=" + practiceWorks + "\n");
    const CommandRun run = runCommand(program,
        {QStringLiteral("check"), QStringLiteral("--practice"), QStringLiteral("--project"), folder(),
            QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 1);
    const QStringList causes = idsOf(run.json()[QLatin1String("causes")].toArray());
    QVERIFY(causes.contains(QStringLiteral("env-file-not-loaded")));
    QVERIFY(causes.contains(QStringLiteral("key-missing")));
}

void TestScanVerb::triesNoOtherKeyAtAnAddressThatItIsNotMeantFor()
{
    write(QStringLiteral(".env"), "CO_API_KEY=" + practiceWorks + "\n");
    // A pasted key is somebody else's, maybe: the keys of this computer stay here.
    const CommandRun run = runCommand(program,
        {QStringLiteral("check"), QStringLiteral("--practice"), QStringLiteral("--stdin"), QStringLiteral("--project"),
            folder(), QStringLiteral("--json")},
        practiceRejected);
    QVERIFY(!run.out.contains("other-place"));
    QVERIFY(run.out.contains("\"conflicting-keys\""));
}

QTEST_GUILESS_MAIN(TestScanVerb)
#include "tst_ScanVerb.moc"
