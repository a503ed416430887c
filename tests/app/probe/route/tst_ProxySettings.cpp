// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "probe/route/ProxyExceptions.h"
#include "probe/route/ProxySettings.h"

using probe::ProxyChoice;
using probe::ProxyReason;
using probe::ProxyUse;
using probe::TargetFailure;

class TestProxySettings : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsAChoice_data();
    void readsAChoice();
    void readsTheVariables_data();
    void readsTheVariables();
    void readsAProxysAddress_data();
    void readsAProxysAddress();
    void tellsNothingOfTheLogin();
    void heedsExceptions_data();
    void heedsExceptions();
    void choosesTheProxy_data();
    void choosesTheProxy();
    void takesNoProxyThatIsForPlainHttpAlone();
};

namespace {

QString reasonName(ProxyReason reason)
{
    switch (reason) {
    case ProxyReason::NoneSet:
        return QStringLiteral("none");
    case ProxyReason::SwitchedOff:
        return QStringLiteral("off");
    case ProxyReason::ThisComputer:
        return QStringLiteral("here");
    case ProxyReason::Given:
        return QStringLiteral("given");
    case ProxyReason::Variable:
        return QStringLiteral("variable");
    case ProxyReason::ExceptedByVariable:
        return QStringLiteral("excepted");
    case ProxyReason::System:
        return QStringLiteral("system");
    case ProxyReason::VariableUnreadable:
        return QStringLiteral("unreadable");
    }
    return {};
}

/// Everything about a proxy, the login too.
QString text(const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy)
        return QStringLiteral("none");
    const QString kind = proxy.type() == QNetworkProxy::Socks5Proxy ? QStringLiteral("socks5") : QStringLiteral("http");
    const QString login = proxy.user().isEmpty() ? QString() : proxy.user() + u'|' + proxy.password() + u'@';
    return kind + u' ' + login + proxy.hostName() + u':' + QString::number(proxy.port());
}

/// Everything that is told of it: "variable https_proxy p.example:3128 login".
QString text(const ProxyUse &use)
{
    QStringList parts{reasonName(use.reason)};
    for (const QString &part : {use.variable, use.exception}) {
        if (!part.isEmpty())
            parts += part;
    }
    if (use.isUsed())
        parts += use.host + u':' + QString::number(use.port);
    if (use.socks)
        parts += QStringLiteral("socks");
    if (use.login)
        parts += QStringLiteral("login");
    return parts.join(u' ');
}

