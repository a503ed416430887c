// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "key/Fingerprint.h"
#include "sources/Environment.h"
#include "sources/envfile/EnvLoaders.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QVersionNumber>

#include <array>
#include <limits>

using sources::EnvLoader;
using sources::LoaderReading;

namespace {

const QByteArray missing = "-"; // the loader goes on without the variable
const QByteArray refused = "!"; // the loader refuses the file or the line
const QString variable = QStringLiteral("CO_API_KEY");

/// The shell that ${…} is filled from, here and for the real programs.
class Shell : public sources::Environment {
public:
    [[nodiscard]] std::optional<key::Secret> read(const QString &name) const override
    {
        if (name == QLatin1String("OTHER"))
            return key::Secret(QByteArrayView("other"));
        if (name == QLatin1String("HOME"))
            return key::Secret(QByteArrayView("/home/none"));
        return std::nullopt;
    }
};

QByteArray utf16(const QByteArray &text, bool bigEndian)
{
    QByteArray units;
    for (const char byte : text) {
        units.append(bigEndian ? '\0' : byte);
        units.append(bigEndian ? byte : '\0');
    }
    return units;
}

/// In the rows, K stands for CO_API_KEY, <h> for COHERE_API_KEY, <v> and <w> for two keys. What stands behind a mark of
/// UTF-16 becomes it.
QByteArray filledIn(QByteArray text)
{
    const bool bigEndian = text.startsWith("\xfe\xff");
    if (bigEndian || text.startsWith("\xff\xfe"))
        return text.first(2) + utf16(filledIn(text.sliced(2)), bigEndian);
    text.replace("K", variable.toLatin1()).replace("<h>", "COHERE_API_KEY");
    return text.replace("<v>", testkeys::good).replace("<w>", testkeys::other);
}

sources::EnvValue read(const QByteArray &file, EnvLoader loader, const QString &name = variable)
{
    const Shell shell;
    return sources::readEnvFile(file, name, loader, {.readFile = {}, .shell = &shell});
}

std::vector<sources::FoundKey> keysIn(const QByteArray &file)
{
    const Shell shell;
    return sources::keysInEnvFile(file, {.readFile = {}, .shell = &shell});
}

/// A value in hexadecimal, so that a test that fails prints no key.
QByteArray shown(const sources::EnvValue &value)
{
    if (value.outcome == LoaderReading::Outcome::Value)
        return value.value.bytes().toByteArray().toHex();
    return value.outcome == LoaderReading::Outcome::Error ? refused : missing;
}

QByteArray expectedText(const QByteArray &expected)
{
    return expected == missing || expected == refused ? expected : filledIn(expected).toHex();
}

QByteArray loaderNames(const std::vector<EnvLoader> &loaders)
{
    constexpr std::array<const char *, sources::envLoaderCount> names{"python", "node", "bash", "compose", "docker"};
    QByteArrayList list;
    for (const EnvLoader loader : loaders)
        list.append(names.at(static_cast<std::size_t>(loader)));
    return list.join(' ');
}

} // namespace

class TestEnvLoaders : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsALineAsEachLoaderDoes_data() { addRows(); }
    void readsALineAsEachLoaderDoes();
    void agreesWithTheRealPythonDotenv_data() { addRows(); }
    void agreesWithTheRealPythonDotenv();
    void agreesWithTheRealNode_data() { addRows(); }
    void agreesWithTheRealNode();
    void agreesWithTheRealBash_data() { addRows(); }
    void agreesWithTheRealBash();
    void findsEveryKeyThatAPersonSees_data();
    void findsEveryKeyThatAPersonSees();
    void namesTheLoadersThatMisreadALine_data();
    void namesTheLoadersThatMisreadALine();
    void givesWhatEachLoaderReads();
    void givesOneKeyForEachNameAtTheLineThatWins();
    void knowsAReferenceFromAKey_data();
    void knowsAReferenceFromAKey();
    void takesTimeInProportionToTheFile_data();
    void takesTimeInProportionToTheFile();
    void readsAHugeFile();
    void refusesAFileThatGrowsBeyondMeasure();

