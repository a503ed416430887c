// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestKeys.h"
#include "samples/CodeSample.h"
#include "samples/LineDiff.h"
#include "sources/Clients.h"
#include "words/SampleWords.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using samples::CodeLine;
using samples::CodeSample;

namespace {

const QString standIns = QStringLiteral(SOURCE_DIR "/tests/app/samples/standins/");
const QByteArray ranking = R"({"id": "r", "results": [{"index": 1, "relevance_score": 0.9},
    {"index": 0, "relevance_score": 0.1}]})";
const QByteArray refusal = R"({"message": "invalid api token"})";
const QByteArray bestDocument = "Washington is the capital";

QString fileOf(const QString &client, const char *version)
{
    const QDir folder(QStringLiteral(SOURCE_DIR "/resources/code/") + client);
    const QStringList found = folder.entryList({QLatin1String(version) + QStringLiteral(".*")});
    return found.size() == 1 ? folder.filePath(found.constFirst()) : QString();
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList allMatches(const QString &text, const char *pattern)
{
    QStringList found;
    auto matches = QRegularExpression(QLatin1String(pattern)).globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured(1));
    return found;
}

QStringList unmarked(const std::vector<CodeLine> &lines)
{
    QStringList texts;
    for (const CodeLine &line : lines) {
        if (!line.changed && !line.text.isEmpty())
            texts.append(line.text);
    }
    return texts;
}

qsizetype markedLines(const std::vector<CodeLine> &lines)
{
    return std::count_if(lines.begin(), lines.end(), [](const CodeLine &line) { return line.changed; });
}

QString marksOf(const std::vector<bool> &common)
{
    QString marks;
    for (const bool isCommon : common)
        marks += isCommon ? u'=' : u'x';
    return marks;
}

QString variableOf(const QString &client)
{
    return samples::codeSample(client)->variable;
}

/// A key as a user has it, and what a right program does with it.
struct KeyCase {
    const char *name;
    QByteArray key;
    int status; ///< of the answer to rerank
    QByteArray says; ///< on standard error; empty: it works
    qsizetype requests;
    bool forAll = false; ///< tried with each program; the others with one of each language, since they check alike
};

const QList<KeyCase> &keyCases()
{
    static const QList<KeyCase> all{
        {"a good key", testkeys::good, 200, "", 1, true},
        {"blanks", "   ", 200, "is not set, or it is empty", 0},
        {"quotes", "'" + testkeys::good + "'", 200, "holds a character that no key has", 0},
        {"a line feed at the end", testkeys::good + "\n", 200, "holds a character that no key has", 0},
        {"a zero-width space", testkeys::good + "\xe2\x80\x8b", 200, "holds a character that no key has", 0},
        {"a word before it", "Bearer " + testkeys::good, 200, "holds a character that no key has", 0},
        {"a refused key", testkeys::other, 401, "Cohere refuses the key", 1, true},
        // Another trouble than the key's is told as it is.
        {"trouble", testkeys::good, 418, "invalid api token", 1},
    };
    return all;
}

void addKeyCases(const QStringList &clients)
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<int>("keyCase");
    for (const QString &client : clients) {
        for (int i = 0; i < keyCases().size(); ++i) {
            if (keyCases().at(i).forAll || client == clients.constFirst())
                QTest::addRow("%s, %s", qPrintable(client), keyCases().at(i).name) << client << i;
        }
    }
}

void compareWithCase(const CommandRun &run, const KeyCase &keyCase, const ScriptedServer &server)
{
    QVERIFY2(!(run.out + run.err).contains(keyCase.key.trimmed()) || keyCase.key.trimmed().isEmpty(),
        "The program prints the key.");
    QCOMPARE(server.requests().size(), keyCase.requests);
    if (keyCase.says.isEmpty()) {
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.out.contains(bestDocument) || run.out.contains("\"index\": 1"), run.out.constData());
        return;
    }
    QVERIFY(run.exitCode > 0);
    QVERIFY2(run.err.contains(keyCase.says), run.err.constData());
}

bool carriesKey(const QByteArray &request, const QByteArray &key)
{
    return request.toLower().contains("\r\nauthorization: bearer " + key.toLower() + "\r\n");
}

/// The interpreter itself: what is found first may be a script that takes longer than the sample.
QString python()
{
    static const QString program = [] {
        const QString found = QStandardPaths::findExecutable(QStringLiteral("python3"));
        if (found.isEmpty())
            return found;
        const QString ask = QStringLiteral("import sys; print(sys.executable)");
        return QString::fromLocal8Bit(runCommand(found, {QStringLiteral("-c"), ask}).out.trimmed());
    }();
    return program;
}

