// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DeafListener.h"
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "helpers/TunnelProxy.h"
#include "probe/route/AddressOrder.h"
#include "probe/route/ConnectRun.h"

#include <QTcpSocket>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::ProbeReply;
using probing::code;

namespace {

constexpr auto patient = 20s;
constexpr int worked = -1;
constexpr int refused = static_cast<int>(NetworkFailure::ConnectionRefused);
constexpr int timedOut = static_cast<int>(NetworkFailure::TimedOut);
constexpr int cancelled = static_cast<int>(NetworkFailure::Cancelled);

constexpr QLatin1String good("127.0.0.1");
constexpr QLatin1String deaf("127.0.0.2");
constexpr QLatin1String closed("127.0.0.3");
constexpr QLatin1String closedToo("127.0.0.4");

using Attempts = QList<std::pair<QString, int>>;

Attempts attemptsOf(const ProbeReply &reply)
{
    Attempts attempts;
    for (const probe::AddressAttempt &attempt : reply.attempts)
        attempts.append({attempt.address, code(attempt.failure)});
    return attempts;
}

QUrl named(quint16 port)
{
    return QUrl(QStringLiteral("https://server.example:%1").arg(port));
}

probe::ProbeRequest toAddresses(ProbeId id, quint16 port, const QStringList &addresses)
{
    probe::ProbeRequest request = probing::request(id, named(port), patient);
    request.addresses = addresses;
    return request;
}

enum class Ending { Closed, Reset };

/// Keeps what a client says first, and ends the connection. (Not before: where a connection is reset before Qt has seen
/// that it stands, Qt makes another one.)
class FirstWords : public QTcpServer {
public:
    explicit FirstWords(Ending ending)
    {
        connect(this, &QTcpServer::newConnection, this, [this, ending] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QIODevice::readyRead, this, [this, socket, ending] {
                bytes += socket->readAll();
                if (ending == Ending::Reset)
                    resetAtTheEnd(*socket);
                socket->abort();
            });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("Cannot listen on 127.0.0.1.");
    }
    QByteArray bytes;

private:
    static void resetAtTheEnd([[maybe_unused]] const QTcpSocket &socket)
    {
#ifdef Q_OS_UNIX
        // Without lingering, closing sends RST instead of FIN.
        const linger atOnce{1, 0};
        setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
#endif
    }
};

} // namespace

/// Several addresses for one name, and the one that works kept for what follows.
class TestRoutes : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void triesTheIpVersionsInTurn_data();
    void triesTheIpVersionsInTurn();
    void goesOnAtOnceWhereAnAddressRefuses();
    void doesNotWaitForAnAddressThatIsSilent();
    void takesTheFirstWhereBothAnswer();
    void connectsOverIpVersion6();
    void looksTheNameUpItself();
    void tellsWhatTellsMost_data();
    void tellsWhatTellsMost();
    void triesEightAtMost();
    void endsAllAttemptsWhenCancelled();
    void readsNoAddressAsAnUnknownName();
    void asksForTheNameAtTheAddress();
    void sendsTheNameInTheHandshake();
    void keepsTheAddressOverIpVersion6();
    void refusesACertificateForAnotherName();
    void tellsAConnectionThatEndsInTheHandshake_data();
    void tellsAConnectionThatEndsInTheHandshake();
    void tellsAnAddressThatRefusesLater_data();
    void tellsAnAddressThatRefusesLater();
    void goesToTheProxysAddress_data();
    void goesToTheProxysAddress();
    void tellsAProxyOfWhichNoAddressAnswers();
};

void TestRoutes::triesTheIpVersionsInTurn_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("tried");
    QTest::newRow("none") << u""_s << u""_s;
    QTest::newRow("one") << u"192.0.2.1"_s << u"192.0.2.1"_s;
    QTest::newRow("IPv6 first") << u"2001:db8::1 2001:db8::2 2001:db8::3 192.0.2.1 192.0.2.2"_s
                                << u"2001:db8::1 192.0.2.1 2001:db8::2 192.0.2.2 2001:db8::3"_s;
    QTest::newRow("IPv4 first") << u"192.0.2.1 192.0.2.2 2001:db8::1"_s << u"192.0.2.1 2001:db8::1 192.0.2.2"_s;
    QTest::newRow("twice") << u"192.0.2.1 2001:db8::1 192.0.2.1 2001:DB8:0::1"_s << u"192.0.2.1 2001:db8::1"_s;
    QTest::newRow("no address") << u"localhost 192.0.2.1 300.1.1.1"_s << u"192.0.2.1"_s;
}

