// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/TestKeys.h"
#include "probe/message/ExchangeReader.h"
#include "probe/message/RequestBytes.h"
#include "redact/Redactor.h"

using probe::Exchange;
using probe::HeaderLine;
using probe::ProbeId;
using probe::ProbeReply;

/// What a person is shown of a request and its reply: all of it, but for what nobody may see.
class TestExchangeReader : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void tellsTheBytesThatAreSent_data();
    void tellsTheBytesThatAreSent();
    void showsTheRequestWithAMarkForTheKey();
    void hidesAKeyThatTheUserPutIntoTheRequest_data();
    void hidesAKeyThatTheUserPutIntoTheRequest();
    void leavesAnAddressThatOnlySharesLettersWithTheKey();
    void showsAValueOfTheReply_data();
    void showsAValueOfTheReply();
    void showsABody_data();
    void showsABody();
    void cutsWhatIsLong();
    void tellsThatNoReplyCame();
};

namespace {

using namespace std::chrono_literals;

const QUrl gateway(QStringLiteral("https://gateway.example:8443/llm"));

probe::ProbeRequest requestTo(const QUrl &base, ProbeId id = ProbeId::Rerank)
{
    return probing::request(id, base, 1000ms);
}

Exchange read(const probe::ProbeRequest &request, const ProbeReply &reply = {}, const QByteArray &key = testkeys::good)
{
    redact::Redactor redactor;
    redactor.addSecret(key);
    return probe::readExchange(probe::requestHead(request), reply, redactor);
}

QString shown(const QList<HeaderLine> &lines)
{
    QStringList texts;
    for (const HeaderLine &line : lines)
        texts.append(line.name + QLatin1String(": ") + line.value);
    return texts.join(u'\n');
}

ProbeReply replyWith(const QList<std::pair<QByteArray, QByteArray>> &headers, const QByteArray &body = {})
{
    ProbeReply reply;
    reply.status = 401;
    reply.headers = headers;
    reply.body = body;
    return reply;
}

} // namespace

void TestExchangeReader::tellsTheBytesThatAreSent_data()
{
    QTest::addColumn<ProbeId>("id");
    QTest::addColumn<bool>("withKey");
    QTest::newRow("rerank") << ProbeId::Rerank << true;
    QTest::newRow("check-api-key") << ProbeId::CheckApiKey << true;
    QTest::newRow("rerank without a key") << ProbeId::Rerank << false;
}

void TestExchangeReader::tellsTheBytesThatAreSent()
{
    QFETCH(const ProbeId, id);
    QFETCH(const bool, withKey);
    probe::ProbeRequest request = requestTo(gateway, id);
    request.target.header = {"X-API-Key", "<", ">"};
    if (!withKey)
        request.key.reset();
    const Exchange exchange = read(request);
    QString expected = exchange.method + u' ' + QUrl(exchange.url).path() + QLatin1String(" HTTP/1.1\n")
        + shown(exchange.requestHeaders) + QLatin1String("\n\n") + exchange.requestBody;
    expected.replace(QLatin1String(probe::keyMark), QString::fromLatin1(testkeys::good));
    QByteArray sent = probe::requestBytes(request).bytes().toByteArray();
    QCOMPARE(sent.count(testkeys::good), withKey ? 1 : 0);
    QCOMPARE(sent.toLower().contains("x-api-key"), withKey);
    QCOMPARE(QString::fromUtf8(sent.replace("\r\n", "\n")), expected);
}

void TestExchangeReader::showsTheRequestWithAMarkForTheKey()
{
    const Exchange exchange = read(requestTo(gateway));
    QCOMPARE(exchange.method, QStringLiteral("POST"));
    QCOMPARE(exchange.url, QStringLiteral("https://gateway.example:8443/llm/v2/rerank"));
    QCOMPARE(shown(exchange.requestHeaders),
        QStringLiteral("Authorization: Bearer {key}\nHost: gateway.example:8443\nUser-Agent: "
                       "rerank-key-doctor/" DOCTOR_VERSION "\nAccept: application/json\nAccept-Encoding: identity\n"
                       "Connection: close\nContent-Type: application/json\nContent-Length: 69"));
    QCOMPARE(exchange.requestBody,
        QStringLiteral(R"({"documents":["ping"],"model":"rerank-v3.5","query":"ping","top_n":1})"));
}

