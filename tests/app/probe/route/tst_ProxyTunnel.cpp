// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TunnelProxy.h"

#include <QNetworkProxy>
#include <QTcpSocket>

#include <functional>

using namespace std::chrono_literals;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::ProbeReply;
using probing::code;

namespace {

constexpr auto patient = 20s;
const char *const target = "https://api.example:8443";

/// Answers each piece of bytes that comes by what a function says: the connection's number from 1, and the piece. An
/// empty answer ends the connection, which is kept open otherwise.
class TalkingServer : public QTcpServer {
public:
    using Answer = std::function<QByteArray(int connection, const QByteArray &piece)>;

    explicit TalkingServer(Answer answer)
        : m_answer(std::move(answer))
    {
        setProxy(QNetworkProxy::NoProxy);
        connect(this, &QTcpServer::newConnection, this, &TalkingServer::accept);
        if (!listen(QHostAddress::LocalHost))
            qFatal("The talking server cannot listen on 127.0.0.1.");
    }

    [[nodiscard]] QUrl url(const char *scheme) const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(QLatin1String(scheme)).arg(serverPort()));
    }
    [[nodiscard]] const QList<QByteArray> &pieces() const { return m_pieces; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int open() const { return m_open; }

private:
    void accept()
    {
        QTcpSocket *socket = nextPendingConnection();
        ++m_open;
        connect(socket, &QAbstractSocket::disconnected, this, [this] { --m_open; });
        connect(socket, &QIODevice::readyRead, this, [this, socket, number = ++m_connections] {
            const QByteArray piece = socket->readAll();
            m_pieces.append(piece);
            const QByteArray answer = m_answer(number, piece);
            socket->write(answer);
            if (answer.isEmpty())
                socket->disconnectFromHost();
        });
    }

    Answer m_answer;
    QList<QByteArray> m_pieces;
    int m_connections = 0;
    int m_open = 0;
};

probe::ProbeRequest proxied(ProbeId id, const QUrl &proxy)
{
    probe::ProbeRequest request = probing::request(id, QUrl(QLatin1String(target)), patient);
    request.target.proxy = {probe::ProxyChoice::Kind::Given, proxy};
    return request;
}

QUrl withLogin(QUrl url)
{
    url.setUserName(QStringLiteral("aladdin"));
    url.setPassword(QStringLiteral("sesame"));
    return url;
}

const char *const digestAndNtlm = "Proxy-Authenticate: NTLM\r\n"
                                  "Proxy-Authenticate: Digest realm=\"x\", nonce=\"y\", qop=\"auth\"\r\n";

QByteArray whole(int status, const QByteArray &header = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + header + "Content-Length: 2\r\n\r\nno";
}

} // namespace

/// How a proxy is asked for a connection, and what it says that makes none.
class TestProxyTunnel : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsTheAnswerOfAnHttpProxy_data();
    void readsTheAnswerOfAnHttpProxy();
    void readsPrivoxysPageForAnUnknownName();
    void asksOnceWithTheLoginAndNeverWithAKey_data();
    void asksOnceWithTheLoginAndNeverWithAKey();
    void endsAskingInTime_data();
    void endsAskingInTime();
    void readsAnOddAnswer_data();
    void readsAnOddAnswer();
    void leavesADigestToQt_data();
    void leavesADigestToQt();
    void leavesTheTargetsBytesAlone();
    void tellsAConnectionThatEndsAtOnce();
    void endsWhenCancelledWhileAsking();
    void asksAboutAnIPv6Target();
    void readsTheAnswerOfASocksProxy_data();
    void readsTheAnswerOfASocksProxy();
    void readsARefusedSocksLogin_data();
    void readsARefusedSocksLogin();
    void namesTheTargetOnceAConnectionIsMade_data();
    void namesTheTargetOnceAConnectionIsMade();
};

