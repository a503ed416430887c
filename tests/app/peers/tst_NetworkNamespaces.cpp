// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QMetaMethod>
#include <QProcess>
#include <QTemporaryDir>
#include <QUdpSocket>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::ProbeReply;
using probing::code;

namespace {

constexpr auto patient = 20s;
constexpr char insideVariable[] = "DOCTOR_TEST_INSIDE";
constexpr int cannotBeHad = 77;

/// Makes the network and the files that decide about names, then becomes the program that is named to it.
constexpr char preparation[] = R"(
{
    set -e
    ip link set lo up
    ip link add veth0 type veth peer name veth1
    ip address add 203.0.113.1/24 dev veth0
    ip address add 2001:db8:1::1/64 dev veth0 nodad
    ip link set veth0 up
    ip link set veth1 up
    # Packets to these leave, and nothing ever comes back.
    ip neighbour add 203.0.113.2 lladdr 02:00:00:00:00:01 dev veth0
    ip -6 route add 2001:db8::1/128 dev veth0
    ip -6 neighbour add 2001:db8::1 lladdr 02:00:00:00:00:01 dev veth0
    ip route add unreachable 192.0.2.1/32
    ip route add blackhole 192.0.2.2/32
    ip route add prohibit 192.0.2.3/32
    ip -6 route add unreachable 2001:db8:2::1/128
    ip -6 route add blackhole 2001:db8:2::2/128
    ip -6 route add prohibit 2001:db8:2::3/128
    printf '%s\n' 'nameserver 127.0.0.1' 'options timeout:30 attempts:1' > resolv
    printf 'hosts: files dns\n' > nsswitch
    printf '%s\n' '127.0.0.1 localhost' '127.0.0.1 here.example xn--bcher-kva.example' '198.51.100.1 far.example' \
        '2001:db8::1 silent6.example' '127.0.0.1 silent6.example' \
        '2001:db8:9::1 none6.example' '127.0.0.1 none6.example' > hosts
    mount --bind resolv /etc/resolv.conf
    mount --bind nsswitch /etc/nsswitch.conf
    mount --bind hosts /etc/hosts
} || exit 77
exec "$@"
)";

CommandRun check(const QUrl &base, const QStringList &further = {})
{
    return runCommand(QStringLiteral(COMMAND_PROGRAM),
        QStringList{u"check"_s, u"--stdin"_s, u"--json"_s, u"--proxy"_s, u"none"_s, u"--url"_s, base.toString()}
            + further,
        testkeys::good);
}

/// The first cause and what speaks for it, as one text.
QString firstCause(const CommandRun &run)
{
    const QJsonObject cause = run.json()[u"causes"_s].toArray()[0].toObject();
    QStringList evidence;
    for (const QJsonValue &value : cause[u"evidence"_s].toArray())
        evidence.append(value.toString());
    return cause[u"id"_s].toString() + u": "_s + evidence.join(u' ');
}

probe::ProbeRequest toAddresses(const QStringList &addresses, quint16 port = 443)
{
    probe::ProbeRequest request =
        probing::request(ProbeId::Connect, QUrl(u"https://server.example:%1"_s.arg(port)), patient);
    request.addresses = addresses;
    return request;
}

bool setInKernel(const char *name, const QByteArray &value)
{
    QFile file(u"/proc/sys/net/"_s + QString::fromLatin1(name));
    return file.open(QIODevice::WriteOnly) && file.write(value) == value.size();
}

