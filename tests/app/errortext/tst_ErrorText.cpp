// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Diagnosis.h"
#include "errortext/ErrorReading.h"
#include "helpers/CommandRun.h"
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "words/Ids.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QTemporaryDir>

namespace {

/// An error text, and what is right to say about it.
struct ErrorRow {
    const char *name;
    const char *text;
    const char *causes; ///< the ids that are right as the first cause; "-": naming none is right
    const char *client = nullptr; ///< the client that must be seen; nullptr: none is asked for
};

// clang-format off
// Written from Cohere's documentation, the source of its SDKs and of the programs that call it, and the forms in which
// people post errors.
constexpr ErrorRow errorRows[] = {
#include "ErrorRows.inc"
};
// The same as other versions and other programs print it: written to find what was missed.
constexpr ErrorRow furtherRows[] = {
#include "FurtherRows.inc"
};
// clang-format on

diagnosis::Diagnosis diagnosisOf(const errortext::ErrorReading &reading)
{
    diagnosis::Evidence evidence;
    evidence.keyAtHand = false;
    evidence.errorText = reading;
    return diagnosis::diagnose(evidence);
}

diagnosis::Diagnosis diagnosisOf(const QByteArray &text)
{
    return diagnosisOf(errortext::readErrorText(text));
}

QString firstCause(const QByteArray &text)
{
    const diagnosis::Diagnosis found = diagnosisOf(text);
    return found.causes.empty() ? QStringLiteral("-") : words::id(found.causes.front().cause);
}

bool isRight(const ErrorRow &row, const QByteArray &text)
{
    return QString::fromLatin1(row.causes).split(u',').contains(firstCause(text));
}

// Variations: what log writers, terminals, chats and files make of a text.

QString wrapped(const QString &text, qsizetype width)
{
    QString result;
    for (const QString &line : text.split(u'\n')) {
        for (qsizetype i = 0; i < std::max<qsizetype>(1, line.size()); i += width)
            result += line.mid(i, width) + u'\n';
    }
    return result;
}

/// A chat breaks lines at blanks.
QString wrappedAtBlanks(const QString &text, qsizetype width)
{
    QString result;
    for (const QString &line : text.split(u'\n')) {
        qsizetype length = 0;
        for (const QString &word : line.split(u' ')) {
            const bool breaks = length > 0 && length + word.size() > width;
            if (length > 0)
                result += breaks ? u'\n' : u' ';
            result += word;
            length = breaks ? word.size() : length + word.size() + 1;
        }
        result += u'\n';
    }
    return result;
}

QString prefixed(const QString &text, const QString &prefix)
{
    return prefix + QString(text).replace(u'\n', u'\n' + prefix);
}

QString coloured(const QString &text)
{
    QString result;
    for (const QString &word : text.split(u' '))
        result += QStringLiteral("\x1b[1;31m%1\x1b[0m ").arg(word);
    return result;
}

QString escaped(const QString &text)
{
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

QString boxed(const QString &text)
{
    QString result = QStringLiteral("╭─── Traceback (most recent call last) ───╮\n");
    for (const QString &line : wrapped(text, 76).split(u'\n'))
        result += QStringLiteral("│ %1 │\n").arg(line, -76);
    return result + QStringLiteral("╰─────────────────────────────────────────╯\n");
}

QString curly(QString text)
{
    static const QRegularExpression opening(QStringLiteral("(^|[\\s\\[({:,])([\"'])"));
    text.replace(opening, QStringLiteral("\\1“"));
    return text.replace(u'"', u'”').replace(u'\'', u'’');
}

QString html(QString text)
{
    return QStringLiteral("<pre>") + text.toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;"))
        + QStringLiteral("</pre>");
}

using Variation = std::pair<QString, QByteArray>;

QList<Variation> variationsOf(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QList<Variation> all;
    const auto add = [&all](const char *name, const QString &varied) {
        all.append({QString::fromLatin1(name), varied.toUtf8()});
    };
    for (const int width : {60, 80, 100})
        all.append({QStringLiteral("wrapped at %1").arg(width), wrapped(text, width).toUtf8()});
    add("wrapped at blanks", wrappedAtBlanks(text, 60));
    for (const char *prefix : {"2026-11-21T10:00:00.123456Z ", "[pod/web-6f7-x2/app] ", "web-1  | ",
             "Nov 21 10:00:00 host uvicorn[812]: ", "ERROR:root:", "2026-11-21 10:00:00,123 - app.search - ERROR - ",
             "> ", "##[error]", "    "})
        all.append({QStringLiteral("behind ") + QString::fromLatin1(prefix),
            prefixed(text, QString::fromLatin1(prefix)).toUtf8()});
    add("wrapped behind a prefix", prefixed(wrapped(text, 70), QStringLiteral("web-1  | ")));
    add("coloured", coloured(text));
    add("escaped", QStringLiteral("{\"level\":\"error\",\"msg\":%1,\"time\":\"2026-11-21\"}").arg(escaped(text)));
    add("escaped twice", QStringLiteral("{\"log\":%1}").arg(escaped(escaped(text))));
    add("in a frame", boxed(text));
    add("curly", curly(text));
    add("html", html(text));
    add("CRLF", QString(text).replace(u'\n', QStringLiteral("\r\n")));
    add("German around",
        QStringLiteral("Guten Tag, seit gestern kommt diese Meldung:\n%1\nWas kann ich tun? Grüße").arg(text));
    add("Japanese around", QStringLiteral("昨日からこのエラーが出ます：\n%1\nどうすればいいですか。").arg(text));
    add("Russian around", QStringLiteral("Здравствуйте, появляется ошибка:\n%1\nЧто делать?").arg(text));
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    all.append({QStringLiteral("UTF-16"), utf16(text)});
    return all;
}

/// Where every letter may be in another case but the forms of Python's escapes.
bool mayBeUpperCase(const QByteArray &text)
{
    return !text.contains('\\');
}

/// A text of the size, made of lines that are worth looking at.
QByteArray longText(qsizetype size)
{
    const QByteArray line =
        "2026-11-21 10:00:00 INFO httpx: HTTP Request: POST https://api.cohere.com/v2/rerank "
        "\"HTTP/1.1 401 Unauthorized\" Illegal header value b'Bearer x' api_key=abcDEF123 not set\n";
    return line.repeated(size / line.size() + 1).left(size);
}

} // namespace

class tst_ErrorText : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void namesTheRightCauseFirst_data();
    void namesTheRightCauseFirst();
    void staysRightWhateverStandsAroundATextOrCutsIt();
    void readsTheCorpus();
    void takesNoStatusOfALogForCoheres();
    void tellsWhichCharacter_data();
    void tellsWhichCharacter();
    void tellsWhichVersion_data();
    void tellsWhichVersion();
    void isSureOnlyWhereTheTextExcludesTheRest_data();
    void isSureOnlyWhereTheTextExcludesTheRest();
    void namesTheOtherServiceAndItsLine();
    void tellsWhatAnOldClassIsCalledNow();
    void readsTenMegabytesOfAFile();
    void showsNoKeyOfTheText_data();
    void showsNoKeyOfTheText();
    void countsDifferentKeysOnce();
    void takesAnyBytes();
    void readsALongTextInTimeThatGrowsWithIt();
    void endsAsTheContractSays();
};