private:
    static void addRows();
    static void addTable();
    static void addFurtherRows();
    static void addOddFiles();
    QString written(const QByteArray &file) const;
    QByteArray run(const QString &program, const QStringList &arguments, int *exitCode = nullptr) const;

    QTemporaryDir m_folder;
    QString m_python; ///< one that has python-dotenv; empty: there is none
    QVersionNumber m_dotenvVersion;
    QVersionNumber m_nodeVersion; ///< null: there is no node that knows --env-file
};

using Expected = std::array<QByteArray, sources::envLoaderCount>;

/// What differs between versions of a real program, so that only the one that was measured is asked.
enum class Varies { No, PythonDotenv, Node };

static void row(const char *name, const QByteArray &file, const Expected &expected, Varies varies = Varies::No)
{
    QTest::newRow(name) << file << expected << varies;
}

static Expected all(const QByteArray &value)
{
    return {value, value, value, value, value};
}

void TestEnvLoaders::addRows()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Expected>("expected"); // python-dotenv, Node, bash, compose, docker run
    QTest::addColumn<Varies>("varies");
    addTable();
    addFurtherRows();
    addOddFiles();
}

/// The table of facts, row by row.
void TestEnvLoaders::addTable()
{
    const QByteArray bom = "\xef\xbb\xbf";
    const QByteArray nbsp = "<v>\xc2\xa0";
    const QByteArray zwsp = "<v>\xe2\x80\x8b";
    const QByteArray curly = "\xe2\x80\x9c<v>\xe2\x80\x9d";
    row("double quotes", "K=\"<v>\"\n", {"<v>", "<v>", "<v>", "<v>", "\"<v>\""});
    row("single quotes", "K='<v>'\n", {"<v>", "<v>", "<v>", "<v>", "'<v>'"});
    row("blank at the end", "K=<v> \n", {"<v>", "<v>", "<v>", "<v>", "<v> "});
    row("comment", "K=<v> # c\n", {"<v>", "<v>", "<v>", "<v>", "<v> # c"});
    row("number sign without a blank", "K=<v>#c\n", {"<v>#c", "<v>", "<v>#c", "<v>#c", "<v>#c"});
    row("blanks around the equals sign", "K = <v>\n", {"<v>", "<v>", refused, "<v>", refused});
    row("export", "export K=<v>\n", {"<v>", "<v>", "<v>", "<v>", refused});
    row("colon", "K: <v>\n", {missing, missing, refused, "<v>", refused});
    row("CRLF", "K=<v>\r\nL=w\r\n", {"<v>", "<v>", "<v>\r", "<v>", "<v>"});
    row("byte order mark", bom + "K=<v>\n", {missing, missing, refused, "<v>", "<v>"}, Varies::PythonDotenv);
    row("UTF-16, little end first", "\xff\xfeK=<v>\n", {refused, missing, refused, refused, refused});
    row("UTF-16, big end first", "\xfe\xffK=<v>\n", {refused, missing, refused, refused, refused});
    row("no-break space at the end", "K=" + nbsp + "\n", {"<v>", nbsp, nbsp, "<v>", nbsp});
    row("zero-width space at the end", "K=" + zwsp + "\n", all(zwsp));
    row("dollar", "K=a$b\n", {"a$b", "a$b", "a", "a", "a$b"});
    row("curly quotes", "K=" + curly + "\n", all(curly));
}