/// Answers every question that "there is no such name", or is silent.
class NameServer : public QUdpSocket {
public:
    explicit NameServer(bool answers)
    {
        constexpr quint16 dns = 53;
        if (!bind(QHostAddress::LocalHost, dns))
            qFatal("Cannot listen on port 53 of 127.0.0.1.");
        connect(this, &QUdpSocket::readyRead, this, [this, answers] {
            while (hasPendingDatagrams()) {
                QHostAddress from;
                quint16 port = 0;
                QByteArray message(pendingDatagramSize(), '\0');
                readDatagram(message.data(), message.size(), &from, &port);
                ++questions;
                constexpr qsizetype flags = 2; // where they begin (RFC 1035, section 4.1.1)
                message[flags] = '\x81';
                message[flags + 1] = '\x83'; // an answer: no such name
                if (answers)
                    writeDatagram(message, from, port);
            }
        });
    }
    int questions = 0;
};

} // namespace

/// What is tested inside a network of its own.
class TestInside : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void tellsThatThereIsNoRoute();
    void readsWhyARouteEnds_data();
    void readsWhyARouteEnds();
    void readsAMissingIpVersion();
    void readsTheSystemsOwnTimeOut();
    void readsAHostThatIsSilent();
    void losesNoTimeOnAnIpVersionWithoutARoute();
    void asksTheOtherIpVersionWhereTheFirstIsSilent();
    void worksWhereOneIpVersionLeadsNowhere_data();
    void worksWhereOneIpVersionLeadsNowhere();
    void tellsAPortThatRefuses();
    void tellsTheVariableWhereNoProxyIsUsed();
    void looksUpANameWithOtherLetters();
    void tellsANameThatIsNotKnown();
    void tellsANameWithoutANameServer();
    void endsAtOnceWhereTheNameServerIsSilent();
};

void TestInside::tellsThatThereIsNoRoute()
{
    const CommandRun run = check(QUrl(u"https://far.example:8443"_s));
    QCOMPARE(run.exitCode, 3);
    const QString cause = firstCause(run);
    QVERIFY2(cause.startsWith(u"unreachable: "), qPrintable(cause));
    QVERIFY2(cause.contains(u"far.example") && cause.contains(u"8443"), qPrintable(cause));
}

void TestInside::readsWhyARouteEnds_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("no route at all") << u"198.51.100.1"_s;
    QTest::newRow("unreachable") << u"192.0.2.1"_s;
    QTest::newRow("black hole") << u"192.0.2.2"_s;
    QTest::newRow("prohibited") << u"192.0.2.3"_s;
    QTest::newRow("IPv6, no route at all") << u"2001:db8:9::1"_s;
    QTest::newRow("IPv6, unreachable") << u"2001:db8:2::1"_s;
    QTest::newRow("IPv6, black hole") << u"2001:db8:2::2"_s;
    QTest::newRow("IPv6, prohibited") << u"2001:db8:2::3"_s;
}

void TestInside::readsWhyARouteEnds()
{
    QFETCH(const QString, address);
    for (const ProbeId id : {ProbeId::Connect, ProbeId::Tls, ProbeId::Rerank}) {
        probe::ProbeRequest request = probing::request(id, QUrl(u"https://server.example"_s), patient);
        request.addresses = QStringList{address};
        const ProbeReply reply = probing::run(std::move(request));
        QCOMPARE(code(reply.failure), code(NetworkFailure::HostUnreachable));
        QVERIFY(reply.elapsed < patient / 2);
    }
}

void TestInside::readsAMissingIpVersion()
{
    QVERIFY(setInKernel("ipv6/conf/all/disable_ipv6", "1"));
    for (const ProbeId id : {ProbeId::Connect, ProbeId::Tls}) {
        const ProbeReply reply = probing::run(probing::request(id, QUrl(u"https://[::1]"_s), patient));
        QCOMPARE(code(reply.failure), code(NetworkFailure::HostUnreachable));
    }
}

void TestInside::readsTheSystemsOwnTimeOut()
{
    QVERIFY(setInKernel("ipv4/tcp_syn_retries", "1"));
    setInKernel("ipv4/tcp_syn_linear_timeouts", "0"); // from Linux 6.5 on
    const ProbeReply reply = probing::run(toAddresses({u"203.0.113.9"_s}));
    // Linux gave up after a few seconds, with the error that Qt also has for a missing route.
    QCOMPARE(code(reply.failure), code(NetworkFailure::TimedOut));
    QVERIFY(reply.elapsed < patient);
}

