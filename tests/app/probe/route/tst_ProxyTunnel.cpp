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

QByteArray whole(int status, const QByteArray &header = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + header + "Content-Length: 2\r\n\r\nno";
}

} // namespace

/// What a proxy says that makes no connection: Qt tells an error alone.
class TestProxyAnswer : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsTheAnswerOfAnHttpProxy_data();
    void readsTheAnswerOfAnHttpProxy();
    void asksFirstWithoutALoginAndNeverWithAKey();
    void endsAskingInTime_data();
    void endsAskingInTime();
    void endsAskingWhereAConnectionIsMade();
    void takesNoAnswerToAnotherQuestion_data();
    void takesNoAnswerToAnotherQuestion();
    void endsWhenCancelledWhileAsking();
    void asksAboutAnIPv6Target();
    void readsTheAnswerOfASocksProxy_data();
    void readsTheAnswerOfASocksProxy();
    void readsARefusedSocksLogin_data();
    void readsARefusedSocksLogin();
    void namesTheTargetOnceAConnectionIsMade_data();
    void namesTheTargetOnceAConnectionIsMade();
};

void TestProxyAnswer::readsTheAnswerOfAnHttpProxy_data()
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
    for (const int status : {301, 400, 401, 403, 405, 429, 500, 502, 503, 504, 511})
        row(QByteArray::number(status).constData(), status, "Via: 1.1 gate (squid)", denied, false);
    row("not known there", 404, "Server: x", NetworkFailure::NameNotFound, true);
    row("squid: not allowed", 403, "X-Squid-Error: ERR_ACCESS_DENIED 0", denied, false);
    row("squid: not known", 503, "X-Squid-Error: ERR_DNS_FAIL 0", NetworkFailure::NameNotFound, true);
    row("squid: refused", 503, "X-Squid-Error: ERR_CONNECT_FAIL 111", NetworkFailure::ConnectionRefused, true);
    row("squid: no route", 503, "X-Squid-Error: ERR_CONNECT_FAIL 113", NetworkFailure::HostUnreachable, true);
    row("squid: no network", 503, "X-Squid-Error: ERR_CONNECT_FAIL 101", NetworkFailure::HostUnreachable, true);
    row("squid: timed out", 503, "X-Squid-Error: ERR_CONNECT_FAIL 110", NetworkFailure::TimedOut, true);
    row("squid: otherwise", 503, "X-Squid-Error: ERR_CONNECT_FAIL 99", denied, false);
}

void TestProxyAnswer::readsTheAnswerOfAnHttpProxy()
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

void TestProxyAnswer::asksFirstWithoutALoginAndNeverWithAKey()
{
    ScriptedServer proxy;
    proxy.answer(Script::reply(407, "", {"Proxy-Authenticate: Basic realm=\"x\"", "Proxy-Authenticate: NTLM"}));
    const ProbeReply reply = probing::run(proxied(ProbeId::Rerank, withLogin(proxy.url())));
    QCOMPARE(code(reply.failure), code(NetworkFailure::ProxyLoginNeeded));
    QCOMPARE(std::count_if(reply.headers.begin(), reply.headers.end(),
                 [](const auto &header) { return header.first == "proxy-authenticate"; }),
        2);
    const QByteArray head = "CONNECT api.example:8443 HTTP/1.1\r\nHost: api.example:8443\r\n"
                            "User-Agent: rerank-key-doctor/" DOCTOR_VERSION "\r\n";
    // Qt tries NTLM, and says no more than that the connection has ended.
    QCOMPARE(proxy.requests().at(proxy.requests().size() - 2), head + "\r\n");
    QCOMPARE(proxy.requests().constLast(), head + "Proxy-Authorization: Basic YWxhZGRpbjpzZXNhbWU=\r\n\r\n");
    for (const QByteArray &request : proxy.requests())
        QVERIFY(!request.contains(testkeys::good));
}

void TestProxyAnswer::endsAskingInTime_data()
{
    QTest::addColumn<QByteArray>("again"); // what the proxy says when it is asked once more
    QTest::addColumn<int>("status");
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 407 No\r\nVia: x\r\n") << 407;
    QTest::newRow("a body without an end") << QByteArray("HTTP/1.1 407 No\r\nVia: x\r\n\r\nno") << 407;
    QTest::newRow("interim replies") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << 407;
}