void TestEnvLoaders::addFurtherRows()
{
    row("plain", "K=<v>\n", all("<v>"));
    row("no line break at the end", "K=<v>", all("<v>"));
    row("set to nothing", "K=\n", all(""));
    row("set to nothing in quotes", "K=\"\"\n", {"", "", "", "", "\"\""});
    row("commented out", "#K=<v>\n # K=<v>\n", all(missing));
    row("another name that ends alike", "MY_K=<v>\n", all(missing));
    row("another name that begins alike", "K_2=<v>\n", all(missing));
    row("the last line wins", "K=<w>\nK=<v>\n", all("<v>"));
    row("emptied again", "K=<w>\nK=\n", all(""));
    row("equals signs in the value", "K=<v>==\n", all("<v>=="));
    row("blanks in front", "  K=<v>\n", all("<v>"));
    row("blank before the value", "K= <v>\n", {"<v>", "<v>", refused, "<v>", " <v>"});
    row("blanks inside quotes", "K=\" <v> \"\n", {" <v> ", " <v> ", " <v> ", " <v> ", "\" <v> \""});
    row("comment after quotes", "K='<v>' # c\n", {"<v>", "<v>", "<v>", "<v>", "'<v>' # c"});
    row("nothing but a comment", "K= # c\n", {"# c", "", "", "# c", " # c"});
    row("number sign in quotes", "K=\"<v> # c\"\n", {"<v> # c", "<v> # c", "<v> # c", "<v> # c", "\"<v> # c\""});
    row("a word behind the value", "K=<v> x\n", {"<v> x", "<v> x", refused, "<v> x", "<v> x"});
    row("a semicolon", "K=<v>;\n", {"<v>;", "<v>;", "<v>", "<v>;", "<v>;"});
    row("an ampersand", "K=<v>&\n", {"<v>&", "<v>&", missing, "<v>&", "<v>&"});
    row("a quote that never ends", "K=\"<v>\nL=w\n", {missing, "\"<v>", refused, refused, "\"<v>"});
    row("a quote that ends two lines below", "K=\"a\nb\"\n", {"a\nb", "a\nb", "a\nb", "a\nb", "\"a"});
    row("several lines in single quotes", "K='a\nb=c'\n", {"a\nb=c", "a\nb=c", "a\nb=c", "a\nb=c", "'a"});
    row("swallowed by the quote of another line", "L=\"x\nK=\"<v>\"\n",
        {missing, missing, refused, refused, "\"<v>\""});
    row("line break escaped in double quotes", "K=\"a\\nb\"\n", {"a\nb", "a\nb", "a\\nb", "a\nb", "\"a\\nb\""});
    row("line break escaped in single quotes", "K='a\\nb'\n", {"a\\nb", "a\\nb", "a\\nb", "a\\nb", "'a\\nb'"});
    row("quote escaped", "K=\"a\\\"b\"\n", {"a\"b", "a\\", "a\"b", "a\"b", "\"a\\\"b\""});
    row("tab escaped", "K=\"a\\tb\"\n", {"a\tb", "a\\tb", "a\\tb", "a\tb", "\"a\\tb\""});
    row("octal escape", "K=\"\\0123\"\n", {"\\0123", "\\0123", "\\0123", "S", "\"\\0123\""});
    row("backslash without quotes", "K=a\\b\n", {"a\\b", "a\\b", "ab", "a\\b", "a\\b"});
    row("grave accents", "K=`<v>`\n", {"`<v>`", "<v>", "`<v>`", "`<v>`", "`<v>`"});
    row("bash's own quotes", "K=$'a\\x41'\n", {"$'a\\x41'", "$'a\\x41'", "aA", "$'a\\x41'", "$'a\\x41'"});
    row("variable of the shell", "K=${OTHER}\n", {"other", "${OTHER}", "other", "other", "${OTHER}"});
    row("variable without braces", "K=$OTHER\n", {"$OTHER", "$OTHER", "other", "other", "$OTHER"});
    row("variable in double quotes", "K=\"${OTHER}\"\n", {"other", "${OTHER}", "other", "other", "\"${OTHER}\""});
    row("variable in single quotes", "K='${OTHER}'\n", {"other", "${OTHER}", "${OTHER}", "${OTHER}", "'${OTHER}'"});
    row("variable of the file", "L=<v>\nK=${L}\n", {"<v>", "${L}", "<v>", "<v>", "${L}"});
    row("variable of both", "OTHER=x\nK=${OTHER}\n", {"other", "${OTHER}", "x", "other", "${OTHER}"});
    row("variable that is not set", "K=a${NONE}\n", {"a", "a${NONE}", "a", "a", "a${NONE}"});
    row("a default", "K=${NONE:-<v>}\n", {"<v>", "${NONE:-<v>}", "<v>", "<v>", "${NONE:-<v>}"});
    row("a default in a default", "K=${NONE:-${OTHER:-x}}\n",
        {"${OTHER:-x}", "${NONE:-${OTHER:-x}}", "other", "other", "${NONE:-${OTHER:-x}}"});
    row("a value that is demanded", "K=${NONE:?}\n", {"${NONE:?}", "${NONE:?}", refused, refused, "${NONE:?}"});
    row("two dollars", "K='$$'\n", {"$$", "$$", "$$", "$$", "'$$'"});
    row("a brace that is not closed", "K=${OTHER\n", {"${OTHER", "${OTHER", refused, refused, "${OTHER"});
    row("appended", "K=a\nK+=b\n", {"a", "a", "ab", refused, "a"});
    row("two on a line", "L=w K=<v>\n", {missing, missing, "<v>", missing, missing});
    row("for one command only", "K=<v> true\n", {"<v> true", "<v> true", refused, "<v> true", "<v> true"});
    row("taken back", "K=<v>\nunset K\n", {"<v>", "<v>", missing, refused, refused});
    row("named without a value", "K=<v>\nK\n", {missing, "<v>", "<v>", "<v>", "<v>"});
    row("the shell's value passed on", "OTHER\nK=<v>\n", {"<v>", missing, "<v>", "<v>", "<v>"}, Varies::Node);
    row("name in single quotes", "'K'=<v>\n", {"<v>", missing, refused, refused, missing});
    row("export of a tab", "export\tK=<v>\n", {"<v>", missing, "<v>", "<v>", refused}, Varies::Node);
    row("export with two blanks", "export  K=<v>\n", {"<v>", missing, "<v>", "<v>", refused}, Varies::Node);
    row("tab at the end", "K=<v>\t\n", {"<v>", "<v>\t", "<v>", "<v>", "<v>\t"}, Varies::Node);
    row("no name", "=x\nK=<v>\n", {"<v>", missing, "<v>", "<v>", refused}, Varies::Node);
    row("the home folder", "K=~/x\n", {"~/x", "~/x", "/home/none/x", "~/x", "~/x"});
    row("a word that is no variable", "some words\nK=<v>\n", {"<v>", missing, "<v>", refused, refused}, Varies::Node);
}