QProcessEnvironment environmentOf(const QStringList &variables)
{
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    return environment;
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
    good("socks5h://[2001:db8::1]:1080", ProxyChoice::Kind::Given);
    good("socks://proxy.example", ProxyChoice::Kind::Given);
    bad("", TargetFailure::EmptyUrl);
    bad("proxy.example:3128", TargetFailure::MalformedUrl);
    bad("http://", TargetFailure::MalformedUrl);
    bad("http://proxy.example:0", TargetFailure::MalformedUrl);
    bad("https://proxy.example", TargetFailure::UnsupportedScheme);
    bad("ftp://proxy.example", TargetFailure::UnsupportedScheme);
    bad("socks4://proxy.example", TargetFailure::UnsupportedScheme);
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
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("use"); // empty: the variables say nothing
    const auto row = [](const char *name, const char *url, const QStringList &variables, const char *use) {
        QTest::newRow(name) << QString::fromLatin1(url) << variables << QString::fromLatin1(use);
    };
    const auto list = [](const char *variables) { return QString::fromLatin1(variables).split(u' '); };
    const auto https = [&](const char *name, const char *variables, const char *use) {
        row(name, "https://api.cohere.com", list(variables), use);
    };
    const auto http = [&](const char *name, const char *variables, const char *use) {
        row(name, "http://api.example", list(variables), use);
    };
    https("none", "OTHER=1", "");
    https("capitals", "HTTPS_PROXY=http://p.example:3128", "variable HTTPS_PROXY p.example:3128");
    https("small", "https_proxy=http://p.example:3128", "variable https_proxy p.example:3128");
    https("small before capitals", "HTTPS_PROXY=http://p.example:1 https_proxy=http://q.example:2",
        "variable https_proxy q.example:2");
    https("all, capitals", "ALL_PROXY=http://a.example:1", "variable ALL_PROXY a.example:1");
    https("all, small before capitals", "ALL_PROXY=http://a.example:1 all_proxy=http://b.example:2",
        "variable all_proxy b.example:2");
    https("https before all", "HTTPS_PROXY=http://p.example:1 all_proxy=http://a.example:1",
        "variable HTTPS_PROXY p.example:1");
    https("http's is not for https", "HTTP_PROXY=http://p.example:1 http_proxy=http://p.example:1", "");
    https("http's, and all", "http_proxy=http://p.example:1 all_proxy=http://a.example:1",
        "variable all_proxy a.example:1");
    // Set to nothing: off, unless another one holds something.
    https("empty capitals", "HTTPS_PROXY=", "off HTTPS_PROXY");
    https("empty small", "https_proxy=", "off https_proxy");
    https("empty small hides capitals", "https_proxy= HTTPS_PROXY=http://p.example:1", "off https_proxy");
    https("empty capitals hide nothing",
        "https_proxy=http://p.example:1 HTTPS_PROXY=", "variable https_proxy p.example:1");
    https("empty, and all", "https_proxy= ALL_PROXY=http://a.example:1", "variable ALL_PROXY a.example:1");
    https("empty, and all empty", "https_proxy= ALL_PROXY=", "off https_proxy");
    https("all empty", "all_proxy= ALL_PROXY=http://a.example:1", "off all_proxy");
    row("blank", "https://api.cohere.com", {QStringLiteral("HTTPS_PROXY= \t")}, "off HTTPS_PROXY");
    // Plain http.
    http("http, capitals", "HTTP_PROXY=http://p.example:1", "variable HTTP_PROXY p.example:1");
    http("http, small", "http_proxy=http://p.example:1", "variable http_proxy p.example:1");
    http("http, all", "all_proxy=http://a.example:1", "variable all_proxy a.example:1");
    http("https's is not for http", "HTTPS_PROXY=http://p.example:1", "");
    http("http, capitals in a CGI", "REQUEST_METHOD=GET HTTP_PROXY=http://evil.example:1", "");
    http("http, small in a CGI", "REQUEST_METHOD=GET http_proxy=http://p.example:1", "variable http_proxy p.example:1");
    https("https in a CGI", "REQUEST_METHOD=GET HTTPS_PROXY=http://p.example:1", "variable HTTPS_PROXY p.example:1");
    // Exceptions.
    const char *excepted = "excepted NO_PROXY cohere.com";
    https("excepted", "https_proxy=http://p.example:1 NO_PROXY=cohere.com", excepted);
    https("excepted, unreadable", "https_proxy=gopher://p.example:1 NO_PROXY=cohere.com", excepted);
    https("excepted, small", "https_proxy=http://p.example:1 no_proxy=cohere.com", "excepted no_proxy cohere.com");
    https("excepted, small before capitals", "https_proxy=http://p.example:1 no_proxy=x.example NO_PROXY=cohere.com",
        "variable https_proxy p.example:1");
    https("no exceptions, small, hide capitals", "https_proxy=http://p.example:1 no_proxy= NO_PROXY=cohere.com",
        "variable https_proxy p.example:1");
    https("nothing to be excepted from", "NO_PROXY=cohere.com", "");
}

void TestProxySettings::readsTheVariables()
{
    QFETCH(const QString, url);
    QFETCH(const QStringList, variables);
    const auto chosen = probe::environmentProxy(QUrl(url), environmentOf(variables));
    QTEST(chosen ? text(chosen->use) : QString(), "use");
    if (chosen)
        QCOMPARE(chosen->use.isUsed(), chosen->proxy.type() != QNetworkProxy::NoProxy);
}

void TestProxySettings::readsAProxysAddress_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("use");
    const auto row = [](const char *value, const char *proxy, const char *use) {
        QTest::newRow(value) << QString::fromLatin1(proxy) << QString::fromLatin1(use);
    };
    row("http://p.example:3128", "http p.example:3128", "variable https_proxy p.example:3128");
    row("HTTP://P.Example:3128/", "http p.example:3128", "variable https_proxy p.example:3128");
    row("p.example:3128", "http p.example:3128", "variable https_proxy p.example:3128");
    row("p.example", "http p.example:80", "variable https_proxy p.example:80");
    row("192.0.2.1:8080", "http 192.0.2.1:8080", "variable https_proxy 192.0.2.1:8080");
    row("http://[2001:db8::1]:3128", "http 2001:db8::1:3128", "variable https_proxy 2001:db8::1:3128");
    row("[2001:db8::1]:3128", "http 2001:db8::1:3128", "variable https_proxy 2001:db8::1:3128");
    row("socks5://s.example", "socks5 s.example:1080", "variable https_proxy s.example:1080 socks");
    row("socks5h://s.example:9050", "socks5 s.example:9050", "variable https_proxy s.example:9050 socks");
    row("socks://[::1]:1081/", "socks5 ::1:1081", "variable https_proxy ::1:1081 socks");
    row("http://u:a%40b%3Ac%25@p.example:1", "http u|a@b:c%@p.example:1", "variable https_proxy p.example:1 login");
    row("DOM%5Cu:x@p.example:1", "http DOM\\u|x@p.example:1", "variable https_proxy p.example:1 login");
    row("socks5://u:p@s.example", "socks5 u|p@s.example:1080", "variable https_proxy s.example:1080 socks login");
    for (const char *value : {"https://p.example:3128", "socks4://p.example:1080", "gopher://p.example:1", "http://",
             "http://:::", "http://p.example:0", "http://p.example:99999", "p.example:port", "http://p example",
             "u:p#1@p.example:3128", "u:12/3@p.example:3128", "http://u:12?3@p.example", "http://u:12#3@p.example",
             ":3128", "[2001:db8::1"})
        row(value, "none", "unreadable https_proxy");
}

