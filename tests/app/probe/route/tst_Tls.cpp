// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "helpers/TunnelProxy.h"
#include "probe/route/Authorities.h"
#include "probe/route/CertificateReading.h"

using namespace std::chrono_literals;
using probe::CertificateProblem;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::ProbeReply;
using probing::code;

namespace {
constexpr auto patient = 20s;
} // namespace

/// Servers with certificates made on the spot. The Tls probe and the probes with a key must tell the same.
class TestTls : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void trustsTheAuthorityThatTheUserNamed();
    void tellsWhatIsWrongWithACertificate_data();
    void tellsWhatIsWrongWithACertificate();
    void sendsNoKeyToAServerThatIsNotTrusted_data();
    void sendsNoKeyToAServerThatIsNotTrusted();
    void trustsNobodyMoreWhenTheFileCannotBeRead();
    void tellsAServerWithoutTls_data();
    void tellsAServerWithoutTls();
    void refusesVersionsBefore12();
    void readsTheChainAsItWasSent();
    void tellsAnIntermediateThatTheServerForgot();
    void readsNothingFromACertificateThatATerminalObeys();
    void keepsNoMoreOfAChainAndItsNamesThanItSays();
    void endsWhenAHandshakeTakesTooLong();
    void readsALargeReplyAndCutsItOff();
    void readsAReplyWhoseTlsEndsWithoutAWord();
    void goesThroughAProxyToTheServersOwnCertificate();
    void readsAFileOfAuthorities_data();
    void readsAFileOfAuthorities();

private:
    void addProblems();
    [[nodiscard]] probe::ProbeRequest request(ProbeId id, const QUrl &base, bool withAuthority) const;

    TestCertificates m_certificates;
};

void TestTls::initTestCase()
{
    QVERIFY2(m_certificates.isValid(), "the openssl command is needed");
}

probe::ProbeRequest TestTls::request(ProbeId id, const QUrl &base, bool withAuthority) const
{
    probe::ProbeRequest request = probing::request(id, base, patient);
    if (withAuthority)
        request.target.authorityFile = m_certificates.authorityFile();
    return request;
}

void TestTls::trustsTheAuthorityThatTheUserNamed()
{
    const QDateTime from = QDateTime::fromString(QStringLiteral("2024-02-03T04:05:06Z"), Qt::ISODate);
    const QDateTime until = QDateTime::currentDateTimeUtc().addDays(10);
    ScriptedServer server(m_certificates.issued(QStringLiteral("localhost"), from, until));
    QVERIFY(m_certificates.isValid());
    for (const ProbeId id : {ProbeId::Tls, ProbeId::Rerank}) {
        const ProbeReply reply = probing::run(request(id, server.url(), true));
        QCOMPARE(code(reply.failure), -1);
        QCOMPARE(reply.tls.problem, CertificateProblem::None);
        QCOMPARE(reply.tls.protocol, QStringLiteral("TLSv1.3"));
        QCOMPARE(reply.tls.issuer, QStringLiteral("Test Authority"));
        QCOMPARE(reply.tls.subject, QStringLiteral("localhost"));
        QCOMPARE(reply.tls.validFrom, from);
        QCOMPARE(reply.tls.validUntil.toSecsSinceEpoch(), until.toSecsSinceEpoch());
        QCOMPARE(reply.host, QStringLiteral("localhost"));
    }
    // The Tls probe sends nothing.
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(server.requests().first().contains("\r\nAuthorization: Bearer " + testkeys::good + "\r\n"));
}

void TestTls::addProblems()
{
    QTest::addColumn<QSslConfiguration>("server");
    QTest::addColumn<bool>("withAuthority");
    QTest::addColumn<CertificateProblem>("problem");
    const QString localhost = QStringLiteral("localhost");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QTest::newRow("self-signed") << m_certificates.selfSigned() << true << CertificateProblem::SelfSigned;
    QTest::newRow("self-signed, and for another host")
        << m_certificates.selfSigned(QStringLiteral("other.example")) << true << CertificateProblem::SelfSigned;
    QTest::newRow("unknown authority") << m_certificates.issued() << false << CertificateProblem::UnknownAuthority;
    QTest::newRow("wrong host name") << m_certificates.issued(QStringLiteral("other.example")) << true
                                     << CertificateProblem::WrongHostName;
    QTest::newRow("expired") << m_certificates.issued(localhost, now.addDays(-9), now.addDays(-1)) << true
                             << CertificateProblem::Expired;
    QTest::newRow("not yet valid") << m_certificates.issued(localhost, now.addDays(1), now.addDays(9)) << true
                                   << CertificateProblem::NotYetValid;
    QTest::newRow("expired, and of an unknown authority") << m_certificates.issued(localhost, now.addDays(-9),
        now.addDays(-1)) << false << CertificateProblem::UnknownAuthority;
    QTest::newRow("expired, and for another host") << m_certificates.issued(QStringLiteral("other.example"),
        now.addDays(-9), now.addDays(-1)) << true << CertificateProblem::Expired;
    QVERIFY(m_certificates.isValid());
}