void TestEnvLoaders::addOddFiles()
{
    const QByteArray bom = "\xef\xbb\xbf";
    const QByteArray nul("\0", 1);
    row("empty", "", all(missing));
    row("blank lines", "\n \n\t\n", all(missing));
    row("byte order mark before another line", bom + "L=w\nK=<v>\n", all("<v>"));
    row("old line ends", "L=w\rK=<v>\r", {"<v>", missing, missing, missing, missing});
    row("old line ends, first", "K=a\rL=b", {"a", "aL=b", "a\rL=b", "a\rL=b", "a\rL=b"});
    row("CRLF in quotes", "K=\"<v>\"\r\n", {"<v>", "<v>", "<v>\r", "<v>", "\"<v>\""});
    row("UTF-16 on a later line", "\xff\xfeL=w\nK=<v>\n", {refused, missing, "<v>", refused, refused});
    row("NUL in the value", "K=a" + nul + "b\n", {refused, "a", "ab", "a" + nul + "b", "a" + nul + "b"});
    row("NUL on another line", "L=" + nul + "\nK=<v>\n", {refused, "<v>", "<v>", "<v>", "<v>"});
    row("not UTF-8", "K=a\xff\n", {refused, "a\xef\xbf\xbd", "a\xff", "a\xff", refused});
    row("not UTF-8 on another line", "# \xe9\nK=<v>\n", {refused, "<v>", "<v>", "<v>", refused});
    row("other letters", "\xc3\xa4=1\nK=\xc3\xa4\n", all("\xc3\xa4"));
    row("a long line", "L=" + QByteArray(70000, 'x') + "\nK=<v>\n", {"<v>", "<v>", "<v>", "<v>", refused});
    row("refused further down", "K=<v>\nL=\"x\n", {"<v>", "<v>", "<v>", refused, "<v>"});
    row("refused further up", "L=(\nK=<v>\n", {"<v>", "<v>", refused, "<v>", "<v>"});
}

