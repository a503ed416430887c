// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/ProxyPeers.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "helpers/TestKeys.h"
#include "practice/PracticeEndpoint.h"

#include <QJsonArray>

#include <map>

using proxypeers::Login;

namespace {

struct Proxy {
    const char *program = "squid";
    Login login = Login::None;

    friend auto operator<=>(const Proxy &, const Proxy &) = default;
};

quint16 deafPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(1);
}

QString firstCause(const QJsonObject &json)
{
    return json[QLatin1String("causes")].toArray().first().toObject()[QLatin1String("id")].toString();
}

/// The plain call: what is tried after it may go without the proxy.
QJsonObject rerankAsGiven(const QJsonObject &json)
{
    const QJsonArray probes = json[QLatin1String("probes")].toArray();
    for (const QJsonValue &probe : probes) {
        const QJsonObject object = probe.toObject();
        if (object[QLatin1String("id")] == QLatin1String("rerank")
            && object[QLatin1String("variant")] == QLatin1String("as-given"))
            return object;
    }
    return {};
}

} // namespace

Q_DECLARE_METATYPE(Proxy)

/// The command, through real proxies, to the practice endpoint on this computer: plain http, but by CONNECT, as Qt asks
/// every proxy.
class TestProxies : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void goesThrough_data();
    void goesThrough();
    void namesTheProxysLogin_data();
    void namesTheProxysLogin();
    void namesAWrongLoginThatTheProxyCalls401();
    void tellsWhatStopsIt_data();
    void tellsWhatStopsIt();
    void takesTheProxyOfAVariable();
    void namesAProxyThatCannotBeReached_data();
    void namesAProxyThatCannotBeReached();
    void namesAProxyThatIsSilent_data();
    void namesAProxyThatIsSilent();

private:
    /// Started when it is first asked for; nullptr where it is not installed or does not start.
    Peer *peer(const Proxy &proxy);
    [[nodiscard]] static CommandRun check(const QString &url, const QString &proxy, const QStringList &more = {});
    /// What no output and no log may hold.
    void verifyNothingLeaked(const CommandRun &run, const Peer &peer) const;

    practice::PracticeEndpoint m_endpoint;
    QUrl m_base;
    QByteArray m_key;
    std::map<Proxy, std::unique_ptr<Peer>> m_peers;
};

#define NEED_PEER(peer, proxy)                                                                                         \
    if ((proxy).program == QByteArrayView("squid") ? !proxypeers::hasSquid((proxy).login)                              \
                                                   : !Peer::isInstalled(QLatin1String((proxy).program)))               \
        QSKIP("A proxy is not installed: " + QByteArray((proxy).program));                                             \
    QVERIFY((peer) != nullptr)

void TestProxies::initTestCase()
{
    const auto base = m_endpoint.start();
    QVERIFY(base.has_value());
    m_base = *base;
    m_key = practice::findScenario(QStringLiteral("works"))->key;
}

void TestProxies::cleanupTestCase()
{
    m_peers.clear();
}

Peer *TestProxies::peer(const Proxy &proxy)
{
    std::unique_ptr<Peer> &peer = m_peers[proxy];
    if (peer)
        return peer.get();
    const auto port = static_cast<quint16>(m_base.port());
    const QByteArrayView program(proxy.program);
    peer = program == "squid"    ? proxypeers::squid(proxy.login, port)
        : program == "tinyproxy" ? proxypeers::tinyproxy(proxy.login, port)
                                 : proxypeers::microsocks(proxy.login);
    if (!peer->start()) {
        qInfo("%s", peer->output().constData());
        peer.reset();
    }
    return peer.get();
}

CommandRun TestProxies::check(const QString &url, const QString &proxy, const QStringList &more)
{
    const QStringList arguments{QStringLiteral("check"), QStringLiteral("--stdin"), QStringLiteral("--json"),
        QStringLiteral("--url"), url, QStringLiteral("--proxy"), proxy};
    return runCommand(
        QStringLiteral(COMMAND_PROGRAM), arguments + more, practice::findScenario(QStringLiteral("works"))->key);
}

void TestProxies::verifyNothingLeaked(const CommandRun &run, const Peer &peer) const
{
    for (const QByteArray &text : {run.out, run.err}) {
        QVERIFY(!text.contains(m_key));
        QVERIFY(!text.contains("sesame"));
    }
    QVERIFY(!peer.everything().contains(m_key));
}

