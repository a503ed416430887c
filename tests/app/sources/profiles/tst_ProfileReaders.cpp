// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "sources/profiles/ProfileReaders.h"
#include "sources/profiles/SystemdUnit.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace sources::profiles;

namespace {

const QStringList names{QStringLiteral("CO_API_KEY"), QStringLiteral("K")};

/// What was found of K: its value; "$" for a reference, "-" for nothing.
QByteArray valueOfK(const std::vector<sources::FoundKey> &keys)
{
    for (const sources::FoundKey &key : keys) {
        if (key.place.name != QLatin1String("K"))
            continue;
        if (!key.place.reference)
            return key.secret.bytes().toByteArray();
        return key.secret.isEmpty() && key.place.set && !key.place.present ? "$" : "a reference with a value";
    }
    return "-";
}

int lineOfK(const std::vector<sources::FoundKey> &keys)
{
    return keys.empty() ? 0 : keys.front().place.line;
}

void addColumns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
}

void row(const char *name, const QByteArray &text, const char *value)
{
    QTest::newRow(name) << text << QByteArray(value);
}

/// What the real shell makes of K in a script; "-" where it does not set it.
QByteArray askShell(const QString &shell, const QByteArray &script, const QByteArray &command)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("script")));
    if (!file.open(QIODevice::WriteOnly))
        return "no file";
    file.write(script);
    file.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), folder.path());
    process.setProcessEnvironment(environment);
    process.start(shell, {QStringLiteral("-c"), QString::fromUtf8(command), file.fileName()});
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace

class TestProfileReaders : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsALineAsBashDoes_data();
    void readsALineAsBashDoes();
    void readsWhatBashDoesNotTell_data();
    void readsWhatBashDoesNotTell();
    void readsALineAsFishDoes_data();
    void readsALineAsFishDoes();
    void readsFishVariables_data();
    void readsFishVariables();
    void readsEnvironmentD_data();
    void readsEnvironmentD();
    void readsPamEnvironment_data();
    void readsPamEnvironment();
    void readsUnits_data();
    void readsUnits();
    void readsTheFilesOfAUnit();
    void tellsTheLine();
    void findsEveryName();
    void survivesAnyText();
};