void TestTls::tellsWhatIsWrongWithACertificate_data()
{
    addProblems();
}

void TestTls::tellsWhatIsWrongWithACertificate()
{
    QFETCH(const QSslConfiguration, server);
    QFETCH(const bool, withAuthority);
    QFETCH(const CertificateProblem, problem);
    ScriptedServer scripted(server);
    const ProbeReply reply = probing::run(request(ProbeId::Tls, scripted.url(), withAuthority));
    QCOMPARE(code(reply.failure), code(NetworkFailure::CertificateUntrusted));
    QCOMPARE(reply.tls.problem, problem);
    QCOMPARE(reply.tls.otherName, QByteArrayView(QTest::currentDataTag()).contains("host"));
    const QSslCertificate certificate = server.localCertificate();
    QCOMPARE(reply.tls.subject, certificate.subjectInfo(QSslCertificate::CommonName).value(0));
    const bool own = problem == CertificateProblem::SelfSigned;
    QCOMPARE(reply.tls.issuer, own ? reply.tls.subject : QStringLiteral("Test Authority"));
    QCOMPARE(reply.tls.validFrom, certificate.effectiveDate());
    QCOMPARE(reply.tls.validUntil, certificate.expiryDate());
}

void TestTls::sendsNoKeyToAServerThatIsNotTrusted_data()
{
    addProblems();
}

void TestTls::sendsNoKeyToAServerThatIsNotTrusted()
{
    QFETCH(const QSslConfiguration, server);
    QFETCH(const bool, withAuthority);
    ScriptedServer scripted(server);
    const ProbeReply reply = probing::run(request(ProbeId::Rerank, scripted.url(), withAuthority));
    QCOMPARE(code(reply.failure), code(NetworkFailure::CertificateUntrusted));
    QTEST(reply.tls.problem, "problem");
    QTRY_COMPARE(scripted.openConnections(), 0);
    QCOMPARE(scripted.connections(), 1);
    QCOMPARE(scripted.bytesReceived(), 0);
}

void TestTls::trustsNobodyMoreWhenTheFileCannotBeRead()
{
    ScriptedServer server(m_certificates.issued());
    probe::ProbeRequest request = probing::request(ProbeId::Rerank, server.url(), patient);
    request.target.authorityFile = QStringLiteral("/nothing/here.pem");
    const ProbeReply reply = probing::run(std::move(request));
    QCOMPARE(code(reply.failure), code(NetworkFailure::CertificateUntrusted));
    QCOMPARE(server.bytesReceived(), 0);
}

void TestTls::tellsAServerWithoutTls_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<NetworkFailure>("failure");
    Script speaksFirst = Script::raw("220 mail.example ESMTP\r\n", Script::Then::KeepOpen);
    speaksFirst.waitsForRequest = false;
    QTest::newRow("another protocol") << speaksFirst << NetworkFailure::TlsHandshakeFailed;
    Script http = Script::reply(400, "The plain HTTP request was sent to HTTPS port");
    http.waitsForRequest = false;
    QTest::newRow("plain HTTP") << http << NetworkFailure::TlsHandshakeFailed;
    Script closes = Script::raw("");
    closes.waitsForRequest = false;
    QTest::newRow("closes") << closes << NetworkFailure::ConnectionClosed;
}

void TestTls::tellsAServerWithoutTls()
{
    QFETCH(const Script, script);
    QFETCH(const NetworkFailure, failure);
    ScriptedServer server;
    server.answer(script);
    QUrl base = server.url();
    base.setScheme(QStringLiteral("https"));
    for (const ProbeId id : {ProbeId::Tls, ProbeId::Rerank}) {
        const ProbeReply reply = probing::run(request(id, base, false));
        QCOMPARE(code(reply.failure), code(failure));
        QCOMPARE(reply.status, 0);
    }
    // And the other way about: there is no TLS on the way to a plain http target.
    const ProbeReply reply = probing::run(request(ProbeId::Tls, server.url(), false));
    QVERIFY(reply.failure.has_value());
}

