// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/ScriptedServer.h"

#include <memory>

using namespace std::chrono_literals;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::ProbeReply;
using probing::code;

namespace {

constexpr auto patient = 20s; // for probes that end by themselves
constexpr auto brief = 500ms; // for those that only the timeout ends

} // namespace

class TestHttpProber : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void sendsTheSmallestRerank();
    void sendsCheckApiKeyWithoutABody();
    void putsTheKeyInTheHeaderThatTheUserNamed();
    void keepsThePathOfTheBase();
    void handsBackEveryStatusWithItsBody_data();
    void handsBackEveryStatusWithItsBody();
    void followsNoRedirect();
    void answersNoLogin();
    void endsAtWhatIsNoWholeReply_data();
    void endsAtWhatIsNoWholeReply();
    void endsWhenTheTimeIsUp_data();
    void endsWhenTheTimeIsUp();
    void cutsOffWhatIsTooLarge_data();
    void cutsOffWhatIsTooLarge();
    void doesNotUnfoldACompressedReply();
    void doesNotSendAKeyUnprotected_data();
    void doesNotSendAKeyUnprotected();
    void sendsNothingWithoutAKey();
    void sendsTheControlRequestWithoutAKey();
    void sendsNothingUnprotectedWithoutAKeyEither();
    void runsSeveralSideBySide();
    void endsEachWhenCancelled();
    void cancelsWhatHasNotBegun();
    void mayBeDestroyedInTheMiddle();
    void mayBeDestroyedByWhoeverHears();
    void mayBeStartedByWhoeverHears();
};

void TestHttpProber::sendsTheSmallestRerank()
{
    ScriptedServer server;
    const ProbeReply reply = probing::run(probing::request(ProbeId::Rerank, server.url(), patient));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.number, 7);
    QCOMPARE(reply.id, ProbeId::Rerank);
    QCOMPARE(reply.variant, probe::Variant::AsGiven);
    QCOMPARE(reply.host, QStringLiteral("127.0.0.1"));
    QCOMPARE(reply.port, server.serverPort());
    QVERIFY(!reply.viaProxy);

    QCOMPARE(server.requests().size(), 1);
    const QByteArray body = R"({"documents":["ping"],"model":"rerank-v3.5","query":"ping","top_n":1})";
    const QByteArray expected = "POST /v2/rerank HTTP/1.1\r\nAuthorization: Bearer " + testkeys::good
        + "\r\nHost: 127.0.0.1:" + QByteArray::number(server.serverPort())
        + "\r\nUser-Agent: rerank-key-doctor/" DOCTOR_VERSION
          "\r\nAccept: application/json\r\nAccept-Encoding: identity\r\nConnection: close"
          "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    QCOMPARE(server.requests().first(), expected);
}

void TestHttpProber::sendsCheckApiKeyWithoutABody()
{
    ScriptedServer server;
    const ProbeReply reply = probing::run(probing::request(ProbeId::CheckApiKey, server.url(), patient));
    QCOMPARE(code(reply.failure), -1);
    const QByteArray request = server.requests().value(0);
    QVERIFY2(request.startsWith("POST /v1/check-api-key HTTP/1.1\r\n"), request.constData());
    QVERIFY(request.endsWith("\r\nContent-Length: 0\r\n\r\n"));
    QCOMPARE(request.count("Authorization: Bearer " + testkeys::good + "\r\n"), 1);
}

void TestHttpProber::putsTheKeyInTheHeaderThatTheUserNamed()
{
    ScriptedServer server;
    probe::ProbeRequest request = probing::request(ProbeId::Rerank, server.url(), patient);
    const auto form = probe::parseHeaderForm(QStringLiteral("X-API-Key: <{key}>"));
    QVERIFY(form.has_value());
    request.target.header = *form;
    probing::run(std::move(request));
    const QByteArray sent = server.requests().value(0);
    QVERIFY2(sent.contains("\r\nX-API-Key: <" + testkeys::good + ">\r\n"), sent.constData());
    QCOMPARE(sent.count(testkeys::good), 1);
    QVERIFY(!sent.toLower().contains("authorization"));
}