void TestProfileReaders::readsALineAsBashDoes_data()
{
    addColumns();
    row("export", "export K=v\n", "v");
    row("no line break at the end", "export K=v", "v");
    row("export behind it", "K=v; export K\n", "v");
    row("export before it", "export K\nK=v\n", "v");
    row("not exported", "K=v\n", "v");
    row("double quotes", "export K=\"v\"\n", "v");
    row("single quotes", "export K='v'\n", "v");
    row("quotes around all of it", "export \"K=v\"\n", "v");
    row("quotes in the middle", "export K=a\"b\"'c'd\n", "abcd");
    row("quotes within quotes", "export K=\"it's\"'\"'\n", "it's\"");
    row("blanks in quotes", "export K=' v '\n", " v ");
    row("nothing", "export K=\n", "");
    row("nothing in quotes", "export K=\"\"\n", "");
    row("several in a line", "export A=1 K=v B=2\n", "v");
    row("several assignments", "A=1 K=v\n", "v");
    row("for one command alone", "K=v true\n", "-");
    row("typeset", "typeset -x K=v\n", "v");
    row("declare", "declare -x K='v'\n", "v");
    row("readonly", "readonly K=v\n", "v");
    row("commented out", "# export K=v\n", "-");
    row("a comment behind it", "export K=v # comment\n", "v");
    row("no comment without a blank", "export K=v#c\n", "v#c");
    row("an apostrophe in a comment", "# don't\nexport K=v\n", "v");
    row("indented", "  \texport K=v\n", "v");
    row("the last line counts", "export K=v\nexport K=w\n", "w");
    row("taken back", "export K=v\nunset K\n", "-");
    row("an escaped blank", "export K=a\\ b\n", "a b");
    row("an escaped dollar", "export K=a\\$b\n", "a$b");
    row("an escaped dollar in quotes", "export K=\"a\\$b\"\n", "a$b");
    row("a backslash in quotes", "export K=\"a\\b\"\n", "a\\b");
    row("a dollar in single quotes", "export K='a$b'\n", "a$b");
    row("a dollar at the end", "export K=a$\n", "a$");
    row("quotes with escapes", "export K=$'a\\tb\\x41\\u00e9\\'\\n'\n", "a\tbA\xc3\xa9'\n");
    row("an apostrophe behind a dollar in quotes", "export K=\"a$'b\"\n", "a$'b");
    row("CRLF", "export K=v\r\n", "v\r");
    row("a line that goes on", "export \\\n  K=a\\\nb\n", "ab");
    row("a line break in quotes", "export K='a\nb'\n", "a\nb");
    row("a zero-width space", "export K=v\xe2\x80\x8b\n", "v\xe2\x80\x8b");
    row("curly quotes", "export K=\xe2\x80\x9cv\xe2\x80\x9d\n", "\xe2\x80\x9cv\xe2\x80\x9d");
    row("an equals sign in the value", "export K=a=b=\n", "a=b=");
    row("another name that ends alike", "export MY_K=v\n", "-");
    row("another name that begins alike", "export K2=v\n", "-");
    row("behind a condition", "[ -n 1 ] && export K=v\n", "v");
    row("in a branch", "if true; then export K=v; fi\n", "v");
    row("in a branch on lines of its own", "if true; then\n  export K=v\nfi\n", "v");
    row("in brackets", "{ export K=v; }\n", "v");
    row("in a choice", "case a in a) export K=v ;; esac\n", "v");
    row("behind a redirection", "export K=v >/dev/null 2>&1\n", "v");
    row("behind a substitution with quotes", "export A=\"$(echo \"a ) b\" 'c')\" K=v\n", "v");
    row("behind a substitution in braces", "export A=\"${B:-\"x}\"}\"; export K=v\n", "v");
    row("behind arithmetic", "(( A = 1 << 2 ))\nexport K=v\n", "v");
    row("in an alias", "alias x='export K=v'\n", "-");
    row("in a text for a command", "cat >/dev/null <<EOF\nexport K=wrong\nEOF\nA=1\n", "-");
    row("behind a text for a command", "cat >/dev/null <<-'E F'\n\tdon't\n\tE F\nexport K=v\n", "v");
    row("printed", "echo export K=v >/dev/null\n", "-");
    row("command", "command export K=v\n", "v");
    row("appended to another", "export K=v; A+=x\n", "v");
}

void TestProfileReaders::readsALineAsBashDoes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    QCOMPARE(valueOfK(readShellProfile(text, names)), value);
    const QString bash = QStandardPaths::findExecutable(QStringLiteral("bash"));
    if (bash.isEmpty())
        QSKIP("bash is not installed here, so only our own reading was looked at.");
    QCOMPARE(askShell(bash, text, "unset K; . \"$0\"; printf %s \"${K--}\""), value);
}

void TestProfileReaders::readsWhatBashDoesNotTell_data()
{
    addColumns();
    row("a command's output", "export K=$(secret-tool lookup service cohere)\n", "$");
    row("a command's output in quotes", "export K=\"$(pass cohere | head -n 1)\"\n", "$");
    row("backquotes", "export K=`pass cohere`\n", "$");
    row("a variable", "export K=$OTHER\n", "$");
    row("a variable in quotes", "export K=\"$OTHER\"\n", "$");
    row("a variable in braces", "export K=${OTHER:-v}\n", "$");
    row("a variable in the middle", "export K=a${OTHER}b\n", "$");
    row("a literal beside a reference", "export A=$B K=v\n", "v");
    row("a value behind a reference", "export K=$OTHER\nexport K=v\n", "v");
    row("a branch that is not taken", "if false; then export K=v; fi\n", "v");
    row("a function", "keys() { export K=v; }\n", "v");
    row("setenv", "setenv K v\n", "v");
    row("setenv with quotes", "setenv K \"v w\"\n", "v w");
    row("a quote that never ends costs its line", "export A='x\nexport K=v\n", "v");
    row("a bracket that never ends costs its line", "export A=$(x\nexport K=v\n", "v");
    row("a text for a command that never ends", "cat <<EOF\nexport K=v\n", "v");
    row("a backslash at the end of all", "export K=v\\", "v");
}

void TestProfileReaders::readsWhatBashDoesNotTell()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    QCOMPARE(valueOfK(readShellProfile(text, names)), value);
}