/// Whether Cohere's own SDK is on this computer: then its sample is run with it.
bool hasCohere()
{
    static const bool has =
        runCommand(python(), {QStringLiteral("-c"), QStringLiteral("import cohere; cohere.ClientV2")}).exitCode == 0;
    return has;
}

QStringList clientsIn(const QString &language)
{
    QStringList clients;
    for (const QString &client : samples::sampleClients()) {
        if (samples::codeSample(client)->language == language)
            clients.append(client);
    }
    return clients;
}

} // namespace

class TestCodeSamples : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void findsTheCommonLines_data();
    void findsTheCommonLines();
    void hasOneForEachClientOfTheList();
    void hasNoneWhereThereIsNoProgram();
    void marksWhatDiffers_data();
    void marksWhatDiffers();
    void readsTheVariableOfItsClient_data();
    void readsTheVariableOfItsClient();
    void usesAModelThatIsThere_data();
    void usesAModelThatIsThere();
    void holdsNoKeyAndTriesNothingTwice_data();
    void holdsNoKeyAndTriesNothingTwice();
    void isPython();
    void runsInPython_data();
    void runsInPython();
    void isShell();
    void runsInTheShell_data();
    void runsInTheShell();
    void isJava();
    void isGo();
    void isPrintedByTheCommand();

private:
    void addClients();
};

void TestCodeSamples::addClients()
{
    QTest::addColumn<QString>("client");
    for (const QString &client : samples::sampleClients())
        QTest::newRow(qPrintable(client)) << client;
}

void TestCodeSamples::findsTheCommonLines_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("marks"); // = common, x not; of the first, then of the second
    QTest::newRow("the same") << "a b c"
                              << "a b c"
                              << "=== ===";
    QTest::newRow("nothing") << "a b"
                             << "c"
                             << "xx x";
    QTest::newRow("one changed") << "a b c"
                                 << "a x c"
                                 << "=x= =x=";
    QTest::newRow("put in") << "a c"
                            << "a b c d"
                            << "== =x=x";
    QTest::newRow("taken away") << "a b c d"
                                << "b d"
                                << "x=x= ==";
    QTest::newRow("moved") << "a b c d"
                           << "d a b c"
                           << "===x x===";
    QTest::newRow("the longest, not the first") << "a b c"
                                                << "c a b"
                                                << "==x x==";
    QTest::newRow("twice the same") << "a a"
                                    << "a"
                                    << "=x =";
}

void TestCodeSamples::findsTheCommonLines()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const auto common = samples::commonLines(first.split(u' '), second.split(u' '));
    QTEST(QString(marksOf(common.first) + u' ' + marksOf(common.second)), "marks");
}

