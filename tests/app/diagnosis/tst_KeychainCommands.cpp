// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/KeychainCommands.h"
#include "diagnosis/ShellWord.h"
#include "helpers/DoctorTest.h"

#include <QProcess>
#include <QStandardPaths>

using diagnosis::FixContext;
using diagnosis::Shell;
using diagnosis::System;

class tst_KeychainCommands : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void startsAProgramWithAKey_data();
    void startsAProgramWithAKey();
    void readsAKeyIntoAVariable_data();
    void readsAKeyIntoAVariable();
    void makesOneWordOfAnyText_data();
    void makesOneWordOfAnyText();
};

void tst_KeychainCommands::startsAProgramWithAKey_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("command");
    const auto row = [](const char *what, Shell shell, const char *name, const char *program, const char *command) {
        QTest::newRow(what) << shell << QString::fromUtf8(name) << QString::fromUtf8(program)
                            << QString::fromUtf8(command);
    };
    row("a program", Shell::Bash, "cohere", "python3 app.py", "rerank-key run --keychain 'cohere' -- python3 app.py");
    row("none: an example", Shell::Bash, "cohere", "  ", "rerank-key run --keychain 'cohere' -- python app.py");
    row("blanks around", Shell::Bash, "cohere", " node index.js ",
        "rerank-key run --keychain 'cohere' -- node index.js");
    row("quotes of the user's own stay", Shell::Bash, "a", "python3 'my app.py' --name \"x y\"",
        "rerank-key run --keychain 'a' -- python3 'my app.py' --name \"x y\"");
    row("a quote in the name", Shell::Bash, "ada's", "node a.js",
        R"(rerank-key run --keychain 'ada'\''s' -- node a.js)");
    row("a name like an option", Shell::Bash, "-n", "node a.js", "rerank-key run --keychain='-n' -- node a.js");
    row("a name with placeholders", Shell::Bash, "%1 %2", "node %3",
        "rerank-key run --keychain '%1 %2' -- sh -c 'node %3'");
    row("a pipe", Shell::Bash, "a", "python3 app.py | tee log",
        "rerank-key run --keychain 'a' -- sh -c 'python3 app.py | tee log'");
    row("two commands", Shell::Bash, "a", "cd 'my app' && npm start",
        R"(rerank-key run --keychain 'a' -- sh -c 'cd '\''my app'\'' && npm start')");
    row("an assignment", Shell::Bash, "a", "PORT=80 npm start",
        "rerank-key run --keychain 'a' -- sh -c 'PORT=80 npm start'");
    row("an option with a value is no assignment", Shell::Bash, "a", "node a.js --port=80",
        "rerank-key run --keychain 'a' -- node a.js --port=80");
    row("a variable is filled in by then", Shell::Bash, "a", "curl -H $CO_API_KEY",
        "rerank-key run --keychain 'a' -- sh -c 'curl -H $CO_API_KEY'");
    row("fish", Shell::Fish, "ada's \\", "python3 app.py; echo done",
        R"(rerank-key run --keychain 'ada\'s \\' -- fish -c 'python3 app.py; echo done')");
    row("PowerShell", Shell::PowerShell, "ada's", "python app.py; pause",
        "rerank-key run --keychain 'ada''s' -- powershell -Command 'python app.py; pause'");
}

void tst_KeychainCommands::startsAProgramWithAKey()
{
    QFETCH(const Shell, shell);
    QFETCH(const QString, name);
    QFETCH(const QString, program);
    FixContext context;
    context.shell = shell;
    QTEST(diagnosis::runCommand(name, program, context), "command");
}

void tst_KeychainCommands::readsAKeyIntoAVariable_data()
{
    QTest::addColumn<System>("system");
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("command");
    const auto row = [](const char *what, System system, Shell shell, const char *name, const char *command) {
        QTest::newRow(what) << system << shell << QString::fromUtf8(name) << QString::fromUtf8(command);
    };
    row("Linux", System::Linux, Shell::Bash, "cohere",
        R"x(export CO_API_KEY="$(secret-tool lookup server rerank-key-doctor user 'cohere')")x");
    row("Linux, a name with a quote", System::Linux, Shell::Bash, "a'b",
        R"x(export CO_API_KEY="$(secret-tool lookup server rerank-key-doctor user 'a'\''b')")x");
    row("Linux, a name like an option", System::Linux, Shell::Bash, "-a",
        R"x(export CO_API_KEY="$(secret-tool lookup -- server rerank-key-doctor user '-a')")x");
    row("Linux, fish", System::Linux, Shell::Fish, "cohere",
        "set -gx CO_API_KEY (secret-tool lookup server rerank-key-doctor user 'cohere')");
    row("Linux, PowerShell", System::Linux, Shell::PowerShell, "a'b",
        "$env:CO_API_KEY = secret-tool lookup server rerank-key-doctor user 'a''b'");
    row("macOS", System::MacOs, Shell::Bash, "cohere",
        R"x(export CO_API_KEY="$(security find-generic-password -s rerank-key-doctor -a 'cohere' -w)")x");
    row("Windows has none", System::Windows, Shell::PowerShell, "cohere", "");
}

void tst_KeychainCommands::readsAKeyIntoAVariable()
{
    QFETCH(const System, system);
    QFETCH(const Shell, shell);
    QFETCH(const QString, name);
    FixContext context;
    context.system = system;
    context.shell = shell;
    QTEST(diagnosis::readVariableCommand(name, context), "command");
    context.variable = QStringLiteral("COHERE_API_KEY");
    QCOMPARE(diagnosis::readVariableCommand(name, context).contains(u"COHERE_API_KEY"), system != System::Windows);
}

void tst_KeychainCommands::makesOneWordOfAnyText_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<QString>("text");
    const QStringList texts{QStringLiteral("plain"), QStringLiteral("two words"), QStringLiteral("it's"),
        QStringLiteral("\"quoted\" $HOME `id` $(id)"), QStringLiteral("back\\slash\\"), QStringLiteral("bang!bang!"),
        QStringLiteral("*?[a]~#;&|<>"), QString(QChar(0xe9)) + QChar(0x4e2d)};
    for (const QString &text : texts) {
        for (const char *program : {"bash", "zsh", "dash"})
            QTest::addRow("%s: %s", program, qPrintable(text)) << QString::fromLatin1(program) << Shell::Bash << text;
        QTest::addRow("fish: %s", qPrintable(text)) << QStringLiteral("fish") << Shell::Fish << text;
    }
    const QString odd = QStringLiteral("a\u001b[2J'b\nc\u202e9");
    QTest::addRow("bash: what a terminal obeys") << QStringLiteral("bash") << Shell::Bash << odd;
    QTest::addRow("zsh: what a terminal obeys") << QStringLiteral("zsh") << Shell::Bash << odd;
    QTest::addRow("fish: what a terminal obeys") << QStringLiteral("fish") << Shell::Fish << odd;
}

void tst_KeychainCommands::makesOneWordOfAnyText()
{
    QFETCH(const QString, program);
    QFETCH(const Shell, shell);
    QFETCH(const QString, text);
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP("This shell is not installed here.");
    const QString word = diagnosis::shellWord(text, shell);
    QVERIFY(!word.contains(QChar(0x1b)) && !word.contains(u'\n'));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")); // for characters beyond ASCII
    process.setProcessEnvironment(environment);
    process.start(program, {QStringLiteral("-c"), QStringLiteral("printf '<%s>' ") + word});
    QVERIFY(process.waitForFinished());
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), u'<' + text + u'>');
}

QTEST_GUILESS_MAIN(tst_KeychainCommands)
#include "tst_KeychainCommands.moc"
