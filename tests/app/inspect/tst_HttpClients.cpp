// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestKeys.h"
#include "inspect/HttpClients.h"
#include "inspect/Inspection.h"
#include "words/HttpClientWords.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QStandardPaths>

using inspect::CharacterClass;
using inspect::ClientAct;
using inspect::HttpClient;

/// The table of what clients do with a key, against the clients themselves.
class TestHttpClients : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void tellsTheClasses_data();
    void tellsTheClasses();
    void letsTheWorstCount();
    void showsNoKeyWhereItFailsBeforeLooking();
    void hasASentenceForEach();
    void doesAsTheTableSays_data();
    void doesAsTheTableSays();
};

namespace {

struct Sample {
    QByteArray name;
    QByteArray key;
};

/// Keys with something in them, for each class of characters; made up.
QList<Sample> samples()
{
    const QByteArray &good = testkeys::good;
    const QByteArray half = good.left(20);
    const QByteArray rest = good.sliced(20);
    QList<Sample> all{{"clean", good}, {"quotes", '"' + good + '"'}, {"bearer", "Bearer " + good}};
    const auto within = [&](const QByteArray &name, const QByteArray &what) {
        all.append({name + "-before", what + good});
        all.append({name + "-within", half + what + rest});
        all.append({name + "-behind", good + what});
    };
    within("space", " ");
    within("tab", "\t");
    within("lf", "\n");
    within("cr", "\r");
    within("crlf", "\r\n");
    within("nbsp", "\xc2\xa0");
    within("soft-hyphen", "\xc2\xad");
    within("e-acute", "\xc3\xa9");
    within("next-line", "\xc2\x85");
    within("zero-width", "\xe2\x80\x8b");
    within("bom", "\xef\xbb\xbf");
    within("curly-quote", "\xe2\x80\x9c");
    within("key-sign", "\xf0\x9f\x94\x91");
    within("paste", "\x1b[200~");
    within("delete", "\x7f");
    within("start", "\x01");
    within("form-feed", "\f");
    within("vertical-tab", "\v");
    within("nul", QByteArray(1, '\0'));
    within("no-utf8", "\xff");
    // Two classes: which of them a client looks for first decides whether its message shows the key.
    all.append({"e-acute-and-lf", good + "\xc3\xa9\n"});
    all.append({"cr-and-zero-width", half + '\r' + rest + "\xe2\x80\x8b"});
    all.append({"zero-width-and-nul", half + "\xe2\x80\x8b" + rest + QByteArray(1, '\0')});
    return all;
}

/// What a client is run with; `program` is empty for the one that is in this process.
struct Runner {
    HttpClient client;
    QString program;
    QStringList arguments; ///< before the URL and the marker
    QStringList probe; ///< arguments that end with 0 where the client is there
};

QString clientFile(const char *name)
{
    return QStringLiteral(SOURCE_DIR "/tests/app/inspect/clients/") + QLatin1String(name);
}

const QByteArray marker = "TestKeyGood"; // the beginning of the key, in all samples

/// The word that a client's program printed for each sample.
QHash<QByteArray, QByteArray> runProgram(const Runner &runner, const QUrl &url)
{
    QByteArray input;
    for (const Sample &sample : samples())
        input += sample.name + ' ' + sample.key.toBase64() + '\n';
    const CommandRun run =
        runCommand(runner.program, runner.arguments + QStringList{url.toString(), QString::fromLatin1(marker)}, input,
            {{QStringLiteral("NO_PROXY"), QStringLiteral("*")}});
    QHash<QByteArray, QByteArray> words;
    for (const QByteArray &line : run.out.split('\n')) {
        const QList<QByteArray> parts = line.trimmed().split(' ');
        if (parts.size() == 2)
            words.insert(parts.first(), parts.last());
    }
    return words;
}

/// curl takes the header from its configuration, which comes on standard input: as an argument, all could read it.
QHash<QByteArray, QByteArray> runCurl(const Runner &runner, const QUrl &url)
{
    QHash<QByteArray, QByteArray> words;
    for (const Sample &sample : samples()) {
        QByteArray key = sample.key;
        key.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
        const CommandRun run = runCommand(runner.program,
            {QStringLiteral("--silent"), QStringLiteral("--noproxy"), QStringLiteral("*"), QStringLiteral("--data"),
                QStringLiteral("{}"), QStringLiteral("--config"), QStringLiteral("-"),
                url.toString() + u'/' + QString::fromLatin1(sample.name)},
            "header = \"Authorization: Bearer " + key + "\"\n");
        words.insert(sample.name, run.exitCode == 0 ? "sent" : "refused");
    }
    return words;
}

QHash<QByteArray, QByteArray> runQt(const QUrl &url)
{
    QHash<QByteArray, QByteArray> words;
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    for (const Sample &sample : samples()) {
        QNetworkRequest request(QUrl(url.toString() + u'/' + QString::fromLatin1(sample.name)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        request.setRawHeader("Authorization", "Bearer " + sample.key);
        const std::unique_ptr<QNetworkReply> reply(manager.post(request, "{}"));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (reply->isFinished() || finished.wait(10'000))
            words.insert(sample.name, "sent");
    }
    return words;
}

/// What arrived behind "Authorization: Bearer ", up to the end of the request.
std::optional<QByteArray> arrived(const ScriptedServer &server, const QByteArray &name)
{
    for (const QByteArray &request : server.requests()) {
        if (!request.startsWith("POST /" + name + ' '))
            continue;
        const QByteArray header = "authorization: bearer ";
        const qsizetype place = request.toLower().indexOf(header);
        return place < 0 ? QByteArray() : request.sliced(place + header.size());
    }
    return std::nullopt;
}

QByteArray trimmedEnds(QByteArray text)
{
    while (!text.isEmpty() && QByteArrayView(" \t\r\n").contains(text.back()))
        text.chop(1);
    return text;
}

/// What a client did with a key, by what arrived and what it said.
ClientAct actOf(const Sample &sample, const std::optional<QByteArray> &request, const QByteArray &word)
{
    if (!request)
        return word == "shows" ? ClientAct::RefusesAndShowsKey : ClientAct::Refuses;
    const QByteArray key = sample.key;
    const QByteArray oneByteEach = QString::fromUtf8(key).toLatin1();
    if (request->startsWith(key + "\r\n") || request->startsWith(oneByteEach + "\r\n"))
        return key.contains('\n') || key.contains('\r') ? ClientAct::BreaksHeader : ClientAct::Sends;
    const bool trimmed =
        request->startsWith(trimmedEnds(key) + "\r\n") || request->startsWith(trimmedEnds(oneByteEach) + "\r\n");
    return trimmed ? ClientAct::Trims : ClientAct::SendsChanged;
}

} // namespace

void TestHttpClients::tellsTheClasses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<CharacterClass>>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QList<CharacterClass> &expected) {
        QTest::newRow(name) << text << expected;
    };
    using Class = CharacterClass;
    row("nothing", "", {});
    row("clean", "abc", {});
    row("signs", "a\"b'c<>{}~!", {});
    row("blank before", " abc", {Class::LeadingBlank});
    row("tab within", "a\tbc", {Class::InnerBlank});
    row("blank behind", "abc ", {Class::TrailingBlank});
    row("a line's end", "abc\r\n", {Class::TrailingLineBreak});
    row("a blank and a line's end", "abc \n", {Class::TrailingBlank, Class::TrailingLineBreak});
    row("line breaks everywhere", "\na\rb\n",
        {Class::LeadingLineBreak, Class::InnerLineBreak, Class::TrailingLineBreak});
    row("blanks alone", "  ", {Class::LeadingBlank});
    row("escape", "\x1b[200~abc", {Class::Control});
    row("delete", "abc\x7f", {Class::Control});
    row("form feed", "abc\f", {Class::VerticalSpace});
    row("vertical tab", "\vabc", {Class::VerticalSpace});
    row("NUL", QByteArray("a\0b", 3), {Class::Nul});
    row("no-break space", "abc\xc2\xa0", {Class::Latin1});
    row("y with dots, the last of Latin-1", "abc\xc3\xbf", {Class::Latin1});
    row("A with macron, the first behind it", "abc\xc4\x80", {Class::AboveLatin1});
    row("byte order mark",
        "\xef\xbb\xbf"
        "abc",
        {Class::AboveLatin1});
    row("a key sign", "abc\xf0\x9f\x94\x91", {Class::AboveLatin1});
    row("not UTF-8", "abc\xff", {Class::InvalidUtf8});
}

void TestHttpClients::tellsTheClasses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QList<CharacterClass>, expected);
    const inspect::CharacterClasses classes = inspect::characterClasses(text);
    for (std::size_t i = 0; i < inspect::characterClassCount; ++i) {
        const auto one = static_cast<CharacterClass>(i);
        QVERIFY2(classes.has(one) == expected.contains(one), QByteArray::number(int(i)).constData());
    }
    QVERIFY(inspect::inspect(key::Secret(QByteArrayView(text))).characters == classes);
}