void TestEnvLoaders::readsALineAsEachLoaderDoes()
{
    QFETCH(const QByteArray, file);
    QFETCH(const Expected, expected);
    for (int i = 0; i < sources::envLoaderCount; ++i) {
        const auto loader = static_cast<EnvLoader>(i);
        const QByteArray place = loaderNames({loader}) + ": ";
        QCOMPARE(place + shown(read(filledIn(file), loader)),
            place + expectedText(expected.at(static_cast<std::size_t>(i))));
    }
}

QString TestEnvLoaders::written(const QByteArray &file) const
{
    const QString path = m_folder.filePath(QStringLiteral("file.env"));
    QFile written(path);
    return written.open(QIODevice::WriteOnly) && written.write(file) == file.size() ? path : QString();
}

/// What a program prints, in an environment with nothing but what it needs and the variables of Shell.
QByteArray TestEnvLoaders::run(const QString &program, const QStringList &arguments, int *exitCode) const
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const QString &name : {QStringLiteral("PATH"), QStringLiteral("SystemRoot"), QStringLiteral("PYENV_ROOT")}) {
        if (own.contains(name))
            environment.insert(name, own.value(name));
    }
    environment.insert(QStringLiteral("OTHER"), QStringLiteral("other"));
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/home/none"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    const bool ended = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit;
    if (exitCode != nullptr)
        *exitCode = ended ? process.exitCode() : -1;
    return process.readAllStandardOutput();
}

void TestEnvLoaders::initTestCase()
{
    const QString script = QStringLiteral("import dotenv.version as v; print(v.__version__)");
    for (const QString &candidate : {QStringLiteral("python3"), QStringLiteral("/usr/bin/python3")}) {
        const QByteArray version = run(candidate, {QStringLiteral("-c"), script}).trimmed();
        if (m_python.isEmpty() && !version.isEmpty()) {
            m_python = candidate;
            m_dotenvVersion = QVersionNumber::fromString(QLatin1String(version));
        }
    }
    int exitCode = -1;
    const QByteArray version = run(QStringLiteral("node"),
        {QStringLiteral("--env-file=") + written({}), QStringLiteral("-p"), QStringLiteral("process.versions.node")},
        &exitCode);
    if (exitCode == 0)
        m_nodeVersion = QVersionNumber::fromString(QLatin1String(version.trimmed()));
}

void TestEnvLoaders::agreesWithTheRealPythonDotenv()
{
    QFETCH(const QByteArray, file);
    QFETCH(const Expected, expected);
    QFETCH(const Varies, varies);
    if (m_python.isEmpty())
        QSKIP("There is no python3 with python-dotenv here.");
    if (varies == Varies::PythonDotenv && m_dotenvVersion > QVersionNumber(1, 2, 2))
        QSKIP("Later versions of python-dotenv read this in another way.");
    int exitCode = 0;
    const QByteArray printed = run(m_python,
        {QStringLiteral("-c"),
            QStringLiteral("import dotenv, os, sys; dotenv.load_dotenv(sys.argv[1]);"
                           "v = os.environb.get(b'CO_API_KEY'); print('-' if v is None else v.hex(), end='')"),
            written(filledIn(file))},
        &exitCode);
    QCOMPARE(exitCode == 0 ? printed : refused, expectedText(expected.at(0)));
}

void TestEnvLoaders::agreesWithTheRealNode()
{
    QFETCH(const QByteArray, file);
    QFETCH(const Expected, expected);
    QFETCH(const Varies, varies);
    if (m_nodeVersion.isNull())
        QSKIP("There is no node that knows --env-file here (20.6 and later do).");
    if (varies == Varies::Node && m_nodeVersion.majorVersion() != 20)
        QSKIP("Later versions of Node read this in another way.");
    const QByteArray printed = run(QStringLiteral("node"),
        {QStringLiteral("--env-file=") + written(filledIn(file)), QStringLiteral("-e"),
            QStringLiteral("const v = process.env.CO_API_KEY;"
                           "process.stdout.write(v === undefined ? '-' : Buffer.from(v).toString('hex'))")});
    QCOMPARE(printed, expectedText(expected.at(1)));
}

