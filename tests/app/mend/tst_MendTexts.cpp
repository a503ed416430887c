// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "mend/EnvText.h"
#include "mend/OtherTexts.h"
#include "sources/envfile/EnvLoaders.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <array>

using mend::MendFailure;
using mend::Note;
using sources::EnvLoader;
using sources::LoaderReading;
using namespace Qt::StringLiterals;

namespace {

const QByteArray bom = "\xef\xbb\xbf";
const QString variable = u"CO_API_KEY"_s;
constexpr std::array<EnvLoader, sources::envLoaderCount> allLoaders{
    EnvLoader::PythonDotenv, EnvLoader::Node, EnvLoader::Bash, EnvLoader::Compose, EnvLoader::DockerRun};

QByteArray utf16(const QByteArray &text, bool bigEndian)
{
    QByteArray units = bigEndian ? "\xfe\xff" : "\xff\xfe";
    const QString wide = QString::fromUtf8(text);
    for (const QChar unit : wide) {
        const char low = static_cast<char>(unit.unicode() & 0xff);
        const char high = static_cast<char>(unit.unicode() >> 8);
        units.append(bigEndian ? high : low).append(bigEndian ? low : high);
    }
    return units;
}

/// In the rows, K stands for CO_API_KEY, <n> for COHERE_KEY, <v> and <w> for two keys.
QByteArray filledIn(QByteArray text)
{
    return text.replace("K", variable.toLatin1())
        .replace("<v>", testkeys::good)
        .replace("<w>", testkeys::other)
        .replace("<n>", "COHERE_KEY");
}

struct Row {
    const char *name;
    QByteArray before;
    QByteArray after;
    std::vector<Note> notes{};
    const char *from = "";
    bool hasKey = false; ///< <w> is put in
};

std::vector<Row> lineRows()
{
    const QByteArray end = "L=w\n";
    const QByteArray plain = "K=<v>\nL=w\n";
    return {
        {"double quotes", "K=\"<v>\"\n" + end, plain},
        {"single quotes", "K='<v>'\n" + end, plain},
        {"grave accents", "K=`<v>`\n" + end, plain},
        {"curly quotes", "K=\xe2\x80\x9c<v>\xe2\x80\x9d\n" + end, plain},
        {"a quote at one end", "K=<v>\"\n" + end, plain},
        {"blank at the end", "K=<v> \n" + end, plain},
        {"tab at the end", "K=<v>\t\n" + end, plain},
        {"blanks in front", "  K=<v>\n" + end, plain},
        {"blanks around the sign", "K = <v>\n" + end, plain},
        {"blanks in quotes", "K=\" <v> \"\n" + end, plain},
        {"a comma behind it", "K=\"<v>\",\n" + end, plain},
        {"comment", "K=<v> # mine\n" + end, "# mine\n" + plain, {Note::CommentMoved}},
        {"comment behind quotes", "K='<v>'  # it's mine\n" + end, "# it's mine\n" + plain, {Note::CommentMoved}},
        {"comment without a blank", "K=<v>#mine\n" + end, "#mine\n" + plain, {Note::CommentMoved}},
        {"export", "export K=<v>\n" + end, plain, {Note::ExportRemoved}},
        {"export and everything", " export  K = '<v>' # c", "# c\nK=<v>", {Note::CommentMoved, Note::ExportRemoved}},
        {"colon", "K: <v>\n" + end, plain},
        {"JSON", "\"K\": \"<v>\",\n" + end, plain},
        {"CRLF", "# c\r\nK=<v>\r\nL=w\r\n", "# c\n" + plain, {Note::LineEndsChanged}},
        {"CRLF and quotes", "K=\"<v>\"\r\nL=w", "K=<v>\nL=w", {Note::LineEndsChanged}},
        {"byte order mark", bom + "K=<v>\n" + end, plain, {Note::ByteOrderMarkRemoved}},
        {"UTF-16, little end first", utf16("K=<v>\r\nL=w\r\n# \xc3\xa4\r\n", false), plain + "# \xc3\xa4\n",
            {Note::EncodingChanged, Note::LineEndsChanged}},
        {"UTF-16, big end first", utf16("K=<v>\n" + end, true), plain, {Note::EncodingChanged}},
        {"no-break space at the end", "K=<v>\xc2\xa0\n" + end, plain},
        {"zero-width space at the end", "K=<v>\xe2\x80\x8b\n" + end, plain},
        {"zero-width space in front", "K=\xe2\x80\x8b<v>\n" + end, plain},
        {"another name", "<n>=<v>\n" + end, plain, {Note::NameChanged}, "COHERE_KEY"},
        {"another name, and it was set to nothing", "K=\n<n>='<v>'\n" + end, "# K=\n" + plain,
            {Note::OtherLinesDisabled, Note::NameChanged}, "COHERE_KEY"},
        {"twice", "K=<w>\nK='<v>'\n" + end, "# K=<w>\n" + plain, {Note::OtherLinesDisabled}},
        {"twice and plain", "K=<w>\n" + plain, "# K=<w>\n" + plain, {Note::OtherLinesDisabled}},
        {"twice, the last one empty", "K=<v>\nK=\n" + end, "K=<v>\n# K=\n" + end, {Note::OtherLinesDisabled}},
        {"no line break at the end", "L=w\nK=\"<v>\"", "L=w\nK=<v>"},
        {"among others", "# one\n\nL=w\nK='<v>'\n\n# two \xc3\xa4\nM=\"a b\"\n",
            "# one\n\nL=w\nK=<v>\n\n# two \xc3\xa4\nM=\"a b\"\n"},
        {"swallowed the line below", "K=\"<v>\nL=w\n", plain},
    };
}

std::vector<Row> keyRows()
{
    const QByteArray plain = "L=w\nK=<w>\n";
    return {
        {"key: replaced", "L=w\nK=<v>\n", plain, {}, "", true},
        {"key: of a broken line", "L=w\nK=\"<v> x\"y\n", plain, {}, "", true},
        {"key: of a reference", "L=w\nK=${OTHER}\n", plain, {}, "", true},
        {"key: of nothing", "L=w\nK=\n", plain, {}, "", true},
        {"key: added", "L=w\n", plain, {}, "", true},
        {"key: added where no line break was", "L=w", "L=w\nK=<w>", {}, "", true},
        {"key: added with CRLF", "L=w\r\n", plain, {Note::LineEndsChanged}, "", true},
        {"key: and the name", "L=w\n<n>=<v>\n", plain, {Note::NameChanged}, "COHERE_KEY", true},
        {"key: with a comment", "L=w\nK=<v> # c\n", "L=w\n# c\nK=<w>\n", {Note::CommentMoved}, "", true},
        {"key: twice", "K=<v>\nL=w\nK=x\n", "# K=<v>\nL=w\nK=<w>\n", {Note::OtherLinesDisabled}, "", true},
    };
}

std::vector<Row> allRows()
{
    std::vector<Row> rows = lineRows();
    for (Row &row : keyRows())
        rows.push_back(std::move(row));
    for (Row &row : rows) {
        const bool isWide = row.before.startsWith("\xff\xfe") || row.before.startsWith("\xfe\xff");
        if (isWide) { // the marks are not to be taken for letters
            const bool bigEndian = row.before.startsWith("\xfe\xff");
            QByteArray narrow;
            for (qsizetype i = 2; i + 1 < row.before.size(); i += 2)
                narrow.append(row.before[bigEndian ? i + 1 : i]);
            narrow.replace("\xe4", "\xc3\xa4");
            row.before = utf16(filledIn(narrow), bigEndian);
        } else {
            row.before = filledIn(row.before);
        }
        row.after = filledIn(row.after);
    }
    return rows;
}

tl::expected<mend::TextMend, MendFailure> mended(const Row &row)
{
    const key::Secret secret{QByteArrayView(testkeys::other)};
    return mend::mendedEnv(row.before, {variable, QString::fromLatin1(row.from), row.hasKey ? &secret : nullptr});
}

QByteArray read(const QByteArray &file, const QString &name, EnvLoader loader)
{
    const sources::EnvValue value = sources::readEnvFile(file, name, loader, {});
    switch (value.outcome) {
    case LoaderReading::Outcome::Value:
        return value.value.bytes().toByteArray();
    case LoaderReading::Outcome::Missing:
        return "(missing)";
    case LoaderReading::Outcome::Error:
        break;
    }
    return "(refused)";
}

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcessEnvironment environment;
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"PATH"_s, u"SystemRoot"_s, u"PYENV_ROOT"_s}) {
        if (own.contains(name))
            environment.insert(name, own.value(name));
    }
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    const bool ended = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit;
    return ended && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