void TestProxies::goesThrough_data()
{
    QTest::addColumn<Proxy>("proxy");
    QTest::newRow("squid") << Proxy{"squid"};
    QTest::newRow("squid with a login") << Proxy{"squid", Login::Basic};
    QTest::newRow("squid with a login, digest") << Proxy{"squid", Login::Digest};
    QTest::newRow("squid with a login, not ASCII") << Proxy{"squid", Login::NonAscii};
    QTest::newRow("tinyproxy") << Proxy{"tinyproxy"};
    QTest::newRow("tinyproxy with a login") << Proxy{"tinyproxy", Login::Basic};
    QTest::newRow("SOCKS5") << Proxy{"microsocks"};
    QTest::newRow("SOCKS5 with a login") << Proxy{"microsocks", Login::Basic};
    QTest::newRow("SOCKS5 with a login, not ASCII") << Proxy{"microsocks", Login::NonAscii};
}

void TestProxies::goesThrough()
{
    QFETCH(const Proxy, proxy);
    const Peer *const peer = this->peer(proxy);
    NEED_PEER(peer, proxy);
    const bool socks = proxy.program == QByteArrayView("microsocks");
    const char *const login = proxy.login == Login::None ? nullptr
        : proxy.login == Login::NonAscii                 ? "m%C3%BCller:ses%C3%A4m%3Ae"
                                                         : "aladdin:sesame";
    const QUrl url = peer->url(socks ? "socks5" : "http", login);
    const CommandRun run = check(m_base.toString(), url.toString(QUrl::FullyEncoded));
    QCOMPARE(run.json()[QLatin1String("verdict")].toString(), QStringLiteral("works"));
    QCOMPARE(run.exitCode, 0);
    // It went through: the proxy says so.
    const QByteArray said = socks ? "127.0.0.1:" + QByteArray::number(m_base.port())
                                  : "CONNECT 127.0.0.1:" + QByteArray::number(m_base.port());
    QTRY_VERIFY2(peer->everything().contains(said), peer->everything().constData());
    verifyNothingLeaked(run, *peer);
}

void TestProxies::namesTheProxysLogin_data()
{
    QTest::addColumn<Proxy>("proxy");
    QTest::addColumn<QByteArray>("login");
    QTest::newRow("squid, none") << Proxy{"squid", Login::Basic} << QByteArray();
    QTest::newRow("squid, wrong") << Proxy{"squid", Login::Basic} << QByteArray("aladdin:sesame2");
    QTest::newRow("squid, unknown user") << Proxy{"squid", Login::Basic} << QByteArray("ali:sesame");
    QTest::newRow("squid, digest, none") << Proxy{"squid", Login::Digest} << QByteArray();
    QTest::newRow("squid, digest, wrong") << Proxy{"squid", Login::Digest} << QByteArray("aladdin:sesame2");
    // Qt would ask without end.
    QTest::newRow("squid, NTLM, none") << Proxy{"squid", Login::Ntlm} << QByteArray();
    QTest::newRow("squid, NTLM, any") << Proxy{"squid", Login::Ntlm} << QByteArray("gate%5Caladdin:sesame");
    QTest::newRow("tinyproxy, none") << Proxy{"tinyproxy", Login::Basic} << QByteArray();
    QTest::newRow("SOCKS5, none") << Proxy{"microsocks", Login::Basic} << QByteArray();
    QTest::newRow("SOCKS5, wrong") << Proxy{"microsocks", Login::Basic} << QByteArray("aladdin:sesame2");
}