void tst_ErrorText::namesTheRightCauseFirst_data()
{
    QTest::addColumn<const ErrorRow *>("row");
    for (const ErrorRow &row : errorRows)
        QTest::newRow(row.name) << &row;
    for (const ErrorRow &row : furtherRows)
        QTest::newRow(row.name) << &row;
}

void tst_ErrorText::namesTheRightCauseFirst()
{
    QFETCH(const ErrorRow *, row);
    const errortext::ErrorReading reading = errortext::readErrorText(QByteArray(row->text));
    QVERIFY2(isRight(*row, row->text), qPrintable(firstCause(row->text)));
    if (row->client != nullptr)
        QCOMPARE(reading.clientId, QString::fromLatin1(row->client));
}

void tst_ErrorText::staysRightWhateverStandsAroundATextOrCutsIt()
{
    int right = 0;
    int all = 0;
    // Every row in some of the variations, every variation on some of the rows: all of them take their time.
    constexpr qsizetype usualStep = 5;
    qsizetype rowNumber = 0;
    QMap<QString, QStringList> missed;
    const auto tryRow = [&](const ErrorRow &row) {
        QList<Variation> variations = variationsOf(row.text);
        if (mayBeUpperCase(row.text))
            variations.append({QStringLiteral("upper case"), QByteArray(row.text).toUpper()});
        const qsizetype step = qEnvironmentVariableIsSet("DOCTOR_ALL_VARIATIONS") ? 1 : usualStep;
        for (qsizetype i = rowNumber++ % step; i < variations.size(); i += step) {
            const auto &[name, text] = variations.at(i);
            ++all;
            if (isRight(row, text))
                ++right;
            else
                missed[name].append(QString::fromLatin1(row.name));
        }
    };
    for (const ErrorRow &row : errorRows)
        tryRow(row);
    for (const ErrorRow &row : furtherRows)
        tryRow(row);
    for (auto it = missed.cbegin(); it != missed.cend(); ++it)
        qInfo().noquote() << it.key() << "missed:" << it.value().join(QStringLiteral(", "));
    qInfo() << right << "of" << all;
    QVERIFY2(right * 100 >= all * 95, qPrintable(QStringLiteral("%1 of %2").arg(right).arg(all)));
}