bool write(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes.data(), bytes.size()) == bytes.size();
}

} // namespace

class TestMendTexts : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void mendsEveryBrokenForm_data() { addRows(); }
    void mendsEveryBrokenForm();
    void whatIsMendedNeedsNoMending_data() { addRows(); }
    void whatIsMendedNeedsNoMending();
    void theRealLoadersReadWhatIsMeant_data() { addRows(); }
    void theRealLoadersReadWhatIsMeant();
    void refusesWhatItCannotProve_data();
    void refusesWhatItCannotProve();
    void namesTheLoadersThatOtherLinesStop();
    void showsNoValueInThePreview_data();
    void showsNoValueInThePreview();
    void showsTheLinesThatChange();
    void mendsRandomFiles();
    void addsPatternsToGitignore_data();
    void addsPatternsToGitignore();
    void writesPatternsThatNameOneFile();
    void setsAVariableInProfiles_data();
    void setsAVariableInProfiles();
    void theRealShellsReadTheProfile();

private:
    static void addRows();
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_python; ///< one that has python-dotenv
    QString m_node; ///< one that knows --env-file
    QHash<QByteArray, QByteArray> m_byPython; ///< "K L" in hexadecimal, by the file's name
    QHash<QByteArray, QByteArray> m_byBash;
};

