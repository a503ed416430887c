// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/FixPlan.h"
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "sources/configs/YamlTree.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using diagnosis::Act;
using diagnosis::Cause;
using diagnosis::CommandForm;
using diagnosis::FixContext;
using diagnosis::FixStep;
using diagnosis::Runtime;
using diagnosis::Shell;

/// Runs the commands of the fixes through the real shells, with programs in front of PATH that note what they are
/// given.
class TestFixCommands : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void runEachOneWithoutComplaint_data();
    void runEachOneWithoutComplaint();
    void setAVariableForThePrograms_data() { addShells(); }
    void setAVariableForThePrograms();
    void sayHowProgramsReachTheNetwork_data() { addShells(); }
    void sayHowProgramsReachTheNetwork();
    void keepAVariableForNewTerminals_data() { addShells(); }
    void keepAVariableForNewTerminals();
    void copyAndRemoveAVariable_data() { addShells(); }
    void copyAndRemoveAVariable();
    void countCharactersWithoutShowingThem_data();
    void countCharactersWithoutShowingThem();
    void compareWithoutShowing_data();
    void compareWithoutShowing();
    void loadAFileIntoTheTerminal_data() { addShells(); }
    void loadAFileIntoTheTerminal();
    void findLinesWithoutTheirValues_data() { addShells(); }
    void findLinesWithoutTheirValues();
    void testWhatAContainerOrAServiceHas_data();
    void testWhatAContainerOrAServiceHas();
    void handOnNamesAndFilesUnchanged_data();
    void handOnNamesAndFilesUnchanged();
    void passTheVariableToAContainer_data() { addShells(); }
    void passTheVariableToAContainer();
    void storeTheKeyInACluster_data() { addShells(); }
    void storeTheKeyInACluster();
    void writeTheFilesOfAService_data() { addShells(); }
    void writeTheFilesOfAService();
    void areYamlThatSaysWhatIsMeant_data();
    void areYamlThatSaysWhatIsMeant();
    void runInANotebook();
    void areALineOfSettings();

private:
    static void addShells();
    [[nodiscard]] QString inHome(const QString &path) const { return m_home->filePath(path); }
    void write(const QString &path, const QByteArray &text, bool executable = false) const;
    [[nodiscard]] QByteArray read(const QString &path) const;
    /// Runs a script as one would type it. `variables` are added to a clean environment.
    [[nodiscard]] CommandRun run(
        Shell shell, const QString &script, const QByteArray &input = {}, const Variables &variables = {}) const;
    /// The same, and then tells a variable as programs get it; nothing where they do not.
    [[nodiscard]] std::optional<QByteArray> variableAfter(Shell shell, const QString &script, const QString &name,
        const QByteArray &input = {}, const Variables &variables = {}) const;
    /// What the stand-in of a program was given last, without its name.
    [[nodiscard]] QStringList given(const QString &program) const;
    void startService();

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QProcess> m_service;
};

namespace {

/// Quotes of both kinds, blanks, $, backticks, backslashes, !, and what else a shell reads in its own way.
const char *const oddText = R"(it's "a" $HOME `id` $(id) \back\\ !bang %s *~#x;&|<> é end)";

Variables keyIs(const QByteArray &value)
{
    return {{QStringLiteral("CO_API_KEY"), QString::fromUtf8(value)}};
}

FixContext contextOf(Shell shell, Runtime runtime = Runtime::Terminal)
{
    FixContext context;
    context.shell = shell;
    context.runtime = runtime;
    return context;
}

FixContext oddContext(Shell shell, Runtime runtime)
{
    FixContext context = contextOf(shell, runtime);
    context.otherVariable = QStringLiteral("COHERE_API_KEY");
    context.file = QLatin1String("my, ") + QString::fromUtf8(oddText);
    context.holder = QStringLiteral("ada's \"$app\" \\");
    context.header = QStringLiteral("x-it's: {key}");
    context.baseUrl = QStringLiteral("https://rerank.example/it's?a=%C3%A9&b=$x");
    return context;
}

/// Every distinct line for the shell in the plans of some contexts, with its act.
QHash<QString, Act> shellCommands(const std::vector<FixContext> &contexts)
{
    QHash<QString, Act> commands;
    for (const FixContext &context : contexts) {
        for (const Cause cause : diagnosis::allCauses()) {
            for (const FixStep &step : diagnosis::fixPlan(cause, context)) {
                if (!step.command.isEmpty() && step.form == CommandForm::Shell)
                    commands.insert(step.command, step.act);
            }
        }
    }
    return commands;
}

QJsonValue asJson(const sources::configs::YamlNode &node)
{
    if (node.isMap()) {
        QJsonObject object;
        for (const auto &entry : node.entries())
            object.insert(QString::fromStdString(std::string(entry.key)), asJson(entry.value));
        return object;
    }
    if (node.isSequence()) {
        QJsonArray array;
        for (const auto &item : node.items())
            array.append(asJson(item));
        return array;
    }
    return QString::fromStdString(std::string(node.text()));
}

/// Whether an act may end so: grep, and fish's set, say by it that there was nothing.
bool mayEndWith(int exitCode, Act act)
{
    const bool looks = act == Act::RemoveForGood || act == Act::UnsetOther;
    return exitCode == 0 || (looks && (exitCode == 1 || exitCode == 2 || exitCode == 4));
}

} // namespace

void TestFixCommands::initTestCase()
{
#ifdef Q_OS_WIN
    QSKIP("These are the shells of Linux and macOS.");
#endif
}