void TestExchangeReader::hidesAKeyThatTheUserPutIntoTheRequest_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("put");
    QTest::newRow("the key") << testkeys::good << testkeys::good;
    QTest::newRow("another key") << testkeys::good << testkeys::other;
    QTest::newRow("the key, of a shape that no key has") << QByteArray("open-sesame") << QByteArray("open-sesame");
}

void TestExchangeReader::hidesAKeyThatTheUserPutIntoTheRequest()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, put);
    const QString text = QString::fromLatin1(put);
    QUrl base(gateway);
    base.setPath(QStringLiteral("/pass/%1/llm").arg(text));
    const Exchange inPath = read(requestTo(base), {}, key);
    QCOMPARE(inPath.url, QStringLiteral("https://gateway.example:8443/pass/[key]/llm/v2/rerank"));
    if (put.size() < 40)
        return; // nobody can tell it from a model's name
    probe::ProbeRequest request = requestTo(gateway);
    request.target.model = text;
    request.target.header.before = put + ' ';
    request.target.header.after = put;
    const Exchange exchange = read(request, {}, key);
    QVERIFY(exchange.requestBody.contains(QLatin1String(R"("model":"[key]")")));
    QCOMPARE(exchange.requestHeaders.constFirst().value, QStringLiteral("[key] {key}[key]"));
}

void TestExchangeReader::leavesAnAddressThatOnlySharesLettersWithTheKey()
{
    const Exchange exchange = read(requestTo(gateway), {}, "Bearer my-rerank-gateway.example-key");
    QCOMPARE(exchange.url, QStringLiteral("https://gateway.example:8443/llm/v2/rerank"));
    QCOMPARE(exchange.requestHeaders.constFirst().value, QStringLiteral("Bearer {key}"));
}

void TestExchangeReader::showsAValueOfTheReply_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const QByteArray &name, const QByteArray &value, const char *expected) {
        QTest::newRow(title) << name << value << QString::fromUtf8(expected);
    };
    const QByteArray part = testkeys::good.mid(6, 12);
    row("as it came", "server", "envoy", "envoy");
    row("UTF-8", "server", "caf\xc3\xa9", "café");
    row("the key", "www-authenticate", "Bearer error=\"" + testkeys::good + '"', "Bearer error=\"[key]\"");
    row("a part of it", "server", "said " + part + '!', "said [key]!");
    row("the key in an address", "location", "https://login.example/?key=" + testkeys::good + "&next=1",
        "https://login.example/?key=[key]&next=1");
    row("the key in base64", "x-echo", testkeys::good.toBase64(QByteArray::OmitTrailingEquals), "[key]");
    row("another key", "x-echo", testkeys::other, "[key]");
    row("control characters", "server", "a\x1b[31mb\tc", "a [31mb c");
    row("a change of direction", "server",
        "a\xe2\x80\xae"
        "b",
        "a b");
    row("a cookie", "set-cookie", "session=abcdef", "[hidden]");
    row("a cookie, in other letters", "Set-Cookie", "session=abcdef", "[hidden]");
    row("a login", "proxy-authorization", "Basic eDp5", "[hidden]");
    row("a number that looks like a key", "x-debug-trace-id", "0123456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcdef");
    row("the key for a number", "x-debug-trace-id", testkeys::good, "[key]");
    row("a part of the key for a number", "x-request-id", part, "[key]");
    row("the same elsewhere", "x-echo", "0123456789abcdef0123456789abcdef", "[key]");
}

