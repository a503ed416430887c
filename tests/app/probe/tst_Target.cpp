// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "probe/Target.h"

using probe::TargetFailure;

class TestTarget : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsABaseUrl_data();
    void readsABaseUrl();
    void readsAHeaderForm_data();
    void readsAHeaderForm();
    void knowsLoopback_data();
    void knowsLoopback();
    void knowsTheHostsOfCohere_data();
    void knowsTheHostsOfCohere();
    void putsAnEndpointBelowTheBase_data();
    void putsAnEndpointBelowTheBase();
};

namespace {

constexpr int none = -1;

int code(TargetFailure failure)
{
    return static_cast<int>(failure);
}

// The text itself, on one line.
QByteArray rowName(const char *text)
{
    return QByteArray(text).replace('\r', "<CR>").replace('\n', "<LF>");
}

} // namespace

void TestTarget::readsABaseUrl_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("failure");
    QTest::addColumn<QString>("url");
    const auto good = [](const char *text, const char *url) {
        QTest::newRow(rowName(text).constData()) << QString::fromUtf8(text) << none << QString::fromUtf8(url);
    };
    const auto bad = [](const char *text, TargetFailure failure) {
        QTest::newRow(rowName(text).constData()) << QString::fromUtf8(text) << code(failure) << QString();
    };
    good("https://api.cohere.com", "https://api.cohere.com");
    good("https://api.cohere.com/", "https://api.cohere.com");
    good("https://api.cohere.com//", "https://api.cohere.com");
    good(" \thttps://api.cohere.com\n", "https://api.cohere.com");
    good("HTTPS://API.Cohere.com", "https://api.cohere.com");
    good("https://gateway.example:8443/cohere/", "https://gateway.example:8443/cohere");
    good("https://gateway.example/a%20b", "https://gateway.example/a%20b");
    good("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443");
    good("https://m\xc3\xbcnchen.example", "https://xn--mnchen-3ya.example");
    good("http://localhost.:80", "http://localhost.:80");
    good("http://127.0.0.1:8080", "http://127.0.0.1:8080");
    good("http://127.8.9.1", "http://127.8.9.1");
    good("http://localhost:80", "http://localhost:80");
    good("http://[::1]:3000/v", "http://[::1]:3000/v");
    good("http://cohere.localhost", "http://cohere.localhost");

    bad("", TargetFailure::EmptyUrl);
    bad(" \t\r\n ", TargetFailure::EmptyUrl);
    bad("\xc2\xa0", TargetFailure::EmptyUrl);
    bad("api.cohere.com", TargetFailure::MalformedUrl);
    bad("localhost:8080", TargetFailure::MalformedUrl);
    bad("/v2/rerank", TargetFailure::MalformedUrl);
    bad("https://", TargetFailure::MalformedUrl);
    bad("https:///v2", TargetFailure::MalformedUrl);
    bad("https://https://api.cohere.com", TargetFailure::MalformedUrl);
    bad("https://api cohere.com", TargetFailure::ForeignCharacters);
    bad("\"https://api.cohere.com\"", TargetFailure::ForeignCharacters);
    bad("'https://api.cohere.com'", TargetFailure::ForeignCharacters);
    bad("\xe2\x80\x9chttps://api.cohere.com\xe2\x80\x9d", TargetFailure::ForeignCharacters);
    bad("<https://api.cohere.com>", TargetFailure::ForeignCharacters);
    // QUrl would take these away, or make plain letters of them.
    bad("https://api.cohere.com\xe2\x80\x8b", TargetFailure::ForeignCharacters);
    bad("https://api.cohere.com\xc2\xa0", TargetFailure::ForeignCharacters);
    bad("https://\xef\xbd\x81pi.cohere.com", TargetFailure::ForeignCharacters);
    bad("https://api\xe3\x80\x82"
        "cohere.com",
        TargetFailure::ForeignCharacters);
    bad("https://api.cohere.com:99999", TargetFailure::MalformedUrl);
    bad("https://api.cohere.com:0", TargetFailure::MalformedUrl);
    bad("https://api.cohere.com?x=1", TargetFailure::QueryInUrl);
    bad("https://api.cohere.com/#top", TargetFailure::QueryInUrl);
    bad("https://api.cohere.com/\r\nX-Injected: yes", TargetFailure::ForeignCharacters);
    bad("https://TestKeyGoodA1b2C3d4E5f6G7h8J9k0LmNpQr3fQ/v2", TargetFailure::KeyAsHost);
    bad("ftp://api.cohere.com", TargetFailure::UnsupportedScheme);
    bad("wss://api.cohere.com", TargetFailure::UnsupportedScheme);
    bad("http://api.cohere.com", TargetFailure::UnprotectedHttp);
    bad("http://192.168.1.5:8000", TargetFailure::UnprotectedHttp);
    bad("http://127.0.0.1.example.com", TargetFailure::UnprotectedHttp);
    bad("http://notlocalhost", TargetFailure::UnprotectedHttp);
    bad("http://0.0.0.0:8000", TargetFailure::UnprotectedHttp);
    bad("https://user@api.cohere.com", TargetFailure::LoginInUrl);
    bad("https://user:pass@api.cohere.com", TargetFailure::LoginInUrl);
    bad("http://127.0.0.1@evil.example", TargetFailure::LoginInUrl);
}

void TestTarget::readsABaseUrl()
{
    QFETCH(const QString, text);
    QFETCH(const int, failure);
    QFETCH(const QString, url);
    const auto parsed = probe::parseBaseUrl(text);
    QCOMPARE(parsed ? none : code(parsed.error()), failure);
    if (parsed)
        QCOMPARE(parsed->toString(QUrl::FullyEncoded), url);
}