void TestHttpProber::keepsThePathOfTheBase()
{
    ScriptedServer server;
    QUrl base = server.url();
    base.setPath(QStringLiteral("/gate way/cohere"));
    probing::run(probing::request(ProbeId::CheckApiKey, base, patient));
    QVERIFY(server.requests().value(0).startsWith("POST /gate%20way/cohere/v1/check-api-key HTTP/1.1\r\n"));
}

void TestHttpProber::handsBackEveryStatusWithItsBody_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 400, 401, 402, 403, 404, 405, 407, 408, 422, 429, 498, 499, 500, 502, 503, 504, 511})
        QTest::addRow("%d", status) << status;
}

void TestHttpProber::handsBackEveryStatusWithItsBody()
{
    QFETCH(const int, status);
    ScriptedServer server;
    const QByteArray body = R"({"message":"said by the server","id":"1"})";
    server.answer(Script::reply(
        status, body, {"X-Debug-Trace-Id: abc", "WWW-Authenticate: Basic realm=\"x\"", "Proxy-Authenticate: Basic"}));
    const ProbeReply reply = probing::run(probing::request(ProbeId::Rerank, server.url(), patient));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.body, body);
    QCOMPARE(reply.header("x-debug-trace-id"), QByteArray("abc"));
    QCOMPARE(reply.header("content-type"), QByteArray("application/json"));
    QCOMPARE(server.connections(), 1);
}

void TestHttpProber::followsNoRedirect()
{
    ScriptedServer other;
    ScriptedServer server;
    for (const int status : {301, 302, 303, 307, 308}) {
        server.answer(Script::reply(status, "", {"Location: " + other.url().toEncoded() + "/v2/rerank"}));
        const ProbeReply reply = probing::run(probing::request(ProbeId::Rerank, server.url(), patient));
        QCOMPARE(code(reply.failure), -1);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.header("location"), other.url().toEncoded() + "/v2/rerank");
    }
    QCOMPARE(server.requests().size(), 5);
    QCOMPARE(other.connections(), 0);
}

void TestHttpProber::answersNoLogin()
{
    ScriptedServer server;
    server.answer(Script::reply(401, "{}", {"WWW-Authenticate: Basic realm=\"x\"", "Set-Cookie: a=b"}));
    for (int i = 0; i < 2; ++i) {
        const ProbeReply reply = probing::run(probing::request(ProbeId::Rerank, server.url(), patient));
        QCOMPARE(code(reply.failure), -1);
        QCOMPARE(reply.status, 401);
    }
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!server.requests().last().toLower().contains("cookie"));
}

void TestHttpProber::endsAtWhatIsNoWholeReply_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<NetworkFailure>("failure");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, bool reset, NetworkFailure failure, int status,
                         const QByteArray &body) {
        QTest::newRow(name) << bytes << reset << failure << status << body;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    row("closed before a reply", "", false, NetworkFailure::ConnectionClosed, 0, "");
    row("status line only", ok, false, NetworkFailure::ConnectionClosed, 200, "");
    row("half a reply", ok + "Content-Length: 100\r\n\r\nhalf", false, NetworkFailure::ConnectionClosed, 200, "half");
    row("half the chunks", chunked + "4\r\nhalf\r\n", false, NetworkFailure::ConnectionClosed, 200, "half");
    row("broken chunks", chunked + "4\r\nhalf\r\nnonsense\r\n", false, NetworkFailure::NotHttp, 200, "half");
    row("SSH", "SSH-2.0-OpenSSH_9.2\r\n", false, NetworkFailure::NotHttp, 0, "");
    row("HTML without a head", "<html></html>", false, NetworkFailure::NotHttp, 0, "");
#ifdef Q_OS_UNIX
    row("reset", "", true, NetworkFailure::ConnectionClosed, 0, "");
#endif
}