/// Texts that the real SDKs printed: a folder with errors.tsv and errors/, whose files begin with two lines about them.
void tst_ErrorText::readsTheCorpus()
{
    const QString folder = qEnvironmentVariable("DOCTOR_CORPUS", QStringLiteral(SOURCE_DIR "/../shared/corpus"));
    QFile table(folder + QStringLiteral("/errors.tsv"));
    if (!table.open(QIODevice::ReadOnly))
        QSKIP("The corpus is not part of the program: set DOCTOR_CORPUS to its folder to read it.");
    // Some texts are the same to the byte, and were printed for different reasons: then each reason is right.
    QMap<QByteArray, QStringList> accepted;
    while (!table.atEnd()) {
        const QList<QByteArray> fields = table.readLine().trimmed().split('\t');
        if (fields.size() != 2 || fields.first().startsWith('#'))
            continue;
        QFile file(folder + QStringLiteral("/errors/") + QString::fromUtf8(fields.at(0)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        file.readLine();
        file.readLine();
        accepted[file.readAll()] += QString::fromUtf8(fields.at(1)).split(u',');
    }
    QVERIFY(!accepted.isEmpty());
    qsizetype right = 0;
    for (auto it = accepted.cbegin(); it != accepted.cend(); ++it) {
        const QString first = firstCause(it.key());
        const QString said = first == QLatin1String("-") ? QStringLiteral("UNRECOGNISED") : first;
        if (it.value().contains(said))
            ++right;
        else
            qInfo("%s rather than %s: %s", qPrintable(said), qPrintable(it.value().join(u',')), it.key().constData());
    }
    qInfo("%lld of %lld different texts", static_cast<long long>(right), static_cast<long long>(accepted.size()));
    constexpr double promised = 0.95;
    QVERIFY(static_cast<double>(right) >= promised * static_cast<double>(accepted.size()));
}

void tst_ErrorText::takesNoStatusOfALogForCoheres()
{
    const QByteArray page = "INFO  uvicorn.access 10.0.0.1 - \"GET /favicon.ico HTTP/1.1\" 404\n";
    const QByteArray good = "INFO  httpx HTTP Request: POST https://api.cohere.com/v2/rerank \"HTTP/1.1 200 OK\"\n";
    const QByteArray bad = "INFO  httpx HTTP Request: POST https://api.cohere.com/v2/rerank \"HTTP/1.1 429\"\n";
    QCOMPARE(firstCause(page.repeated(150) + good + page.repeated(150)), QStringLiteral("-"));
    QCOMPARE(firstCause(page.repeated(150) + bad + page.repeated(150)), QStringLiteral("rate-limited"));
}

void tst_ErrorText::tellsWhichCharacter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char32_t>("codePoint");
    QTest::addColumn<int>("offset"); // -1: not told
    const auto row = [](const char *name, const QByteArray &text, char32_t codePoint, int offset) {
        QTest::newRow(name) << text << codePoint << offset;
    };
    row("h11 line feed", "Illegal header value b'Bearer " + testkeys::good + "\\n'", U'\n', 40);
    row("h11 line feed, key of two lines", "Illegal header value b'Bearer abc\\ndef'", U'\n', 3);
    row("h11 carriage return", "Illegal header value b'Bearer " + testkeys::good + "\\r'", U'\r', 40);
    row("h11 both", "Illegal header value b'Bearer " + testkeys::good + "\\r\\n'", U'\r', 40);
    row("h11 blank behind", "Illegal header value b'Bearer " + testkeys::good + " '", U' ', 40);
    row("h11 blank before", "Illegal header value b'Bearer  " + testkeys::good + "'", U' ', 0);
    row("h11 tab", "Illegal header value b'Bearer " + testkeys::good + "\\t'", U'\t', 40);
    row("h11 byte", "Illegal header value b'Bearer " + testkeys::good + "\\x1b'", U'\x1b', 40);
    row("h11 UTF-8 bytes", "Illegal header value b'Bearer " + testkeys::good + "\\xe2\\x80\\x8b'", U'\u200b', 40);
    row("h11 in JSON", "{\"msg\":\"Illegal header value b'Bearer " + testkeys::good + "\\\\n'\"}", U'\n', 40);
    row("h11 in JSON twice", "Illegal header value b\\\\u0027Bearer " + testkeys::good + "\\\\\\\\n\\\\u0027", U'\n',
        40);
    row("h11 in HTML", "Illegal header value b&#x27;Bearer " + testkeys::good + "\\n&#x27;", U'\n', 40);
    row("h11 curly",
        "Illegal header value b\xe2\x80\x98"
        "Bearer "
            + testkeys::good + "\\n\xe2\x80\x99",
        U'\n', 40);
    row("h11 masked", "Illegal header value b'Bearer abc***\\n'", U'\n', -1);
    row("h11 wrapped",
        "Illegal header value b'Bearer " + testkeys::good.left(10) + "\n" + testkeys::good.mid(10) + "\\n'", U'\n', 40);
    row("requests",
        "header value: 'Bearer " + testkeys::good + "\\n', return character(s) in header value: 'Bearer "
            + testkeys::good + "\\n'",
        U'\n', 40);
    row("ascii", "'ascii' codec can't encode character '\\u2019' in position 47: ordinal not in range(128)", U'\u2019',
        40);
    row("ascii in JSON", "'ascii' codec can't encode character '\\\\u2019' in position 7: ordinal", U'\u2019', 0);
    row("latin-1", "'latin-1' codec can't encode character '\\u2026' in position 12: ordinal", U'\u2026', 5);
    row("ascii of one byte", "'ascii' codec can't encode character '\\xa0' in position 47: ordinal", U'\u00a0', 40);
    row("ascii beyond", "'ascii' codec can't encode character '\\U0001f511' in position 7: ordinal", U'\U0001f511', 0);
    row("ByteString", "because the character at index 47 has a value of 8203 which is greater than 255.", U'\u200b',
        40);
    row("ByteString wrapped", "because the character at ind\nex 4\n7 has a value of 82\n03 which is", U'\u200b', 40);
    row("OkHttp", "Unexpected char 0x0a at 47 in Authorization value", U'\n', 40);
    row("OkHttp letters", "Unexpected char 0xfeff at 7 in Authorization value", U'\ufeff', 0);
    row("fetch", "Headers.append: \"Bearer abc\ndef\" is an invalid header value.", U'\n', 3);
    row("fetch in JSON", "{\"m\":\"Headers.set: \\\"Bearer abc\\ndef\\\" is an invalid header value.\"}", U'\n', 3);
    row("Java", "invalid header value: \"Bearer abc\n\"", U'\n', 3);
}

void tst_ErrorText::tellsWhichCharacter()
{
    QFETCH(const QByteArray, text);
    QFETCH(const char32_t, codePoint);
    QFETCH(const int, offset);
    const errortext::ErrorReading reading = errortext::readErrorText(text);
    QCOMPARE(reading.characters.size(), std::size_t{1});
    QCOMPARE(uint(reading.characters.front().codePoint), uint(codePoint));
    QCOMPARE(reading.characters.front().offset.value_or(-1), qsizetype{offset});
}

void tst_ErrorText::tellsWhichVersion_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("version");
    const auto row = [](const QByteArray &text, const char *client, const char *version) {
        QTest::newRow(text.constData()) << text << QString::fromLatin1(client) << QString::fromLatin1(version);
    };
    row("invalid api token with cohere==5.13.4", "cohere-python", "5.13.4");
    row("cohere 5.2.0, 401 invalid api token", "cohere-python-5.0", "5.2.0");
    row("pip list: cohere==4.57", "cohere-python-4", "4.57");
    row("user-agent: cohere-python/7.0.8 invalid api token", "cohere-python", "7.0.8");
    row("\"cohere-ai\": \"^7.17.1\" UnauthorizedError: UnauthorizedError", "cohere-typescript", "7.17.1");
    row("invalid api token in /app/node_modules/cohere-ai/Client.js (cohere-ai@8.1.0)", "cohere-typescript", "8.1.0");
    row("litellm.AuthenticationError: CohereException - {} with litellm==1.55.2", "litellm", "1.55.2");
    row("no api key supplied", "", "");
}

