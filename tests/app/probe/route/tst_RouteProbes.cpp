// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TunnelProxy.h"

#include <QNetworkProxy>

using namespace std::chrono_literals;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::ProbeReply;
using probing::code;

namespace {

constexpr auto patient = 20s;

// A port of this computer on which nobody listens.
quint16 deafPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(1);
}

QUrl localUrl(quint16 port)
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
}

probe::ProbeRequest proxied(ProbeId id, const QUrl &base, const QUrl &proxy)
{
    probe::ProbeRequest request = probing::request(id, base, patient);
    request.target.proxy = {probe::ProxyChoice::Kind::Given, proxy};
    return request;
}

} // namespace

/// Name lookup, connection, and the proxy that may stand between.
class TestRouteProbes : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void looksUpAName();
    void passesAnAddressAsItIs_data();
    void passesAnAddressAsItIs();
    void tellsANameThatIsNotKnown_data();
    void tellsANameThatIsNotKnown();
    void connectsAndSendsNothing();
    void tellsAPortThatRefuses_data();
    void tellsAPortThatRefuses();
    void triesTheProxyInPlaceOfTheTarget();
    void tellsAProxyThatCannotBeReached_data();
    void tellsAProxyThatCannotBeReached();
    void tellsWhatAProxyAnswers_data();
    void tellsWhatAProxyAnswers();
    void sendsTheProxysLoginToTheProxyAlone_data();
    void sendsTheProxysLoginToTheProxyAlone();
    void sendsTheKeyThroughTheTunnelAlone();
    void heedsNoProxyOfTheApplication();
};

void TestRouteProbes::looksUpAName()
{
    const ProbeReply reply =
        probing::run(probing::request(ProbeId::NameLookup, QUrl(QStringLiteral("https://localhost")), patient));
    QCOMPARE(code(reply.failure), -1);
    QVERIFY(reply.addresses.contains(QStringLiteral("127.0.0.1")) || reply.addresses.contains(QStringLiteral("::1")));
    QCOMPARE(reply.host, QStringLiteral("localhost"));
    QCOMPARE(reply.port, 443);
}

void TestRouteProbes::passesAnAddressAsItIs_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("address");
    QTest::newRow("IPv4") << QStringLiteral("https://192.0.2.7") << QStringLiteral("192.0.2.7");
    QTest::newRow("IPv6") << QStringLiteral("https://[2001:db8::7]:8443") << QStringLiteral("2001:db8::7");
}

void TestRouteProbes::passesAnAddressAsItIs()
{
    QFETCH(const QString, base);
    QFETCH(const QString, address);
    const ProbeReply reply = probing::run(probing::request(ProbeId::NameLookup, QUrl(base), patient));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.addresses, QStringList{address});
}

void TestRouteProbes::tellsANameThatIsNotKnown_data()
{
    QTest::addColumn<ProbeId>("id");
    QTest::newRow("lookup") << ProbeId::NameLookup;
    QTest::newRow("connect") << ProbeId::Connect;
    QTest::newRow("tls") << ProbeId::Tls;
    QTest::newRow("rerank") << ProbeId::Rerank;
}

void TestRouteProbes::tellsANameThatIsNotKnown()
{
    QFETCH(const ProbeId, id);
    const ProbeReply reply = probing::run(probing::request(id, QUrl(QStringLiteral("https://nothing.invalid")), 90s));
    QCOMPARE(code(reply.failure), code(NetworkFailure::NameNotFound));
    QCOMPARE(reply.addresses, QStringList());
}

void TestRouteProbes::connectsAndSendsNothing()
{
    ScriptedServer server;
    const ProbeReply reply = probing::run(probing::request(ProbeId::Connect, server.url(), patient));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.port, server.serverPort());
    QTRY_COMPARE(server.connections(), 1);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.bytesReceived(), 0);
}