void TestProxySettings::readsAProxysAddress()
{
    const QString value = QString::fromLatin1(QTest::currentDataTag());
    const auto chosen = probe::environmentProxy(
        QUrl(QStringLiteral("https://api.cohere.com")), environmentOf({QStringLiteral("https_proxy=") + value}));
    QVERIFY(chosen.has_value());
    QTEST(text(chosen->proxy), "proxy");
    QTEST(text(chosen->use), "use");
}

void TestProxySettings::tellsNothingOfTheLogin()
{
    const QUrl api(QStringLiteral("https://api.cohere.com"));
    for (const char *value : {"http://aladdin:sesame@p.example:1", "http://aladdin:ses ame@p.example:1",
             "https://aladdin:sesame@p.example:1", "aladdin:sesame", "aladdin:sesame#@p.example"}) {
        const auto chosen =
            probe::environmentProxy(api, environmentOf({QStringLiteral("https_proxy=") + QString::fromLatin1(value)}));
        QVERIFY(chosen.has_value());
        QVERIFY2(!text(chosen->use).contains(QLatin1String("ses")), value);
        QVERIFY2(!text(chosen->use).contains(QLatin1String("aladdin")), value);
    }
}

void TestProxySettings::heedsExceptions_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("entry"); // empty: none applies
    const auto row = [](const char *name, const char *url, const char *list, const char *entry) {
        QTest::newRow(name) << QString::fromLatin1(url) << QString::fromLatin1(list) << QString::fromLatin1(entry);
    };
    const auto api = [&](const char *list, const char *entry) { row(list, "https://api.cohere.com", list, entry); };
    api("*", "*");
    api("localhost,*", "*");
    api("api.cohere.com", "api.cohere.com");
    api("cohere.com", "cohere.com");
    api("com", "com");
    api(".cohere.com", ".cohere.com");
    api("*.cohere.com", "*.cohere.com");
    api("Cohere.COM", "Cohere.COM");
    api("cohere.com.", "cohere.com.");
    api(" localhost , cohere.com ", "cohere.com");
    api("localhost\tcohere.com  10.0.0.0/8", "cohere.com");
    api("cohere.com:443", "cohere.com:443");
    api(".cohere.com:443", ".cohere.com:443");
    api("cohere.com:80", "");
    api("cohere.com:80,cohere.com:443", "cohere.com:443");
    api("here.com", "");
    api("cohere.com.example", "");
    api("v2.api.cohere.com", "");
    api("*cohere.com", ""); // nobody reads it so
    api(",, ,", "");
    api(".", "");
    api("*.", "");
    api("0.0.0.0/0", ""); // a name is not looked up for this
    api("cohere.com/8", "");
    row("dot at the end", "https://api.cohere.com.", "cohere.com", "cohere.com");
    row("capitals in the URL", "https://API.Cohere.com", "api.cohere.com", "api.cohere.com");
    row("port of the URL", "https://api.cohere.com:8443", "cohere.com:8443", "cohere.com:8443");
    row("another port", "https://api.cohere.com:8443", "cohere.com:443", "");
    row("port of http", "http://api.cohere.com", "cohere.com:80", "cohere.com:80");
    QTest::newRow("other letters") << QStringLiteral("https://xn--bro-hoa.example")
                                   << QString::fromUtf8("b\xc3\xbcro.example")
                                   << QString::fromUtf8("b\xc3\xbcro.example");
    row("address", "https://10.1.2.3", "10.1.2.3", "10.1.2.3");
    row("address and port", "https://10.1.2.3", "10.1.2.3:443", "10.1.2.3:443");
    row("address and another port", "https://10.1.2.3", "10.1.2.3:8443", "");
    row("another address", "https://10.1.2.3", "10.1.2.30,0.1.2.3,1.2.3,.2.3", "");
    row("network", "https://10.1.2.3", "192.168.0.0/16,10.0.0.0/8", "10.0.0.0/8");
    row("network by any of its addresses", "https://10.1.2.3", "10.1.2.99/24", "10.1.2.99/24");
    row("one address as a network", "https://10.1.2.3", "10.1.2.3/32", "10.1.2.3/32");
    row("every address", "https://10.1.2.3", "0.0.0.0/0", "0.0.0.0/0");
    row("another network", "https://11.1.2.3", "10.0.0.0/8,11.1.3.0/24", "");
    row("no network", "https://10.1.2.3", "10.0.0.0/33,10.0.0.0/x,/8,10.0.0.0/-1,10.0.0.0/", "");
    row("IPv6", "https://[2001:db8::7]", "2001:db8::7", "2001:db8::7");
    row("IPv6, written another way", "https://[2001:db8::7]", "2001:DB8:0:0::0007", "2001:DB8:0:0::0007");
    row("IPv6 in brackets", "https://[2001:db8::7]", "[2001:db8::7]", "[2001:db8::7]");
    row("IPv6 and port", "https://[2001:db8::7]:8443", "[2001:db8::7]:8443", "[2001:db8::7]:8443");
    row("IPv6 and another port", "https://[2001:db8::7]", "[2001:db8::7]:8443", "");
    row("another IPv6", "https://[2001:db8::7]", "2001:db8::8,::7,db8::7", "");
    row("IPv6 network", "https://[2001:db8::7]", "10.0.0.0/8,2001:db8::/32", "2001:db8::/32");
    row("another IPv6 network", "https://[2001:db9::7]", "2001:db8::/32,0.0.0.0/0", "");
}