void TestProxyTunnel::readsTheAnswerOfAnHttpProxy_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<NetworkFailure>("failure");
    QTest::addColumn<bool>("atTarget");
    const auto row = [](const char *name, int status, const QByteArray &header, NetworkFailure failure, bool atTarget) {
        QTest::newRow(name) << status << header << failure << atTarget;
    };
    const NetworkFailure denied = NetworkFailure::ProxyDenied;
    row("login", 407, "Proxy-Authenticate: Basic realm=\"x\"", NetworkFailure::ProxyLoginNeeded, false);
    row("login, of a kind that nobody knows", 407, "Proxy-Authenticate: Rain", NetworkFailure::ProxyLoginNeeded, false);
    row("login, without a word of how", 407, "Server: x", NetworkFailure::ProxyLoginNeeded, false);
    for (const int status : {301, 400, 401, 403, 404, 405, 429, 500, 502, 503, 504, 511})
        row(QByteArray::number(status).constData(), status, "Via: 1.1 gate (squid)", denied, false);
    row("squid: not allowed", 403, "X-Squid-Error: ERR_ACCESS_DENIED 0", denied, false);
    row("squid: not known", 503, "X-Squid-Error: ERR_DNS_FAIL 0", NetworkFailure::NameNotFound, true);
    row("squid: refused", 503, "X-Squid-Error: ERR_CONNECT_FAIL 111", NetworkFailure::ConnectionRefused, true);
    row("squid: no route", 503, "X-Squid-Error: ERR_CONNECT_FAIL 113", NetworkFailure::HostUnreachable, true);
    row("squid: no network", 503, "X-Squid-Error: ERR_CONNECT_FAIL 101", NetworkFailure::HostUnreachable, true);
    row("squid: timed out", 503, "X-Squid-Error: ERR_CONNECT_FAIL 110", NetworkFailure::TimedOut, true);
    row("squid: otherwise", 503, "X-Squid-Error: ERR_CONNECT_FAIL 99", denied, false);
}

void TestProxyTunnel::readsTheAnswerOfAnHttpProxy()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, header);
    QFETCH(const NetworkFailure, failure);
    QFETCH(const bool, atTarget);
    for (const ProbeId id : {ProbeId::Tls, ProbeId::Rerank}) {
        ScriptedServer proxy;
        proxy.answer(Script::reply(status, "said by the proxy", {header}));
        const ProbeReply reply = probing::run(proxied(id, proxy.url()));
        QCOMPARE(code(reply.failure), code(failure));
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.header(header.first(header.indexOf(':')).toLower()), header.sliced(header.indexOf(": ") + 2));
        QCOMPARE(reply.body, QByteArray("said by the proxy"));
        QCOMPARE(reply.host, atTarget ? QStringLiteral("api.example") : QStringLiteral("127.0.0.1"));
        QCOMPARE(reply.port, atTarget ? 8443 : proxy.serverPort());
        QVERIFY(reply.viaProxy);
        QVERIFY(reply.elapsed < 2500ms);
        QTRY_COMPARE(proxy.openConnections(), 0);
    }
}

void TestProxyTunnel::readsPrivoxysPageForAnUnknownName()
{
    ScriptedServer proxy;
    proxy.answer(Script::reply(404, "<title>404 - No such Domain (Privoxy@gate)</title>"));
    const ProbeReply reply = probing::run(proxied(ProbeId::Rerank, proxy.url()));
    QCOMPARE(code(reply.failure), code(NetworkFailure::NameNotFound));
    QCOMPARE(reply.host, QStringLiteral("api.example"));
}

void TestProxyTunnel::asksOnceWithTheLoginAndNeverWithAKey_data()
{
    QTest::addColumn<bool>("login");
    QTest::addColumn<QList<QByteArray>>("challenges");
    const QByteArray basic = "Proxy-Authenticate: Basic realm=\"x\"";
    const QByteArray ntlm = "Proxy-Authenticate: NTLM"; // which Qt would answer without end
    const QByteArray negotiate = "Proxy-Authenticate: Negotiate";
    const QByteArray digest = "Proxy-Authenticate: Digest realm=\"x\", nonce=\"y\"";
    QTest::newRow("Basic") << true << QList<QByteArray>{basic};
    QTest::newRow("NTLM") << true << QList<QByteArray>{ntlm};
    QTest::newRow("Negotiate, NTLM, Basic") << true << QList<QByteArray>{negotiate, ntlm, basic};
    QTest::newRow("Negotiate") << true << QList<QByteArray>{negotiate};
    QTest::newRow("no login, NTLM") << false << QList<QByteArray>{ntlm};
    QTest::newRow("no login, Negotiate, NTLM") << false << QList<QByteArray>{negotiate, ntlm};
    QTest::newRow("no login, Digest") << false << QList<QByteArray>{digest};
}