void TestProfileReaders::readsALineAsFishDoes_data()
{
    addColumns();
    QTest::addColumn<bool>("asked"); // of the real fish
    const auto fish = [](const char *name, const char *text, const char *value, bool asked = true) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(value) << asked;
    };
    fish("set -gx", "set -gx K v\n", "v");
    fish("options apart", "set -g -x K v\n", "v");
    fish("long options", "set --global --export K v\n", "v");
    fish("universal", "set -Ux K v\n", "v");
    fish("not exported", "set -g K v\n", "v");
    fish("double quotes", "set -gx K \"v w\"\n", "v w");
    fish("single quotes", "set -gx K 'v w'\n", "v w");
    fish("escapes in single quotes", "set -gx K 'it\\'s \\\\ \\n'\n", "it's \\ \\n");
    fish("escapes in double quotes", "set -gx K \"a\\\"b\\$c\\d\"\n", "a\"b$c\\d");
    fish("escapes without quotes", "set -gx K a\\x41\\ \\u00e9\\tb\n", "aA \xc3\xa9\tb");
    fish("nothing", "set -gx K\n", "");
    fish("nothing in quotes", "set -gx K ''\n", "");
    fish("several values", "set -gx K a b\n", "a b");
    fish("export", "export K=v\n", "v");
    fish("setenv", "setenv K v\n", "v");
    fish("commented out", "# set -gx K v\n", "-");
    fish("a comment behind it", "set -gx K v # comment\n", "v");
    fish("the last line counts", "set -gx K v\nset -gx K w\n", "w");
    fish("taken back", "set -gx K v\nset -e K\n", "-");
    fish("asked for", "set -q K; or true\n", "-");
    fish("in a branch", "if true\n  set -gx K v\nend\n", "v");
    fish("behind a condition", "true; and set -gx K v\n", "v");
    fish("behind a substitution", "set -gx A (echo 'a ) b'); set -gx K v\n", "v");
    fish("an apostrophe in a comment", "# don't\nset -gx K v\n", "v");
    fish("a backquote is a character", "set -gx K a`b\n", "a`b");
    fish("a bracket in quotes", "set -gx K \"a(b)\"\n", "a(b)");
    fish("a line that goes on", "set -gx \\\n  K v\n", "v");
    fish("a variable", "set -gx K $OTHER\n", "$", false);
    fish("a variable in quotes", "set -gx K \"$OTHER\"\n", "$", false);
    fish("a command's output", "set -gx K (pass cohere)\n", "$", false);
    fish("a command's output, written as elsewhere", "set -gx K $(pass cohere)\n", "$", false);
    fish("an assignment is none in fish", "K=v\n", "-", false);
}

void TestProfileReaders::readsALineAsFishDoes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, asked);
    QCOMPARE(valueOfK(readFishProfile(text, names)), value);
    const QString fish = QStandardPaths::findExecutable(QStringLiteral("fish"));
    if (asked && fish.isEmpty())
        QSKIP("fish is not installed here, so only our own reading was looked at.");
    if (asked)
        QCOMPARE(askShell(fish, text, "source $argv[1]; set -q K; and printf %s \"$K\"; or printf -"), value);
}

void TestProfileReaders::readsFishVariables_data()
{
    addColumns();
    row("exported", "# VERSION: 3.0\nSETUVAR --export K:v\n", "v");
    row("not exported", "SETUVAR K:v\n", "v");
    row("more options", "SETUVAR --export --path K:v\n", "v");
    row("escapes", "SETUVAR --export K:a\\x20b\\x2dc\\u00e9\\u20ac\\x24x\n", "a b-c\xc3\xa9\xe2\x82\xac$x");
    row("a list", "SETUVAR --export K:1\\x1e2\n", "1 2");
    row("an empty list", "SETUVAR --export K:\\x1d\n", "");
    row("nothing", "SETUVAR --export K:\n", "");
    row("another name", "SETUVAR --export KK:v\n", "-");
    row("a comment", "# SETUVAR --export K:v\n", "-");
    row("cut off", "SETUVAR --export K", "-");
    row("cut off within an option", "SETUVAR --exportK", "-");
    row("a backslash at the end", "SETUVAR K:v\\", "v\\");
}

void TestProfileReaders::readsFishVariables()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    QCOMPARE(valueOfK(readFishVariables(text, names)), value);
}

