// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/Child.h"
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "helpers/TestKeys.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QNetworkProxy>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

/// A real squid that opens connections on their way, between the built command and a server that plays Cohere.
class TestInspectedConnection : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesWhoeverOpensTheConnection_data();
    void namesWhoeverOpensTheConnection();
    void goesThroughOnceTheInspectorIsTrusted();
    void tellsThatTheInspectorTookTheKeyAway();
};

namespace {

const char resultsBody[] = R"({"id":"1","results":[{"index":0,"relevance_score":0.9}],"meta":{}})";

const QString squidProgram = QStringLiteral("squid");
const QString certificateHelper = QStringLiteral("/usr/lib/squid/security_file_certgen");

bool runs(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// squid with ssl-bump in a folder of its own; ends with this.
class Squid {
public:
    /// `inspector` issues what the client sees; `upstream` is whom squid itself trusts.
    Squid(const TestCertificates &inspector, const TestCertificates &upstream, const QByteArray &further = {});
    ~Squid();
    Squid(const Squid &) = delete;
    Squid &operator=(const Squid &) = delete;
    Squid(Squid &&) = delete;
    Squid &operator=(Squid &&) = delete;

    [[nodiscard]] bool answers() const;
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    /// All that it has written anywhere.
    [[nodiscard]] QByteArray logs();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void writeConfiguration(const QByteArray &further);

    QTemporaryDir m_folder;
    quint16 m_port = freePort();
    QProcess m_process;
    QByteArray m_printed;
};

Squid::Squid(const TestCertificates &inspector, const TestCertificates &upstream, const QByteArray &further)
{
    QFile::copy(inspector.authorityFile(), path("inspector.pem"));
    QFile::copy(inspector.authorityKeyFile(), path("inspector.key"));
    QFile::copy(upstream.authorityFile(), path("upstream.pem"));
    writeConfiguration(further);
    runs(certificateHelper,
        {QStringLiteral("-c"), QStringLiteral("-s"), path("certificates"), QStringLiteral("-M"),
            QStringLiteral("4MB")});
#ifdef Q_OS_UNIX
    if (geteuid() == 0) // squid is no program for root; this is Debian's user for it
        runs(QStringLiteral("chown"), {QStringLiteral("-R"), QStringLiteral("proxy"), m_folder.path()});
#endif
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    endWithTheTest(m_process, "proxy");
    m_process.start(squidProgram,
        {QStringLiteral("-N"), QStringLiteral("-n"), QStringLiteral("inspection%1").arg(m_port), QStringLiteral("-f"),
            path("squid.conf")});
}

Squid::~Squid()
{
    m_process.terminate(); // killed, it would leave its shared memory behind
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished();
}

void Squid::writeConfiguration(const QByteArray &further)
{
    const QByteArray folder = m_folder.path().toUtf8();
    // The servers of this test have no IPv6, which this computer's own file may name for localhost.
    QFile hosts(path("hosts"));
    if (!hosts.open(QIODevice::WriteOnly) || hosts.write("127.0.0.1 localhost\n") < 0)
        return;
    hosts.close();
    QFile file(path("squid.conf"));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("http_port 127.0.0.1:" + QByteArray::number(m_port) + " ssl-bump cert=" + folder
        + "/inspector.pem key=" + folder
        + "/inspector.key generate-host-certificates=on dynamic_cert_mem_cache_size=4MB\n"
          "sslcrtd_program "
        + certificateHelper.toUtf8() + " -s " + folder
        + "/certificates -M 4MB\n"
          "sslcrtd_children 1\n"
          "ssl_bump bump all\n"
          "http_access allow all\n"
          "cache deny all\n"
          "pinger_enable off\n"
          "hosts_file "
        + folder
        + "/hosts\n"
          "shutdown_lifetime 0 seconds\n"
          "tls_outgoing_options cafile="
        + folder + "/upstream.pem\naccess_log stdio:" + folder + "/access.log\ncache_log " + folder
        + "/cache.log\ncoredump_dir " + folder + "\npid_filename none\n" + further + '\n');
}

bool Squid::answers() const
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    return socket.waitForConnected(1000);
}

QByteArray Squid::logs()
{
    m_printed += m_process.readAll();
    QByteArray all = m_printed;
    for (const char *name : {"access.log", "cache.log"}) {
        QFile file(path(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

CommandRun check(const QUrl &base, const Squid &squid, const QString &authorityFile)
{
    QStringList arguments{QStringLiteral("check"), QStringLiteral("--stdin"), QStringLiteral("--url"), base.toString(),
        QStringLiteral("--proxy"), squid.url(), QStringLiteral("--json")};
    if (!authorityFile.isEmpty())
        arguments += {QStringLiteral("--ca"), authorityFile};
    return runCommand(QStringLiteral(COMMAND_PROGRAM), arguments, testkeys::good);
}

QJsonObject firstCause(const CommandRun &run)
{
    return run.json().value(QStringLiteral("causes")).toArray().first().toObject();
}

QString evidenceOf(const QJsonObject &cause)
{
    return cause.value(QStringLiteral("evidence")).toVariant().toStringList().join(QLatin1Char('\n'));
}

} // namespace

void TestInspectedConnection::initTestCase()
{
    if (QStandardPaths::findExecutable(squidProgram, {QStringLiteral("/usr/sbin")}).isEmpty()
        || !QFile::exists(certificateHelper))
        QSKIP("The package squid-openssl is missing.");
    QVERIFY2(TestCertificates().isValid(), "the openssl command is needed");
}

void TestInspectedConnection::namesWhoeverOpensTheConnection_data()
{
    QTest::addColumn<QString>("organisation");
    QTest::addColumn<QString>("product"); // empty: not known
    QTest::newRow("a company's own") << QStringLiteral("Test Inspector") << QString();
    QTest::newRow("a product") << QStringLiteral("Zscaler Inc.") << QStringLiteral("Zscaler");
}

void TestInspectedConnection::namesWhoeverOpensTheConnection()
{
    QFETCH(const QString, organisation);
    QFETCH(const QString, product);
    TestCertificates certificates;
    const TestCertificates inspector(organisation);
    ScriptedServer upstream(certificates.issued());
    Squid squid(inspector, certificates);
    QTRY_VERIFY2_WITH_TIMEOUT(squid.answers(), squid.logs().constData(), 20'000);
    const CommandRun run = check(upstream.url(), squid, {});
    QVERIFY2(run.exitCode == 3, run.out + run.err + squid.logs());
    const QJsonObject cause = firstCause(run);
    QCOMPARE(cause.value(QStringLiteral("id")).toString(), QStringLiteral("tls-untrusted"));
    QCOMPARE(cause.value(QStringLiteral("status")).toString(), QStringLiteral("confirmed"));
    QVERIFY2(evidenceOf(cause).contains(organisation), run.out);
    QCOMPARE(evidenceOf(cause).contains(QStringLiteral("made on the way by ") + product), !product.isEmpty());
    QCOMPARE(upstream.bytesReceived(), 0);
    QVERIFY(!squid.logs().contains(testkeys::good));
    QVERIFY(!run.out.contains(testkeys::good) && !run.err.contains(testkeys::good));
}

void TestInspectedConnection::goesThroughOnceTheInspectorIsTrusted()
{
    TestCertificates certificates;
    const TestCertificates inspector(QStringLiteral("Test Inspector"));
    ScriptedServer upstream(certificates.issued());
    upstream.answer(Script::reply(200, resultsBody));
    Squid squid(inspector, certificates);
    QTRY_VERIFY2_WITH_TIMEOUT(squid.answers(), squid.logs().constData(), 20'000);
    const CommandRun run = check(upstream.url(), squid, inspector.authorityFile());
    QVERIFY2(run.exitCode == 0, run.out + run.err + squid.logs());
    QCOMPARE(run.json().value(QStringLiteral("verdict")).toString(), QStringLiteral("works"));
    QVERIFY(!upstream.requests().isEmpty());
    for (const QByteArray &request : upstream.requests())
        QVERIFY(request.contains("\r\nAuthorization: Bearer " + testkeys::good + "\r\n"));
    QVERIFY(squid.logs().contains("/v2/rerank")); // it did read what went by
    QVERIFY(!squid.logs().contains(testkeys::good));
}

void TestInspectedConnection::tellsThatTheInspectorTookTheKeyAway()
{
    TestCertificates certificates;
    const TestCertificates inspector(QStringLiteral("Zscaler Inc."));
    ScriptedServer upstream(certificates.issued());
    upstream.answer(Script::reply(401, R"({"message":"no api key supplied"})"));
    Squid squid(inspector, certificates, "request_header_access Authorization deny all");
    QTRY_VERIFY2_WITH_TIMEOUT(squid.answers(), squid.logs().constData(), 20'000);
    const CommandRun run = check(upstream.url(), squid, inspector.authorityFile());
    QVERIFY2(run.exitCode == 3, run.out + run.err + squid.logs());
    QVERIFY(!upstream.requests().isEmpty());
    for (const QByteArray &request : upstream.requests())
        QVERIFY(!request.toLower().contains("\r\nauthorization:"));
    QVERIFY2(firstCause(run).value(QStringLiteral("id")).toString() == QLatin1String("header-stripped"), run.out);
    QVERIFY(!squid.logs().contains(testkeys::good));
}

QTEST_GUILESS_MAIN(TestInspectedConnection)
#include "tst_InspectedConnection.moc"