void TestEnvLoaders::agreesWithTheRealBash()
{
    QFETCH(const QByteArray, file);
    QFETCH(const Expected, expected);
    const QString bash = QStandardPaths::findExecutable(QStringLiteral("bash"));
    if (bash.isEmpty())
        QSKIP("There is no bash here.");
    QByteArray value = missing;
    const QByteArray printed = run(bash,
        {QStringLiteral("-c"), QStringLiteral("set -a; source \"$1\"; exec env -0"), bash, written(filledIn(file))});
    for (const QByteArray &entry : printed.split('\0')) {
        if (entry.startsWith("CO_API_KEY="))
            value = entry.sliced(11).toHex();
    }
    QByteArray text = expectedText(expected.at(2));
    // Bash would run what stands in grave accents; here it is no program, and nothing comes out.
    if (qstrcmp(QTest::currentDataTag(), "grave accents") == 0)
        text.clear();
    QCOMPARE(value, text == refused ? missing : text);
}

void TestEnvLoaders::findsEveryKeyThatAPersonSees_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("line");
    const auto seen = [](const char *name, const QByteArray &file, const QByteArray &key, int line = 1) {
        QTest::newRow(name) << file << key << line;
    };
    seen("plain", "\nK=<v>\n", "<v>", 2);
    seen("colon", "K: <v>\n", "<v>");
    seen("colon and a comment", "# x\nK : \"<v>\" # c", "<v>", 2);
    seen("colon and a value that no loader reads", "a b\nK: '<v>'\n", "<v>", 2);
    seen("blanks around the equals sign", "K = <v>\n", "<v>");
    seen("byte order mark", "\xef\xbb\xbfK=<v>\n", "<v>");
    seen("UTF-16, little end first", "\xff\xfeL=w\r\nK=<v>\r\n", "<v>\r", 2); // as bash reads it
    seen("UTF-16, big end first", "\xfe\xffK=<v>\n", "<v>");
    seen("CRLF", "L=w\r\nK=<v>\r\n", "<v>", 2);
    seen("old line ends", "L=w\rK=<v>\r", "<v>", 2);
    seen("not UTF-8", "# \xe9\nK=<v>\n", "<v>", 2);
    seen("set", "set K=<v>\n", "<v>");
    seen("name in quotes", "\"K\": \"<v>\",\n", "<v>");
    seen("a quote that never ends", "K=\"<v>\n", "\"<v>");
    seen("set to nothing", "K=\n", "");
    seen("set to a blank", "K: \n", "");
    seen("commented out", "#K=<v>\n  # K=<v>\n", {}, 0);
    seen("another name", "L=<v>\nMY_K=<v>\n", {}, 0);
    seen("in a sentence", "put K=<v> here\n", {}, 0);
    seen("without a sign", "K <v>\n", {}, 0);
    seen("a name that is not closed", "\"K=<v>\n", {}, 0);
    seen("empty", "", {}, 0);
}

void TestEnvLoaders::findsEveryKeyThatAPersonSees()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, key);
    QFETCH(const int, line);
    const auto keys = keysIn(filledIn(file));
    QCOMPARE(keys.size(), line > 0 ? 1U : 0U);
    if (line == 0)
        return;
    const sources::Place &place = keys.front().place;
    QCOMPARE(keys.front().secret.bytes().toByteArray().toHex(), filledIn(key).toHex());
    QCOMPARE(place.kind, sources::PlaceKind::EnvFile);
    QCOMPARE(place.name, variable);
    QCOMPARE(place.line, line);
    QVERIFY(place.set);
    QCOMPARE(place.present, !key.isEmpty());
    QCOMPARE(place.loaders.size(), static_cast<std::size_t>(sources::envLoaderCount));
    QVERIFY(!place.readBy.isEmpty());
}