void tst_ErrorText::tellsWhichVersion()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, client);
    QFETCH(const QString, version);
    const errortext::ErrorReading reading = errortext::readErrorText(text);
    QCOMPARE(reading.clientId, client);
    QCOMPARE(reading.version, version);
}

void tst_ErrorText::isSureOnlyWhereTheTextExcludesTheRest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const QByteArray &text, const char *status, const char *verdict) {
        QTest::newRow(text.constData()) << text << QString::fromLatin1(status) << QString::fromLatin1(verdict);
    };
    row("cohere status_code: 498, body: {'message': 'blocked input'}", "confirmed", "fix-request");
    row("Please add or update your payment method at https://dashboard.cohere.com", "confirmed", "fix-access");
    row("Illegal header value b'Bearer abc\\n' from cohere", "confirmed", "fix-key");
    row("invalid api token", "likely", "fix-key");
    row("cohere: 401 Unauthorized", "likely", "fix-key");
    row("401 Unauthorized", "possible", "unknown");
    row("TypeError: fetch failed", "possible", "unknown");
    row("openai: 401 Unauthorized", "likely", "unknown");
}

void tst_ErrorText::isSureOnlyWhereTheTextExcludesTheRest()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, status);
    QFETCH(const QString, verdict);
    const diagnosis::Diagnosis found = diagnosisOf(text);
    QVERIFY(!found.causes.empty());
    QCOMPARE(words::id(found.causes.front().status), status);
    QCOMPARE(words::id(found.verdict), verdict);
}