void TestMendTexts::addRows()
{
    QTest::addColumn<int>("index");
    const std::vector<Row> rows = allRows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        QTest::newRow(rows[i].name) << static_cast<int>(i);
}

static QHash<QByteArray, QByteArray> byFile(const QByteArray &printed)
{
    QHash<QByteArray, QByteArray> values;
    for (const QByteArray &line : printed.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (blank > 0)
            values.insert(line.first(blank), line.sliced(blank + 1));
    }
    return values;
}

/// All mended files are read by each real loader at once: a process for each would take long.
void TestMendTexts::initTestCase()
{
    const std::vector<Row> rows = allRows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto mend = mended(rows[i]);
        if (mend)
            QVERIFY(write(path(QString::number(i)), mend->after.bytes()));
    }
    const QString names = QString::number(rows.size());
    constexpr char python[] = "import dotenv, os, sys\n"
                              "for i in range(int(sys.argv[2])):\n"
                              "    os.environ.clear()\n"
                              "    try: dotenv.load_dotenv(sys.argv[1] + '/' + str(i))\n"
                              "    except Exception: pass\n"
                              "    print(i, *[os.environb.get(n, b'?').hex() for n in (b'CO_API_KEY', b'L')])\n";
    for (const QString &candidate : {u"python3"_s, u"/usr/bin/python3"_s}) {
        const QByteArray printed = run(candidate, {u"-c"_s, QString::fromLatin1(python), m_folder.path(), names});
        if (m_python.isEmpty() && !printed.isEmpty()) {
            m_python = candidate;
            m_byPython = byFile(printed);
        }
    }
    constexpr char bash[] = "for ((i = 0; i < $2; i++)); do (set -a; unset CO_API_KEY L; source \"$1/$i\" 2>/dev/null\n"
                            "hex() { if [ -n \"$1\" ]; then printf %s \"$1\" | od -An -v -tx1 | tr -d ' \\n';"
                            " else printf 3f; fi; }\n"
                            "printf '%s %s %s\\n' $i \"$(hex \"$CO_API_KEY\")\" \"$(hex \"$L\")\"); done";
    m_byBash = byFile(run(u"bash"_s, {u"-c"_s, QString::fromLatin1(bash), u"bash"_s, m_folder.path(), names}));
    const QString program = QStandardPaths::findExecutable(u"node"_s);
    if (!run(program, {u"--env-file="_s + path(u"0"_s), u"-p"_s, u"1"_s}).isEmpty())
        m_node = program;
}

