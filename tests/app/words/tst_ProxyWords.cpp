// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "words/ProbeWords.h"
#include "words/ProxyWords.h"

#include <QSet>

using probe::ProxyReason;
using probe::ProxyUse;
using probe::TargetFailure;
using words::ProxyWords;

class TestProxyWords : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void sayWhichProxyAndWhy_data();
    void sayWhichProxyAndWhy();
    void haveASentenceOfItsOwnForEveryReason();
    void nameNoProxyWhereNoneIsUsed();
    void writeOutWhatAnOddNameHides();
    void standBesideEveryConnection_data();
    void standBesideEveryConnection();
    void tellWhoseNameWasLookedUp_data();
    void tellWhoseNameWasLookedUp();
    void sayHowToMendAnAddress_data();
    void sayHowToMendAnAddress();
};

namespace {

ProxyUse used(ProxyReason reason, const QString &variable = {})
{
    ProxyUse use;
    use.reason = reason;
    use.variable = variable;
    use.host = QStringLiteral("proxy.example");
    use.port = 3128;
    return use;
}

ProxyUse notUsed(ProxyReason reason, const QString &variable = {}, const QString &exception = {})
{
    ProxyUse use;
    use.reason = reason;
    use.variable = variable;
    use.exception = exception;
    return use;
}

} // namespace

void TestProxyWords::sayWhichProxyAndWhy_data()
{
    QTest::addColumn<ProxyUse>("use");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const ProxyUse &use, const char *sentence) {
        QTest::newRow(name) << use << QString::fromLatin1(sentence);
    };
    const QString https = QStringLiteral("HTTPS_PROXY");
    row("variable", used(ProxyReason::Variable, https),
        "The proxy proxy.example (port 3128) is used: the variable HTTPS_PROXY names it.");
    ProxyUse login = used(ProxyReason::Variable, QStringLiteral("https_proxy"));
    login.login = true;
    row("login", login,
        "The proxy proxy.example (port 3128, with a login) is used: the variable https_proxy names it.");
    ProxyUse socks = used(ProxyReason::Given);
    socks.socks = true;
    row("SOCKS", socks, "The proxy proxy.example (SOCKS, port 3128) is used: it was given for this test.");
    socks.login = true;
    row("SOCKS with a login", socks,
        "The proxy proxy.example (SOCKS, port 3128, with a login) is used: it was given for this test.");
    row("given", used(ProxyReason::Given), "The proxy proxy.example (port 3128) is used: it was given for this test.");
    row("system", used(ProxyReason::System),
        "The proxy proxy.example (port 3128) is used: the settings of this system name it.");
    row("none set", notUsed(ProxyReason::NoneSet), "No proxy is used: neither a variable nor the system names one.");
    row("switched off", notUsed(ProxyReason::SwitchedOff), "No proxy is used: it was switched off for this test.");
    row("switched off by a variable", notUsed(ProxyReason::SwitchedOff, https),
        "No proxy is used: the variable HTTPS_PROXY is set to nothing.");
    row("this computer", notUsed(ProxyReason::ThisComputer), "No proxy is used: the address is on this computer.");
    row("excepted", notUsed(ProxyReason::ExceptedByVariable, QStringLiteral("NO_PROXY"), QStringLiteral("10.0.0.0/8")),
        "No proxy is used: the entry 10.0.0.0/8 of NO_PROXY excepts this address.");
    row("unreadable", notUsed(ProxyReason::VariableUnreadable, https),
        "No proxy is used: what the variable HTTPS_PROXY is set to is not the address of a proxy that this test can "
        "use. It takes addresses that begin with http:// or socks5://.");
}

void TestProxyWords::sayWhichProxyAndWhy()
{
    QFETCH(const ProxyUse, use);
    QFETCH(const QString, sentence);
    QCOMPARE(ProxyWords::sentence(use), sentence);
}

void TestProxyWords::haveASentenceOfItsOwnForEveryReason()
{
    constexpr int reasonCount = static_cast<int>(ProxyReason::VariableUnreadable) + 1;
    QSet<QString> sentences;
    for (int number = 0; number < reasonCount; ++number) {
        const auto reason = static_cast<ProxyReason>(number);
        const bool takesOne =
            reason == ProxyReason::Given || reason == ProxyReason::Variable || reason == ProxyReason::System;
        const QString variable = QStringLiteral("ALL_PROXY");
        const QString sentence = ProxyWords::sentence(
            takesOne ? used(reason, variable) : notUsed(reason, variable, QStringLiteral(".example")));
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), reasonCount);
}

void TestProxyWords::nameNoProxyWhereNoneIsUsed()
{
    // The system may be asked, and name none.
    QCOMPARE(ProxyWords::sentence(notUsed(ProxyReason::System)), ProxyWords::sentence(notUsed(ProxyReason::NoneSet)));
}

