// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "probe/reply/ReplyReader.h"

using namespace std::chrono_literals;
using probe::CertificateProblem;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::ProbeReply;
using probing::code;

Q_DECLARE_METATYPE(Script)

/// What time it is at a server whose certificate has the wrong dates: asked without a key, and of nobody else.
class TestServerTime : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void asksAServerWhoseCertificateHasTheWrongDates_data();
    void asksAServerWhoseCertificateHasTheWrongDates();
    void sendsTheseBytesAndNoKey();
    void asksNobodyWhoseCertificateHasAnotherFault_data();
    void asksNobodyWhoseCertificateHasAnotherFault();
    void asksNobodyWithoutTls();
    void tellsAReplyThatIsNone_data();
    void tellsAReplyThatIsNone();
    void leavesTheOtherProbesAsStrictAsTheyWere();

private:
    [[nodiscard]] QSslConfiguration expired(const QString &host = QStringLiteral("localhost"));
    [[nodiscard]] ProbeReply run(ProbeId id, const QUrl &base, const QString &authorityFile);

    TestCertificates m_certificates;
};

void TestServerTime::initTestCase()
{
    QVERIFY2(m_certificates.isValid(), "the openssl command is needed");
}

QSslConfiguration TestServerTime::expired(const QString &host)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return m_certificates.issued(host, now.addDays(-9), now.addDays(-1));
}

ProbeReply TestServerTime::run(ProbeId id, const QUrl &base, const QString &authorityFile)
{
    probe::ProbeRequest request = probing::request(id, base, 20s);
    request.target.authorityFile = authorityFile;
    // A key where none belongs: it must not be sent all the same.
    if (auto key = key::HeaderKey::parse(key::Secret{QByteArrayView(testkeys::good)}))
        request.key = std::move(*key);
    return probing::run(std::move(request));
}

void TestServerTime::asksAServerWhoseCertificateHasTheWrongDates_data()
{
    QTest::addColumn<int>("fromDays");
    QTest::addColumn<int>("untilDays");
    QTest::addColumn<int>("status");
    QTest::addColumn<CertificateProblem>("problem");
    QTest::newRow("expired") << -9 << -1 << 200 << CertificateProblem::Expired;
    QTest::newRow("not yet valid") << 1 << 9 << 200 << CertificateProblem::NotYetValid;
    QTest::newRow("any status") << -9 << -1 << 404 << CertificateProblem::Expired;
    QTest::newRow("a certificate without a fault") << -1 << 9 << 200 << CertificateProblem::None;
}

void TestServerTime::asksAServerWhoseCertificateHasTheWrongDates()
{
    QFETCH(const int, fromDays);
    QFETCH(const int, untilDays);
    QFETCH(const int, status);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ScriptedServer server(
        m_certificates.issued(QStringLiteral("localhost"), now.addDays(fromDays), now.addDays(untilDays)));
    // As for a GET, and no body: a reply to HEAD.
    server.answer(Script::raw("HTTP/1.1 " + QByteArray::number(status)
            + " Scripted\r\nDate: Tue, 03 Nov 2026 10:20:30 GMT\r\nContent-Length: 500\r\n\r\n",
        Script::Then::KeepOpen));
    const ProbeReply reply = run(ProbeId::ServerTime, server.url(), m_certificates.authorityFile());
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.status, status);
    QTEST(reply.tls.problem, "problem");
    const QDateTime read = QDateTime::fromString(QStringLiteral("2026-11-03T10:21:30Z"), Qt::ISODate);
    QCOMPARE(probing::read(reply, {}, read).clockAheadSeconds.value_or(-1), 60);
}