void TestInside::readsAHostThatIsSilent()
{
    probe::ProbeRequest request = toAddresses({u"203.0.113.2"_s, u"2001:db8:9::1"_s});
    request.timeout = 1s;
    const ProbeReply reply = probing::run(std::move(request));
    // That there is no IPv6 here says less than that nobody answers over IPv4.
    QCOMPARE(code(reply.failure), code(NetworkFailure::TimedOut));
    QCOMPARE(reply.attempts.size(), 2);
    QCOMPARE(code(reply.attempts.first().failure), code(NetworkFailure::TimedOut));
    QCOMPARE(code(reply.attempts.last().failure), code(NetworkFailure::HostUnreachable));
}

void TestInside::losesNoTimeOnAnIpVersionWithoutARoute()
{
    const ScriptedServer server;
    // Tried in turn: the one that works is the last.
    const QStringList addresses{u"2001:db8:9::1"_s, u"2001:db8:9::2"_s, u"2001:db8:9::3"_s, u"2001:db8:9::4"_s,
        u"192.0.2.1"_s, u"192.0.2.2"_s, u"192.0.2.3"_s, u"127.0.0.1"_s};
    const ProbeReply reply = probing::run(toAddresses(addresses, server.serverPort()));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.address, "127.0.0.1"_L1);
    QCOMPARE(reply.attempts.size(), addresses.size());
    QCOMPARE(code(reply.attempts.first().failure), code(NetworkFailure::HostUnreachable));
    QVERIFY(reply.elapsed < 7 * 250ms); // the pauses between eight attempts, if there were any
}

void TestInside::asksTheOtherIpVersionWhereTheFirstIsSilent()
{
    const ScriptedServer server;
    QUrl base = server.url();
    base.setHost(u"silent6.example"_s);
    const ProbeReply reply = probing::run(probing::request(ProbeId::Connect, base, patient));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.address, "127.0.0.1"_L1);
    QCOMPARE(reply.attempts.size(), 2);
    QCOMPARE(reply.attempts.first().address, "2001:db8::1"_L1);
    QCOMPARE(code(reply.attempts.first().failure), code(NetworkFailure::Cancelled));
    QVERIFY(reply.elapsed < patient / 2);
}

void TestInside::worksWhereOneIpVersionLeadsNowhere_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("no route") << u"none6.example"_s;
    QTest::newRow("silent") << u"silent6.example"_s;
}

void TestInside::worksWhereOneIpVersionLeadsNowhere()
{
    QFETCH(const QString, host);
    TestCertificates certificates;
    ScriptedServer server(certificates.issued(host));
    QVERIFY2(certificates.isValid(), "The openssl command is needed.");
    server.answerPath("/v1/check-api-key", Script::reply(200, R"({"valid": true})"));
    server.answerPath(
        "/v2/rerank", Script::reply(200, R"({"id": "x", "results": [{"index": 0, "relevance_score": 0.9}]})"));
    QUrl base = server.url();
    base.setHost(host);
    const CommandRun run = check(base, {u"--ca"_s, certificates.authorityFile()});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(server.requests().size(), 2);
}

void TestInside::tellsAPortThatRefuses()
{
    const CommandRun run = check(QUrl(u"https://here.example:8443"_s));
    QCOMPARE(run.exitCode, 3);
    const QString cause = firstCause(run);
    QVERIFY2(cause.startsWith(u"unreachable: "), qPrintable(cause));
    QVERIFY2(cause.contains(u"here.example") && cause.contains(u"8443"), qPrintable(cause));
    QVERIFY2(cause.contains(u"refused"), qPrintable(cause));
    // Filters make names lead here.
    QVERIFY2(cause.contains(u"127.0.0.1: The connection was refused."), qPrintable(cause));
}