void TestEnvLoaders::namesTheLoadersThatMisreadALine_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("loaders");
    const auto misread = [](const char *name, const QByteArray &file, const QByteArray &loaders) {
        QTest::newRow(name) << file << loaders;
    };
    const QByteArray everyone = "python node bash compose docker";
    misread("plain", "K=<v>\n", "");
    misread("set to nothing", "K=\n", "");
    misread("quotes", "K=\"<v>\"\n", "docker");
    misread("blanks inside quotes", "K=\" <v>\"\n", "docker");
    misread("blank at the end", "K=<v> \n", "docker");
    misread("number sign without a blank", "K=<v>#c\n", "node");
    misread("blanks around the equals sign", "K = <v>\n", "bash docker");
    misread("colon", "K: <v>\n", "python node bash docker");
    misread("CRLF", "K=<v>\r\n", "bash");
    misread("byte order mark", "\xef\xbb\xbfK=<v>\n", "python node bash");
    misread("UTF-16", "\xff\xfeK=<v>\n", everyone);
    misread("no-break space at the end", "K=<v>\xc2\xa0\n", "node bash docker");
    misread("dollar", "K=a$b\n", "bash compose");
    // What no loader can know to be wrong is a matter of the characters, not of the line.
    misread("zero-width space at the end", "K=<v>\xe2\x80\x8b\n", "");
    misread("curly quotes", "K=\xe2\x80\x9c<v>\xe2\x80\x9d\n", "");
    misread("a reference", "K=${OTHER}\n", "node docker");
    misread("a reference to nothing", "K=${NONE}\n", "");
    misread("a reference to nothing, exported", "export K=${NONE}\n", "docker");
}

void TestEnvLoaders::namesTheLoadersThatMisreadALine()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, loaders);
    const auto keys = keysIn(filledIn(file));
    QCOMPARE(keys.size(), 1U);
    QCOMPARE(loaderNames(sources::misreadBy(keys.front().place)), loaders);
}

void TestEnvLoaders::givesWhatEachLoaderReads()
{
    const auto keys = keysIn(filledIn("K=\xc3\xa4<v>\r\n"));
    QCOMPARE(keys.size(), 1U);
    const QByteArray value = "\xc3\xa4" + testkeys::good;
    const QString fingerprint = key::fingerprint(value);
    const auto reading = [](EnvLoader loader, LoaderReading::Outcome outcome, qsizetype length, const QString &print) {
        return LoaderReading{loader, outcome, length, print};
    };
    constexpr auto read = LoaderReading::Outcome::Value;
    const std::vector<LoaderReading> expected{reading(EnvLoader::PythonDotenv, read, 41, fingerprint),
        reading(EnvLoader::Node, read, 41, fingerprint),
        reading(EnvLoader::Bash, read, 42, key::fingerprint(QByteArray(value + '\r'))),
        reading(EnvLoader::Compose, read, 41, fingerprint), reading(EnvLoader::DockerRun, read, 41, fingerprint)};
    QVERIFY(keys.front().place.loaders == expected);
    QCOMPARE(keys.front().place.meant, fingerprint);
    QCOMPARE(keys.front().place.fingerprint, fingerprint);

    const auto colon = keysIn(filledIn("K: <v>\n"));
    QVERIFY(colon.front().place.loaders.front()
        == reading(EnvLoader::PythonDotenv, LoaderReading::Outcome::Missing, 0, {}));
    QVERIFY(colon.front().place.loaders.back() == reading(EnvLoader::DockerRun, LoaderReading::Outcome::Error, 0, {}));
}

void TestEnvLoaders::givesOneKeyForEachNameAtTheLineThatWins()
{
    const auto keys = keysIn(filledIn("<h>=first\nK=<w>\n<h>=\nK=<v>\nK: <w>\n"));
    QCOMPARE(keys.size(), 2U);
    QCOMPARE(keys.front().place.name, variable);
    QCOMPARE(keys.front().place.line, 4);
    QVERIFY(keys.front().secret == key::Secret(QByteArrayView(testkeys::good)));
    QCOMPARE(keys.front().place.meant, key::fingerprint(testkeys::good));
    QCOMPARE(keys.back().place.name, QStringLiteral("COHERE_API_KEY"));
    QCOMPARE(keys.back().place.line, 3);
    QVERIFY(keys.back().place.set && !keys.back().place.present);
}