void TestRouteProbes::tellsAPortThatRefuses_data()
{
    QTest::addColumn<ProbeId>("id");
    QTest::addColumn<QString>("scheme");
    QTest::newRow("connect") << ProbeId::Connect << QStringLiteral("http");
    QTest::newRow("tls") << ProbeId::Tls << QStringLiteral("https");
    QTest::newRow("rerank") << ProbeId::Rerank << QStringLiteral("http");
    QTest::newRow("rerank with TLS") << ProbeId::Rerank << QStringLiteral("https");
}

void TestRouteProbes::tellsAPortThatRefuses()
{
    QFETCH(const ProbeId, id);
    QFETCH(const QString, scheme);
    QUrl base = localUrl(deafPort());
    base.setScheme(scheme);
    const ProbeReply reply = probing::run(probing::request(id, base, patient));
    QCOMPARE(code(reply.failure), code(NetworkFailure::ConnectionRefused));
    QCOMPARE(reply.status, 0);
}

void TestRouteProbes::triesTheProxyInPlaceOfTheTarget()
{
    TunnelProxy proxy(1);
    for (const ProbeId id : {ProbeId::NameLookup, ProbeId::Connect}) {
        const ProbeReply reply =
            probing::run(proxied(id, QUrl(QStringLiteral("https://nothing.invalid")), localUrl(proxy.serverPort())));
        QCOMPARE(code(reply.failure), -1);
        QVERIFY(reply.viaProxy);
        QCOMPARE(reply.host, QStringLiteral("127.0.0.1"));
        QCOMPARE(reply.port, proxy.serverPort());
    }
}

void TestRouteProbes::tellsAProxyThatCannotBeReached_data()
{
    QTest::addColumn<ProbeId>("id");
    QTest::addColumn<QUrl>("proxy");
    QTest::addColumn<NetworkFailure>("failure");
    const QUrl unknown(QStringLiteral("http://nothing.invalid:3128"));
    const QUrl deaf = localUrl(deafPort());
    QUrl socks = deaf;
    socks.setScheme(QStringLiteral("socks5"));
    QTest::newRow("lookup, unknown") << ProbeId::NameLookup << unknown << NetworkFailure::ProxyNotFound;
    QTest::newRow("connect, unknown") << ProbeId::Connect << unknown << NetworkFailure::ProxyNotFound;
    QTest::newRow("tls, unknown") << ProbeId::Tls << unknown << NetworkFailure::ProxyNotFound;
    QTest::newRow("rerank, unknown") << ProbeId::Rerank << unknown << NetworkFailure::ProxyNotFound;
    QTest::newRow("connect, refused") << ProbeId::Connect << deaf << NetworkFailure::ProxyRefused;
    QTest::newRow("tls, refused") << ProbeId::Tls << deaf << NetworkFailure::ProxyRefused;
    QTest::newRow("rerank, refused") << ProbeId::Rerank << deaf << NetworkFailure::ProxyRefused;
    QTest::newRow("rerank, refused by SOCKS") << ProbeId::Rerank << socks << NetworkFailure::ProxyRefused;
}

void TestRouteProbes::tellsAProxyThatCannotBeReached()
{
    QFETCH(const ProbeId, id);
    QFETCH(const QUrl, proxy);
    QFETCH(const NetworkFailure, failure);
    probe::ProbeRequest request = proxied(id, QUrl(QStringLiteral("https://api.example")), proxy);
    request.timeout = 90s;
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), code(failure));
    QVERIFY(reply.viaProxy);
    QCOMPARE(reply.host, proxy.host());
}

void TestRouteProbes::tellsWhatAProxyAnswers_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<NetworkFailure>("failure");
    QTest::addColumn<int>("status");
    const auto answer = [](int status) { return Script::reply(status, "", {"Proxy-Authenticate: Basic realm=\"x\""}); };
    QTest::newRow("login wanted") << answer(407) << NetworkFailure::ProxyLoginNeeded << 407;
    QTest::newRow("forbidden") << answer(403) << NetworkFailure::ProxyDenied << 403;
    QTest::newRow("bad gateway") << answer(502) << NetworkFailure::ProxyDenied << 502;
    QTest::newRow("cannot reach the host") << answer(503) << NetworkFailure::ProxyDenied << 503;
    QTest::newRow("a web server") << answer(404) << NetworkFailure::ProxyDenied << 404;
    QTest::newRow("closes") << Script::raw("") << NetworkFailure::ProxyRefused << 0;
    QTest::newRow("says nothing") << Script::raw("", Script::Then::KeepOpen) << NetworkFailure::ProxyTooSlow << 0;
}