void tst_ErrorText::namesTheOtherServiceAndItsLine()
{
    const errortext::ErrorReading reading =
        errortext::readErrorText("start\n\ncohere: 401 invalid api token\nlater\n\n\n\nopenai.AuthenticationError: "
                                 "Error code: 401 - Incorrect API key provided: sk-x\n");
    QCOMPARE(reading.sightings.size(), std::size_t{2});
    QCOMPARE(reading.sightings.front().line, 3);
    QCOMPARE(reading.sightings.front().status, 401);
    QCOMPARE(reading.sightings.back().sign, errortext::Sign::OtherService);
    QCOMPARE(reading.sightings.back().service, QStringLiteral("OpenAI"));
    QCOMPARE(reading.sightings.back().line, 8);
    const diagnosis::Diagnosis found = diagnosisOf(reading);
    QCOMPARE(found.causes.front().cause, diagnosis::Cause::KeyRejected);
    const diagnosis::CauseFound *other = found.find(diagnosis::Cause::OtherServiceError);
    QVERIFY(other != nullptr);
    QCOMPARE(other->status, diagnosis::Status::Possible);
}

void tst_ErrorText::tellsWhatAnOldClassIsCalledNow()
{
    const CommandRun run = runCommand(QStringLiteral(COMMAND_PROGRAM), {QStringLiteral("explain")},
        "cohere.error.AuthenticationError: invalid api token\n");
    QVERIFY(run.out.contains("cohere.errors.unauthorized_error.UnauthorizedError"));
}

void tst_ErrorText::readsTenMegabytesOfAFile()
{
    const QTemporaryDir folder;
    const QByteArray error = "UnauthorizedError: status_code: 401, body: {'message': 'invalid api token'}\n";
    const auto explained = [&](qsizetype before) {
        QFile file(folder.filePath(QStringLiteral("app.log")));
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray("all is well, as it was\n").repeated(before / 23) + error);
        file.close();
        return runCommand(QStringLiteral(COMMAND_PROGRAM), {QStringLiteral("explain"), file.fileName()}, {});
    };
    const qsizetype megabyte = 1024 * 1024;
    const CommandRun within = explained(megabyte);
    QCOMPARE(within.exitCode, 0);
    QVERIFY(!within.out.contains("10 MB"));
    const CommandRun beyond = explained(11 * megabyte);
    QCOMPARE(beyond.exitCode, 3); // the error stands behind what was read, and that is said
    QVERIFY(beyond.out.contains("only the first 10 MB were read"));
}