void TestProxyAnswer::endsAskingInTime()
{
    QFETCH(const QByteArray, again);
    const bool headIsWhole = again.contains("\r\n\r\nno");
    TalkingServer proxy([&again](int connection, const QByteArray &) {
        return connection == 1 ? whole(407, "Proxy-Authenticate: Basic realm=\"x\"\r\n") : again;
    });
    probe::ProbeRequest request = proxied(ProbeId::Rerank, proxy.url("http"));
    request.timeout = 1s;
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), code(NetworkFailure::ProxyLoginNeeded)); // not: timed out
    QTEST(reply.status, "status");
    QCOMPARE(reply.header("via"), headIsWhole ? QByteArray("x") : QByteArray());
    QVERIFY(reply.elapsed > 500ms && reply.elapsed < 3s);
    QCOMPARE(proxy.connections(), 2);
    QTRY_COMPARE(proxy.open(), 0);
}

void TestProxyAnswer::endsAskingWhereAConnectionIsMade()
{
    TalkingServer proxy([](int connection, const QByteArray &) {
        return connection == 1 ? whole(503) : QByteArray("HTTP/1.1 200 Connection established\r\n\r\n");
    });
    const ProbeReply reply = probing::run(proxied(ProbeId::Rerank, proxy.url("http")));
    QCOMPARE(code(reply.failure), code(NetworkFailure::ProxyDenied));
    QCOMPARE(reply.status, 0);
    QVERIFY(reply.headers.isEmpty());
    QVERIFY(reply.elapsed < 2500ms);
    QCOMPARE(proxy.connections(), 2);
    QCOMPARE(proxy.pieces().size(), 2); // nothing went through
    QTRY_COMPARE(proxy.open(), 0);
}

void TestProxyAnswer::takesNoAnswerToAnotherQuestion_data()
{
    QTest::addColumn<bool>("login");
    QTest::addColumn<QByteArray>("first"); // to Qt, with the login where there is one
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<NetworkFailure>("failure");
    QTest::addColumn<int>("status");
    const QByteArray asks = "Proxy-Authenticate: Basic realm=\"x\"\r\n";
    QTest::newRow("denied with the login")
        << true << whole(403) << whole(407, asks) << NetworkFailure::ProxyDenied << 403;
    QTest::newRow("denied with a login that is not Basic")
        << true << whole(403) << whole(407, "Proxy-Authenticate: Negotiate\r\n") << NetworkFailure::ProxyDenied << 0;
    QTest::newRow("a wrong login, as tinyproxy says it")
        << true << whole(401) << whole(407, asks) << NetworkFailure::ProxyLoginNeeded << 401;
    QTest::newRow("login, then something else")
        << false << whole(407, asks) << whole(403) << NetworkFailure::ProxyLoginNeeded << 407;
    QTest::newRow("not HTTP") << false << whole(403) << QByteArray("SSH-2.0-x\r\n") << NetworkFailure::ProxyDenied << 0;
    QTest::newRow("closed, then a login")
        << false << QByteArray() << whole(407, asks) << NetworkFailure::ProxyLoginNeeded << 407;
    QTest::newRow("closed twice") << false << QByteArray() << QByteArray() << NetworkFailure::ProxyRefused << 0;
}

void TestProxyAnswer::takesNoAnswerToAnotherQuestion()
{
    QFETCH(const bool, login);
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    TalkingServer proxy([&](int connection, const QByteArray &piece) {
        if (!login)
            return connection == 1 ? first : second;
        return piece.contains("Proxy-Authorization") ? first : second;
    });
    const QUrl url = proxy.url("http");
    const ProbeReply reply = probing::run(proxied(ProbeId::Rerank, login ? withLogin(url) : url));
    QFETCH(const NetworkFailure, failure);
    QCOMPARE(code(reply.failure), code(failure));
    QTEST(reply.status, "status");
    QVERIFY(proxy.connections() >= 2);
}

