// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/NginxPeer.h"
#include "practice/PracticeEndpoint.h"

#include <QJsonArray>
#include <QTcpServer>

/// The command against a real nginx in front of the practice endpoint.
class TestNginx : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesWhatNginxDoes_data();
    void namesWhatNginxDoes();

private:
    practice::PracticeEndpoint m_endpoint;
    QByteArray m_base;
    QByteArray m_key;
};

namespace {

quint16 deafPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(1);
}

QStringList causes(const QJsonObject &json)
{
    QStringList ids;
    const QJsonArray list = json[QLatin1String("causes")].toArray();
    for (const QJsonValue &cause : list)
        ids += cause.toObject()[QLatin1String("id")].toString();
    return ids;
}

} // namespace

void TestNginx::initTestCase()
{
    if (!Peer::isInstalled(QStringLiteral("nginx")))
        QSKIP("nginx is not installed.");
    const auto base = m_endpoint.start();
    QVERIFY(base.has_value());
    m_base = base->toEncoded();
    m_key = practice::findScenario(QStringLiteral("works"))->key;
}

void TestNginx::namesWhatNginxDoes_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("cause"); // the first; empty: none
    const auto row = [](const char *name, const QByteArray &location, const char *verdict, const char *cause) {
        QTest::newRow(name) << "    location / { " + location + " }" << QString::fromLatin1(verdict)
                            << QString::fromLatin1(cause);
    };
    const QByteArray pass = "proxy_pass " + m_base + "; ";
    row("passes everything", pass, "works", "");
    row("asks for its own login", "auth_basic \"gate\"; auth_basic_user_file {folder}/passwords; " + pass, "fix-route",
        "gateway-refused");
    row("removes the header", pass + "proxy_set_header Authorization \"\";", "fix-route", "header-stripped");
    row("forbids", "return 403;", "fix-route", "gateway-refused");
    row("has nothing behind it", "proxy_pass http://127.0.0.1:" + QByteArray::number(deafPort()) + ";", "wait",
        "service-trouble");
    row("sends to https", "return 301 https://$host$request_uri;", "fix-route", "wrong-endpoint");
    row("does not know the path", "return 404;", "fix-route", "wrong-endpoint");
    row("is closed", "return 444;", "fix-route", "unreachable");
}

void TestNginx::namesWhatNginxDoes()
{
    QFETCH(const QByteArray, server);
    const std::unique_ptr<Peer> nginx = nginxPeer(server);
    nginx->addFile(QStringLiteral("passwords"), "aladdin:$apr1$none$none\n");
    QVERIFY2(nginx->start(), (nginx->output() + nginx->file(QStringLiteral("error.log"))).constData());
    const CommandRun run = runCommand(QStringLiteral(COMMAND_PROGRAM),
        {QStringLiteral("check"), QStringLiteral("--stdin"), QStringLiteral("--json"), QStringLiteral("--url"),
            nginx->url().toString()},
        m_key);
    const QJsonObject json = run.json();
    QFETCH(const QString, cause);
    const QStringList found = causes(json);
    QVERIFY2(found.value(0) == cause, qPrintable(found.join(u' ')));
    QTEST(json[QLatin1String("verdict")].toString(), "verdict");
    if (cause == QLatin1String("gateway-refused") || cause == QLatin1String("service-trouble"))
        QVERIFY2(run.out.contains("nginx"), run.out.constData()); // who answered

    QTRY_VERIFY(nginx->file(QStringLiteral("access.log")).contains("POST /v2/rerank"));
    QVERIFY(!nginx->everything().contains(m_key));
    QVERIFY(!run.out.contains(m_key) && !run.err.contains(m_key));
}

QTEST_GUILESS_MAIN(TestNginx)
#include "tst_Nginx.moc"