void tst_ErrorText::showsNoKeyOfTheText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    const QByteArray key = testkeys::good;
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &secret) {
        QTest::newRow(name) << text << secret;
    };
    row("header", "Illegal header value b'Bearer " + key + "\\n'", key);
    row("short", "Illegal header value b'Bearer Qw3rTz\\n'", "Qw3rTz");
    row("wrapped", "cohere: Illegal header value b'Bearer " + key.left(13) + "\n" + key.mid(13) + "\\n'", key);
    row("wrapped beside words", "invalid api token " + key.left(20) + "\n" + key.mid(20) + " no api key supplied", key);
    row("beside the words", "invalid api token: api_key='" + key + "'", key);
    row("short beside the words", "api_key='Qw3rTz9' gave invalid api token", "Qw3rTz9");
    row("escaped", "{\\\"Authorization\\\": \\\"Bearer " + key + "\\\"} {\\\"message\\\":\\\"invalid api token\\\"}",
        key);
    row("with a line break in it", "invalid api token for \"Bearer " + key.left(20) + "\\n" + key.mid(20) + "\"", key);
    row("fetch", "Headers.append: \"Bearer " + key.left(9) + "\n" + key.mid(9) + "\" is an invalid header value.", key);
    row("curl", "> Authorization: Bearer " + key + "\n< HTTP/2 401 invalid api token", key);
    row("of another service", "openai Incorrect API key provided: sk-proj-" + key, key);
    row("in an address", "401 Unauthorized https://api.cohere.com/v2/rerank?api_key=" + key, key);
    row("prefixed", "web-1 | Illegal header value b'Bearer " + key.left(30) + "\nweb-1 | " + key.mid(30) + "\\n'", key);
}

void tst_ErrorText::showsNoKeyOfTheText()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, key);
    QStringList arguments{QStringLiteral("explain")};
    for (int i = 0; i < 2; ++i) {
        const CommandRun run = runCommand(QStringLiteral(COMMAND_PROGRAM), arguments, text);
        QCOMPARE(run.exitCode, 0);
        for (qsizetype at = 0; at + 5 <= key.size(); ++at) {
            const QByteArray part = key.mid(at, 5);
            QVERIFY2(!run.out.contains(part) && !run.err.contains(part), run.out.constData());
        }
        QVERIFY(run.out.contains(i == 0 ? "It is masked here" : "\"keysMasked\": 1"));
        arguments.append(QStringLiteral("--json"));
    }
}

void tst_ErrorText::countsDifferentKeysOnce()
{
    const auto count = [](const QByteArray &text) { return errortext::readErrorText(text).keysMasked; };
    QCOMPARE(count(testkeys::good + " " + testkeys::good), 1);
    QCOMPARE(count(testkeys::good + "\n" + testkeys::other + "\n"), 2);
    QCOMPARE(count("x-debug-trace-id: 9e3c07f8a1b24d55b0c1d2e3f4a5b6c7, id 276562f4-bb27-49f9-a044-9145b05f0fd0"), 0);
    QCOMPARE(count("Illegal header value b'Bearer '"), 0);
    QCOMPARE(count("commit 356a192b7913b04c54574d18c28d46e6395428ab"), 0);
}

void tst_ErrorText::takesAnyBytes()
{
    QRandomGenerator random(5);
    const QByteArray signs = "\x1b[]\\ux0'\"b&#;\n\r{}\xff\xfe\xe2\x80";
    const QByteArray words =
        "Illegal header value b'Bearer codec can't encode character in position character at index "
        "Unexpected char 0x is an invalid header value invalid api token";
    for (int i = 0; i < 600; ++i) {
        QByteArray text;
        for (int piece = 0; piece < 12; ++piece) {
            text += words.mid(random.bounded(int(words.size())), random.bounded(40));
            for (int j = random.bounded(6); j > 0; --j)
                text += signs.at(random.bounded(int(signs.size())));
        }
        for (const errortext::Sighting &sighting : errortext::readErrorText(text).sightings)
            QVERIFY(!sighting.quote.contains(u'\x1b') && !sighting.quote.contains(u'\n'));
    }
    QVERIFY(errortext::readErrorText({}).sightings.empty());
    QVERIFY(errortext::readErrorText(QByteArray(1000, '\0')).sightings.empty());
    QVERIFY(errortext::readErrorText(QByteArray("\xff\xfe")).sightings.empty());
}