void TestMendTexts::mendsEveryBrokenForm()
{
    QFETCH(const int, index);
    const Row row = allRows()[static_cast<std::size_t>(index)];
    const auto mend = mended(row);
    QVERIFY(mend.has_value());
    QCOMPARE(mend->after.bytes().toByteArray(), row.after);
    QCOMPARE(mend->notes, row.notes);
    QVERIFY(mend->unreadBy.empty());
    const QByteArray wanted = row.hasKey ? testkeys::other : testkeys::good;
    for (const EnvLoader loader : allLoaders) {
        QCOMPARE(read(row.after, variable, loader), wanted);
        if (row.after.contains("L="))
            QCOMPARE(read(row.after, u"L"_s, loader), QByteArray("w"));
    }
}

void TestMendTexts::whatIsMendedNeedsNoMending()
{
    QFETCH(const int, index);
    Row row = allRows()[static_cast<std::size_t>(index)];
    row.before = row.after;
    row.from = "";
    const auto again = mended(row);
    QVERIFY(!again);
    QCOMPARE(again.error(), MendFailure::NothingToMend);
}

void TestMendTexts::theRealLoadersReadWhatIsMeant()
{
    QFETCH(const int, index);
    const Row row = allRows()[static_cast<std::size_t>(index)];
    const QByteArray file = QByteArray::number(index);
    const QByteArray other = row.after.contains("L=") ? "w" : "?";
    const QByteArray wanted = (row.hasKey ? testkeys::other : testkeys::good).toHex() + ' ' + other.toHex();
    if (!m_python.isEmpty())
        QCOMPARE(m_byPython.value(file), wanted);
    if (!m_byBash.isEmpty())
        QCOMPARE(m_byBash.value(file), wanted);
    if (!m_node.isEmpty()) {
        const QByteArray printed = run(m_node,
            {u"--env-file="_s + path(QString::number(index)), u"-e"_s,
                u"const hex = n => Buffer.from(process.env[n] ?? '?').toString('hex');"
                "process.stdout.write(hex('CO_API_KEY') + ' ' + hex('L'))"_s});
        QCOMPARE(printed, wanted);
    }
    if (m_python.isEmpty() && m_byBash.isEmpty() && m_node.isEmpty())
        QSKIP("None of the real loaders is here.");
}