void TestProfileReaders::readsEnvironmentD_data()
{
    addColumns();
    QTest::addColumn<QByteArray>("valueInUnitFile");
    const auto both = [](const char *name, const char *text, const char *value, const char *inUnitFile = nullptr) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(value)
                            << QByteArray(inUnitFile == nullptr ? value : inUnitFile);
    };
    both("plain", "K=v\n", "v");
    both("double quotes", "K=\"v w\"\n", "v w");
    both("single quotes", "K='v w'\n", "v w");
    both("blanks around it", "  K =  v w \t\n", "v w");
    both("CRLF", "K=v\r\n", "v");
    both("quotes within the value", "K=a\"b\"\n", "a\"b\"");
    both("no comment behind it", "K=v # c\n", "v # c");
    both("commented out", "#K=v\n;K=v\n", "-");
    both("an escape", "K=a\\ b\\\\c\n", "a b\\c");
    both("an escape in quotes", "K=\"a\\\"b\\c\"\n", "a\"b\\c");
    both("a line that goes on", "K=a\\\nb\n", "ab");
    both("a line break in quotes", "K='a\nb'\n", "a\nb");
    both("nothing", "K=\n", "");
    both("nothing, and another behind it", "K=\nA=v\n", "");
    both("export is no part of it", "export K=v\n", "-");
    both("no equals sign", "K\nA=v\n", "-");
    both("the last counts", "K=v\nK=w\n", "w");
    both("a variable", "K=${OTHER}\n", "$", "${OTHER}");
    both("a variable without braces", "K=a$OTHER\n", "$", "a$OTHER");
    both("a dollar alone", "K=a$ 5$\n", "a$ 5$");
    both("two dollars", "K=a$$b\n", "a$$b");
    both("a quote that never ends", "K=\"v", "v");
}

void TestProfileReaders::readsEnvironmentD()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, valueInUnitFile);
    QCOMPARE(valueOfK(readEnvironmentD(text, names)), value);
    QCOMPARE(valueOfK(readUnitEnvironmentFile(text, names)), valueInUnitFile);
}

void TestProfileReaders::readsPamEnvironment_data()
{
    addColumns();
    row("plain", "K=v\n", "v");
    row("quotes", "K=\"v w\"\n", "v w");
    row("single quotes", "K='v'\n", "v");
    row("export", "export K=v\n", "v");
    row("a comment", "K=v # c\n", "v");
    row("commented out", "# K=v\n", "-");
    row("a dollar", "K=a$b\n", "a$b");
    row("nothing", "K=\n", "");
    row("a name alone", "K\n", "-");
    row("DEFAULT", "K DEFAULT=v\n", "v");
    row("DEFAULT in quotes", "K\tDEFAULT=\"v w\"\n", "v w");
    row("OVERRIDE wins", "K DEFAULT=v OVERRIDE=w\n", "w");
    row("an empty OVERRIDE does not", "K DEFAULT=v OVERRIDE=\n", "v");
    row("a reference", "K DEFAULT=${HOME}/x\n", "$");
}

void TestProfileReaders::readsPamEnvironment()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    QCOMPARE(valueOfK(readPamEnvironment(text, names)), value);
}

void TestProfileReaders::readsUnits_data()
{
    addColumns();
    row("plain", "[Service]\nEnvironment=K=v\n", "v");
    row("several", "[Service]\nEnvironment=A=1 K=v B=2\n", "v");
    row("quotes around all of it", "[Service]\nEnvironment=\"A=1 2\" \"K=v w\"\n", "v w");
    row("single quotes", "[Service]\nEnvironment='K=v w'\n", "v w");
    row("quotes around the value", "[Service]\nEnvironment=K=\"v w\"\n", "v w");
    row("blanks around the equals sign", "[Service]\nEnvironment = K=v\n", "v");
    row("escapes", "[Service]\nEnvironment=\"K=a\\tb\\x41\\sc\\\"\"\n", "a\tbA c\"");
    row("a percent sign", "[Service]\nEnvironment=K=a%%b\n", "a%b");
    row("a dollar", "[Service]\nEnvironment=K=a$b\n", "a$b");
    row("commented out", "[Service]\n#Environment=K=v\n;Environment=K=v\n", "-");
    row("a line that goes on", "[Service]\nEnvironment=A=1 \\\n  K=v\n", "v");
    row("a comment within it", "[Service]\nEnvironment=A=1 \\\n# comment\n  K=v\n", "v");
    row("the last counts", "[Service]\nEnvironment=K=v\nEnvironment=K=w\n", "w");
    row("taken back", "[Service]\nEnvironment=K=v\nEnvironment=\n", "-");
    row("another section", "[Unit]\nEnvironment=K=v\n", "-");
    row("behind another section", "[Unit]\nA=1\n[Service]\nEnvironment=K=v\n[Install]\nB=2\n", "v");
    row("CRLF", "[Service]\r\nEnvironment=K=v\r\n", "v");
    row("another setting", "[Service]\nPassEnvironment=K\nExecStart=/bin/env K=v\n", "-");
    row("no line break at the end", "[Service]\nEnvironment=K=v", "v");
}