void TestRoutes::triesTheIpVersionsInTurn()
{
    QFETCH(const QString, given);
    QFETCH(const QString, tried);
    QStringList order;
    for (const QHostAddress &address : probe::inOrderOfTrial(given.split(u' ')))
        order.append(address.toString());
    QCOMPARE(order.join(u' '), tried);
}

void TestRoutes::goesOnAtOnceWhereAnAddressRefuses()
{
    ScriptedServer server;
    QStringList addresses{"::1"_L1, good};
    for (int i = 3; addresses.size() < probe::ConnectRun::maximumAttempts; ++i)
        addresses.insert(1, QStringLiteral("127.0.0.%1").arg(i));
    const ProbeReply reply = probing::run(toAddresses(ProbeId::Connect, server.serverPort(), addresses));
    QCOMPARE(code(reply.failure), worked);
    QCOMPARE(reply.address, good);
    QCOMPARE(reply.attempts.size(), addresses.size());
    QCOMPARE(reply.attempts.first().address, "::1"_L1);
    QVERIFY(reply.attempts.first().failure.has_value()); // refused, or no route where there is no IPv6 at all
    QVERIFY(*reply.attempts.first().failure != NetworkFailure::Cancelled);
    QCOMPARE(reply.attempts.last().address, good);
    QCOMPARE(code(reply.attempts.last().failure), worked);
    QVERIFY(reply.elapsed < 7 * 250ms); // the pauses between eight attempts, if there were any
    QCOMPARE(reply.host, "server.example"_L1);
    QTRY_COMPARE(server.connections(), 1);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.bytesReceived(), 0);
}

void TestRoutes::doesNotWaitForAnAddressThatIsSilent()
{
    ScriptedServer server;
    const DeafListener silent(deaf.latin1(), server.serverPort());
    if (!silent.isDeaf())
        QSKIP("No address of this computer can be made silent here.");
    const ProbeReply reply = probing::run(toAddresses(ProbeId::Connect, server.serverPort(), {deaf, good}));
    QCOMPARE(code(reply.failure), worked);
    QCOMPARE(reply.address, good);
    QCOMPARE(attemptsOf(reply), (Attempts{{deaf, cancelled}, {good, worked}}));
    QVERIFY(reply.elapsed >= 200ms); // the first had its chance
    QVERIFY(reply.elapsed < patient / 2);
}

void TestRoutes::takesTheFirstWhereBothAnswer()
{
    ScriptedServer server;
    ScriptedServer other;
    other.close();
    if (!other.listen(QHostAddress(QString(closed)), server.serverPort()))
        QSKIP("This computer has no second loopback address.");
    for (const QStringList &addresses : {QStringList{good, closed}, QStringList{closed, good}}) {
        const ProbeReply reply = probing::run(toAddresses(ProbeId::Connect, server.serverPort(), addresses));
        QCOMPARE(reply.address, addresses.first());
        QCOMPARE(attemptsOf(reply), (Attempts{{addresses.first(), worked}}));
    }
}

void TestRoutes::connectsOverIpVersion6()
{
    ScriptedServer server;
    server.close();
    if (!server.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This computer has no IPv6.");
    const ProbeReply reply = probing::run(toAddresses(ProbeId::Connect, server.serverPort(), {good, "::1"_L1}));
    QCOMPARE(code(reply.failure), worked);
    QCOMPARE(reply.address, "::1"_L1);
    QCOMPARE(attemptsOf(reply), (Attempts{{good, refused}, {"::1"_L1, worked}}));
}

void TestRoutes::looksTheNameUpItself()
{
    ScriptedServer server;
    QUrl base = server.url();
    base.setHost(QStringLiteral("localhost"));
    const ProbeReply reply = probing::run(probing::request(ProbeId::Connect, base, patient));
    QCOMPARE(code(reply.failure), worked);
    QCOMPARE(reply.address, good);
    QCOMPARE(attemptsOf(reply).last(), (std::pair{QString(good), worked}));
}

void TestRoutes::tellsWhatTellsMost_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<int>("failure");
    QTest::addColumn<QList<int>>("each");
    QTest::newRow("one refuses") << QStringList{closed} << refused << QList<int>{refused};
    QTest::newRow("all refuse") << QStringList{closed, closedToo} << refused << QList<int>{refused, refused};
    QTest::newRow("one is silent") << QStringList{deaf} << timedOut << QList<int>{timedOut};
    QTest::newRow("silent, then refused") << QStringList{deaf, closed} << refused << QList<int>{timedOut, refused};
    QTest::newRow("refused, then silent") << QStringList{closed, deaf} << refused << QList<int>{refused, timedOut};
}