void TestHttpClients::letsTheWorstCount()
{
    const auto actOfFetch = [](const QByteArray &key) {
        const auto readings = inspect::clientReadings(inspect::characterClasses(key));
        return readings.at(static_cast<std::size_t>(HttpClient::CohereTypescript)).act;
    };
    QCOMPARE(actOfFetch("abc"), ClientAct::Sends);
    QCOMPARE(actOfFetch("abc\xc2\xa0"), ClientAct::Sends);
    QCOMPARE(actOfFetch("abc\xc2\xa0\n"), ClientAct::Trims);
    QCOMPARE(actOfFetch("abc\xe2\x80\x8b\n"), ClientAct::Refuses);
    QCOMPARE(actOfFetch("a\nbc\n"), ClientAct::RefusesAndShowsKey);
}

void TestHttpClients::showsNoKeyWhereItFailsBeforeLooking()
{
    const auto act = [](HttpClient client, const QByteArray &key) {
        return inspect::clientReadings(inspect::characterClasses(key)).at(static_cast<std::size_t>(client)).act;
    };
    // fetch makes bytes of the text first, and names the character that has none; so does httpx, with ASCII alone.
    QCOMPARE(act(HttpClient::CohereTypescript, "a\nbc\xe2\x80\x8b\n"), ClientAct::Refuses);
    QCOMPARE(act(HttpClient::CohereTypescript, "a\nbc\xc2\xa0"), ClientAct::RefusesAndShowsKey);
    QCOMPARE(act(HttpClient::CoherePython, "abc\xc2\xa0\n"), ClientAct::Refuses);
    QCOMPARE(act(HttpClient::PythonRequests, "abc\xc2\xa0\n"), ClientAct::RefusesAndShowsKey);
    QCOMPARE(act(HttpClient::JavaHttpClient, "abc\xe2\x80\x8b\n"), ClientAct::RefusesAndShowsKey);
}