void TestProxies::namesTheProxysLogin()
{
    QFETCH(const Proxy, proxy);
    QFETCH(const QByteArray, login);
    const Peer *const peer = this->peer(proxy);
    NEED_PEER(peer, proxy);
    const bool socks = proxy.program == QByteArrayView("microsocks");
    const QUrl url = peer->url(socks ? "socks5" : "http", login.isEmpty() ? nullptr : login.constData());
    const qsizetype before = socks ? 0 : peer->file(QStringLiteral("access.log")).count("CONNECT ");
    const CommandRun run = check(m_base.toString(), url.toString(QUrl::FullyEncoded));
    QCOMPARE(run.json()[QLatin1String("verdict")].toString(), QStringLiteral("fix-route"));
    QCOMPARE(firstCause(run.json()), QStringLiteral("proxy-login"));
    QCOMPARE(run.exitCode, 3);
    if (!socks) {
        QCOMPARE(rerankAsGiven(run.json())[QLatin1String("status")].toInt(), 407);
        const QByteArray scheme = proxy.login == Login::Basic ? "Basic"
            : proxy.login == Login::Ntlm                      ? "NTLM"
                                                              : "Digest";
        QVERIFY2(run.out.contains(scheme), run.out.constData());
        // Whether the login is wrong, shows only where it could be given.
        const bool isCalledWrong = run.out.contains("does not take the login");
        QCOMPARE(isCalledWrong, !login.isEmpty() && proxy.login != Login::Ntlm);
        // Each try may count against an account. Two calls go at once, and Qt asks for a digest by itself.
        const qsizetype most = proxy.login == Login::Digest ? 8 : 2;
        QVERIFY2(peer->file(QStringLiteral("access.log")).count("CONNECT ") - before <= most, run.err.constData());
    }
    verifyNothingLeaked(run, *peer);
}

// tinyproxy answers 401 in place of 407.
void TestProxies::namesAWrongLoginThatTheProxyCalls401()
{
    const Proxy proxy{"tinyproxy", Login::Basic};
    const Peer *const peer = this->peer(proxy);
    NEED_PEER(peer, proxy);
    const CommandRun run = check(m_base.toString(), peer->url("http", "aladdin:sesame2").toString(QUrl::FullyEncoded));
    QCOMPARE(firstCause(run.json()), QStringLiteral("proxy-login"));
    QCOMPARE(rerankAsGiven(run.json())[QLatin1String("status")].toInt(), 401);
    verifyNothingLeaked(run, *peer);
}

void TestProxies::tellsWhatStopsIt_data()
{
    QTest::addColumn<Proxy>("proxy");
    QTest::addColumn<QString>("url"); // empty: a port that the proxy does not allow
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const Proxy &proxy, const QString &url, const char *cause) {
        QTest::newRow(name) << proxy << url << QString::fromLatin1(cause);
    };
    const QString deaf = QStringLiteral("http://127.0.0.1:%1").arg(deafPort());
    const QString unknown = QStringLiteral("https://nothing.invalid:PORT");
    row("squid forbids the port", {"squid"}, deaf, "gateway-refused");
    row("squid forbids the port, with a login", {"squid", Login::Basic}, deaf, "gateway-refused");
    row("tinyproxy forbids the port", {"tinyproxy"}, deaf, "gateway-refused");
    row("squid does not know the name", {"squid"}, unknown, "unreachable");
    row("tinyproxy does not know the name", {"tinyproxy"}, unknown, "unreachable");
    row("SOCKS5 does not know the name", {"microsocks"}, unknown, "unreachable");
    row("SOCKS5, port refuses", {"microsocks"}, deaf, "unreachable");
}

void TestProxies::tellsWhatStopsIt()
{
    QFETCH(const Proxy, proxy);
    QFETCH(QString, url);
    QFETCH(const QString, cause);
    const Peer *const peer = this->peer(proxy);
    NEED_PEER(peer, proxy);
    const bool socks = proxy.program == QByteArrayView("microsocks");
    const QUrl proxyUrl = peer->url(socks ? "socks5" : "http", proxy.login == Login::None ? nullptr : "aladdin:sesame");
    url.replace(QLatin1String("PORT"), QString::number(m_base.port()));
    const CommandRun run = check(url, proxyUrl.toString(QUrl::FullyEncoded));
    QCOMPARE(run.json()[QLatin1String("verdict")].toString(), QStringLiteral("fix-route"));
    QCOMPARE(firstCause(run.json()), cause);
    QCOMPARE(run.exitCode, 3);
    verifyNothingLeaked(run, *peer);
}