void TestExchangeReader::showsAValueOfTheReply()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, expected);
    const Exchange exchange = read(requestTo(gateway), replyWith({{"date", "today"}, {name, value}}));
    QCOMPARE(exchange.status, 401);
    QCOMPARE(shown(exchange.replyHeaders),
        QLatin1String("date: today\n") + QString::fromLatin1(name) + QLatin1String(": ") + expected);
    // A name may be the key as well.
    const QByteArray lower = testkeys::good.toLower();
    const Exchange named = read(requestTo(gateway), replyWith({{lower, "1"}, {"x-" + lower.mid(5, 9), "2"}}));
    QCOMPARE(shown(named.replyHeaders), QStringLiteral("[key]: 1\nx-[key]: 2"));
}

void TestExchangeReader::showsABody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const QByteArray &body, const char *expected) {
        QTest::newRow(title) << body << QString::fromUtf8(expected);
    };
    row("nothing", "", "");
    row("JSON", R"({"message":"invalid api token"})", R"({"message":"invalid api token"})");
    row("the key", R"({"message":"invalid api token: )" + testkeys::good + "\"}",
        R"({"message":"invalid api token: [key]"})");
    row("parts of the key", testkeys::good.left(9) + " and " + testkeys::good.right(9), "[key] and [key]");
    row("a web page, as text", "<html>\r\n <body>\n<b>401</b>\n</body></html>\n",
        "<html> <body> <b>401</b> </body></html>");
    row("control characters", QByteArray("a\0b\x1b]0;c\x07", 9), "a b ]0;c ");
    row("not UTF-8", "a\xff", "a\xef\xbf\xbd");
}

void TestExchangeReader::showsABody()
{
    QFETCH(const QByteArray, body);
    const Exchange exchange = read(requestTo(gateway), replyWith({}, body));
    QTEST(exchange.replyBody, "expected");
    QVERIFY(!exchange.replyBodyIsCut);
}

void TestExchangeReader::cutsWhatIsLong()
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (int i = 0; i < 100; ++i)
        headers.append({"x-" + QByteArray::number(i), QByteArray("ab ").repeated(200)});
    const Exchange exchange = read(requestTo(gateway), replyWith(headers, QByteArray("cd ").repeated(5000)));
    QCOMPARE(exchange.replyHeaders.size(), 60);
    QCOMPARE(exchange.replyHeaders.constLast().name, QStringLiteral("x-59"));
    QCOMPARE(exchange.replyHeaders.constFirst().value, QStringLiteral("ab ").repeated(100) + QStringLiteral("…"));
    QCOMPARE(exchange.replyBody, QStringLiteral("cd ").repeated(667).left(2000));
    QVERIFY(exchange.replyBodyIsCut);

    QVERIFY(!read(requestTo(gateway), replyWith({}, QByteArray(2000, '.'))).replyBodyIsCut);
    QVERIFY(read(requestTo(gateway), replyWith({}, QByteArray(2001, '.'))).replyBodyIsCut);
    // Blanks alone are no more than one, but who knows what stands behind them.
    QVERIFY(read(requestTo(gateway), replyWith({}, QByteArray(1'000'000, ' '))).replyBodyIsCut);
    // No half of a character that takes two places.
    const Exchange emoji = read(requestTo(gateway), replyWith({}, "." + QByteArray("\xf0\x9f\x94\x91").repeated(1000)));
    QCOMPARE(emoji.replyBody.size(), 1999);
    QVERIFY(emoji.replyBody.isValidUtf16());
}

void TestExchangeReader::tellsThatNoReplyCame()
{
    ProbeReply reply;
    reply.failure = probe::NetworkFailure::TimedOut;
    const Exchange exchange = read(requestTo(gateway), reply);
    QCOMPARE(exchange.status, 0);
    QVERIFY(exchange.replyHeaders.isEmpty());
    QVERIFY(exchange.replyBody.isEmpty());
    QVERIFY(!exchange.requestHeaders.isEmpty());
}

QTEST_GUILESS_MAIN(TestExchangeReader)
#include "tst_ExchangeReader.moc"