void TestTarget::readsAHeaderForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("failure");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto good = [](const char *text, const char *name, const char *before, const char *after) {
        QTest::newRow(rowName(text).constData())
            << QString::fromUtf8(text) << none << QByteArray(name) << QByteArray(before) << QByteArray(after);
    };
    const auto bad = [](const char *text, TargetFailure failure) {
        QTest::newRow(rowName(text).constData())
            << QString::fromUtf8(text) << code(failure) << QByteArray() << QByteArray() << QByteArray();
    };
    good("Authorization: Bearer {key}", "Authorization", "Bearer ", "");
    good("Authorization:Bearer {key}", "Authorization", "Bearer ", "");
    good("Authorization: {key}", "Authorization", "", "");
    good(" X-API-Key :  {key}  ", "X-API-Key", "", "");
    good("api-key: {key}", "api-key", "", "");
    good("X-Auth: token=\"{key}\"; v=1", "X-Auth", "token=\"", "\"; v=1");
    good("X-Auth: a:b {key}", "X-Auth", "a:b ", "");

    bad("", TargetFailure::HeaderWithoutKey);
    bad("Authorization: Bearer", TargetFailure::HeaderWithoutKey);
    bad("Authorization: Bearer {KEY}", TargetFailure::HeaderWithoutKey);
    bad("{key}", TargetFailure::HeaderMalformed);
    bad("Authorization {key}", TargetFailure::HeaderMalformed);
    bad(": {key}", TargetFailure::HeaderMalformed);
    bad("X-{key}: a", TargetFailure::HeaderMalformed);
    bad("X Key: {key}", TargetFailure::HeaderMalformed);
    bad("X(Key): {key}", TargetFailure::HeaderMalformed);
    bad("X-K\xc3\xa9y: {key}", TargetFailure::HeaderMalformed);
    bad("X-Key: {key}\r\nX-Injected: yes", TargetFailure::HeaderMalformed);
    bad("X-Key: a\n{key}", TargetFailure::HeaderMalformed);
    bad("X-Key: a\t{key}", TargetFailure::HeaderMalformed);
    bad("X-Key: \xc3\xa9{key}", TargetFailure::HeaderMalformed);
    bad("X-Key: {key}\x7f", TargetFailure::HeaderMalformed);
    bad("X-Key: {key} {key}", TargetFailure::HeaderMalformed);
    bad("Host: {key}", TargetFailure::HeaderMalformed);
    bad("content-length: {key}", TargetFailure::HeaderMalformed);
    bad("Transfer-Encoding: {key}", TargetFailure::HeaderMalformed);
}

void TestTarget::readsAHeaderForm()
{
    QFETCH(const QString, text);
    QFETCH(const int, failure);
    const auto parsed = probe::parseHeaderForm(text);
    QCOMPARE(parsed ? none : code(parsed.error()), failure);
    if (!parsed)
        return;
    QTEST(parsed->name, "name");
    QTEST(parsed->before, "before");
    QTEST(parsed->after, "after");
}

void TestTarget::knowsLoopback_data()
{
    QTest::addColumn<bool>("loopback");
    QTest::newRow("http://127.0.0.1") << true;
    QTest::newRow("http://127.255.255.254:1") << true;
    QTest::newRow("http://[::1]") << true;
    QTest::newRow("https://LOCALHOST") << true;
    QTest::newRow("http://a.b.localhost") << true;
    QTest::newRow("http://128.0.0.1") << false;
    QTest::newRow("http://[::2]") << false;
    QTest::newRow("http://localhost.example") << false;
    QTest::newRow("http://127.0.0.1.nip.io") << false;
    QTest::newRow("http:") << false;
}

void TestTarget::knowsLoopback()
{
    QFETCH(const bool, loopback);
    QCOMPARE(probe::isLoopback(QUrl(QString::fromLatin1(QTest::currentDataTag()))), loopback);
}

void TestTarget::knowsTheHostsOfCohere_data()
{
    QTest::addColumn<bool>("cohere");
    QTest::newRow("https://api.cohere.com") << true;
    QTest::newRow("https://API.cohere.AI/x") << true;
    QTest::newRow("https://production.api.cohere.ai") << true;
    QTest::newRow("https://api.cohere.com.") << true;
    QTest::newRow("https://cohere.com") << false;
    QTest::newRow("https://api.cohere.com.example") << false;
    QTest::newRow("https://stage.api.cohere.ai") << false;
}

void TestTarget::knowsTheHostsOfCohere()
{
    QFETCH(const bool, cohere);
    QCOMPARE(probe::isCohereHost(QUrl(QString::fromLatin1(QTest::currentDataTag()))), cohere);
}

void TestTarget::putsAnEndpointBelowTheBase_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("url");
    QTest::newRow("bare") << QStringLiteral("https://h") << QStringLiteral("https://h/v2/rerank");
    QTest::newRow("slash") << QStringLiteral("https://h/") << QStringLiteral("https://h/v2/rerank");
    QTest::newRow("path") << QStringLiteral("https://h/base") << QStringLiteral("https://h/base/v2/rerank");
    QTest::newRow("path and slash") << QStringLiteral("https://h/base/") << QStringLiteral("https://h/base/v2/rerank");
    QTest::newRow("encoded") << QStringLiteral("https://h:1/a%2Fb%20c")
                             << QStringLiteral("https://h:1/a%2Fb%20c/v2/rerank");
}

void TestTarget::putsAnEndpointBelowTheBase()
{
    QFETCH(const QString, base);
    QFETCH(const QString, url);
    QCOMPARE(probe::endpointUrl(QUrl(base), QStringLiteral("/v2/rerank")).toString(QUrl::FullyEncoded), url);
}

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_Target.moc"