void TestRoutes::tellsWhatTellsMost()
{
    QFETCH(const QStringList, addresses);
    QFETCH(const int, failure);
    QFETCH(const QList<int>, each);
    ScriptedServer server; // keeps the port from others; listens on none of these addresses
    const DeafListener silent(deaf.latin1(), server.serverPort());
    if (!silent.isDeaf())
        QSKIP("No address of this computer can be made silent here.");
    probe::ProbeRequest request = toAddresses(ProbeId::Connect, server.serverPort(), addresses);
    request.timeout = 1s;
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), failure);
    QCOMPARE(reply.address, QString());
    Attempts expected;
    for (qsizetype i = 0; i < addresses.size(); ++i)
        expected.append({addresses.at(i), each.at(i)});
    QCOMPARE(attemptsOf(reply), expected);
}

void TestRoutes::triesEightAtMost()
{
    ScriptedServer server;
    QStringList addresses;
    for (int i = 3; i < 3 + 12; ++i)
        addresses.append(QStringLiteral("127.0.0.%1").arg(i));
    const ProbeReply reply = probing::run(toAddresses(ProbeId::Connect, server.serverPort(), addresses));
    QCOMPARE(code(reply.failure), refused);
    QCOMPARE(reply.attempts.size(), probe::ConnectRun::maximumAttempts);
    QCOMPARE(reply.attempts.last().address, "127.0.0.10"_L1);
}

void TestRoutes::endsAllAttemptsWhenCancelled()
{
    ScriptedServer server;
    const DeafListener silent(deaf.latin1(), server.serverPort());
    const DeafListener silentToo(closed.latin1(), server.serverPort());
    if (!silent.isDeaf() || !silentToo.isDeaf())
        QSKIP("No address of this computer can be made silent here.");
    probe::HttpProber prober;
    QSignalSpy spy(&prober, &probe::Prober::probeFinished);
    prober.start(toAddresses(ProbeId::Connect, server.serverPort(), {deaf, closed, good}));
    // Between the second attempt and the third.
    QTRY_COMPARE(prober.findChildren<QTcpSocket *>().size(), 2);
    prober.cancelAll();
    QTRY_COMPARE(spy.size(), 1);
    const auto reply = spy.first().first().value<ProbeReply>();
    QCOMPARE(code(reply.failure), cancelled);
    QCOMPARE(attemptsOf(reply), (Attempts{{deaf, cancelled}, {closed, cancelled}}));
    QTRY_VERIFY(prober.findChildren<QTcpSocket *>().isEmpty());
    QCOMPARE(server.connections(), 0);
}

void TestRoutes::readsNoAddressAsAnUnknownName()
{
    const ProbeReply reply = probing::run(toAddresses(ProbeId::Connect, 1, {"no address"_L1}));
    QCOMPARE(code(reply.failure), code(NetworkFailure::NameNotFound));
    QVERIFY(reply.attempts.isEmpty());
}

void TestRoutes::asksForTheNameAtTheAddress()
{
    TestCertificates certificates;
    ScriptedServer server(certificates.issued(QStringLiteral("server.example")));
    QVERIFY2(certificates.isValid(), "The openssl command is needed.");
    for (const ProbeId id : {ProbeId::Tls, ProbeId::Rerank}) {
        probe::ProbeRequest request = toAddresses(id, server.serverPort(), {good, deaf});
        request.target.authorityFile = certificates.authorityFile();
        const ProbeReply reply = probing::run(std::move(request));
        QCOMPARE(code(reply.failure), worked);
        QCOMPARE(reply.address, good);
        QCOMPARE(reply.host, "server.example"_L1);
    }
    QCOMPARE(server.requests().size(), 1);
    const QByteArray host = "\r\nHost: server.example:" + QByteArray::number(server.serverPort()) + "\r\n";
    QVERIFY(server.requests().first().contains(host));
}

void TestRoutes::sendsTheNameInTheHandshake()
{
    FirstWords server(Ending::Closed);
    probing::run(toAddresses(ProbeId::Tls, server.serverPort(), {good}));
    QVERIFY(server.bytes.contains("server.example"));
    QVERIFY(!server.bytes.contains(good.latin1()));
}