void TestTls::refusesVersionsBefore12()
{
    QSslConfiguration old = m_certificates.issued();
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    old.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    ScriptedServer server(old);
    const ProbeReply reply = probing::run(request(ProbeId::Rerank, server.url(), true));
    QVERIFY(code(reply.failure) == code(NetworkFailure::TlsHandshakeFailed)
        || code(reply.failure) == code(NetworkFailure::ConnectionClosed));
    QCOMPARE(server.bytesReceived(), 0);
}

void TestTls::readsTheChainAsItWasSent()
{
    ScriptedServer server(m_certificates.issuedByIntermediate(TestCertificates::Sent::Intermediate));
    QVERIFY(m_certificates.isValid());
    for (const bool trusted : {true, false}) {
        const ProbeReply reply = probing::run(request(ProbeId::Tls, server.url(), trusted));
        QCOMPARE(reply.failure.has_value(), !trusted);
        QCOMPARE(reply.tls.problem, trusted ? CertificateProblem::None : CertificateProblem::UnknownAuthority);
        QCOMPARE(reply.tls.chain.size(), 2);
        const probe::CertificateFacts own = reply.tls.chain.at(0);
        QCOMPARE(own.subject, QStringLiteral("localhost"));
        QCOMPARE(own.issuer, QStringLiteral("Test Intermediate"));
        QCOMPARE(own.names, QStringList{QStringLiteral("localhost")});
        QCOMPARE(own.validFrom, reply.tls.validFrom);
        QCOMPARE(own.validFrom.daysTo(own.validUntil), 30);
        const probe::CertificateFacts further = reply.tls.chain.at(1);
        QCOMPARE(further.subject, QStringLiteral("Test Intermediate"));
        QCOMPARE(further.issuer, QStringLiteral("Test Authority"));
        QVERIFY(further.names.isEmpty());
        QCOMPARE(reply.tls.inspector, QString());
        QVERIFY(qAbs(reply.tls.seenAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
}

void TestTls::tellsAnIntermediateThatTheServerForgot()
{
    ScriptedServer server(m_certificates.issuedByIntermediate(TestCertificates::Sent::Nothing));
    const ProbeReply reply = probing::run(request(ProbeId::Rerank, server.url(), true));
    QCOMPARE(code(reply.failure), code(NetworkFailure::CertificateUntrusted));
    QCOMPARE(reply.tls.problem, CertificateProblem::IssuerNotSent);
    QCOMPARE(reply.tls.issuer, QStringLiteral("Test Intermediate"));
    QCOMPARE(server.bytesReceived(), 0);
}

void TestTls::readsNothingFromACertificateThatATerminalObeys()
{
    const QString hostile = QStringLiteral("a\u001b[31m\u0007.example");
    const QString harmless = QStringLiteral("a\uFFFD[31m\uFFFD.example");
    const QSslConfiguration made = m_certificates.selfSigned(hostile);
    QVERIFY(m_certificates.isValid());
    QCOMPARE(made.localCertificate().subjectInfo(QSslCertificate::CommonName).value(0), hostile);
    const probe::TlsFacts facts = probe::readCertificates({made.localCertificate()}, {});
    QCOMPARE(facts.subject, harmless);
    QCOMPARE(facts.issuer, harmless);
    QCOMPARE(facts.chain.constFirst().names, QStringList{harmless});
}

void TestTls::keepsNoMoreOfAChainAndItsNamesThanItSays()
{
    QStringList names{QStringLiteral("IP:127.0.0.1"), QStringLiteral("IP:::1")};
    for (int number = 0; number < 25; ++number)
        names += QStringLiteral("DNS:n%1.example").arg(number);
    const QSslConfiguration made = m_certificates.selfSigned(QStringLiteral("one.example"), names.first(2));
    QVERIFY(m_certificates.isValid());
    const QSslCertificate certificate = made.localCertificate();
    const probe::TlsFacts few = probe::readCertificates(QList<QSslCertificate>(12, certificate), {});
    QCOMPARE(few.chain.size(), probe::mostCertificates);
    QCOMPARE(few.chain.constFirst().names.size(), 3);
    QVERIFY(few.chain.constFirst().names.contains(QStringLiteral("127.0.0.1")));
    const QSslConfiguration wide = m_certificates.selfSigned(QStringLiteral("one.example"), names);
    QVERIFY(m_certificates.isValid());
    const probe::TlsFacts many = probe::readCertificates({wide.localCertificate()}, {});
    QCOMPARE(many.chain.constFirst().names.size(), probe::mostCertificateNames);
    QVERIFY(probe::readCertificates({}, {}).chain.isEmpty());
}

void TestTls::endsWhenAHandshakeTakesTooLong()
{
    ScriptedServer server;
    server.answer(Script::raw("", Script::Then::KeepOpen));
    QUrl base = server.url();
    base.setScheme(QStringLiteral("https"));
    for (const ProbeId id : {ProbeId::Tls, ProbeId::Rerank}) {
        probe::ProbeRequest slow = request(id, base, false);
        slow.timeout = 400ms;
        const ProbeReply reply = probing::run(std::move(slow));
        QCOMPARE(code(reply.failure), code(NetworkFailure::TimedOut));
        QVERIFY(reply.elapsed < 10s);
    }
}

void TestTls::readsALargeReplyAndCutsItOff()
{
    ScriptedServer server(m_certificates.issued());
    const QByteArray body(static_cast<qsizetype>(probe::maximumBody), 'x');
    server.answer(Script::reply(200, body));
    const ProbeReply whole = probing::run(request(ProbeId::Rerank, server.url(), true));
    QCOMPARE(code(whole.failure), -1);
    QCOMPARE(whole.body, body);
    server.answer(Script::endless("HTTP/1.1 200 OK\r\n\r\n", body.first(4096)));
    const ProbeReply endless = probing::run(request(ProbeId::Rerank, server.url(), true));
    QCOMPARE(code(endless.failure), code(NetworkFailure::ReplyTooLarge));
    QCOMPARE(endless.body, body);
}

void TestTls::readsAReplyWhoseTlsEndsWithoutAWord()
{
    ScriptedServer server(m_certificates.issued());
    server.answer(Script::raw("HTTP/1.1 401 No\r\n\r\nabc", Script::Then::Drop));
    const ProbeReply reply = probing::run(request(ProbeId::Rerank, server.url(), true));
    QCOMPARE(code(reply.failure), -1);
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.body, QByteArray("abc"));
    server.answer(Script::raw("HTTP/1.1 401 No\r\nContent-Length: 9\r\n\r\nabc", Script::Then::Drop));
    const ProbeReply half = probing::run(request(ProbeId::Rerank, server.url(), true));
    QCOMPARE(code(half.failure), code(NetworkFailure::ConnectionClosed));
    QCOMPARE(half.status, 401);
}

void TestTls::goesThroughAProxyToTheServersOwnCertificate()
{
    ScriptedServer server(m_certificates.issued(QStringLiteral("api.example")));
    TunnelProxy proxy(server.serverPort());
    for (const ProbeId id : {ProbeId::Tls, ProbeId::Rerank}) {
        probe::ProbeRequest request = this->request(id, QUrl(QStringLiteral("https://api.example")), true);
        request.target.proxy.kind = probe::ProxyChoice::Kind::Given;
        request.target.proxy.url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort()));
        const ProbeReply reply = probing::run(std::move(request));
        QCOMPARE(code(reply.failure), -1);
        QCOMPARE(reply.tls.subject, QStringLiteral("api.example"));
        QVERIFY(reply.viaProxy);
        QCOMPARE(reply.host, QStringLiteral("127.0.0.1"));
        QCOMPARE(reply.port, proxy.serverPort());
    }
    QCOMPARE(proxy.requests(), QList<QByteArray>(2, "CONNECT api.example:443 HTTP/1.1"));
    QVERIFY(!proxy.heads().contains(testkeys::good));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(!server.requests().first().toLower().contains("proxy"));
    QVERIFY(server.requests().first().contains("\r\nHost: api.example\r\n"));
}