void TestMendTexts::refusesWhatItCannotProve_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<MendFailure>("failure");
    const auto row = [](const char *name, const QByteArray &before, MendFailure failure, const QByteArray &key = {}) {
        QTest::newRow(name) << filledIn(before) << filledIn(key) << failure;
    };
    row("plain", "K=<v>\n", MendFailure::NothingToMend);
    row("another name", "KEY_OF_CO=<v>\n", MendFailure::NoSuchVariable);
    row("commented out", "# K=<v>\n", MendFailure::NoSuchVariable);
    row("empty", "", MendFailure::NoSuchVariable);
    row("set to nothing", "K=\n", MendFailure::NoValue);
    row("nothing but a comment", "K= # c\n", MendFailure::NoValue);
    row("a reference", "K=${OTHER}\n", MendFailure::IsReference);
    row("a command", "K=$(cat key)\n", MendFailure::IsReference);
    row("a dollar in it", "K='a$b'\n", MendFailure::KeyNotUsable);
    row("a blank in it", "K=\"<v> <w>\"\n", MendFailure::KeyNotUsable);
    row("a zero-width space in it",
        "K=ab\xe2\x80\x8b"
        "cd\n",
        MendFailure::KeyNotUsable);
    row("a letter of another script", "K=\xd0\xb0<v>\n", MendFailure::KeyNotUsable);
    row("a home folder", "K='~/x'\n", MendFailure::KeyNotUsable);
    row("several lines", "K=\"<v>\nx\"\nL=w\n", MendFailure::OtherLines);
    row("another variable refers to it", "K='<v>'\nCOPY=\"$K x\"\nK=\"<w>\"\n", MendFailure::OtherLines);
    row("another line sets it otherwise", "K='<v>'\nif true; then K=<w>; fi\n", MendFailure::OtherLines);
    row("plain, and another line stops all", "K=<v>\nL=\"x\n", MendFailure::OtherLines);
    row("another variable on the line", "K=<v>; L=w\n", MendFailure::OtherLines, "<w>");
    row("NUL", QByteArray("K=a\0b\n", 6), MendFailure::NotReadable);
    row("a key of nothing", "K=<v>\n", MendFailure::KeyNotUsable, "\"\"");
    row("a key with a line break", "K=<v>\n", MendFailure::KeyNotUsable, "<w>\nL=x");
    row("a key with a quote", "K=<v>\n", MendFailure::KeyNotUsable, "<w>'");
    row("a key with a number sign", "K=<v>\n", MendFailure::KeyNotUsable, "<w>#1");
    row("a key with a carriage return", "K=<v>\n", MendFailure::KeyNotUsable, "<w>\r");
    row("the same key", "K=<w>\n", MendFailure::NothingToMend, "<w>");
}

void TestMendTexts::refusesWhatItCannotProve()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, key);
    QFETCH(const MendFailure, failure);
    const key::Secret secret{QByteArrayView(key)};
    const auto mend = mend::mendedEnv(before, {variable, {}, key.isEmpty() ? nullptr : &secret});
    QVERIFY(!mend);
    QCOMPARE(mend.error(), failure);
}

void TestMendTexts::namesTheLoadersThatOtherLinesStop()
{
    const QByteArray before = filledIn("export L=w\nK=\"<v>\"\n");
    const auto mend = mend::mendedEnv(before, {variable});
    QVERIFY(mend.has_value());
    QCOMPARE(mend->after.bytes().toByteArray(), filledIn("export L=w\nK=<v>\n"));
    QCOMPARE(mend->unreadBy, std::vector<EnvLoader>{EnvLoader::DockerRun});
    QCOMPARE(mend->notes, std::vector<Note>{Note::UnreadByOthers});
}

void TestMendTexts::showsNoValueInThePreview_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QByteArray &line, const QString &shown) {
        QTest::newRow(name) << filledIn(line) << shown;
    };
    const QString dots = u"••••"_s;
    const QString masked = u"••••…r3fQ"_s;
    row("the key", "K=<v>", u"CO_API_KEY="_s + masked);
    row("in quotes with a comment", "export K = \"<v>\" # my key",
        u"export CO_API_KEY = \""_s + masked + u"\" # my key"_s);
    row("commented out", "# K=<v>", u"# CO_API_KEY="_s + masked);
    row("another variable", "PASSWORD=hunter2", u"PASSWORD="_s + dots);
    row("a name that ends alike", "MY_K=<v>", u"MY_CO_API_KEY="_s + dots);
    row("a key in a comment", "# old: <v>", u"# old: "_s + dots);
    row("a key without a name", "<v>", dots);
    row("a colon", "K: <v>", u"CO_API_KEY: "_s + masked);
    row("fish", "set -gx K '<v>'", u"set -gx CO_API_KEY '"_s + masked + u"'"_s);
    row("fish, another variable", "set -gx DB_PASS hunter2", u"set -gx DB_PASS "_s + dots);
    row("two keys", "K=<v> <w>", u"CO_API_KEY="_s + dots);
    row("nothing", "K=", u"CO_API_KEY="_s);
    row("words", "# settings", u"# settings"_s);
}