void TestProxyWords::writeOutWhatAnOddNameHides()
{
    ProxyUse use = used(ProxyReason::System);
    use.host = QStringLiteral("proxy\u202eexample");
    QVERIFY(!ProxyWords::sentence(use).contains(QChar(0x202e)));
    QVERIFY(ProxyWords::sentence(use).contains(QLatin1String("202e")));
    const ProxyUse excepted =
        notUsed(ProxyReason::ExceptedByVariable, QStringLiteral("NO_PROXY"), QStringLiteral("\u001b[31m"));
    QVERIFY(!ProxyWords::sentence(excepted).contains(QChar(0x1b)));
}

void TestProxyWords::standBesideEveryConnection_data()
{
    QTest::addColumn<ProxyUse>("use");
    QTest::addColumn<bool>("connected");
    const auto addBoth = [](const char *name, const ProxyUse &use) {
        QTest::addRow("%s", name) << use << true;
        QTest::addRow("%s, no connection", name) << use << false;
    };
    addBoth("a variable's", used(ProxyReason::Variable, QStringLiteral("HTTPS_PROXY")));
    addBoth("given", used(ProxyReason::Given));
    addBoth("none set", notUsed(ProxyReason::NoneSet));
    addBoth("switched off", notUsed(ProxyReason::SwitchedOff));
    addBoth("this computer", notUsed(ProxyReason::ThisComputer));
    addBoth(
        "excepted", notUsed(ProxyReason::ExceptedByVariable, QStringLiteral("NO_PROXY"), QStringLiteral("10.0.0.0/8")));
}

void TestProxyWords::standBesideEveryConnection()
{
    QFETCH(const ProxyUse, use);
    QFETCH(const bool, connected);
    diagnosis::ProbeResult result;
    result.id = probe::ProbeId::Connect;
    result.outcome = connected ? diagnosis::ProbeResult::Outcome::Passed : diagnosis::ProbeResult::Outcome::Failed;
    result.reply.host = QStringLiteral("api.cohere.com");
    result.reply.proxyUse = use;
    result.reply.viaProxy = use.isUsed();
    if (!connected)
        result.reply.failure = use.isUsed() ? probe::NetworkFailure::ProxyRefused : probe::NetworkFailure::TimedOut;
    const QString detail = words::ProbeWords::detail(result);
    QVERIFY2(detail.contains(ProxyWords::sentence(use)), qPrintable(detail));
}

void TestProxyWords::tellWhoseNameWasLookedUp_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("viaProxy");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("server") << QStringLiteral("api.cohere.com") << false << QStringLiteral("api.cohere.com is known.");
    QTest::newRow("address") << QStringLiteral("192.0.2.7") << false
                             << QStringLiteral("192.0.2.7 is an address, so no name had to be looked up.");
    QTest::newRow("proxy") << QStringLiteral("proxy.example") << true
                           << QStringLiteral("The proxy's name proxy.example is known.");
    QTest::newRow("address of a proxy") << QStringLiteral("::1") << true
                                        << QStringLiteral("The proxy is given by its address, ::1.");
}

void TestProxyWords::tellWhoseNameWasLookedUp()
{
    QFETCH(const QString, host);
    QFETCH(const bool, viaProxy);
    QFETCH(const QString, sentence);
    diagnosis::ProbeResult result;
    result.id = probe::ProbeId::NameLookup;
    result.outcome = diagnosis::ProbeResult::Outcome::Passed;
    result.reply.host = host;
    result.reply.viaProxy = viaProxy;
    QCOMPARE(words::ProbeWords::detail(result), sentence);
}

void TestProxyWords::sayHowToMendAnAddress_data()
{
    QTest::addColumn<TargetFailure>("failure");
    QTest::addColumn<QString>("part");
    QTest::newRow("nothing") << TargetFailure::EmptyUrl << QStringLiteral("missing");
    QTest::newRow("malformed") << TargetFailure::MalformedUrl << QStringLiteral("not complete");
    QTest::newRow("scheme") << TargetFailure::UnsupportedScheme << QStringLiteral("socks5://");
}

void TestProxyWords::sayHowToMendAnAddress()
{
    QFETCH(const TargetFailure, failure);
    QFETCH(const QString, part);
    const QString sentence = ProxyWords::failure(failure);
    QVERIFY2(sentence.contains(part), qPrintable(sentence));
    QVERIFY(sentence.contains(QLatin1String("http://")));
    QVERIFY(sentence.startsWith(QLatin1String("The address of the proxy")));
}

Q_DECLARE_METATYPE(probe::ProxyUse)
Q_DECLARE_METATYPE(probe::TargetFailure)

QTEST_GUILESS_MAIN(TestProxyWords)
#include "tst_ProxyWords.moc"
