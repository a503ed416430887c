// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "probe/ProxySettings.h"

using probe::ProxyChoice;
using probe::TargetFailure;

class TestProxySettings : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsAChoice_data();
    void readsAChoice();
    void readsTheVariables_data();
    void readsTheVariables();
    void choosesTheProxy_data();
    void choosesTheProxy();
};

namespace {

QString text(const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy)
        return QStringLiteral("none");
    const QString kind = proxy.type() == QNetworkProxy::Socks5Proxy ? QStringLiteral("socks5") : QStringLiteral("http");
    const QString login = proxy.user().isEmpty() ? QString() : proxy.user() + u':' + proxy.password() + u'@';
    return kind + u' ' + login + proxy.hostName() + u':' + QString::number(proxy.port());
}

} // namespace

void TestProxySettings::readsAChoice_data()
{
    QTest::addColumn<int>("failure"); // -1: none
    QTest::addColumn<ProxyChoice::Kind>("kind");
    const auto good = [](const char *name, ProxyChoice::Kind kind) { QTest::newRow(name) << -1 << kind; };
    const auto bad = [](const char *name, TargetFailure failure) {
        QTest::newRow(name) << static_cast<int>(failure) << ProxyChoice::Kind::None;
    };
    good("system", ProxyChoice::Kind::System);
    good(" none ", ProxyChoice::Kind::None);
    good("http://proxy.example:3128", ProxyChoice::Kind::Given);
    good("http://user:p%40ss@proxy.example:3128", ProxyChoice::Kind::Given);
    good("socks5://127.0.0.1:1080", ProxyChoice::Kind::Given);
    bad("", TargetFailure::EmptyUrl);
    bad("proxy.example:3128", TargetFailure::MalformedUrl);
    bad("http://", TargetFailure::MalformedUrl);
    bad("http://proxy.example:0", TargetFailure::MalformedUrl);
    bad("https://proxy.example", TargetFailure::UnsupportedScheme);
    bad("ftp://proxy.example", TargetFailure::UnsupportedScheme);
}

void TestProxySettings::readsAChoice()
{
    const QString text = QString::fromLatin1(QTest::currentDataTag());
    const auto choice = probe::parseProxyChoice(text);
    QFETCH(const int, failure);
    QCOMPARE(choice ? -1 : static_cast<int>(choice.error()), failure);
    if (!choice)
        return;
    QTEST(choice->kind, "kind");
    if (choice->kind == ProxyChoice::Kind::Given)
        QCOMPARE(choice->url.toString(QUrl::FullyEncoded), text);
}

void TestProxySettings::readsTheVariables_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("proxy"); // empty: the variables name none
    const auto row = [](const char *name, const QStringList &variables, const char *proxy) {
        QTest::newRow(name) << variables << QString::fromLatin1(proxy);
    };
    const QString set = QStringLiteral("HTTPS_PROXY=http://p.example:3128");
    row("none", {}, "");
    row("empty", {QStringLiteral("HTTPS_PROXY=")}, "");
    row("capitals", {set}, "http p.example:3128");
    row("small", {QStringLiteral("https_proxy=http://p.example:3128")}, "http p.example:3128");
    row("small before capitals", {set, QStringLiteral("https_proxy=http://q.example:1")}, "http q.example:1");
    row("all", {QStringLiteral("ALL_PROXY=socks5://s.example")}, "socks5 s.example:1080");
    row("one before all", {set, QStringLiteral("ALL_PROXY=http://a.example")}, "http p.example:3128");
    row("for http alone", {QStringLiteral("HTTP_PROXY=http://p.example:3128")}, "");
    row("without a scheme", {QStringLiteral("HTTPS_PROXY=p.example:3128")}, "http p.example:3128");
    row("without a port", {QStringLiteral("HTTPS_PROXY=http://p.example/")}, "http p.example:80");
    row("login", {QStringLiteral("HTTPS_PROXY=http://u:a%40b@p.example:1")}, "http u:a@b@p.example:1");
    row("nonsense", {QStringLiteral("HTTPS_PROXY=http://:::")}, "");
    row("except all", {set, QStringLiteral("NO_PROXY=*")}, "none");
    row("except the host", {set, QStringLiteral("no_proxy=localhost, api.cohere.com")}, "none");
    row("except the domain", {set, QStringLiteral("NO_PROXY=.cohere.com")}, "none");
    row("except the domain without a dot", {set, QStringLiteral("NO_PROXY=Cohere.COM")}, "none");
    row("except the domain with a star", {set, QStringLiteral("NO_PROXY=*.cohere.com")}, "none");
    row("except the port", {set, QStringLiteral("NO_PROXY=cohere.com:443")}, "none");
    row("except another port", {set, QStringLiteral("NO_PROXY=cohere.com:80")}, "http p.example:3128");
    row("except another host", {set, QStringLiteral("NO_PROXY=here.com,,cohere.com.example")}, "http p.example:3128");
}

void TestProxySettings::readsTheVariables()
{
    QFETCH(const QStringList, variables);
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    const auto proxy = probe::environmentProxy(QUrl(QStringLiteral("https://api.cohere.com")), environment);
    QTEST(proxy ? text(*proxy) : QString(), "proxy");
}

void TestProxySettings::choosesTheProxy_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("proxy");
    const QString api = QStringLiteral("https://api.cohere.com");
    const QString local = QStringLiteral("http://127.0.0.1:8080");
    const QString given = QStringLiteral("socks5://u:p@s.example:99");
    QTest::newRow("system") << QStringLiteral("system") << api << QStringLiteral("http p.example:3128");
    QTest::newRow("system, loopback") << QStringLiteral("system") << local << QStringLiteral("none");
    QTest::newRow("system, loopback with TLS")
        << QStringLiteral("system") << QStringLiteral("https://localhost:8443") << QStringLiteral("none");
    QTest::newRow("none") << QStringLiteral("none") << api << QStringLiteral("none");
    QTest::newRow("given") << given << api << QStringLiteral("socks5 u:p@s.example:99");
    QTest::newRow("given, loopback") << given << local << QStringLiteral("socks5 u:p@s.example:99");
}

void TestProxySettings::choosesTheProxy()
{
    QFETCH(const QString, choice);
    QFETCH(const QString, url);
    qputenv("https_proxy", "http://p.example:3128");
    qputenv("http_proxy", "http://p.example:3128");
    qunsetenv("no_proxy");
    qunsetenv("NO_PROXY");
    const auto parsed = probe::parseProxyChoice(choice);
    QVERIFY(parsed.has_value());
    QTEST(text(probe::proxyFor(*parsed, QUrl(url))), "proxy");
}

QTEST_GUILESS_MAIN(TestProxySettings)
#include "tst_ProxySettings.moc"
