// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/Child.h"
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"

#include <QProcess>
#include <QRegularExpression>

using namespace std::chrono_literals;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::ProbeReply;
using probing::code;

/// TLS 1.2 is the least: a real `openssl s_server` of each version, and servers that speak no TLS at all.
class TestOldTls : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void acceptsNoVersionBefore12_data();
    void acceptsNoVersionBefore12();
    void tellsAServerThatWantsACertificate_data();
    void tellsAServerThatWantsACertificate();
    void tellsAServerWithoutTlsFromAnOldOne();

private:
    TestCertificates m_certificates;
};

namespace {

/// `openssl s_server` on a free port; ends with this.
class OpensslServer {
public:
    OpensslServer(const TestCertificates &certificates, const QString &version, const QStringList &further = {})
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        endWithTheTest(m_process);
        m_process.start(QStringLiteral("openssl"),
            QStringList{QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("127.0.0.1:0"), version,
                QStringLiteral("-cipher"), QStringLiteral("ALL:@SECLEVEL=0"), QStringLiteral("-cert"),
                certificates.serverFile(), QStringLiteral("-key"), certificates.serverKeyFile()}
                + further);
    }
    ~OpensslServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    OpensslServer(const OpensslServer &) = delete;
    OpensslServer &operator=(const OpensslServer &) = delete;
    OpensslServer(OpensslServer &&) = delete;
    OpensslServer &operator=(OpensslServer &&) = delete;

    /// All that it has printed: its port, and every byte that came inside TLS.
    const QByteArray &output()
    {
        m_output += m_process.readAll();
        return m_output;
    }
    /// 0 until it listens.
    quint16 port()
    {
        static const QRegularExpression line(QStringLiteral("ACCEPT 127\\.0\\.0\\.1:(\\d+)"));
        return line.match(QString::fromUtf8(output())).captured(1).toUShort();
    }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace

void TestOldTls::initTestCase()
{
    (void)m_certificates.issued();
    if (!m_certificates.isValid())
        QSKIP("The openssl command is missing or failed.");
}

void TestOldTls::acceptsNoVersionBefore12_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("agreed"); // empty: none
    QTest::newRow("1.0") << QStringLiteral("-tls1") << QString();
    QTest::newRow("1.1") << QStringLiteral("-tls1_1") << QString();
    QTest::newRow("1.2") << QStringLiteral("-tls1_2") << QStringLiteral("TLSv1.2");
    QTest::newRow("1.3") << QStringLiteral("-tls1_3") << QStringLiteral("TLSv1.3");
}

void TestOldTls::acceptsNoVersionBefore12()
{
    QFETCH(const QString, version);
    QFETCH(const QString, agreed);
    OpensslServer server(m_certificates, version);
    QTRY_VERIFY2(server.port() != 0, server.output().constData());
    const QUrl base(QStringLiteral("https://localhost:%1").arg(server.port()));
    probe::ProbeRequest request = probing::request(ProbeId::Tls, base, 20s);
    request.target.authorityFile = m_certificates.authorityFile();
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), agreed.isEmpty() ? code(NetworkFailure::TlsHandshakeFailed) : -1);
    QCOMPARE(reply.tls.tooOld, agreed.isEmpty());
    QCOMPARE(reply.tls.protocol, agreed);
    if (!agreed.isEmpty())
        return;
    request = probing::request(ProbeId::Rerank, base, 20s);
    request.target.authorityFile = m_certificates.authorityFile();
    const ProbeReply withKey = probing::run(std::move(request));
    QCOMPARE(code(withKey.failure), code(NetworkFailure::TlsHandshakeFailed));
    QVERIFY(withKey.tls.tooOld);
    QTRY_VERIFY(server.output().contains("unsupported protocol"));
    QVERIFY(!server.output().contains("POST ") && !server.output().contains(testkeys::good));
}

void TestOldTls::tellsAServerThatWantsACertificate_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<NetworkFailure>("failure");
    // TLS 1.2 has no alert of its own for it; with TLS 1.3, the server looks only after the handshake.
    QTest::newRow("1.2") << QStringLiteral("-tls1_2") << NetworkFailure::TlsHandshakeFailed;
    QTest::newRow("1.3") << QStringLiteral("-tls1_3") << NetworkFailure::ConnectionClosed;
}

void TestOldTls::tellsAServerThatWantsACertificate()
{
    QFETCH(const QString, version);
    QFETCH(const NetworkFailure, failure);
    OpensslServer server(m_certificates, version, {QStringLiteral("-Verify"), QStringLiteral("1")});
    QTRY_VERIFY2(server.port() != 0, server.output().constData());
    probe::ProbeRequest request =
        probing::request(ProbeId::Rerank, QUrl(QStringLiteral("https://localhost:%1").arg(server.port())), 20s);
    request.target.authorityFile = m_certificates.authorityFile();
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), code(failure));
    QVERIFY(reply.tls.alerted);
    QVERIFY(!reply.tls.tooOld);
    QCOMPARE(reply.tls.wantsCertificate, failure == NetworkFailure::ConnectionClosed);
}

void TestOldTls::tellsAServerWithoutTlsFromAnOldOne()
{
    ScriptedServer server;
    Script http = Script::reply(400, "The plain HTTP request was sent to HTTPS port");
    http.waitsForRequest = false;
    server.answer(http);
    QUrl base = server.url();
    base.setScheme(QStringLiteral("https"));
    const ProbeReply reply = probing::run(probing::request(ProbeId::Rerank, base, 20s));
    QCOMPARE(code(reply.failure), code(NetworkFailure::TlsHandshakeFailed));
    QVERIFY(!reply.tls.tooOld && !reply.tls.alerted);
    QCOMPARE(server.requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestOldTls)
#include "tst_OldTls.moc"