void TestRouteProbes::tellsWhatAProxyAnswers()
{
    QFETCH(const Script, script);
    QFETCH(const NetworkFailure, failure);
    QFETCH(const int, status);
    ScriptedServer proxy;
    proxy.answer(script);
    for (const ProbeId id : {ProbeId::Tls, ProbeId::Rerank}) {
        probe::ProbeRequest request = proxied(id, QUrl(QStringLiteral("https://api.example")), proxy.url());
        if (failure == NetworkFailure::ProxyTooSlow)
            request.timeout = 500ms;
        const ProbeReply reply = probing::run(std::move(request));
        QCOMPARE(code(reply.failure), code(failure));
        QCOMPARE(reply.status, status);
    }
    for (const QByteArray &request : proxy.requests()) {
        QVERIFY(request.startsWith("CONNECT api.example:443 HTTP/1.1\r\n"));
        QVERIFY(!request.contains(testkeys::good));
    }
}

void TestRouteProbes::sendsTheProxysLoginToTheProxyAlone_data()
{
    QTest::addColumn<QList<QByteArray>>("headers");
    QTest::addColumn<Script::Then>("then");
    const QByteArray basic = "Proxy-Authenticate: Basic realm=\"x\"";
    QTest::newRow("kept open") << QList<QByteArray>{basic} << Script::Then::KeepOpen;
    QTest::newRow("closed") << QList<QByteArray>{basic, "Connection: close"} << Script::Then::Close;
    QTest::newRow("closed, by the old name")
        << QList<QByteArray>{basic, "Proxy-Connection: close"} << Script::Then::Close;
}

void TestRouteProbes::sendsTheProxysLoginToTheProxyAlone()
{
    QFETCH(const QList<QByteArray>, headers);
    QFETCH(const Script::Then, then);
    ScriptedServer proxy;
    Script script = Script::reply(407, "no", headers);
    script.then = then;
    proxy.answer(script);
    QUrl url = proxy.url();
    url.setUserName(QStringLiteral("aladdin"));
    url.setPassword(QStringLiteral("open sesame"));
    const ProbeReply reply = probing::run(proxied(ProbeId::Rerank, QUrl(QStringLiteral("https://api.example")), url));
    QCOMPARE(code(reply.failure), code(NetworkFailure::ProxyLoginNeeded)); // the login was refused as well
    QCOMPARE(proxy.requests().size(), 1); // a try more may lock an account
    QVERIFY(proxy.requests().constFirst().contains("Proxy-Authorization: Basic YWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
}

void TestRouteProbes::sendsTheKeyThroughTheTunnelAlone()
{
    ScriptedServer server;
    TunnelProxy proxy(server.serverPort());
    const ProbeReply reply = probing::run(proxied(ProbeId::Rerank, localUrl(4321), localUrl(proxy.serverPort())));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.status, 200);
    QCOMPARE(proxy.requests(), QList<QByteArray>{"CONNECT 127.0.0.1:4321 HTTP/1.1"});
    QVERIFY(!proxy.heads().contains(testkeys::good));
    QCOMPARE(server.requests().size(), 1);
}

void TestRouteProbes::heedsNoProxyOfTheApplication()
{
    ScriptedServer server;
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), 1));
    for (const ProbeId id : {ProbeId::Connect, ProbeId::Rerank})
        QCOMPARE(code(probing::run(probing::request(id, server.url(), patient)).failure), -1);
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
}

QTEST_GUILESS_MAIN(TestRouteProbes)
#include "tst_RouteProbes.moc"