void TestProxyTunnel::asksOnceWithTheLoginAndNeverWithAKey()
{
    QFETCH(const bool, login);
    QFETCH(const QList<QByteArray>, challenges);
    ScriptedServer proxy;
    proxy.answer(Script::reply(407, "", challenges));
    const ProbeReply reply = probing::run(proxied(ProbeId::Rerank, login ? withLogin(proxy.url()) : proxy.url()));
    QCOMPARE(code(reply.failure), code(NetworkFailure::ProxyLoginNeeded));
    QCOMPARE(reply.status, 407);
    QCOMPARE(std::count_if(reply.headers.begin(), reply.headers.end(),
                 [](const auto &header) { return header.first == "proxy-authenticate"; }),
        challenges.size());
    const QByteArray head = "CONNECT api.example:8443 HTTP/1.1\r\nHost: api.example:8443\r\n"
                            "User-Agent: rerank-key-doctor/" DOCTOR_VERSION "\r\n";
    const QByteArray line = login ? "Proxy-Authorization: Basic YWxhZGRpbjpzZXNhbWU=\r\n" : "";
    QCOMPARE(proxy.requests(), QList<QByteArray>{head + line + "\r\n"});
}

void TestProxyTunnel::endsAskingInTime_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<NetworkFailure>("failure");
    QTest::addColumn<int>("status");
    const NetworkFailure slow = NetworkFailure::ProxyTooSlow;
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 407 No\r\nVia: x\r\n") << slow << 0;
    QTest::newRow("interim replies") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << slow << 0;
    QTest::newRow("a body without an end")
        << QByteArray("HTTP/1.1 407 No\r\nVia: x\r\n\r\nno") << NetworkFailure::ProxyLoginNeeded << 407;
}

void TestProxyTunnel::endsAskingInTime()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const NetworkFailure, failure);
    TalkingServer proxy([&answer](int, const QByteArray &) { return answer; });
    probe::ProbeRequest request = proxied(ProbeId::Rerank, proxy.url("http"));
    request.timeout = 700ms;
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), code(failure));
    QTEST(reply.status, "status");
    QCOMPARE(reply.header("via"), reply.status == 0 ? QByteArray() : QByteArray("x"));
    QVERIFY(reply.elapsed > 500ms && reply.elapsed < 3s);
    QCOMPARE(proxy.connections(), 1);
    QTRY_COMPARE(proxy.open(), 0);
}

void TestProxyTunnel::readsAnOddAnswer_data()
{
    QTest::addColumn<bool>("login");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<NetworkFailure>("failure");
    QTest::addColumn<int>("status");
    QTest::newRow("a wrong login, as tinyproxy says it")
        << true << whole(401) << NetworkFailure::ProxyLoginNeeded << 401;
    QTest::newRow("that, without a login") << false << whole(401) << NetworkFailure::ProxyDenied << 401;
    QTest::newRow("not HTTP") << false << QByteArray("SSH-2.0-x\r\n") << NetworkFailure::ProxyDenied << 0;
    QTest::newRow("closed") << false << QByteArray() << NetworkFailure::ProxyRefused << 0;
}

void TestProxyTunnel::readsAnOddAnswer()
{
    QFETCH(const bool, login);
    QFETCH(const QByteArray, answer);
    QFETCH(const NetworkFailure, failure);
    TalkingServer proxy([&answer](int, const QByteArray &) { return answer; });
    const QUrl url = proxy.url("http");
    const ProbeReply reply = probing::run(proxied(ProbeId::Rerank, login ? withLogin(url) : url));
    QCOMPARE(code(reply.failure), code(failure));
    QTEST(reply.status, "status");
    QCOMPARE(reply.port, int(proxy.serverPort()));
    QCOMPARE(proxy.pieces().size(), 1);
}

void TestProxyTunnel::leavesADigestToQt_data()
{
    QTest::addColumn<QByteArray>("answer"); // to the login as a digest
    QTest::addColumn<NetworkFailure>("failure");
    QTest::addColumn<int>("status");
    const QByteArray asks = digestAndNtlm;
    QTest::newRow("wrong") << whole(407, asks) << NetworkFailure::ProxyLoginNeeded << 407;
    QTest::newRow("closed") << QByteArray() << NetworkFailure::ProxyLoginNeeded << 407;
    QTest::newRow("right, and denied") << whole(403) << NetworkFailure::ProxyDenied << 0;
    QTest::newRow("right") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << NetworkFailure::NotHttp << 0;
}