// Behind a name and with TLS, as Cohere is: the key passes the proxy unseen.
void TestProxies::takesTheProxyOfAVariable()
{
    if (!proxypeers::hasSquid(Login::Basic))
        QSKIP("squid is not installed.");
    TestCertificates certificates;
    if (!certificates.isValid())
        QSKIP("The openssl command is missing.");
    ScriptedServer server(certificates.issued(QStringLiteral("api.example")));
    server.answer(Script::reply(200, R"({"results":[{"index":0,"relevance_score":1}]})"));
    const std::unique_ptr<Peer> proxy = proxypeers::squid(Login::Basic, server.serverPort());
    QVERIFY2(proxy->start(), proxy->output().constData());

    const QStringList arguments{QStringLiteral("check"), QStringLiteral("--stdin"), QStringLiteral("--json"),
        QStringLiteral("--url"), QStringLiteral("https://api.example:%1").arg(server.serverPort()),
        QStringLiteral("--ca"), certificates.authorityFile()};
    const Variables variables{
        {QStringLiteral("https_proxy"), proxy->url("http", "aladdin:sesame").toString(QUrl::FullyEncoded)},
        {QStringLiteral("NO_PROXY"), QStringLiteral("10.0.0.0/8,other.example")}};
    const CommandRun run = runCommand(QStringLiteral(COMMAND_PROGRAM), arguments, testkeys::good, variables);
    QCOMPARE(run.json()[QLatin1String("verdict")].toString(), QStringLiteral("works"));
    QVERIFY(!server.requests().isEmpty());
    QTRY_VERIFY(proxy->file(QStringLiteral("access.log")).contains("CONNECT api.example:"));
    for (const QByteArray &text : {run.out, run.err, proxy->everything()})
        QVERIFY(!text.contains(testkeys::good));
    QVERIFY(!run.out.contains("sesame") && !run.err.contains("sesame"));
}

void TestProxies::namesAProxyThatCannotBeReached_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("cause");
    const QString here = QStringLiteral("127.0.0.1:%1").arg(deafPort());
    QTest::newRow("down") << QString(QStringLiteral("http://") + here) << QStringLiteral("unreachable");
    QTest::newRow("down, with a login") << QString(QStringLiteral("http://aladdin:sesame@") + here)
                                        << QStringLiteral("unreachable");
    QTest::newRow("SOCKS5, down") << QString(QStringLiteral("socks5://") + here) << QStringLiteral("unreachable");
    QTest::newRow("name not known") << QStringLiteral("http://proxy.invalid:3128") << QStringLiteral("name-not-found");
    QTest::newRow("SOCKS5, name not known")
        << QStringLiteral("socks5://proxy.invalid") << QStringLiteral("name-not-found");
}

void TestProxies::namesAProxyThatCannotBeReached()
{
    QFETCH(const QString, proxy);
    const CommandRun run = check(m_base.toString(), proxy);
    QCOMPARE(run.json()[QLatin1String("verdict")].toString(), QStringLiteral("fix-route"));
    QTEST(firstCause(run.json()), "cause");
    QVERIFY(!run.out.contains("sesame") && !run.err.contains("sesame"));
}

void TestProxies::namesAProxyThatIsSilent_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("HTTP") << QStringLiteral("http");
    QTest::newRow("SOCKS5") << QStringLiteral("socks5");
}

// As a proxy is whose own way to the server leads nowhere. There is time left to try it without.
void TestProxies::namesAProxyThatIsSilent()
{
    QFETCH(const QString, scheme);
    TestCertificates certificates;
    if (!certificates.isValid())
        QSKIP("The openssl command is missing.");
    ScriptedServer server(certificates.issued());
    server.answer(Script::reply(200, R"({"results":[{"index":0,"relevance_score":1}]})"));
    ScriptedServer silent;
    silent.answer(Script::raw("", Script::Then::KeepOpen));
    const QByteArray without = "Without the proxy, the service accepts the key.";
    CommandRun run;
    // The check needs all of its time: a busy computer gets more of it.
    for (int seconds = 3; seconds < 60 && !run.out.contains(without); seconds *= 4) {
        run = check(QStringLiteral("https://localhost:%1").arg(server.serverPort()),
            QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(silent.serverPort()),
            {QStringLiteral("--timeout"), QString::number(seconds), QStringLiteral("--ca"),
                certificates.authorityFile()});
    }
    QCOMPARE(firstCause(run.json()), QStringLiteral("unreachable"));
    const QString said =
        QStringLiteral("The proxy 127.0.0.1 (port %1) did not make a connection to localhost in time.");
    QVERIFY2(run.out.contains(said.arg(silent.serverPort()).toUtf8()), run.out.constData());
    QVERIFY2(run.out.contains(without), run.out.constData());
}

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_Proxies.moc"