void TestRoutes::keepsTheAddressOverIpVersion6()
{
    TestCertificates certificates;
    ScriptedServer server(certificates.issued(QStringLiteral("localhost")));
    QVERIFY2(certificates.isValid(), "The openssl command is needed.");
    server.close();
    if (!server.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This computer has no IPv6.");
    probe::ProbeRequest request = toAddresses(ProbeId::Rerank, server.serverPort(), {"::1"_L1});
    request.target.base.setHost(QStringLiteral("localhost"));
    request.target.authorityFile = certificates.authorityFile();
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), worked);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.address, "::1"_L1);
}

void TestRoutes::refusesACertificateForAnotherName()
{
    TestCertificates certificates;
    ScriptedServer server(certificates.issued(QStringLiteral("other.example")));
    QVERIFY2(certificates.isValid(), "The openssl command is needed.");
    for (const ProbeId id : {ProbeId::Tls, ProbeId::Rerank}) {
        probe::ProbeRequest request = toAddresses(id, server.serverPort(), {good});
        request.target.authorityFile = certificates.authorityFile();
        const ProbeReply reply = probing::run(std::move(request));
        QCOMPARE(code(reply.failure), code(NetworkFailure::CertificateUntrusted));
        QCOMPARE(reply.tls.problem, probe::CertificateProblem::WrongHostName);
    }
    QCOMPARE(server.bytesReceived(), 0);
}

void TestRoutes::tellsAConnectionThatEndsInTheHandshake_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::newRow("closed") << Ending::Closed;
    QTest::newRow("reset") << Ending::Reset;
}

void TestRoutes::tellsAConnectionThatEndsInTheHandshake()
{
    QFETCH(const Ending, ending);
    const FirstWords server(ending);
    for (const ProbeId id : {ProbeId::Tls, ProbeId::Rerank}) {
        const ProbeReply reply = probing::run(toAddresses(id, server.serverPort(), {good}));
        QCOMPARE(code(reply.failure), code(NetworkFailure::ConnectionClosed));
        QCOMPARE(reply.address, good);
    }
}

void TestRoutes::tellsAnAddressThatRefusesLater_data()
{
    QTest::addColumn<ProbeId>("id");
    QTest::newRow("tls") << ProbeId::Tls;
    QTest::newRow("rerank") << ProbeId::Rerank;
}

void TestRoutes::tellsAnAddressThatRefusesLater()
{
    QFETCH(const ProbeId, id);
    const ScriptedServer other; // keeps the port from others; does not listen on this address
    const ProbeReply reply = probing::run(toAddresses(id, other.serverPort(), {closed}));
    QCOMPARE(code(reply.failure), refused);
    QCOMPARE(reply.address, QString());
}

void TestRoutes::goesToTheProxysAddress_data()
{
    QTest::addColumn<ProbeId>("id");
    QTest::newRow("connect") << ProbeId::Connect;
    QTest::newRow("tls") << ProbeId::Tls;
    QTest::newRow("rerank") << ProbeId::Rerank;
}

void TestRoutes::goesToTheProxysAddress()
{
    QFETCH(const ProbeId, id);
    TestCertificates certificates;
    ScriptedServer server(certificates.issued(QStringLiteral("server.example")));
    QVERIFY2(certificates.isValid(), "The openssl command is needed.");
    TunnelProxy proxy(server.serverPort());
    probe::ProbeRequest request = toAddresses(id, 443, {good});
    request.target.authorityFile = certificates.authorityFile();
    request.target.proxy = {
        probe::ProxyChoice::Kind::Given, QUrl(QStringLiteral("http://proxy.example:%1").arg(proxy.serverPort()))};
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), worked);
    QVERIFY(reply.viaProxy);
    QCOMPARE(reply.host, "proxy.example"_L1);
    QCOMPARE(reply.address, good);
    if (id != ProbeId::Connect)
        QCOMPARE(proxy.requests(), QList<QByteArray>{"CONNECT server.example:443 HTTP/1.1"});
}

void TestRoutes::tellsAProxyOfWhichNoAddressAnswers()
{
    ScriptedServer other;
    probe::ProbeRequest request = toAddresses(ProbeId::Connect, 443, {closed, closedToo});
    request.target.proxy = {
        probe::ProxyChoice::Kind::Given, QUrl(QStringLiteral("http://proxy.example:%1").arg(other.serverPort()))};
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), code(NetworkFailure::ProxyRefused));
    QCOMPARE(attemptsOf(reply), (Attempts{{closed, refused}, {closedToo, refused}}));
}

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_Routes.moc"