void TestProxyTunnel::leavesADigestToQt()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const NetworkFailure, failure);
    const QByteArray asks = digestAndNtlm;
    TalkingServer proxy([&](int, const QByteArray &piece) {
        if (!piece.startsWith("CONNECT "))
            return QByteArray("SSH-2.0-x\r\n");
        return piece.contains("Authorization: Digest username=\"aladdin\"") ? answer : whole(407, asks);
    });
    probe::ProbeRequest request = proxied(ProbeId::Rerank, withLogin(proxy.url("http")));
    request.target.base = QUrl(QStringLiteral("http://localhost:4321"));
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), code(failure));
    QTEST(reply.status, "status");
    QVERIFY(proxy.connections() <= 3);
}

// Some servers speak first, and what they say may come together with the proxy's answer.
void TestProxyTunnel::leavesTheTargetsBytesAlone()
{
    TalkingServer proxy([](int, const QByteArray &piece) {
        return piece.startsWith("CONNECT ") ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" + whole(401)
                                            : QByteArray();
    });
    probe::ProbeRequest request = proxied(ProbeId::Rerank, proxy.url("http"));
    request.target.base = QUrl(QStringLiteral("http://localhost:4321"));
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.body, QByteArray("no"));
}

void TestProxyTunnel::tellsAConnectionThatEndsAtOnce()
{
    ScriptedServer proxy;
    proxy.answer(Script::raw("HTTP/1.1 200 Connection established\r\n\r\n"));
    for (const ProbeId id : {ProbeId::Tls, ProbeId::Rerank}) {
        const ProbeReply reply = probing::run(proxied(id, proxy.url()));
        QCOMPARE(code(reply.failure), code(NetworkFailure::ConnectionClosed));
        QCOMPARE(reply.host, QStringLiteral("api.example"));
        QVERIFY(reply.elapsed < 2500ms);
    }
}

void TestProxyTunnel::endsWhenCancelledWhileAsking()
{
    TalkingServer proxy([](int, const QByteArray &) { return QByteArray("HTTP/1.1 "); });
    probe::HttpProber prober;
    QSignalSpy spy(&prober, &probe::Prober::probeFinished);
    prober.start(proxied(ProbeId::Rerank, proxy.url("http")));
    QTRY_COMPARE(proxy.pieces().size(), 1);
    prober.cancelAll();
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(code(spy.constFirst().constFirst().value<ProbeReply>().failure), code(NetworkFailure::Cancelled));
    QTRY_COMPARE(proxy.open(), 0);
}

void TestProxyTunnel::asksAboutAnIPv6Target()
{
    ScriptedServer proxy;
    proxy.answer(Script::reply(403, ""));
    probe::ProbeRequest request = proxied(ProbeId::Rerank, proxy.url());
    request.target.base = QUrl(QStringLiteral("https://[2001:db8::7]"));
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(reply.status, 403);
    const QByteArray asked = proxy.requests().constLast();
    QVERIFY2(asked.startsWith("CONNECT [2001:db8::7]:443 HTTP/1.1\r\nHost: [2001:db8::7]:443\r\n"), asked.constData());
}

void TestProxyTunnel::readsTheAnswerOfASocksProxy_data()
{
    QTest::addColumn<char>("answer"); // RFC 1928, section 6
    QTest::addColumn<NetworkFailure>("failure");
    QTest::addColumn<QString>("host"); // whose failure it is
    QTest::addColumn<QString>("asked");
    const QString proxy = QStringLiteral("127.0.0.1");
    const QString target = QStringLiteral("192.0.2.9");
    const QString name = QStringLiteral("api.invalid");
    for (const char answer : {'\1', '\2', '\3', '\4', '\6', '\7', '\10'}) {
        // For a name, too: some say "host unreachable" where they do not know it, and some "general failure".
        QTest::addRow("%d", answer) << answer << NetworkFailure::ProxyDenied << proxy << target;
        QTest::addRow("%d, a name", answer) << answer << NetworkFailure::ProxyDenied << proxy << name;
    }
    QTest::newRow("refused") << '\5' << NetworkFailure::ConnectionRefused << target << target;
    QTest::newRow("refused, a name") << '\5' << NetworkFailure::ConnectionRefused << name << name;
}