void tst_ErrorText::readsALongTextInTimeThatGrowsWithIt()
{
    CpuTimer timer;
    const auto timeOf = [&timer](const QByteArray &text) {
        timer.start();
        (void)errortext::readErrorText(text);
        return timer.elapsed();
    };
    (void)timeOf("warm up");
    const qsizetype size = errortext::longestErrorText / 32; // the build for tests is slow
    const qint64 part = timeOf(longText(size / 8));
    const qint64 whole = timeOf(longText(size));
    const qint64 oneLine = timeOf(longText(size).replace('\n', ' '));
    const qint64 plain = timeOf(QByteArray(size, 'a'));
    const qint64 quotes = timeOf(QByteArray("Illegal header value b'").repeated(size / 23));
    qInfo() << "an eighth" << part << "ms, whole" << whole << "ms, one line" << oneLine << "ms, one word" << plain
            << "ms, quotes" << quotes << "ms";
    // Eight times the text: a time that grows with its square would be sixty-four times as long.
    QVERIFY(whole < std::max<qint64>(part, 10) * 24);
    QVERIFY(std::max({oneLine, plain, quotes}) < std::max<qint64>(whole, 100) * 8);
    // Of a text that is too long, the beginning is read.
    const QByteArray longest = "invalid api token\n" + QByteArray(errortext::longestErrorText, '.');
    const errortext::ErrorReading cut = errortext::readErrorText(longest);
    QVERIFY(cut.cutOff);
    QCOMPARE(cut.sightings.size(), std::size_t{1});
    QVERIFY(!errortext::readErrorText("invalid api token").cutOff);
}

void tst_ErrorText::endsAsTheContractSays()
{
    const QString program = QStringLiteral(COMMAND_PROGRAM);
    const QString verb = QStringLiteral("explain");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("cohere: 401 invalid api token\n");
    file.close();

    const CommandRun named = runCommand(program, {verb, path, QStringLiteral("--json")});
    QCOMPARE(named.exitCode, 0);
    QCOMPARE(named.json().value(QLatin1String("schema")).toInt(), 1);
    QCOMPARE(named.json().value(QLatin1String("verdict")).toString(), QStringLiteral("fix-key"));
    const QJsonObject cause = named.json().value(QLatin1String("causes")).toArray().first().toObject();
    QCOMPARE(cause.value(QLatin1String("id")).toString(), QStringLiteral("key-rejected"));
    QVERIFY(!cause.value(QLatin1String("steps")).toArray().isEmpty());

    const CommandRun typed = runCommand(program, {verb, QStringLiteral("-")}, "no api key supplied");
    QCOMPARE(typed.exitCode, 0);
    QVERIFY(typed.out.contains("Line 1: “no api key supplied”"));

    const CommandRun nothing = runCommand(program, {verb, QStringLiteral("--json")}, "all is well\n");
    QCOMPARE(nothing.exitCode, 3);
    QCOMPARE(nothing.json().value(QLatin1String("verdict")).toString(), QStringLiteral("unknown"));
    QVERIFY(nothing.json().value(QLatin1String("causes")).toArray().isEmpty());
    QVERIFY(runCommand(program, {verb}, "all is well\n").out.contains("Paste the whole message"));

    QCOMPARE(runCommand(program, {verb, folder.filePath(QStringLiteral("none.txt"))}).exitCode, 5);
    QCOMPARE(runCommand(program, {verb, folder.path()}).exitCode, 5);
    QCOMPARE(runCommand(program, {verb, QStringLiteral("--nonsense")}).exitCode, 2);
    QCOMPARE(runCommand(program, {verb, QString::fromLatin1(testkeys::good)}).exitCode, 2);
    QVERIFY(runCommand(program, {QStringLiteral("--help")}).out.contains("explain"));
}

QTEST_GUILESS_MAIN(tst_ErrorText)

#include "tst_ErrorText.moc"