void TestHttpProber::endsAtWhatIsNoWholeReply()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, reset);
    ScriptedServer server;
    server.answer(Script::raw(bytes, reset ? Script::Then::Reset : Script::Then::Close));
    const ProbeReply reply = probing::run(probing::request(ProbeId::Rerank, server.url(), patient));
    QFETCH(const NetworkFailure, failure);
    QCOMPARE(code(reply.failure), code(failure));
    QTEST(reply.status, "status");
    QTEST(reply.body, "body");
    QVERIFY(reply.elapsed < patient);
    // Once: each request is a trial call and carries the key.
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.requests().size(), 1);
}

void TestHttpProber::endsWhenTheTimeIsUp_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<NetworkFailure>("failure");
    QTest::addColumn<int>("status");
    const QByteArray whole = Script::reply(200, QByteArray(500, 'x')).bytes;
    QTest::newRow("silence") << Script::raw("", Script::Then::KeepOpen) << NetworkFailure::TimedOut << 0;
    QTest::newRow("status line only") << Script::raw("HTTP/1.1 429 Slow\r\n", Script::Then::KeepOpen)
                                      << NetworkFailure::TimedOutInReply << 429;
    QTest::newRow("half a reply") << Script::raw(whole.chopped(1), Script::Then::KeepOpen)
                                  << NetworkFailure::TimedOutInReply << 200;
    QTest::newRow("dripping head") << Script::dripping(whole, 20ms) << NetworkFailure::TimedOutInReply << -1;
    QTest::newRow("interim reply only") << Script::raw("HTTP/1.1 100 Continue\r\n\r\n", Script::Then::KeepOpen)
                                        << NetworkFailure::TimedOutInReply << 0;
}

void TestHttpProber::endsWhenTheTimeIsUp()
{
    QFETCH(const Script, script);
    QFETCH(const NetworkFailure, failure);
    QFETCH(const int, status);
    ScriptedServer server;
    server.answer(script);
    const ProbeReply reply = probing::run(probing::request(ProbeId::Rerank, server.url(), brief));
    QCOMPARE(code(reply.failure), code(failure));
    if (status >= 0)
        QCOMPARE(reply.status, status);
    QVERIFY(reply.elapsed >= brief * 9 / 10);
    QVERIFY2(reply.elapsed < 10s, QByteArray::number(qint64(reply.elapsed.count())).constData());
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.connections(), 1);
}

void TestHttpProber::cutsOffWhatIsTooLarge_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<qint64>("kept");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray kibibyte(1024, 'x');
    QTest::newRow("2 MiB") << Script::reply(200, kibibyte.repeated(2048)) << probe::maximumBody;
    QTest::newRow("endless body") << Script::endless(ok + "\r\n", kibibyte) << probe::maximumBody;
    QTest::newRow("endless chunks") << Script::endless(
        ok + "Transfer-Encoding: chunked\r\n\r\n", "400\r\n" + kibibyte + "\r\n")
                                    << probe::maximumBody;
    QTest::newRow("endless headers") << Script::endless(ok, "X-A: " + kibibyte + "\r\n") << qint64(0);
    QTest::newRow("endless header line") << Script::endless(ok + "X-A: ", kibibyte) << qint64(0);
    QTest::newRow("endless interim replies") << Script::endless("", "HTTP/1.1 100 Continue\r\n\r\n") << qint64(0);
}