void TestFixCommands::init()
{
    DoctorTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    // Notes its arguments and what comes in, and runs what stands behind "exec", as the program would in a container.
    const QByteArray standIn = "#!/bin/sh\nme=${0##*/}\nprintf '%s\\0' \"$@\" > \"$HOME/$me.args\"\n"
                               "printf %s \"$CO_API_KEY\" > \"$HOME/$me.key\"\n"
                               "case \"$me $1 $2\" in\n"
                               "'docker exec '*) shift 2; exec \"$@\" ;;\n"
                               "'docker compose exec') shift 4; exec \"$@\" ;;\n"
                               "'kubectl exec '*) shift 3; exec \"$@\" ;;\n"
                               "'kubectl create '*) [ -x /usr/bin/kubectl ] && exec /usr/bin/kubectl \"$@\" ;;\n"
                               "'systemctl --user show') cat \"$HOME/pid\"; exit ;;\n"
                               "'docker history '*) echo ENV CO_API_KEY ;;\n"
                               "'getent '*) echo 192.0.2.1 ;;\n"
                               "'kubectl apply '*|'rerank-key check '*) cat > \"$HOME/$me.in\" ;;\n"
                               "esac\nexit 0\n";
    for (const char *name : {"docker", "kubectl", "gh", "git", "systemctl", "code", "jupyter", "rerank-key",
             "launchctl", "sudo", "getent", "nslookup"})
        write(QStringLiteral("bin/") + QLatin1String(name), standIn, true);
}

void TestFixCommands::cleanup()
{
    if (m_service) {
        m_service->kill();
        QTRY_COMPARE(m_service->state(), QProcess::NotRunning);
        m_service.reset();
    }
    m_home.reset();
}

void TestFixCommands::addShells()
{
    QTest::addColumn<Shell>("shell");
    QTest::newRow("bash") << Shell::Bash;
    QTest::newRow("zsh") << Shell::Zsh;
    QTest::newRow("fish") << Shell::Fish;
}