void TestProxyAnswer::endsWhenCancelledWhileAsking()
{
    TalkingServer proxy(
        [](int connection, const QByteArray &) { return connection == 1 ? whole(403) : QByteArray("HTTP/1.1 "); });
    probe::HttpProber prober;
    QSignalSpy spy(&prober, &probe::Prober::probeFinished);
    prober.start(proxied(ProbeId::Rerank, proxy.url("http")));
    QTRY_COMPARE(proxy.pieces().size(), 2);
    prober.cancelAll();
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(code(spy.constFirst().constFirst().value<ProbeReply>().failure), code(NetworkFailure::Cancelled));
    QTRY_COMPARE(proxy.open(), 0);
}

void TestProxyAnswer::asksAboutAnIPv6Target()
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

void TestProxyAnswer::readsTheAnswerOfASocksProxy_data()
{
    QTest::addColumn<char>("answer"); // RFC 1928, section 6
    QTest::addColumn<NetworkFailure>("failure");
    QTest::addColumn<QString>("host"); // whose failure it is
    const QString proxy = QStringLiteral("127.0.0.1");
    const QString target = QStringLiteral("192.0.2.9");
    const QString name = QStringLiteral("api.invalid");
    QTest::newRow("general failure") << '\1' << NetworkFailure::ProxyDenied << proxy;
    QTest::newRow("ruleset") << '\2' << NetworkFailure::ProxyDenied << proxy;
    QTest::newRow("network unreachable") << '\3' << NetworkFailure::ProxyDenied << proxy;
    QTest::newRow("host unreachable") << '\4' << NetworkFailure::HostUnreachable << target;
    QTest::newRow("refused") << '\5' << NetworkFailure::ConnectionRefused << target;
    QTest::newRow("time to live") << '\6' << NetworkFailure::ProxyDenied << proxy;
    QTest::newRow("command") << '\7' << NetworkFailure::ProxyDenied << proxy;
    QTest::newRow("kind of address") << '\10' << NetworkFailure::ProxyDenied << proxy;
    QTest::newRow("general failure, a name") << '\1' << NetworkFailure::HostUnreachable << name;
    QTest::newRow("host unreachable, a name") << '\4' << NetworkFailure::HostUnreachable << name;
    QTest::newRow("refused, a name") << '\5' << NetworkFailure::ConnectionRefused << name;
}

void TestProxyAnswer::readsTheAnswerOfASocksProxy()
{
    QFETCH(const char, answer);
    QFETCH(const QString, host);
    TalkingServer proxy([answer](int, const QByteArray &piece) {
        if (piece.size() < 5) // the greeting
            return QByteArray("\5\0", 2);
        return QByteArray("\5", 1) + answer + QByteArray("\0\1\0\0\0\0\0\0", 8);
    });
    probe::ProbeRequest request = proxied(ProbeId::Rerank, proxy.url("socks5"));
    const bool isName = host == QLatin1String("api.invalid");
    request.target.base.setHost(isName ? host : QStringLiteral("192.0.2.9"));
    const ProbeReply reply = probing::run(std::move(request));
    QFETCH(const NetworkFailure, failure);
    QCOMPARE(code(reply.failure), code(failure));
    QCOMPARE(reply.status, 0);
    QCOMPARE(reply.host, host);
    for (const QByteArray &piece : proxy.pieces())
        QVERIFY2(piece.startsWith('\5'), piece.constData()); // HTTP is not spoken to it
    QCOMPARE(proxy.pieces().constLast().contains("api.invalid"), isName); // a name is looked up there
}

void TestProxyAnswer::readsARefusedSocksLogin_data()
{
    QTest::addColumn<bool>("login");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("none given") << false << QByteArray("\5\xff", 2);
    QTest::newRow("of a kind that is not taken") << true << QByteArray("\5\xff", 2);
    QTest::newRow("wrong") << true << QByteArray("\5\2", 2);
}

void TestProxyAnswer::readsARefusedSocksLogin()
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

void TestProxyAnswer::namesTheTargetOnceAConnectionIsMade_data()
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

void TestProxyAnswer::namesTheTargetOnceAConnectionIsMade()
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

QTEST_GUILESS_MAIN(TestProxyAnswer)
#include "tst_ProxyAnswer.moc"