void TestCodeSamples::hasOneForEachClientOfTheList()
{
    const QStringList clients = samples::sampleClients();
    for (const char *id : {"cohere-python", "cohere-python-5.0", "cohere-python-4", "cohere-typescript", "cohere-java",
             "cohere-go", "langchain-python", "langchain-js", "llamaindex", "haystack", "litellm"}) {
        QVERIFY2(clients.contains(QLatin1String(id)), id);
        QVERIFY2(sources::findClient(QLatin1String(id)) != nullptr, id);
    }
    // Each folder is in the list, so that none is forgotten.
    QStringList folders =
        QDir(QStringLiteral(SOURCE_DIR "/resources/code")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QStringList sorted = clients;
    sorted.sort();
    folders.sort();
    QCOMPARE(sorted, folders);
    // In the order in which clients are offered.
    QStringList inOrder;
    for (const sources::Client &client : sources::clients()) {
        if (clients.contains(client.id))
            inOrder.append(client.id);
    }
    QCOMPARE(clients, inOrder << QStringLiteral("curl"));
}

void TestCodeSamples::hasNoneWhereThereIsNoProgram()
{
    for (const sources::Client &client : sources::clients()) {
        if (client.variables.isEmpty())
            QVERIFY2(!samples::codeSample(client.id), qPrintable(client.id));
    }
    QVERIFY(!samples::codeSample(QStringLiteral("weaviate")));
    QVERIFY(!samples::codeSample(QStringLiteral("nobody-knows-it")));
    QCOMPARE(samples::codeSample(QString())->clientId, QStringLiteral("curl"));
}

void TestCodeSamples::marksWhatDiffers_data()
{
    addClients();
}

void TestCodeSamples::marksWhatDiffers()
{
    QFETCH(QString, client);
    const auto sample = samples::codeSample(client);
    QVERIFY(sample);
    QCOMPARE(sample->clientId, client);
    QVERIFY(!sample->language.isEmpty());
    QCOMPARE(QFileInfo(sample->fileName).suffix(), QFileInfo(fileOf(client, "fixed")).suffix());
    QCOMPARE(samples::textOf(sample->broken), contentOf(fileOf(client, "broken")));
    QCOMPARE(samples::textOf(sample->fixed), contentOf(fileOf(client, "fixed")));
    QVERIFY(markedLines(sample->broken) > 0);
    QVERIFY(markedLines(sample->fixed) > 0);
    QVERIFY(unmarked(sample->broken).size() >= 2); // they are two versions of one program
    QCOMPARE(unmarked(sample->broken), unmarked(sample->fixed));
}

void TestCodeSamples::readsTheVariableOfItsClient_data()
{
    addClients();
}

void TestCodeSamples::readsTheVariableOfItsClient()
{
    QFETCH(QString, client);
    const auto sample = samples::codeSample(client);
    const QStringList variables = sources::variablesFor(sources::findClient(client));
    QCOMPARE(sample->variable, variables.constFirst());
    QStringList named = allMatches(samples::textOf(sample->fixed), R"(\b(CO(?:HERE)?_[A-Z_]*KEY)\b)");
    named.removeDuplicates();
    QCOMPARE(named, QStringList(sample->variable));
    QVERIFY(words::SampleWords::notes(*sample).constFirst().contains(sample->variable));
    QVERIFY(!words::SampleWords::title(*sample).contains(u'%'));
}

void TestCodeSamples::usesAModelThatIsThere_data()
{
    addClients();
}

void TestCodeSamples::usesAModelThatIsThere()
{
    QFETCH(QString, client);
    const auto sample = samples::codeSample(client);
    // Cohere, models, 2026-08.
    const QStringList live{QStringLiteral("rerank-v4.0-pro"), QStringLiteral("rerank-v4.0-fast"),
        QStringLiteral("rerank-v3.5"), QStringLiteral("rerank-english-v3.0"),
        QStringLiteral("rerank-multilingual-v3.0")};
    const char *const quoted = "\"(?:cohere/)?(rerank-[^\"]+)\"";
    const QStringList models = allMatches(samples::textOf(sample->fixed), quoted);
    QCOMPARE(models.size(), 1);
    QVERIFY(live.contains(models.constFirst()));
    for (const QString &model : allMatches(samples::textOf(sample->broken), quoted))
        QVERIFY(live.contains(model) || words::SampleWords::modelGone().contains(model));
}

void TestCodeSamples::holdsNoKeyAndTriesNothingTwice_data()
{
    addClients();
}

void TestCodeSamples::holdsNoKeyAndTriesNothingTwice()
{
    QFETCH(QString, client);
    const auto sample = samples::codeSample(client);
    const QString fixed = samples::textOf(sample->fixed);
    const QString broken = samples::textOf(sample->broken);
    QVERIFY(fixed != broken);
    for (const QString &run : allMatches(fixed + broken, "([A-Za-z0-9]{20,})"))
        QVERIFY2(!run.contains(QRegularExpression(QStringLiteral("[0-9]"))), qPrintable(run));
    QVERIFY(!fixed.contains(QLatin1String("YOUR_API_KEY")));
    static const QRegularExpression again(QStringLiteral("\\b(while|until|sleep|Sleep|retry|retries)\\b"));
    QVERIFY(!fixed.contains(again));
    QVERIFY(fixed.contains(QLatin1String("401")));
    QVERIFY(fixed.contains(QLatin1String("https://dashboard.cohere.com/api-keys")));
    for (const CodeLine &line : sample->fixed)
        QVERIFY2(line.text.size() <= 120, qPrintable(line.text));
}

void TestCodeSamples::isPython()
{
    if (python().isEmpty())
        QSKIP("There is no python3 on this computer, so its samples are not parsed.");
    QStringList files;
    for (const QString &client : clientsIn(QStringLiteral("Python")))
        files << fileOf(client, "broken") << fileOf(client, "fixed");
    QVERIFY(files.size() >= 14);
    const QString parse =
        QStringLiteral("import ast, sys\nfor name in sys.argv[1:]: ast.parse(open(name).read(), name)");
    const CommandRun run = runCommand(python(), QStringList{QStringLiteral("-c"), parse} + files);
    QVERIFY2(run.exitCode == 0, run.err.constData());
}

void TestCodeSamples::runsInPython_data()
{
    addKeyCases(clientsIn(QStringLiteral("Python")));
}

/// With stand-ins for the libraries, which prove how the program goes, not that the libraries are as it expects; the
/// sample for Cohere's SDK with that SDK, where this computer has it.
void TestCodeSamples::runsInPython()
{
    if (python().isEmpty())
        QSKIP("There is no python3 on this computer, so its samples are not run.");
    QFETCH(QString, client);
    QFETCH(int, keyCase);
    const KeyCase &row = keyCases().at(keyCase);
    ScriptedServer server;
    server.answer(Script::reply(row.status, row.status == 200 ? ranking : refusal));
    Variables variables{{variableOf(client), QString::fromUtf8(row.key)},
        {QStringLiteral("CO_API_URL"), server.url().toString()},
        {QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1")},
        {QStringLiteral("NO_PROXY"), QStringLiteral("*")}};
    if (client != QLatin1String("cohere-python") || !hasCohere()) {
        const QString version =
            client == QLatin1String("cohere-python-4") ? QStringLiteral("cohere4") : QStringLiteral("cohere5");
        variables.append({QStringLiteral("PYTHONPATH"),
            standIns + version + QDir::listSeparator() + standIns + QStringLiteral("shared")});
    }
    const CommandRun run = runCommand(python(), {fileOf(client, "fixed")}, {}, variables);
    compareWithCase(run, row, server);
    if (row.says.isEmpty() && !QTest::currentTestFailed())
        QVERIFY(carriesKey(server.requests().constFirst(), row.key));
}

void TestCodeSamples::isShell()
{
    for (const char *shell : {"sh", "bash"}) {
        const QString program = QStandardPaths::findExecutable(QLatin1String(shell));
        if (program.isEmpty())
            QSKIP("There is no sh or no bash on this computer, so its samples are not parsed.");
        for (const char *version : {"broken", "fixed"}) {
            const CommandRun run = runCommand(program, {QStringLiteral("-n"), fileOf(QStringLiteral("curl"), version)});
            QVERIFY2(run.exitCode == 0, run.err.constData());
        }
    }
}

void TestCodeSamples::runsInTheShell_data()
{
    addKeyCases({QStringLiteral("sh"), QStringLiteral("bash")});
}

/// The sample for curl, with a curl before it that writes down its arguments and asks the test's server.
void TestCodeSamples::runsInTheShell()
{
    QFETCH(QString, client);
    QFETCH(int, keyCase);
    const QString shell = QStandardPaths::findExecutable(client);
    const QString curl = QStandardPaths::findExecutable(QStringLiteral("curl"));
    if (shell.isEmpty() || curl.isEmpty())
        QSKIP("There is no curl or no such shell on this computer, so the sample is not run.");
    const KeyCase &row = keyCases().at(keyCase);
    ScriptedServer server;
    server.answer(Script::reply(row.status, row.status == 200 ? ranking : refusal));

    const QTemporaryDir folder;
    QFile before(folder.filePath(QStringLiteral("curl")));
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write("#!/bin/bash\nprintf '%s\\n' \"$@\" >\"$ARGUMENTS\"\n"
                 "exec \"$REAL_CURL\" --noproxy '*' \"${@/https:\\/\\/api.cohere.com/$SERVER}\"\n");
    before.close();
    QVERIFY(before.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const QString arguments = folder.filePath(QStringLiteral("arguments"));
    const QString path = folder.path() + QDir::listSeparator() + qEnvironmentVariable("PATH");
    const CommandRun run = runCommand(shell, {fileOf(QStringLiteral("curl"), "fixed")}, {},
        {{QStringLiteral("CO_API_KEY"), QString::fromUtf8(row.key)}, {QStringLiteral("PATH"), path},
            {QStringLiteral("REAL_CURL"), curl}, {QStringLiteral("ARGUMENTS"), arguments},
            {QStringLiteral("SERVER"), server.url().toString()}});
    compareWithCase(run, row, server);
    if (row.requests == 0 || QTest::currentTestFailed())
        return;
    QVERIFY(contentOf(arguments).contains(QLatin1String("https://api.cohere.com/v2/rerank")));
    QVERIFY(!contentOf(arguments).contains(QString::fromUtf8(row.key)));
    QVERIFY(carriesKey(server.requests().constFirst(), row.key));
}

void TestCodeSamples::isJava()
{
    const QString compiler = QStandardPaths::findExecutable(QStringLiteral("javac"));
    const QString java = QStandardPaths::findExecutable(QStringLiteral("java"));
    if (compiler.isEmpty() || java.isEmpty())
        QSKIP("There is no javac on this computer, so its samples are not compiled.");
    // Both at once, since a compiler takes long to start: then they need two names.
    const QTemporaryDir folder;
    QFile broken(folder.filePath(QStringLiteral("Broken.java")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(contentOf(fileOf(QStringLiteral("cohere-java"), "broken"))
                     .replace(QLatin1String("class Rerank"), QLatin1String("class Broken"))
                     .toUtf8());
    broken.close();
    const CommandRun built = runCommand(compiler,
        {QStringLiteral("-J-XX:TieredStopAtLevel=1"), QStringLiteral("-d"), folder.path(),
            QStringLiteral("-sourcepath"), standIns + QStringLiteral("java"), broken.fileName(),
            fileOf(QStringLiteral("cohere-java"), "fixed")});
    QVERIFY2(built.exitCode == 0, built.err.constData());
    struct Row {
        const char *key;
        QByteArray out;
        QByteArray says;
    };
    const QList<Row> rows{{"GoodKey", "asked: check-api-key\nasked: rerank\n", ""},
        {"UnknownKey", "asked: check-api-key\n", "Cohere refuses the key"},
        {"KeyThatWasDeleted", "asked: check-api-key\nasked: rerank\n", "Cohere refuses the key"},
        {"'GoodKey'", "", "holds a character that no key has"}};
    for (const Row &row : rows) {
        const CommandRun run = runCommand(java,
            {QStringLiteral("-XX:TieredStopAtLevel=1"), QStringLiteral("-cp"), folder.path(), QStringLiteral("Rerank")},
            {}, {{QStringLiteral("CO_API_KEY"), QLatin1String(row.key)}});
        QCOMPARE(run.exitCode, row.says.isEmpty() ? 0 : 1);
        QVERIFY2(run.err.contains(row.says), run.err.constData());
        QVERIFY2(row.says.isEmpty() ? run.out.startsWith(row.out) : run.out == row.out, run.out.constData());
        QCOMPARE(run.out.contains(bestDocument), row.says.isEmpty());
    }
}

void TestCodeSamples::isGo()
{
    const QString gofmt = QStandardPaths::findExecutable(QStringLiteral("gofmt"));
    if (gofmt.isEmpty())
        QSKIP("There is no gofmt on this computer, so the samples in Go are not parsed.");
    for (const char *version : {"broken", "fixed"}) {
        // It prints the name of a file that it would write in another way, and fails for one that is not Go.
        const CommandRun run = runCommand(gofmt, {QStringLiteral("-l"), fileOf(QStringLiteral("cohere-go"), version)});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.out, QByteArray());
    }
}

void TestCodeSamples::isPrintedByTheCommand()
{
    const auto check = [](const QStringList &further) {
        return runCommand(QStringLiteral(COMMAND_PROGRAM),
            QStringList{QStringLiteral("check"), QStringLiteral("--practice"), QStringLiteral("--stdin")} + further,
            testkeys::good);
    };
    const QString code = QStringLiteral("--code");
    const QString client = QStringLiteral("--client");
    const QByteArray right = contentOf(fileOf(QStringLiteral("litellm"), "fixed")).toUtf8();
    CommandRun run = check({code, client, QStringLiteral("litellm")});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.out.contains(right));
    QVERIFY(run.out.contains(words::SampleWords::stopAtRefusal().toUtf8()));
    QVERIFY(!check({client, QStringLiteral("litellm")}).out.contains(right));
    QVERIFY(check({code}).out.contains(contentOf(fileOf(QStringLiteral("curl"), "fixed")).toUtf8()));
    QVERIFY(check({code, client, QStringLiteral("dify")})
                .out.contains(words::SampleWords::noSample(samples::sampleClients()).toUtf8()));
    run = check({code, QStringLiteral("--json")});
    QVERIFY(!run.json().isEmpty());
    QVERIFY(!run.out.contains("api.cohere.com/v2/rerank)"));
}

QTEST_GUILESS_MAIN(TestCodeSamples)
#include "tst_CodeSamples.moc"