void TestProxyTunnel::readsTheAnswerOfASocksProxy()
{
    QFETCH(const char, answer);
    QFETCH(const QString, host);
    QFETCH(const QString, asked);
    TalkingServer proxy([answer](int, const QByteArray &piece) {
        if (piece.size() < 5) // the greeting
            return QByteArray("\5\0", 2);
        return QByteArray("\5", 1) + answer + QByteArray("\0\1\0\0\0\0\0\0", 8);
    });
    probe::ProbeRequest request = proxied(ProbeId::Rerank, proxy.url("socks5"));
    request.target.base.setHost(asked);
    const ProbeReply reply = probing::run(std::move(request));
    QFETCH(const NetworkFailure, failure);
    QCOMPARE(code(reply.failure), code(failure));
    QCOMPARE(reply.status, 0);
    QCOMPARE(reply.host, host);
    for (const QByteArray &piece : proxy.pieces())
        QVERIFY2(piece.startsWith('\5'), piece.constData()); // HTTP is not spoken to it
    const bool isName = asked == QLatin1String("api.invalid");
    QCOMPARE(proxy.pieces().constLast().contains("api.invalid"), isName); // a name is looked up there
}

void TestProxyTunnel::readsARefusedSocksLogin_data()
{
    QTest::addColumn<bool>("login");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("none given") << false << QByteArray("\5\xff", 2);
    QTest::newRow("of a kind that is not taken") << true << QByteArray("\5\xff", 2);
    QTest::newRow("wrong") << true << QByteArray("\5\2", 2);
}

void TestProxyTunnel::readsARefusedSocksLogin()
{
    QFETCH(const bool, login);
    QFETCH(const QByteArray, method);
    TalkingServer proxy([&method](int, const QByteArray &piece) {
        return piece.startsWith('\5') ? method : QByteArray("\1\1", 2); // RFC 1929: not taken
    });
    const QUrl url = proxy.url("socks5");
    const ProbeReply reply = probing::run(proxied(ProbeId::Rerank, login ? withLogin(url) : url));
    QCOMPARE(code(reply.failure), code(NetworkFailure::ProxyLoginNeeded));
    QCOMPARE(reply.status, 0); // 407 is HTTP's
}

void TestProxyTunnel::namesTheTargetOnceAConnectionIsMade_data()
{
    QTest::addColumn<ProbeId>("id");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<NetworkFailure>("failure");
    const QString http = QStringLiteral("http");
    QTest::newRow("not HTTP") << ProbeId::Rerank << http << QByteArray("SSH-2.0-x\r\n") << NetworkFailure::NotHttp;
    QTest::newRow("closed") << ProbeId::Rerank << http << QByteArray() << NetworkFailure::ConnectionClosed;
    QTest::newRow("not TLS") << ProbeId::Tls << QStringLiteral("https") << QByteArray("HTTP/1.1 400 Bad\r\n\r\n")
                             << NetworkFailure::TlsHandshakeFailed;
}

void TestProxyTunnel::namesTheTargetOnceAConnectionIsMade()
{
    QFETCH(const ProbeId, id);
    QFETCH(const QString, scheme);
    QFETCH(const QByteArray, answer);
    TalkingServer server([&answer](int, const QByteArray &) { return answer; });
    TunnelProxy proxy(server.serverPort());
    probe::ProbeRequest request = proxied(id, QUrl(QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort())));
    request.target.base = QUrl(scheme + QStringLiteral("://localhost:4321"));
    const ProbeReply reply = probing::run(std::move(request));
    QFETCH(const NetworkFailure, failure);
    QCOMPARE(code(reply.failure), code(failure));
    QCOMPARE(reply.host, QStringLiteral("localhost"));
    QCOMPARE(reply.port, 4321);
    QVERIFY(reply.viaProxy);
    QCOMPARE(reply.proxyUse.port, int(proxy.serverPort()));
    QCOMPARE(proxy.requests(), QList<QByteArray>{"CONNECT localhost:4321 HTTP/1.1"}); // nobody asks again
}

QTEST_GUILESS_MAIN(TestProxyTunnel)
#include "tst_ProxyTunnel.moc"