void TestInside::tellsTheVariableWhereNoProxyIsUsed()
{
    const CommandRun run = runCommand(QStringLiteral(COMMAND_PROGRAM),
        {u"check"_s, u"--stdin"_s, u"--json"_s, u"--url"_s, u"https://far.example:8443"_s}, testkeys::good,
        {{u"https_proxy"_s, u"https://secure.example:443"_s}});
    const QString cause = firstCause(run);
    QVERIFY2(cause.startsWith(u"unreachable: ") && cause.contains(u"https_proxy"), qPrintable(cause));
}

void TestInside::looksUpANameWithOtherLetters()
{
    const ProbeReply reply =
        probing::run(probing::request(ProbeId::NameLookup, QUrl(u"https://b\u00FCcher.example"_s), patient));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.addresses, QStringList{u"127.0.0.1"_s});
}

void TestInside::tellsANameThatIsNotKnown()
{
    const NameServer nameServer(true);
    const CommandRun run = check(QUrl(u"https://nobody.example"_s));
    QCOMPARE(run.exitCode, 3);
    const QString cause = firstCause(run);
    QVERIFY2(cause.startsWith(u"name-not-found: ") && cause.contains(u"nobody.example"), qPrintable(cause));
    QVERIFY(nameServer.questions > 0);
}

void TestInside::tellsANameWithoutANameServer()
{
    const QString cause = firstCause(check(QUrl(u"https://nobody.example"_s)));
    QCOMPARE(cause, u"name-not-found: No name server gave an answer when the name nobody.example was looked up."_s);
}

void TestInside::endsAtOnceWhereTheNameServerIsSilent()
{
    const NameServer nameServer(false);
    QElapsedTimer clock;
    clock.start();
    const CommandRun run = check(QUrl(u"https://nobody.example"_s), {u"--timeout"_s, u"1"_s});
    // The system's resolver waits on, half a minute here.
    QVERIFY2(clock.elapsed() < 20'000, QByteArray::number(clock.elapsed()));
    QCOMPARE(run.exitCode, 3);
    QVERIFY(!firstCause(run).isEmpty());
    QVERIFY(nameServer.questions > 0);
}

/// Runs each of the tests above in a network of its own, made with `unshare` and `ip`.
class TestNetworkNamespaces : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void holds_data();
    void holds();
};

void TestNetworkNamespaces::holds_data()
{
    QTest::addColumn<QString>("function");
    const QMetaObject &inside = TestInside::staticMetaObject;
    for (int i = inside.methodOffset(); i < inside.methodCount(); ++i) {
        const QByteArray name = inside.method(i).name();
        if (!name.endsWith("_data"))
            QTest::newRow(name.constData()) << QString::fromLatin1(name);
    }
}

void TestNetworkNamespaces::holds()
{
    QFETCH(const QString, function);
    const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(insideVariable), u"yes"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    const auto unshared = [&process](const QStringList &command) {
        process.start(u"unshare"_s, QStringList{u"--map-root-user"_s, u"--net"_s, u"--mount"_s} + command);
        return process.waitForFinished(90'000) ? process.exitCode() : -1;
    };
    if (unshared({u"true"_s}) != 0)
        QSKIP("Networks of one's own are not allowed here: " + process.readAll());
    const int exitCode = unshared({u"sh"_s, u"-c"_s, QString::fromLatin1(preparation), u"sh"_s,
        QCoreApplication::applicationFilePath(), function});
    const QByteArray output = process.readAll();
    if (exitCode == cannotBeHad)
        QSKIP("This network cannot be made here: " + output);
    QVERIFY2(exitCode == 0, output);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(insideVariable)) {
        TestInside inside;
        return QTest::qExec(&inside, argc, argv);
    }
    TestNetworkNamespaces outside;
    return QTest::qExec(&outside, argc, argv);
}
#include "tst_NetworkNamespaces.moc"