void TestEnvLoaders::knowsAReferenceFromAKey_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("reference");
    for (const char *value : {"${OTHER}", "$OTHER", "\"${OTHER:-x}\"", "$(cat key)"})
        QTest::newRow(value) << QByteArray(value) << true;
    for (const char *value : {"<v>", "'${OTHER}'", "a${OTHER}", "${OTHER}${OTHER}", "$", "a$b", ""})
        QTest::newRow(value) << QByteArray(value) << false;
}

void TestEnvLoaders::knowsAReferenceFromAKey()
{
    QFETCH(const QByteArray, value);
    QFETCH(const bool, reference);
    const auto keys = keysIn(filledIn("K=" + value));
    QCOMPARE(keys.size(), 1U);
    QCOMPARE(keys.front().place.reference, reference);
}

void TestEnvLoaders::takesTimeInProportionToTheFile_data()
{
    QTest::addColumn<QByteArray>("part");
    for (const char *part :
        {"NAME_OF_A_VARIABLE=some value # comment\n", "a", "A=\"\n", "A='\\'\n", "\"", "`", "A=${\n", "${",
            "${:", "${A:-", "A=${A:-x}", "$(", "A=x;", "\\", "#", " ", "\r", "A=~:~", "A\n", "K=a\n", "K=${K}x\n"})
        QTest::newRow(part) << filledIn(part);
}

void TestEnvLoaders::takesTimeInProportionToTheFile()
{
    QFETCH(const QByteArray, part);
    // The best of so many: other programs on the machine only ever make it slower.
    const auto timeOf = [&](qsizetype size, int runs) {
        const QByteArray file = filledIn("K=<v>\n") + part.repeated(size / part.size());
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < runs; ++i) {
            CpuTimer timer;
            timer.start();
            const auto keys = keysIn(file);
            best = std::min(best, timer.nsecsElapsed());
        }
        return best;
    };
    const qint64 small = timeOf(8 * 1024, 3);
    const qint64 large = timeOf(128 * 1024, 1);
    // 16 times the size: 16 times the time, or 256 where it grew with the square.
    QVERIFY2(large < 80 * std::max<qint64>(small, 200'000),
        qPrintable(QStringLiteral("%1 ns for 8 KiB, %2 ns for 128 KiB").arg(small).arg(large)));
}

void TestEnvLoaders::readsAHugeFile()
{
    const QByteArray line = "NAME_OF_A_VARIABLE=some value # comment\n";
    const auto keys = keysIn(line.repeated(1024 * 1024 / line.size()) + filledIn("K=<v>\n"));
    QCOMPARE(keys.size(), 1U);
    QCOMPARE(keys.front().place.line, static_cast<int>(1024 * 1024 / line.size()) + 1);
    QCOMPARE(loaderNames(sources::misreadBy(keys.front().place)), QByteArray());
}

void TestEnvLoaders::refusesAFileThatGrowsBeyondMeasure()
{
    QByteArray file = "A0=aaaaaaaaaa\n";
    for (int i = 0; i < 60; ++i) {
        const QByteArray before = "${A" + QByteArray::number(i) + "}";
        file += "A" + QByteArray::number(i + 1) + "=" + before + before + "\n";
    }
    file += "CO_API_KEY=v\n";
    for (const EnvLoader loader : {EnvLoader::PythonDotenv, EnvLoader::Bash, EnvLoader::Compose})
        QCOMPARE(shown(read(file, loader)), refused);
    QCOMPARE(shown(read(file, EnvLoader::Node)), QByteArray("v").toHex());
}

Q_DECLARE_METATYPE(Varies)

QTEST_GUILESS_MAIN(TestEnvLoaders)
#include "tst_EnvLoaders.moc"