void TestHttpProber::cutsOffWhatIsTooLarge()
{
    QFETCH(const Script, script);
    ScriptedServer server;
    server.answer(script);
    const ProbeReply reply = probing::run(probing::request(ProbeId::Rerank, server.url(), patient));
    QCOMPARE(code(reply.failure), code(NetworkFailure::ReplyTooLarge));
    QTEST(qint64(reply.body.size()), "kept");
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestHttpProber::doesNotUnfoldACompressedReply()
{
    ScriptedServer server;
    // qCompress puts four bytes before a zlib stream, which has two of its own before what gzip holds, too.
    const QByteArray bomb =
        QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\3", 10) + qCompress(QByteArray(10 * 1024 * 1024, '\0'), 9).sliced(6);
    server.answer(Script::reply(200, bomb, {"Content-Encoding: gzip"}));
    const ProbeReply reply = probing::run(probing::request(ProbeId::Rerank, server.url(), patient));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.body, bomb);
    QVERIFY(server.requests().value(0).contains("\r\nAccept-Encoding: identity\r\n"));
}

void TestHttpProber::doesNotSendAKeyUnprotected_data()
{
    QTest::addColumn<QString>("base");
    QTest::newRow("another host") << QStringLiteral("http://192.0.2.1:9");
    QTest::newRow("a name") << QStringLiteral("http://api.cohere.com");
    QTest::newRow("another scheme") << QStringLiteral("ftp://192.0.2.1");
    QTest::newRow("no URL") << QString();
}

void TestHttpProber::doesNotSendAKeyUnprotected()
{
    QFETCH(const QString, base);
    const ProbeReply reply = probing::run(probing::request(ProbeId::Rerank, QUrl(base), patient));
    QCOMPARE(code(reply.failure), code(NetworkFailure::KeyNotSendable));
}

void TestHttpProber::sendsNothingWithoutAKey()
{
    ScriptedServer server;
    probe::ProbeRequest request = probing::request(ProbeId::CheckApiKey, server.url(), patient);
    request.key.reset();
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), code(NetworkFailure::KeyNotSendable));
    QCOMPARE(server.connections(), 0);
}

void TestHttpProber::sendsTheControlRequestWithoutAKey()
{
    ScriptedServer server;
    probe::ProbeRequest request = probing::request(ProbeId::Rerank, server.url(), patient);
    request.variant = probe::Variant::NoKey;
    request.target.header = {"X-API-Key", "<", ">"};
    request.key.reset();
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.variant, probe::Variant::NoKey);
    const QByteArray sent = server.requests().value(0);
    QVERIFY2(sent.startsWith("POST /v2/rerank HTTP/1.1\r\nHost: "), sent.constData());
    QVERIFY(!sent.toLower().contains("x-api-key"));
}

void TestHttpProber::sendsNothingUnprotectedWithoutAKeyEither()
{
    const QUrl base(QStringLiteral("http://192.0.2.1:9"));
    probe::ProbeRequest request = probing::request(ProbeId::Rerank, base, patient);
    request.variant = probe::Variant::NoKey;
    request.key.reset();
    QCOMPARE(code(probing::run(std::move(request)).failure), code(NetworkFailure::KeyNotSendable));
    // What is to be sent without a key has none with it by mistake.
    ScriptedServer server;
    probe::ProbeRequest withKey = probing::request(ProbeId::Rerank, server.url(), patient);
    withKey.variant = probe::Variant::NoKey;
    QCOMPARE(code(probing::run(std::move(withKey)).failure), code(NetworkFailure::KeyNotSendable));
    QCOMPARE(server.connections(), 0);
}