void TestMendTexts::showsNoValueInThePreview()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, shown);
    QCOMPARE(mend::maskedLine(line, {variable}), shown);
}

void TestMendTexts::showsTheLinesThatChange()
{
    const auto mend = mend::mendedEnv(filledIn("A=1\nB=2\nK=\"<v>\" # c\nC=3\nD=4\n"), {variable});
    QVERIFY(mend.has_value());
    using Kind = mend::LineChange::Kind;
    const std::vector<mend::LineChange> expected{
        {Kind::Kept, 2, u"B=••••"_s},
        {Kind::Removed, 3, u"CO_API_KEY=\"••••…r3fQ\" # c"_s},
        {Kind::Added, 3, u"# c"_s},
        {Kind::Added, 4, u"CO_API_KEY=••••…r3fQ"_s},
        {Kind::Kept, 4, u"C=••••"_s},
    };
    QCOMPARE(mend->lines, expected);
    // Where nothing but the line ends change, the line itself is shown.
    const auto ends = mend::mendedEnv(filledIn("A=1\r\nB=2\r\nK=<v>\r\n"), {variable});
    QVERIFY(ends.has_value());
    QCOMPARE(ends->lines,
        (std::vector<mend::LineChange>{{Kind::Kept, 2, u"B=••••"_s}, {Kind::Kept, 3, u"CO_API_KEY=••••…r3fQ"_s}}));
}

/// One of several, by chance.
static QByteArray oneOf(QRandomGenerator &chance, const QByteArrayList &list)
{
    return list[chance.bounded(list.size())];
}

/// Whatever a file of broken lines looks like: what is mended reads rightly everywhere, all other lines stay, and what
/// is refused has a reason.
void TestMendTexts::mendsRandomFiles()
{
    constexpr quint32 seed = 20261121;
    QRandomGenerator chance(seed);
    int mendedCount = 0;
    constexpr int files = 300;
    for (int i = 0; i < files; ++i) {
        const QByteArray quote = oneOf(chance, {"", "", "\"", "'", "`"});
        const QByteArray line = oneOf(chance, {"", "", " ", "export "}) + "K"
            + oneOf(chance, {"=", "=", " = ", ": ", " ="}) + oneOf(chance, {"", "", "\xc2\xa0", "\xe2\x80\x8b"}) + quote
            + "<v>" + quote + oneOf(chance, {"", "", " ", "\t", " # c", "  #c 'd", "\xc2\xa0", ";"});
        QByteArrayList others;
        for (int n = chance.bounded(5); n > 0; --n)
            others.append(oneOf(chance,
                {"# c", "", "A=1", "B='x y'", "export C=3", "D = 4", "E=\"a\nb\"", "F=a#b", "G=$A", "H='\"'", "words",
                    "I=\"x", "# \xc3\xa4", "J: k", "export L", "M=\xc3\xa4", "N=`x`", "O=x # \"y"}));
        const auto position = chance.bounded(others.size() + 1);
        QByteArrayList all = others;
        all.insert(position, line);
        const QByteArray finalBreak = oneOf(chance, {"\n", ""});
        const QByteArray place = "file " + QByteArray::number(i);
        QByteArray before = filledIn(all.join('\n')) + finalBreak;
        const QByteArray ends = oneOf(chance, {"\n", "\n", "\r\n"});
        before.replace("\n", ends);
        before.prepend(oneOf(chance, {"", "", bom}));
        const auto mend = mend::mendedEnv(before, {variable});
        if (!mend) {
            QVERIFY2(mend.error() == MendFailure::OtherLines || mend.error() == MendFailure::NothingToMend,
                place.constData());
            continue;
        }
        ++mendedCount;
        const QByteArray after = mend->after.bytes().toByteArray();
        for (const EnvLoader loader : allLoaders) {
            const bool isStopped =
                std::find(mend->unreadBy.begin(), mend->unreadBy.end(), loader) != mend->unreadBy.end();
            if (!isStopped)
                QVERIFY2(read(after, variable, loader) == testkeys::good, place.constData());
            for (const char name : QByteArrayLiteral("ABCDEFGHIJLMNO")) {
                const QString other{QLatin1Char(name)};
                QByteArray old = read(before, other, loader);
                if (old != "(missing)" && old != "(refused)")
                    QVERIFY2(read(after, other, loader) == old.replace("\r", ""), place.constData());
            }
        }
        // All but the one line, and the comment that goes above it.
        const QByteArray prefix = filledIn(others.first(position).join('\n') + (position > 0 ? "\n" : ""));
        QByteArray rest = after.sliced(prefix.size());
        QVERIFY2(after.startsWith(prefix), place.constData());
        if (rest.startsWith('#') && line.contains('#'))
            rest = rest.sliced(rest.indexOf('\n') + 1);
        const QByteArray suffix = filledIn(others.sliced(position).join('\n'));
        const QByteArray wanted = filledIn("K=<v>") + (position < others.size() ? "\n" : "") + suffix + finalBreak;
        QVERIFY2(rest == wanted, place.constData());
    }
    QVERIFY2(mendedCount > files / 3, QByteArray::number(mendedCount).constData());
}