void TestFixCommands::write(const QString &path, const QByteArray &text, bool executable) const
{
    QVERIFY(QDir().mkpath(QFileInfo(inHome(path)).path()));
    QFile file(inHome(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    if (executable)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QByteArray TestFixCommands::read(const QString &path) const
{
    QFile file(inHome(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

namespace {

QString programOf(Shell shell)
{
    return shell == Shell::Zsh ? QStringLiteral("zsh")
        : shell == Shell::Fish ? QStringLiteral("fish")
                               : QStringLiteral("bash");
}

} // namespace

CommandRun TestFixCommands::run(
    Shell shell, const QString &script, const QByteArray &input, const Variables &variables) const
{
    Variables all{{QStringLiteral("HOME"), m_home->path()},
        {QStringLiteral("PATH"), inHome(QStringLiteral("bin")) + QStringLiteral(":/usr/bin:/bin")},
        {QStringLiteral("XDG_CONFIG_HOME"), inHome(QStringLiteral(".config"))},
        {QStringLiteral("XDG_DATA_HOME"), inHome(QStringLiteral(".local"))},
        {QStringLiteral("ZDOTDIR"), m_home->path()}, {QStringLiteral("TERM"), QStringLiteral("dumb")},
        {QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")}};
    all += variables;
    // A user's own start-up files are not read here, but by the shells that the commands start.
    QStringList arguments;
    if (shell == Shell::Zsh)
        arguments << QStringLiteral("-f");
    arguments << QStringLiteral("-c") << QLatin1String("cd; ") + script;
    return runCommand(programOf(shell), arguments, input, all);
}

std::optional<QByteArray> TestFixCommands::variableAfter(
    Shell shell, const QString &script, const QString &name, const QByteArray &input, const Variables &variables) const
{
    const CommandRun result = run(shell, script + QLatin1String("\nenv -0"), input, variables);
    const QByteArray begin = name.toUtf8() + '=';
    const QList<QByteArray> lines = result.out.split('\0');
    for (const QByteArray &line : lines) {
        if (line.startsWith(begin))
            return line.mid(begin.size());
    }
    return std::nullopt;
}

QStringList TestFixCommands::given(const QString &program) const
{
    QStringList arguments = QString::fromUtf8(read(program + QStringLiteral(".args"))).split(QChar(u'\0'));
    arguments.removeLast();
    return arguments;
}

void TestFixCommands::startService()
{
    m_service = std::make_unique<QProcess>();
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("CO_API_KEY"), QString::fromUtf8(oddText));
    environment.insert(QStringLiteral("CO_API_KEY_2"), QStringLiteral("another"));
    environment.insert(QStringLiteral("COHERE_API_KEY"), QStringLiteral("other"));
    environment.insert(QStringLiteral("CO_API_URL"), QStringLiteral("https://rerank.example"));
    m_service->setProcessEnvironment(environment);
    m_service->start(QStringLiteral("cat"), {}); // waits for its input
    QTRY_COMPARE(m_service->state(), QProcess::Running);
    write(QStringLiteral("pid"), QByteArray::number(m_service->processId()) + '\n');
}

void TestFixCommands::runEachOneWithoutComplaint_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<Runtime>("runtime");
    for (const Shell shell : {Shell::Bash, Shell::Zsh, Shell::Fish}) {
        for (int number = 0; number <= static_cast<int>(Runtime::Systemd); ++number)
            QTest::addRow("%s, %d", qPrintable(programOf(shell)), number) << shell << static_cast<Runtime>(number);
    }
}

void TestFixCommands::runEachOneWithoutComplaint()
{
    QFETCH(const Shell, shell);
    QFETCH(const Runtime, runtime);
    startService();
    write(QStringLiteral(".env"), "CO_API_KEY=x\n");
    write(QStringLiteral(".github/workflows/a.yaml"), "CO_API_URL\n");
    write(QStringLiteral(".config/my-app/key.env"), "\n");
    const auto contexts = [shell](Runtime where) {
        FixContext inFile = contextOf(shell, where);
        inFile.keyIsInFile = true;
        return std::vector<FixContext>{contextOf(shell, where), oddContext(shell, where), inFile};
    };
    const FixContext odd = contexts(runtime).at(1);
    write(odd.file, "CO_API_KEY='x'\n");
    write(QStringLiteral(".config/%1/key.env").arg(odd.holder), "\n");
    QHash<QString, Act> commands = shellCommands(contexts(runtime));
    if (runtime != Runtime::Terminal) { // those of a terminal were run there
        const QHash<QString, Act> ofTerminal = shellCommands(contexts(Runtime::Terminal));
        for (auto command = ofTerminal.cbegin(); command != ofTerminal.cend(); ++command)
            commands.remove(command.key());
    }
    QVERIFY(!commands.isEmpty());
    Variables variables = keyIs(oddText);
    variables.append({QStringLiteral("COHERE_API_KEY"), QStringLiteral("other")});
    variables.append({QStringLiteral("CO_API_URL"), QStringLiteral("https://rerank.example")});
    for (auto command = commands.cbegin(); command != commands.cend(); ++command) {
        const QByteArray typed = command.value() == Act::SetVariable ? "x\n" : "";
        const CommandRun result = run(shell, command.key(), typed, variables);
        const QByteArray told = command.key().toUtf8() + "\n" + result.err + QByteArray::number(result.exitCode);
        QVERIFY2(mayEndWith(result.exitCode, command.value()), told.constData());
        QVERIFY2(result.err.isEmpty(), told.constData());
        QVERIFY2(!result.out.contains("!bang"), told.constData()); // a part of the key
    }
    // No program was given the key as an argument.
    const QStringList notes = QDir(m_home->path()).entryList({QStringLiteral("*.args")});
    for (const QString &note : notes)
        QVERIFY2(!given(note.chopped(5)).contains(QString::fromUtf8(oddText)), qPrintable(note));
}

void TestFixCommands::setAVariableForThePrograms()
{
    QFETCH(const Shell, shell);
    const QString command = diagnosis::fixCommand(Act::SetVariable, contextOf(shell));
    QCOMPARE(variableAfter(shell, command, QStringLiteral("CO_API_KEY"), QByteArray(oddText) + '\n'),
        std::optional<QByteArray>(oddText));
    // Nothing of it is shown.
    QCOMPARE(run(shell, command, QByteArray(oddText) + '\n').out.simplified(), QByteArray());

    FixContext context = oddContext(shell, Runtime::Terminal);
    QCOMPARE(variableAfter(shell, diagnosis::fixCommand(Act::SetBaseUrl, context), QStringLiteral("CO_API_URL")),
        std::optional<QByteArray>(context.baseUrl.toUtf8()));
    const QString unset = diagnosis::fixCommand(Act::UnsetBaseUrl, context);
    QCOMPARE(variableAfter(
                 shell, unset, QStringLiteral("CO_API_URL"), {}, {{QStringLiteral("CO_API_URL"), QStringLiteral("x")}}),
        std::nullopt);
    const QString show = diagnosis::fixCommand(Act::ShowBaseUrl, context);
    QCOMPARE(run(shell, show, {}, {{QStringLiteral("CO_API_URL"), QString::fromUtf8(oddText)}}).out,
        QByteArray(oddText) + '\n');
}

void TestFixCommands::sayHowProgramsReachTheNetwork()
{
    QFETCH(const Shell, shell);
    FixContext context = contextOf(shell);
    context.route.proxyHost = QStringLiteral("proxy.example");
    context.route.proxyPort = 3128;
    context.route.proxyVariable = QStringLiteral("https_proxy");
    const QString login = diagnosis::fixCommand(Act::SetProxyLogin, context);
    QCOMPARE(variableAfter(shell, login, QStringLiteral("https_proxy"), "ada:it's %40 \"x\"\n"),
        std::optional<QByteArray>("http://ada:it's %40 \"x\"@proxy.example:3128"));
    QCOMPARE(variableAfter(shell, login, QStringLiteral("LOGIN"), "ada:secret\n"), std::nullopt);
    QCOMPARE(run(shell, login, "ada:secret\n").out.simplified(), QByteArray()); // nothing of it is shown

    const QString leave = diagnosis::fixCommand(Act::LeaveProxy, context);
    const Variables before{{QStringLiteral("NO_PROXY"), QStringLiteral("a.example,.b.example")}};
    QCOMPARE(variableAfter(shell, leave, QStringLiteral("NO_PROXY"), {}, before),
        std::optional<QByteArray>("a.example,.b.example,api.cohere.com"));
    QCOMPARE(variableAfter(shell, leave, QStringLiteral("no_proxy"), {}, before),
        std::optional<QByteArray>(",api.cohere.com"));

    const QString trust = diagnosis::fixCommand(Act::TrustAuthority, context);
    for (const char *name : {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"}) {
        const auto file = variableAfter(shell, trust, QString::fromLatin1(name));
        QVERIFY2(file && file->startsWith('/') && file->endsWith("/company-authority.pem"), name);
    }
    // A container takes its variables from elsewhere, and SOCKS has another form.
    context.route.proxyIsSocks = true;
    QCOMPARE(diagnosis::fixCommand(Act::SetProxyLogin, context), QString());
    context.runtime = Runtime::Compose;
    QCOMPARE(diagnosis::fixCommand(Act::TrustAuthority, context), QString());
    QCOMPARE(diagnosis::fixCommand(Act::LeaveProxy, context), QString());
}

void TestFixCommands::keepAVariableForNewTerminals()
{
    QFETCH(const Shell, shell);
    const QString ask = QStringLiteral("printf %s \"$CO_API_KEY\"");
    for (const bool ownProfile : {false, true}) {
        if (ownProfile && shell == Shell::Fish)
            return; // it keeps its variables in a file of its own
        FixContext context = contextOf(shell);
        if (ownProfile)
            context.profile = inHome(QStringLiteral("my profile's $x"));
        const QString file = ownProfile
            ? context.profile
            : inHome(shell == Shell::Zsh ? QStringLiteral(".zshrc") : QStringLiteral(".bashrc"));
        const CommandRun kept = run(shell, diagnosis::fixCommand(Act::KeepVariable, context), {}, keyIs(oddText));
        QCOMPARE(kept.out + kept.err, QByteArray());
        if (shell == Shell::Fish) {
            QCOMPARE(run(shell, ask).out, QByteArray(oddText));
            return;
        }
        QCOMPARE(run(shell, QStringLiteral(". \"$FILE\"; ") + ask, {}, {{QStringLiteral("FILE"), file}}).out,
            QByteArray(oddText));
        QCOMPARE(QFileInfo(file).permissions()
                & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
            QFile::Permissions());
        // A later key wins over the earlier one.
        const CommandRun again =
            run(shell, diagnosis::fixCommand(Act::KeepVariable, context), {}, keyIs(testkeys::good));
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(run(shell, QStringLiteral(". \"$FILE\"; ") + ask, {}, {{QStringLiteral("FILE"), file}}).out,
            testkeys::good);
    }
}

void TestFixCommands::copyAndRemoveAVariable()
{
    QFETCH(const Shell, shell);
    const FixContext context = oddContext(shell, Runtime::Terminal);
    const Variables other{{QStringLiteral("COHERE_API_KEY"), QString::fromUtf8(oddText)}};
    QCOMPARE(variableAfter(
                 shell, diagnosis::fixCommand(Act::CopyVariable, context), QStringLiteral("CO_API_KEY"), {}, other),
        std::optional<QByteArray>(oddText));
    QCOMPARE(variableAfter(
                 shell, diagnosis::fixCommand(Act::UnsetOther, context), QStringLiteral("COHERE_API_KEY"), {}, other),
        std::nullopt);
    FixContext hidden = contextOf(shell);
    hidden.otherIsInFile = true;
    QCOMPARE(variableAfter(
                 shell, diagnosis::fixCommand(Act::UnsetOther, hidden), QStringLiteral("CO_API_KEY"), {}, keyIs("x")),
        std::nullopt);
}

void TestFixCommands::countCharactersWithoutShowingThem_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<Runtime>("runtime");
    for (const Shell shell : {Shell::Bash, Shell::Zsh, Shell::Fish}) {
        for (const Runtime runtime :
            {Runtime::Terminal, Runtime::Docker, Runtime::Compose, Runtime::Kubernetes, Runtime::Systemd})
            QTest::addRow("%s, %d", qPrintable(programOf(shell)), static_cast<int>(runtime)) << shell << runtime;
    }
}

void TestFixCommands::countCharactersWithoutShowingThem()
{
    QFETCH(const Shell, shell);
    QFETCH(const Runtime, runtime);
    startService();
    for (const FixContext &context : {contextOf(shell, runtime), oddContext(shell, runtime)}) {
        const CommandRun result = run(shell, diagnosis::fixCommand(Act::CheckLength, context), {}, keyIs(oddText));
        QCOMPARE(result.out.trimmed().toInt(), QString::fromUtf8(oddText).size());
        QVERIFY(result.err.isEmpty());
    }
}

void TestFixCommands::compareWithoutShowing_data()
{
    countCharactersWithoutShowingThem_data();
}

void TestFixCommands::compareWithoutShowing()
{
    QFETCH(const Shell, shell);
    QFETCH(const Runtime, runtime);
    startService();
    // What a new terminal gets.
    write(QStringLiteral(".bashrc"), "export CO_API_KEY='new one'\n");
    write(QStringLiteral(".zshrc"), "export CO_API_KEY='new one'\n");
    write(QStringLiteral(".config/fish/config.fish"), "set -q CO_API_KEY; or set -gx CO_API_KEY 'new one'\n");
    // What a container has.
    const QByteArray inContainer = read(QStringLiteral("bin/docker")).replace("me=$", "CO_API_KEY='new one'\nme=$");
    write(QStringLiteral("bin/docker"), inContainer, true);
    write(QStringLiteral("bin/kubectl"), inContainer, true);
    const QString command = diagnosis::fixCommand(Act::CompareWithNew, contextOf(shell, runtime));
    const QByteArray newest = runtime == Runtime::Systemd ? QByteArray(oddText) : QByteArray("new one");
    QCOMPARE(run(shell, command, {}, keyIs(newest)).out, QByteArray("same\n"));
    QCOMPARE(run(shell, command, {}, keyIs("new")).out, QByteArray("different\n"));
}

void TestFixCommands::loadAFileIntoTheTerminal()
{
    QFETCH(const Shell, shell);
    const FixContext odd = oddContext(shell, Runtime::Terminal);
    for (const FixContext &context : {contextOf(shell), odd}) {
        write(context.file, "CO_API_KEY='a \"b\" $c `d` \\e !f'\nOTHER=1\n");
        const QString load = diagnosis::fixCommand(Act::LoadIntoTerminal, context);
        // fish is started anew, and reads what is typed.
        const auto value = shell == Shell::Fish ? variableAfter(shell, load, QStringLiteral("CO_API_KEY"), "env -0\n")
                                                : variableAfter(shell, load, QStringLiteral("CO_API_KEY"));
        QCOMPARE(value, std::optional<QByteArray>("a \"b\" $c `d` \\e !f"));
    }
}

void TestFixCommands::findLinesWithoutTheirValues()
{
    QFETCH(const Shell, shell);
    const FixContext context = oddContext(shell, Runtime::Terminal);
    const QString command = diagnosis::fixCommand(Act::RemoveForGood, context);
    if (shell == Shell::Fish) {
        QVERIFY(run(shell, QStringLiteral("set -Ux COHERE_API_KEY secret")).err.isEmpty());
        QCOMPARE(run(shell, QStringLiteral("printf %s $COHERE_API_KEY")).out, QByteArray("secret"));
        QVERIFY(run(shell, command).err.isEmpty());
        QCOMPARE(run(shell, QStringLiteral("printf %s $COHERE_API_KEY")).out, QByteArray());
        return;
    }
    write(QStringLiteral(".bashrc"), "\nexport COHERE_API_KEY=secret\n");
    write(QStringLiteral(".zshrc"), "\nexport COHERE_API_KEY=secret\n");
    const CommandRun found = run(shell, command);
    QVERIFY2(found.out.endsWith("rc:2:COHERE_API_KEY\n"), found.out.constData());
    QVERIFY(!found.out.contains("secret"));
    for (const Runtime runtime : {Runtime::Compose, Runtime::GitHubActions}) {
        write(QStringLiteral("compose.yaml"), "COHERE_API_KEY: secret");
        write(QStringLiteral(".github/workflows/a b.yaml"), "COHERE_API_KEY: secret");
        const CommandRun inFiles = run(shell, diagnosis::fixCommand(Act::RemoveForGood, oddContext(shell, runtime)));
        QVERIFY2(inFiles.out.endsWith(".yaml:1:COHERE_API_KEY\n"), inFiles.out.constData());
    }
}

void TestFixCommands::testWhatAContainerOrAServiceHas_data()
{
    countCharactersWithoutShowingThem_data();
}

void TestFixCommands::testWhatAContainerOrAServiceHas()
{
    QFETCH(const Shell, shell);
    QFETCH(const Runtime, runtime);
    startService();
    FixContext context = oddContext(shell, runtime);
    context.testedUrl = QStringLiteral("https://rerank.example/it's?a=$x");
    const QStringList there{QStringLiteral("--url"), context.testedUrl};
    Variables variables = keyIs(oddText);
    variables.append({QStringLiteral("COHERE_API_KEY"), QStringLiteral("other")});
    QCOMPARE(run(shell, diagnosis::fixCommand(Act::TestVariable, context), {}, variables).exitCode, 0);
    if (runtime == Runtime::Terminal) {
        QCOMPARE(given(QStringLiteral("rerank-key")),
            QStringList({QStringLiteral("check"), QStringLiteral("--env"), QStringLiteral("CO_API_KEY")}) + there);
        return;
    }
    QCOMPARE(
        given(QStringLiteral("rerank-key")), QStringList({QStringLiteral("check"), QStringLiteral("--stdin")}) + there);
    QCOMPARE(read(QStringLiteral("rerank-key.in")), QByteArray(oddText)); // nothing is added to its end
    QCOMPARE(run(shell, diagnosis::fixCommand(Act::TestBoth, context), {}, variables).exitCode, 0);
    QCOMPARE(read(QStringLiteral("rerank-key.in")), QByteArray("other"));
}

void TestFixCommands::handOnNamesAndFilesUnchanged_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<Runtime>("runtime");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments"); // FILE, NAME, HEADER, URL, TESTED stand for the context's own
    const auto row = [](Runtime runtime, Act act, const char *line) {
        QStringList words = QString::fromLatin1(line).split(QLatin1Char(' '));
        const QString program = words.takeFirst();
        for (const Shell shell : {Shell::Bash, Shell::Zsh, Shell::Fish})
            QTest::addRow("%s: %s", qPrintable(programOf(shell)), line) << shell << runtime << act << program << words;
    };
    row(Runtime::Terminal, Act::TestEnvFile, "rerank-key check --env-file FILE --url TESTED");
    row(Runtime::Terminal, Act::TryOtherHeader, "rerank-key check --header HEADER --url TESTED");
    row(Runtime::Terminal, Act::GiveAuthority, "rerank-key check --ca company-authority.pem --url TESTED");
    row(Runtime::Terminal, Act::UseCurrentModel, "rerank-key check --model rerank-v3.5 --url TESTED");
    row(Runtime::Docker, Act::RemoveContainer, "docker rm --force NAME");
    row(Runtime::Docker, Act::LoadEnvFile, "docker run --detach --name NAME --env-file FILE my-image");
    row(Runtime::Docker, Act::SetBaseUrl,
        "docker run --detach --name NAME --env CO_API_KEY --env CO_API_URL=URL my-image");
    row(Runtime::Docker, Act::ShowBaseUrl, "docker exec NAME printenv CO_API_URL");
    row(Runtime::Compose, Act::RecreateContainer, "docker compose up -d --force-recreate NAME");
    row(Runtime::Compose, Act::RebuildImage, "docker compose build --no-cache NAME");
    row(Runtime::Compose, Act::LookUpHost, "docker compose exec -T NAME getent hosts api.cohere.com");
    row(Runtime::Kubernetes, Act::RestartProgram, "kubectl rollout restart deployment/NAME");
    row(Runtime::Kubernetes, Act::SetBaseUrl, "kubectl set env deployment/NAME CO_API_URL=URL");
    row(Runtime::Kubernetes, Act::UnsetOther, "kubectl set env deployment/NAME COHERE_API_KEY-");
    row(Runtime::GitHubActions, Act::StoreKey, "gh secret set CO_API_KEY");
    row(Runtime::GitHubActions, Act::UnsetOther, "gh secret delete COHERE_API_KEY");
    row(Runtime::Systemd, Act::RestartProgram, "systemctl --user restart NAME");
    row(Runtime::VsCode, Act::RestartProgram, "code .");
    row(Runtime::Terminal, Act::HandToDock, "launchctl setenv CO_API_KEY KEY");
}

void TestFixCommands::handOnNamesAndFilesUnchanged()
{
    QFETCH(const Shell, shell);
    QFETCH(const Runtime, runtime);
    QFETCH(const Act, act);
    QFETCH(const QString, program);
    QFETCH(QStringList, arguments);
    FixContext context = oddContext(shell, runtime);
    context.testedUrl = QStringLiteral("https://rerank.example/it's?a=$x");
    for (QString &argument : arguments) {
        argument.replace(QLatin1String("FILE"), context.file).replace(QLatin1String("NAME"), context.holder);
        argument.replace(QLatin1String("CO_API_URL=URL"), QLatin1String("CO_API_URL=") + context.baseUrl);
        if (argument == QLatin1String("HEADER"))
            argument = context.header;
        if (argument == QLatin1String("TESTED"))
            argument = context.testedUrl;
        if (argument == QLatin1String("KEY"))
            argument = QString::fromUtf8(oddText);
    }
    const CommandRun result = run(shell, diagnosis::fixCommand(act, context), {}, keyIs(oddText));
    QVERIFY2(result.err.isEmpty(), result.err.constData());
    QCOMPARE(given(program), arguments);
}

void TestFixCommands::passTheVariableToAContainer()
{
    QFETCH(const Shell, shell);
    // Asked for and passed on, one after the other in one terminal: docker itself reads the value.
    for (const Runtime runtime : {Runtime::Docker, Runtime::Compose}) {
        const FixContext context = contextOf(shell, runtime);
        const QString script = diagnosis::fixCommand(Act::SetVariable, context) + QLatin1Char('\n')
            + diagnosis::fixCommand(Act::RecreateContainer, context);
        QCOMPARE(run(shell, script, QByteArray(oddText) + '\n').exitCode, 0);
        QCOMPARE(read(QStringLiteral("docker.key")), QByteArray(oddText));
        QVERIFY(!read(QStringLiteral("docker.args")).contains("bang"));
    }
}

void TestFixCommands::storeTheKeyInACluster()
{
    QFETCH(const Shell, shell);
    if (!QFileInfo(QStringLiteral("/usr/bin/kubectl")).isExecutable())
        QSKIP("There is no kubectl.");
    static const QRegularExpression data(QStringLiteral("\\n  CO_API_KEY: (\\S+)\\n"));
    FixContext context = contextOf(shell, Runtime::Kubernetes);
    CommandRun result = run(shell, diagnosis::fixCommand(Act::StoreKey, context), {}, keyIs(oddText));
    QVERIFY2(result.exitCode == 0 && result.err.isEmpty(), result.err.constData());
    QString manifest = QString::fromUtf8(read(QStringLiteral("kubectl.in")));
    QVERIFY(manifest.contains(QStringLiteral("kind: Secret")) && manifest.contains(QStringLiteral("name: cohere-key")));
    QCOMPARE(QByteArray::fromBase64(data.match(manifest).captured(1).toLatin1()), QByteArray(oddText));

    context = oddContext(shell, Runtime::Kubernetes);
    context.holder = QStringLiteral("Secret/rerank");
    write(context.file, "CO_API_KEY=" + testkeys::good + '\n');
    result = run(shell, diagnosis::fixCommand(Act::LoadEnvFile, context));
    QVERIFY2(result.exitCode == 0 && result.err.isEmpty(), result.err.constData());
    manifest = QString::fromUtf8(read(QStringLiteral("kubectl.in")));
    QVERIFY(manifest.contains(QStringLiteral("name: rerank")));
    QCOMPARE(QByteArray::fromBase64(data.match(manifest).captured(1).toLatin1()), testkeys::good);
}

void TestFixCommands::writeTheFilesOfAService()
{
    QFETCH(const Shell, shell);
    FixContext context = contextOf(shell, Runtime::Systemd);
    for (const char *name : {"my-app", "two words' $x 100%.service"}) {
        context.holder = QString::fromLatin1(name);
        const QString base = QString(context.holder).remove(QStringLiteral(".service"));
        const QString folder = QStringLiteral(".config/systemd/user/%1.service.d/").arg(base);
        const CommandRun stored = run(shell, diagnosis::fixCommand(Act::StoreKey, context), {}, keyIs(oddText));
        QVERIFY2(stored.exitCode == 0 && stored.err.isEmpty(), stored.err.constData());
        const QString file = QStringLiteral(".config/%1/key.env").arg(base);
        QCOMPARE(QFileInfo(inHome(file)).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        // Between double quotes systemd reads backslashes as a shell does.
        const auto value = variableAfter(Shell::Bash, QStringLiteral("set -a; . \"$FILE\""),
            QStringLiteral("CO_API_KEY"), {}, {{QStringLiteral("FILE"), inHome(file)}});
        QCOMPARE(value, std::optional<QByteArray>(oddText));

        const auto unit = [&](Act act, const char *part) {
            const CommandRun result = run(shell, diagnosis::fixCommand(act, context));
            return result.err.isEmpty() ? read(folder + QLatin1String(part)) : result.err;
        };
        QByteArray escaped = base.toUtf8();
        escaped.replace('%', "%%");
        QCOMPARE(
            unit(Act::PassVariable, "key.conf"), "[Service]\nEnvironmentFile=%h/.config/" + escaped + "/key.env\n");
        context.file = QStringLiteral("/srv/it's $x 5%/.env");
        QCOMPARE(unit(Act::LoadEnvFile, "key.conf"), QByteArray("[Service]\nEnvironmentFile=/srv/it's $x 5%%/.env\n"));
        context.baseUrl = QStringLiteral("https://rerank.example/it's?a=%C3%A9");
        QCOMPARE(unit(Act::SetBaseUrl, "url.conf"),
            QByteArray("[Service]\nEnvironment=\"CO_API_URL=https://rerank.example/it's?a=%%C3%%A9\"\n"));
        QCOMPARE(unit(Act::UnsetBaseUrl, "url.conf"), QByteArray("[Service]\nUnsetEnvironment=CO_API_URL\n"));
        context.otherVariable = QStringLiteral("COHERE_API_KEY");
        QCOMPARE(unit(Act::UnsetOther, "unset.conf"), QByteArray("[Service]\nUnsetEnvironment=COHERE_API_KEY\n"));
        write(file, "A=1\nCOHERE_API_KEY=x\n");
        QVERIFY(run(shell, diagnosis::fixCommand(Act::CopyVariable, context)).err.isEmpty());
        QCOMPARE(read(file), QByteArray("A=1\nCO_API_KEY=x\n"));
    }
}

void TestFixCommands::areYamlThatSaysWhatIsMeant_data()
{
    QTest::addColumn<Runtime>("runtime");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *what, Runtime runtime, Cause cause, Act act, const char *json) {
        QTest::newRow(what) << runtime << cause << act << QByteArray(json);
    };
    row("compose, variable", Runtime::Compose, Cause::KeyMissing, Act::PassVariable,
        R"({"services":{"NAME":{"environment":["CO_API_KEY"]}}})");
    row("compose, name", Runtime::Compose, Cause::WrongVariable, Act::CopyVariable,
        R"({"services":{"NAME":{"environment":{"CO_API_KEY":"${COHERE_API_KEY}"}}}})");
    row("compose, file", Runtime::Compose, Cause::EnvFileNotLoaded, Act::LoadEnvFile,
        R"({"services":{"NAME":{"env_file":["DOUBLED"]}}})");
    row("compose, URL", Runtime::Compose, Cause::WrongEndpoint, Act::SetBaseUrl,
        R"({"services":{"NAME":{"environment":{"CO_API_URL":"https://rerank.example/it's?a=%C3%A9&b=$$x"}}}})");
    row("Kubernetes, variable", Runtime::Kubernetes, Cause::KeyMissing, Act::PassVariable,
        R"({"env":[{"name":"CO_API_KEY","valueFrom":{"secretKeyRef":{"key":"CO_API_KEY","name":"cohere-key"}}}]})");
    row("Kubernetes, name", Runtime::Kubernetes, Cause::WrongVariable, Act::CopyVariable,
        R"({"env":[{"name":"CO_API_KEY","valueFrom":{"secretKeyRef":{"key":"COHERE_API_KEY","name":"cohere-key"}}}]})");
    row("workflow, variable", Runtime::GitHubActions, Cause::KeyMissing, Act::PassVariable,
        R"({"env":{"CO_API_KEY":"${{ secrets.CO_API_KEY }}"}})");
    row("workflow, name", Runtime::GitHubActions, Cause::WrongVariable, Act::CopyVariable,
        R"({"env":{"CO_API_KEY":"${{ secrets.COHERE_API_KEY }}"}})");
    row("workflow, URL", Runtime::GitHubActions, Cause::WrongEndpoint, Act::SetBaseUrl,
        R"({"env":{"CO_API_URL":"https://rerank.example/it's?a=%C3%A9&b=$x"}})");
    row("workflow, length", Runtime::GitHubActions, Cause::KeyMissing, Act::CheckLength,
        R"([{"run":"printf %s \"$CO_API_KEY\" | wc -m"}])");
}

void TestFixCommands::areYamlThatSaysWhatIsMeant()
{
    QFETCH(const Runtime, runtime);
    QFETCH(const Cause, cause);
    QFETCH(const Act, act);
    QFETCH(QByteArray, json);
    const FixContext context = oddContext(Shell::Bash, runtime);
    QString text;
    for (const FixStep &step : diagnosis::fixPlan(cause, context)) {
        if (step.act == act) {
            QCOMPARE(step.form, CommandForm::Yaml);
            text = step.command;
        }
    }
    const sources::configs::YamlTree tree(text.toUtf8());
    QCOMPARE(tree.documents().size(), std::size_t{1});
    const auto inJson = [](QString value) {
        return value.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
            .replace(QLatin1Char('"'), QLatin1String("\\\""))
            .toUtf8();
    };
    json.replace("NAME", inJson(context.holder))
        .replace("DOUBLED", inJson(QString(context.file).replace(QLatin1Char('$'), QLatin1String("$$"))));
    // In an array, since a document of JSON holds no text by itself.
    const QJsonDocument meant = QJsonDocument::fromJson('[' + json + ']');
    QVERIFY(!meant.isNull());
    QCOMPARE(QJsonArray{asJson(tree.documents().front())}, meant.array());
}

void TestFixCommands::runInANotebook()
{
    struct Row {
        const char *what;
        Act act;
        const char *before; ///< Python
        const char *shown; ///< the value of the cell's last line
        const char *after; ///< a Python expression that has to be true
    };
    constexpr Row rows[] = {
        {"asks", Act::SetVariable, "", "", "os.environ['CO_API_KEY'] == ODD"},
        {"copies", Act::CopyVariable, "os.environ['COHERE_API_KEY'] = ODD", "", "os.environ['CO_API_KEY'] == ODD"},
        {"counts", Act::CheckLength, "os.environ['CO_API_KEY'] = 'ten' + 'x' * 37", "40", "True"},
        {"counts none", Act::CheckLength, "", "0", "True"},
        {"removes", Act::UnsetOther, "os.environ['COHERE_API_KEY'] = ODD", "", "'COHERE_API_KEY' not in os.environ"},
        {"removes none", Act::UnsetOther, "", "", "True"},
        {"loads", Act::LoadEnvFile, "", "True", "loaded == [(FILE, True)]"},
        {"sets the URL", Act::SetBaseUrl, "", "", "os.environ['CO_API_URL'] == URL"},
        {"shows the URL", Act::ShowBaseUrl, "os.environ['CO_API_URL'] = 'x'", "'x'", "True"},
        {"removes the URL", Act::UnsetBaseUrl, "os.environ['CO_API_URL'] = 'x'", "", "'CO_API_URL' not in os.environ"},
        {"looks up", Act::LookUpHost, "socket.gethostbyname = {'api.cohere.com': '192.0.2.1'}.get", "'192.0.2.1'",
            "True"},
    };
    const FixContext context = oddContext(Shell::Bash, Runtime::Jupyter);
    QJsonArray cells;
    for (const Row &row : rows) {
        cells.append(QJsonArray{diagnosis::fixCommand(row.act, context), QString::fromUtf8(row.before),
            QString::fromUtf8(row.after), QString::fromUtf8(oddText), context.file, context.baseUrl});
    }
    // As a notebook does: every line is run, and the value of the last one is shown.
    const QString notebook = QStringLiteral(R"(
import ast, getpass, json, os, socket, sys, types
shown = []
for CELL, BEFORE, AFTER, ODD, FILE, URL in json.load(sys.stdin):
    for name in ('CO_API_KEY', 'COHERE_API_KEY', 'CO_API_URL'):
        os.environ.pop(name, None)
    loaded = []
    load = lambda file, override: loaded.append((file, override)) or True
    sys.modules['dotenv'] = types.SimpleNamespace(load_dotenv=load)
    getpass.getpass = lambda prompt: ODD
    exec(BEFORE)
    lines = ast.parse(CELL).body
    last = lines.pop() if isinstance(lines[-1], ast.Expr) else None
    exec(compile(ast.Module(lines, []), 'cell', 'exec'))
    value = eval(compile(ast.Expression(last.value), 'cell', 'eval')) if last else None
    shown.append(('' if value is None else repr(value)) if eval(AFTER) else 'not ' + AFTER)
json.dump(shown, sys.stdout))");
    const CommandRun result = runCommand(QStringLiteral("python3"), {QStringLiteral("-c"), notebook},
        QJsonDocument(cells).toJson(QJsonDocument::Compact));
    QVERIFY2(result.exitCode == 0 && result.err.isEmpty(), result.err.constData());
    const QJsonArray shown = QJsonDocument::fromJson(result.out).array();
    QCOMPARE(shown.size(), qsizetype{std::size(rows)});
    for (qsizetype i = 0; i < shown.size(); ++i)
        QVERIFY2(shown.at(i) == QLatin1String(rows[i].shown), rows[i].what);
    // What stands behind ! in a cell is for the shell.
    QCOMPARE(diagnosis::fixCommand(Act::TestVariable, context), QStringLiteral("!rerank-key check --env CO_API_KEY"));
    QCOMPARE(diagnosis::fixCommand(Act::TestBoth, context), QStringLiteral("!rerank-key check --env COHERE_API_KEY"));
}

void TestFixCommands::areALineOfSettings()
{
    const FixContext context = oddContext(Shell::Bash, Runtime::VsCode);
    const QString line = diagnosis::fixCommand(Act::LoadEnvFile, context);
    const QJsonObject settings = QJsonDocument::fromJson("{" + line.toUtf8() + "}").object();
    QCOMPARE(settings[QLatin1String("python.envFile")].toString(), QLatin1String("${workspaceFolder}/") + context.file);
}

QTEST_GUILESS_MAIN(TestFixCommands)
#include "tst_FixCommands.moc"