void TestTls::readsAFileOfAuthorities_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("count"); // -1: none in it
    QFile file(m_certificates.authorityFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pem = file.readAll();
    QTest::newRow("one") << pem << 1;
    QTest::newRow("two, with words between") << pem + "# the other one\n" + pem << 2;
    QTest::newRow("with line ends of Windows") << QByteArray(pem).replace("\n", "\r\n") << 1;
    const QByteArray der = QSslCertificate::fromData(pem).constFirst().toDer();
    QTest::newRow("DER") << der << 1;
    QTest::newRow("DER, cut off") << der.first(der.size() / 2) << -1;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("text") << QByteArray("hello") << -1;
    QTest::newRow("broken") << pem.first(100) << -1;
}

void TestTls::readsAFileOfAuthorities()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, count);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto authorities = probe::loadAuthorities(file.fileName());
    QCOMPARE(authorities ? static_cast<int>(authorities->size()) : -1, count);
    if (!authorities)
        QCOMPARE(authorities.error(), probe::AuthorityFailure::NoCertificates);
    for (const QString &missing : {folder.path(), folder.filePath(QStringLiteral("none")), QString()})
        QCOMPARE(probe::loadAuthorities(missing).error(), probe::AuthorityFailure::Unreadable);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_Tls.moc"