void TestServerTime::sendsTheseBytesAndNoKey()
{
    ScriptedServer server(expired());
    const ProbeReply reply = run(ProbeId::ServerTime, server.url(), m_certificates.authorityFile());
    QCOMPARE(code(reply.failure), -1);
    const QByteArray bytes = "HEAD / HTTP/1.1\r\nHost: localhost:" + QByteArray::number(server.serverPort())
        + "\r\nUser-Agent: rerank-key-doctor/" DOCTOR_VERSION "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    QCOMPARE(server.requests(), QList<QByteArray>{bytes});
    QCOMPARE(server.bytesReceived(), bytes.size());
    QVERIFY(!bytes.contains(testkeys::good) && !bytes.toLower().contains("authorization"));
}

void TestServerTime::asksNobodyWhoseCertificateHasAnotherFault_data()
{
    QTest::addColumn<QSslConfiguration>("configuration");
    QTest::addColumn<QString>("authorityFile");
    QTest::addColumn<CertificateProblem>("problem");
    const QString known = m_certificates.authorityFile();
    QTest::newRow("expired, of an unknown authority") << expired() << QString() << CertificateProblem::UnknownAuthority;
    QTest::newRow("expired, for another host")
        << expired(QStringLiteral("other.example")) << known << CertificateProblem::Expired;
    QTest::newRow("self-signed") << m_certificates.selfSigned() << known << CertificateProblem::SelfSigned;
    QTest::newRow("another host") << m_certificates.issued(QStringLiteral("other.example")) << known
                                  << CertificateProblem::WrongHostName;
    QVERIFY(m_certificates.isValid());
}

void TestServerTime::asksNobodyWhoseCertificateHasAnotherFault()
{
    QFETCH(const QSslConfiguration, configuration);
    QFETCH(const QString, authorityFile);
    ScriptedServer server(configuration);
    const ProbeReply reply = run(ProbeId::ServerTime, server.url(), authorityFile);
    QCOMPARE(code(reply.failure), code(NetworkFailure::CertificateUntrusted));
    QTEST(reply.tls.problem, "problem");
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.bytesReceived(), 0);
}

void TestServerTime::asksNobodyWithoutTls()
{
    ScriptedServer server;
    const ProbeReply reply = run(ProbeId::ServerTime, server.url(), {});
    QCOMPARE(code(reply.failure), code(NetworkFailure::TlsHandshakeFailed));
    QCOMPARE(server.connections(), 0);
}

void TestServerTime::tellsAReplyThatIsNone_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("failure");
    QTest::newRow("closed") << Script::raw({}) << code(NetworkFailure::ConnectionClosed);
    QTest::newRow("half a head") << Script::raw("HTTP/1.1 200 OK\r\nDate: ") << code(NetworkFailure::ConnectionClosed);
    QTest::newRow("not HTTP") << Script::raw("220 mail.example\r\n") << code(NetworkFailure::NotHttp);
    QTest::newRow("endless") << Script::endless("HTTP/1.1 200 OK\r\n", "X-Again: " + QByteArray(500, 'x') + "\r\n")
                             << code(NetworkFailure::ReplyTooLarge);
    QTest::newRow("closed after the head") << Script::raw("HTTP/1.1 200 OK\r\n\r\n", Script::Then::Drop) << -1;
}

void TestServerTime::tellsAReplyThatIsNone()
{
    QFETCH(const Script, script);
    QFETCH(const int, failure);
    ScriptedServer server(expired());
    server.answer(script);
    const ProbeReply reply = run(ProbeId::ServerTime, server.url(), m_certificates.authorityFile());
    QCOMPARE(code(reply.failure), failure);
}

void TestServerTime::leavesTheOtherProbesAsStrictAsTheyWere()
{
    ScriptedServer server(expired());
    for (const ProbeId id : {ProbeId::Tls, ProbeId::CheckApiKey, ProbeId::Rerank}) {
        const ProbeReply reply = run(id, server.url(), m_certificates.authorityFile());
        QCOMPARE(code(reply.failure), code(NetworkFailure::CertificateUntrusted));
        QCOMPARE(reply.tls.problem, CertificateProblem::Expired);
    }
    QCOMPARE(server.bytesReceived(), 0);
}

QTEST_GUILESS_MAIN(TestServerTime)
#include "tst_ServerTime.moc"