void TestHttpClients::hasASentenceForEach()
{
    QStringList sentences;
    QStringList ids;
    for (std::size_t i = 0; i < inspect::httpClientCount; ++i) {
        const auto client = static_cast<HttpClient>(i);
        ids.append(words::id(client));
        for (int act = 0; act <= static_cast<int>(ClientAct::RefusesAndShowsKey); ++act)
            sentences.append(words::HttpClientWords::sentence({client, static_cast<ClientAct>(act)}));
    }
    for (int act = 0; act <= static_cast<int>(ClientAct::RefusesAndShowsKey); ++act)
        ids.append(words::id(static_cast<ClientAct>(act)));
    for (QStringList *texts : {&sentences, &ids}) {
        QVERIFY(!texts->contains(QString()));
        QCOMPARE(texts->removeDuplicates(), 0);
    }
}

Q_DECLARE_METATYPE(Runner)

void TestHttpClients::doesAsTheTableSays_data()
{
    QTest::addColumn<Runner>("runner");
    const QString python = QStringLiteral("/usr/bin/python3");
    const auto row = [](const char *name, const Runner &runner) { QTest::newRow(name) << runner; };
    const auto import = [](const char *library) {
        return QStringList{QStringLiteral("-c"), QStringLiteral("import %1").arg(QLatin1String(library))};
    };
    const QStringList version{QStringLiteral("--version")};
    row("cohere-python: httpx",
        {HttpClient::CoherePython, python, {clientFile("requests_client.py"), QStringLiteral("httpx")},
            import("httpx")});
    row("cohere-python 4: requests",
        {HttpClient::CoherePython4, python, {clientFile("requests_client.py"), QStringLiteral("requests")},
            import("requests")});
    row("requests",
        {HttpClient::PythonRequests, python, {clientFile("requests_client.py"), QStringLiteral("requests")},
            import("requests")});
    row("Node fetch",
        {HttpClient::CohereTypescript, QStringLiteral("node"), {clientFile("node_client.mjs"), QStringLiteral("fetch")},
            version});
    row("Node http",
        {HttpClient::NodeHttp, QStringLiteral("node"), {clientFile("node_client.mjs"), QStringLiteral("http")},
            version});
    row("Java", {HttpClient::JavaHttpClient, QStringLiteral("java"), {clientFile("JavaClient.java")}, version});
    row("curl", {HttpClient::Curl, QStringLiteral("curl"), {}, version});
    row("Qt", {HttpClient::Qt, {}, {}, {}});
}

void TestHttpClients::doesAsTheTableSays()
{
    QFETCH(const Runner, runner);
    if (!runner.program.isEmpty() && runCommand(runner.program, runner.probe).exitCode != 0)
        QSKIP("This client is not installed here.");
    ScriptedServer server;
    server.answer(Script::reply(200, "{}", {"Connection: close"}));
    const QHash<QByteArray, QByteArray> words = runner.client == HttpClient::Qt ? runQt(server.url())
        : runner.client == HttpClient::Curl                                     ? runCurl(runner, server.url())
                                                                                : runProgram(runner, server.url());
    QByteArrayList differences;
    for (const Sample &sample : samples()) {
        const auto readings = inspect::clientReadings(inspect::characterClasses(sample.key));
        const ClientAct expected = readings.at(static_cast<std::size_t>(runner.client)).act;
        QVERIFY2(words.contains(sample.name), sample.name.constData());
        const ClientAct seen = actOf(sample, arrived(server, sample.name), words.value(sample.name));
        if (seen != expected)
            differences.append(
                sample.name + ": " + words::id(seen).toUtf8() + ", the table says " + words::id(expected).toUtf8());
    }
    QVERIFY2(differences.isEmpty(), ('\n' + differences.join('\n')).constData());
}

QTEST_GUILESS_MAIN(TestHttpClients)
#include "tst_HttpClients.moc"