void TestMendTexts::addsPatternsToGitignore_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after"); // empty: nothing to mend
    QTest::newRow("new") << QByteArray() << QByteArray("/.env\n/.env.backup-*\n");
    QTest::newRow("added") << QByteArray("dist/\n") << QByteArray("dist/\n/.env\n/.env.backup-*\n");
    QTest::newRow("one of them") << QByteArray("/.env\n") << QByteArray("/.env\n/.env.backup-*\n");
    QTest::newRow("both") << QByteArray("/.env\n/.env.backup-*\n") << QByteArray();
    QTest::newRow("taken back") << QByteArray("/.env.backup-*\n/.env\n!/.env\n")
                                << QByteArray("/.env.backup-*\n/.env\n!/.env\n/.env\n/.env.backup-*\n");
    QTest::newRow("commented out") << QByteArray("#/.env\n/.env.backup-*\n")
                                   << QByteArray("#/.env\n/.env.backup-*\n/.env\n");
    QTest::newRow("no line break") << QByteArray("dist/") << QByteArray("dist/\n/.env\n/.env.backup-*");
    QTest::newRow("CRLF") << QByteArray("dist/\r\nx\r\n") << QByteArray("dist/\r\nx\r\n/.env\r\n/.env.backup-*\r\n");
}

void TestMendTexts::addsPatternsToGitignore()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const auto mend = mend::mendedGitignore(before, {"/.env", "/.env.backup-*"});
    QCOMPARE(mend ? mend->after.bytes().toByteArray() : QByteArray(), after);
    if (!mend)
        QCOMPARE(mend.error(), MendFailure::NothingToMend);
}

void TestMendTexts::writesPatternsThatNameOneFile()
{
    QCOMPARE(mend::gitignorePattern(u".env"_s), QByteArray("/.env"));
    QCOMPARE(mend::gitignorePattern(u"a [1]*/#x !.env"_s), QByteArray("/a\\ \\[1\\]\\*/\\#x\\ \\!.env"));
}