void TestProfileReaders::readsUnits()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    QCOMPARE(valueOfK(readUnit(text, names).keys), value);
}

void TestProfileReaders::readsTheFilesOfAUnit()
{
    const UnitEnvironment unit = readUnit("[Service]\nEnvironmentFile=/a\nEnvironmentFile=\nEnvironmentFile=-%h/.env\n"
                                          "EnvironmentFile=/etc/my keys\n",
        names);
    QCOMPARE(unit.files, (QStringList{QStringLiteral("%h/.env"), QStringLiteral("/etc/my keys")}));
}

void TestProfileReaders::tellsTheLine()
{
    QCOMPARE(lineOfK(readShellProfile("# c\n\nA='x\ny'\nexport K=v\n", names)), 5);
    QCOMPARE(lineOfK(readShellProfile("cat <<E\na\nb\nE\nexport \\\n K=v\n", names)), 6);
    QCOMPARE(lineOfK(readFishProfile("\nset -gx K v\n", names)), 2);
    QCOMPARE(lineOfK(readFishVariables("# VERSION\nSETUVAR K:v\n", names)), 2);
    QCOMPARE(lineOfK(readEnvironmentD("A='1\n2'\n# c\nK=v\n", names)), 4);
    QCOMPARE(lineOfK(readPamEnvironment("\n\nK=v\n", names)), 3);
    QCOMPARE(lineOfK(readUnit("[Service]\n\nEnvironment=A=1 \\\nK=v\n", names).keys), 3);
}

void TestProfileReaders::findsEveryName()
{
    const auto keys = readShellProfile("export K=v CO_API_KEY=w\n", names);
    QCOMPARE(keys.size(), 2U);
    QCOMPARE(keys.front().place.name, QStringLiteral("CO_API_KEY"));
    QCOMPARE(keys.front().place.kind, sources::PlaceKind::ShellProfile);
    QVERIFY(keys.front().place.readBy.contains(QStringLiteral("cohere-python")));
    QCOMPARE(readEnvironmentD("K=v\n", names).front().place.kind, sources::PlaceKind::SessionFile);
}

/// Nothing that stands in a file may end the program or keep it busy.
void TestProfileReaders::survivesAnyText()
{
    const QByteArray pieces[] = {"'", "\"", "$(", "${", "`", "(", ")", "}", "\\", "$'", "<<", "<<E\n", "\n", " ",
        "K=", "export K=", "set -gx K ", "#", "\\x", "\\u12", "[Service]\nEnvironment=", "SETUVAR K:", "%", "\xff",
        "E"};
    const auto readAll = [](const QByteArray &text) {
        for (const ProfileReader reader : {readShellProfile, readFishProfile, readFishVariables, readEnvironmentD,
                 readUnitEnvironmentFile, readPamEnvironment})
            (void)reader(text, names);
        (void)readUnit(text, names);
    };
    quint32 number = 1;
    for (int i = 0; i < 3'000; ++i) {
        QByteArray text = "K";
        for (int j = 0; j < 12; ++j) {
            number = number * 1664525 + 1013904223; // the same texts each time
            text += pieces[(number >> 16) % std::size(pieces)];
        }
        readAll(text);
    }
    CpuTimer timer;
    timer.start();
    for (const QByteArray &piece : pieces) {
        for (const char *const between : {"", "\n", " '", "\n\""})
            readAll("K" + (piece + between).repeated(5'000));
    }
    // A second or two; sanitizers take longer.
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestProfileReaders)
#include "tst_ProfileReaders.moc"
