// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "sources/computer/ProgramName.h"

class TestProgramName : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void namesTheProgramAndNoSecret_data();
    void namesTheProgramAndNoSecret();
};

void TestProgramName::namesTheProgramAndNoSecret_data()
{
    QTest::addColumn<QByteArray>("commandLine"); // "|" stands for NUL
    QTest::addColumn<QByteArray>("shortName");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *title, const char *commandLine, const char *name, const char *shortName = "short") {
        QTest::newRow(title) << QByteArray(commandLine).replace('|', '\0') << QByteArray(shortName)
                             << QString::fromUtf8(name);
    };
    row("a path", "/usr/lib/firefox/firefox|", "firefox");
    row("arguments", "curl|-H|Authorization: Bearer SECRET|", "curl");
    row("no command line", "", "short");
    row("an empty name", "||", "short");
    row("a folder as the name", "/usr/bin/|", "short");
    row("a login shell", "-bash|", "bash");
    row("a title in place of arguments", "/opt/chrome/chrome --type=renderer --token=SECRET", "chrome", "chrome");
    row("control characters", "ev\x1b[31mil|", "ev?[31mil");
    row("beyond ASCII", "schl\xc3\xbcssel|", "schl\xc3\xbcssel");

    row("a script", "/usr/bin/python3|/home/me/app.py|--key|SECRET|", "python3 app.py");
    row("a script with a blank", "python3.11|my app.py|", "python3.11 my app.py");
    row("a script without an end", "/usr/bin/python3|/usr/bin/uvicorn|main:app|", "python3 uvicorn");
    row("an interpreter alone", "/usr/bin/python3|", "python3");
    row("flags before the script", "python3|-u|-X|dev|app.py|", "python3");
    row("a flag before the script", "python3|-u|app.py|", "python3 app.py");
    row("a module", "python3|-m|jupyter|lab|", "python3 -m jupyter");
    row("a module that is none", "python3|-m|print('SECRET')|", "python3");
    row("an option's value", "node|--api-key|SECRET|server.js|", "node");
    row("a program's text", "python3|-c|key='SECRET';import app.py|", "python3");
    row("a shell's text", "bash|-c|CO_API_KEY=SECRET ./run.sh|", "bash");
    row("a shell's text without blanks", "sh|-c|CO_API_KEY=SECRET/run.sh|", "sh");
    row("a shell's text that is a script", "sh|-c|./run.sh|", "sh run.sh");
    row("a shell's text that is a secret", "sh|-c|SECRET|", "sh");
    row("a script behind a shell's option", "bash|-e|/opt/run.sh|", "bash run.sh");
    row("standard input", "python3|-|", "python3");
    row("Java", "/usr/bin/java|-Xmx1g|-jar|/srv/server.jar|--key=SECRET|", "java server.jar");
    row("Java's classes", "java|-cp|/srv/SECRET|com.example.Main|", "java");
    row("Node", "node|/usr/lib/node_modules/.bin/next|dev|", "node next");
    row("an interpreter with a long name", "rubyist|SECRET|", "rubyist");
}

void TestProgramName::namesTheProgramAndNoSecret()
{
    QFETCH(const QByteArray, commandLine);
    QFETCH(const QByteArray, shortName);
    QFETCH(const QString, name);
    QCOMPARE(sources::programName(commandLine, shortName), name);
    QVERIFY(!name.contains(QLatin1String("SECRET")));
}

QTEST_GUILESS_MAIN(TestProgramName)
#include "tst_ProgramName.moc"