void TestMendTexts::setsAVariableInProfiles_data()
{
    QTest::addColumn<mend::ProfileKind>("kind");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after"); // empty: nothing to mend
    using mend::ProfileKind;
    const auto row = [](const char *name, ProfileKind kind, const QByteArray &before, const QByteArray &after) {
        QTest::newRow(name) << kind << filledIn(before) << filledIn(after);
    };
    const QByteArray posix = "export K='<w>'\n";
    row("empty", ProfileKind::Posix, "", posix);
    row("appended", ProfileKind::Posix, "alias l=ls\n", "alias l=ls\n" + posix);
    row("appended without a line break", ProfileKind::Posix, "alias l=ls", "alias l=ls\nexport K='<w>'");
    row("replaced", ProfileKind::Posix, "a=1\n  export K=\"<v>\"\nb=2\n", "a=1\n" + posix + "b=2\n");
    row("replaced, not exported", ProfileKind::Posix, "K=<v>\n", posix);
    row("a line that does more", ProfileKind::Posix, "[ -t 0 ] && export K=<v>\n",
        "[ -t 0 ] && export K=<v>\n" + posix);
    row("two on a line", ProfileKind::Posix, "export K=<v> L=w\n", "export K=<v> L=w\n" + posix);
    row("with a comment", ProfileKind::Posix, "export K=<v> # c\n", "export K=<v> # c\n" + posix);
    row("taken back", ProfileKind::Posix, "export K=<v>\nunset K\n", "export K=<v>\nunset K\n" + posix);
    row("the same", ProfileKind::Posix, posix, "");
    row("fish", ProfileKind::Fish, "set -x L w\n", "set -x L w\nset -gx K '<w>'\n");
    row("fish, replaced", ProfileKind::Fish, "set -x K <v>\nset -x L w\n", "set -gx K '<w>'\nset -x L w\n");
    row("environment.d", ProfileKind::EnvironmentD, "", "K=<w>\n");
    row("environment.d, replaced", ProfileKind::EnvironmentD, "L=w\nK=\"<v>\"\n", "L=w\nK=<w>\n");
    row("environment.d, continued", ProfileKind::EnvironmentD, "K=a\\\nb\n", "K=a\\\nb\nK=<w>\n");
}

void TestMendTexts::setsAVariableInProfiles()
{
    QFETCH(const mend::ProfileKind, kind);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const auto mend = mend::mendedProfile(before, kind, variable, testkeys::other);
    QCOMPARE(mend ? mend->after.bytes().toByteArray() : QByteArray(), after);
    if (!mend)
        QCOMPARE(mend.error(), MendFailure::NothingToMend);
    const auto refused = mend::mendedProfile(before, kind, variable, "it's");
    QVERIFY(!refused);
    QCOMPARE(refused.error(), MendFailure::KeyNotUsable);
}

void TestMendTexts::theRealShellsReadTheProfile()
{
    struct Shell {
        QString program;
        mend::ProfileKind kind;
        QByteArray before;
    };
    const QByteArray posix = filledIn("export K=<v>\n[ -n x ] && export K=<v>x\n");
    const std::vector<Shell> shells{{u"bash"_s, mend::ProfileKind::Posix, posix},
        {u"zsh"_s, mend::ProfileKind::Posix, posix}, {u"sh"_s, mend::ProfileKind::Posix, posix},
        {u"fish"_s, mend::ProfileKind::Fish, filledIn("if true; set -x K <v>; end\n")}};
    for (const Shell &shell : shells) {
        if (QStandardPaths::findExecutable(shell.program).isEmpty())
            continue;
        const auto mend = mend::mendedProfile(shell.before, shell.kind, variable, testkeys::other);
        QVERIFY(mend.has_value());
        const QString profile = path(u"profile"_s);
        QVERIFY(write(profile, mend->after.bytes()));
        const QByteArray printed = run(shell.program, {u"-c"_s, u". '"_s + profile + u"'; env"_s});
        QVERIFY2(printed.split('\n').contains("CO_API_KEY=" + testkeys::other), qPrintable(shell.program));
    }
}

QTEST_GUILESS_MAIN(TestMendTexts)
#include "tst_MendTexts.moc"