void TestProxySettings::heedsExceptions()
{
    QFETCH(const QString, url);
    QFETCH(const QString, list);
    QTEST(probe::exceptionFor(QUrl(url), list), "entry");
}

void TestProxySettings::choosesTheProxy_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("use");
    const auto row = [](const char *name, const char *choice, const char *url, const char *proxy, const char *use) {
        QTest::newRow(name) << QString::fromLatin1(choice) << QString::fromLatin1(url) << QString::fromLatin1(proxy)
                            << QString::fromLatin1(use);
    };
    const char *api = "https://api.cohere.com";
    const char *local = "http://127.0.0.1:8080";
    const char *given = "socks5://u:p@s.example:99";
    row("system", "system", api, "http p.example:3128", "variable https_proxy p.example:3128");
    row("system, excepted", "system", "https://10.9.9.9", "none", "excepted NO_PROXY 10.0.0.0/8");
    row("system, loopback", "system", local, "none", "here");
    row("system, loopback with TLS", "system", "https://localhost:8443", "none", "here");
    row("none", "none", api, "none", "off");
    row("given", given, api, "socks5 u|p@s.example:99", "given s.example:99 socks login");
    row("given, loopback", given, local, "socks5 u|p@s.example:99", "given s.example:99 socks login");
    row("given, not excepted", "http://g.example:1", "https://10.9.9.9", "http g.example:1", "given g.example:1");
}

void TestProxySettings::choosesTheProxy()
{
    QFETCH(const QString, choice);
    QFETCH(const QString, url);
    qputenv("https_proxy", "http://p.example:3128");
    qputenv("http_proxy", "http://p.example:3128");
    qunsetenv("no_proxy");
    qputenv("NO_PROXY", "10.0.0.0/8");
    const auto parsed = probe::parseProxyChoice(choice);
    QVERIFY(parsed.has_value());
    const probe::ChosenProxy chosen = probe::proxyFor(*parsed, QUrl(url));
    QTEST(text(chosen.proxy), "proxy");
    QTEST(text(chosen.use), "use");
}

// Qt falls back to it for https, which no client does.
void TestProxySettings::takesNoProxyThatIsForPlainHttpAlone()
{
    for (const char *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"})
        qunsetenv(name);
    qputenv("http_proxy", "http://p.example:3128");
    const probe::ChosenProxy chosen = probe::proxyFor({}, QUrl(QStringLiteral("https://api.cohere.com")));
    QCOMPARE(text(chosen.proxy), QStringLiteral("none"));
    QCOMPARE(text(chosen.use), QStringLiteral("none"));
}

QTEST_GUILESS_MAIN(TestProxySettings)
#include "tst_ProxySettings.moc"