void TestHttpProber::runsSeveralSideBySide()
{
    ScriptedServer server;
    server.answerPath("/v1/check-api-key", Script::raw("", Script::Then::KeepOpen));
    server.answerPath("/v2/rerank", Script::reply(401, "{}"));
    probe::HttpProber prober;
    QList<ProbeReply> replies;
    connect(&prober, &probe::Prober::probeFinished, this, [&](const ProbeReply &reply) { replies.append(reply); });
    prober.start(probing::request(ProbeId::CheckApiKey, server.url(), 2s));
    prober.start(probing::request(ProbeId::Rerank, server.url(), patient));
    prober.start(probing::request(ProbeId::NameLookup, server.url(), patient));
    prober.start(probing::request(ProbeId::Connect, server.url(), patient));
    QCOMPARE(replies.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(replies.size(), 4, 30000);
    // The one that is kept waiting holds nobody up.
    QCOMPARE(replies.last().id, ProbeId::CheckApiKey);
    QCOMPARE(code(replies.last().failure), code(NetworkFailure::TimedOut));
    for (const ProbeReply &reply : replies.first(3))
        QCOMPARE(code(reply.failure), -1);
}

void TestHttpProber::endsEachWhenCancelled()
{
    ScriptedServer server;
    server.answer(Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", Script::Then::KeepOpen));
    probe::HttpProber prober;
    QSignalSpy spy(&prober, &probe::Prober::probeFinished);
    prober.start(probing::request(ProbeId::CheckApiKey, server.url(), patient));
    prober.start(probing::request(ProbeId::Rerank, server.url(), patient));
    QTRY_COMPARE(server.requests().size(), 2);
    prober.cancelAll();
    prober.cancelAll();
    QTRY_COMPARE(spy.size(), 2);
    for (const QList<QVariant> &signal : spy)
        QCOMPARE(code(signal.first().value<ProbeReply>().failure), code(NetworkFailure::Cancelled));
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(spy.size(), 2);
}

void TestHttpProber::cancelsWhatHasNotBegun()
{
    ScriptedServer server;
    probe::HttpProber prober;
    QSignalSpy spy(&prober, &probe::Prober::probeFinished);
    for (const ProbeId id :
        {ProbeId::NameLookup, ProbeId::Connect, ProbeId::Tls, ProbeId::CheckApiKey, ProbeId::Rerank})
        prober.start(probing::request(id, server.url(), patient));
    prober.cancelAll();
    QTRY_COMPARE(spy.size(), 5);
    for (const QList<QVariant> &signal : spy)
        QCOMPARE(code(signal.first().value<ProbeReply>().failure), code(NetworkFailure::Cancelled));
    QCOMPARE(server.connections(), 0);
}

void TestHttpProber::mayBeDestroyedInTheMiddle()
{
    ScriptedServer server;
    server.answer(Script::raw("HTTP/1.1 200 OK\r\n", Script::Then::KeepOpen));
    auto prober = std::make_unique<probe::HttpProber>();
    prober->start(probing::request(ProbeId::Rerank, server.url(), patient));
    QTRY_COMPARE(server.requests().size(), 1);
    prober->start(probing::request(ProbeId::NameLookup, QUrl(QStringLiteral("https://localhost")), patient));
    prober->start(probing::request(ProbeId::Rerank, server.url(), patient));
    prober.reset();
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.requests().size(), 1);
}

void TestHttpProber::mayBeDestroyedByWhoeverHears()
{
    ScriptedServer server;
    auto prober = std::make_unique<probe::HttpProber>();
    int heard = 0;
    connect(prober.get(), &probe::Prober::probeFinished, this, [&] {
        ++heard;
        prober.reset();
    });
    prober->start(probing::request(ProbeId::Rerank, server.url(), patient));
    prober->start(probing::request(ProbeId::CheckApiKey, server.url(), patient));
    QTRY_COMPARE(heard, 1);
    QVERIFY(!prober);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(heard, 1);
}

void TestHttpProber::mayBeStartedByWhoeverHears()
{
    ScriptedServer server;
    probe::HttpProber prober;
    int heard = 0;
    connect(&prober, &probe::Prober::probeFinished, this, [&] {
        if (++heard < 3)
            prober.start(probing::request(ProbeId::Rerank, server.url(), patient));
    });
    prober.start(probing::request(ProbeId::Rerank, server.url(), patient));
    QTRY_COMPARE(heard, 3);
    QCOMPARE(server.requests().size(), 3);
}

QTEST_GUILESS_MAIN(TestHttpProber)
#include "tst_HttpProber.moc"
