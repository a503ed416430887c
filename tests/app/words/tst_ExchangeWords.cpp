// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "words/ExchangeWords.h"

using words::ExchangeWords;

class TestExchangeWords : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatALineOfTheReplyMeans_data();
    void saysWhatALineOfTheReplyMeans();
    void saysWhereTheKeyGoes();
    void saysWhatAStatusMeans_data();
    void saysWhatAStatusMeans();
    void writesAnExchangeAsLines();
    void writesThatNoAnswerCame();
};

void TestExchangeWords::saysWhatALineOfTheReplyMeans_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("part"); ///< of the note; empty: there is none
    const auto row = [](const char *name, const char *value, const char *part) {
        QTest::addRow("%s: %s", name, value)
            << QString::fromLatin1(name) << QString::fromLatin1(value) << QString::fromLatin1(part);
    };
    row("content-type", "text/html; charset=utf-8", "A web page: Cohere answers with JSON.");
    row("Content-Type", "TEXT/HTML", "A web page");
    row("content-type", "application/json", "");
    row("www-authenticate", "Basic", "this kind of login");
    row("proxy-authenticate", "Basic", "The proxy wants");
    row("server", "envoy", "but so do others");
    row("server", "nginx", "wrote this answer, or passed it on");
    row("via", "1.1 google", "Google");
    row("via", "1.1 proxy (squid/5.7)", "It passed this proxy");
    row("x-debug-trace-id", "abc", "tell it to their support");
    row("location", "https://login.example", "A key is never sent along");
    row("retry-after", "30", "When to try again");
    row("date", "Sat, 21 Nov 2026 12:00:00 GMT", "The server's time");
    row("x-endpoint-monthly-call-limit", "1000", "a month");
    row("x-trial-endpoint-call-limit", "10", "a minute");
    row("x-trial-endpoint-call-remaining", "9", "are left");
    row("x-api-warning", "deprecated", "A warning of Cohere");
    row("cf-ray", "1-FRA", "Cloudflare");
    row("x-squid-error", "ERR_ACCESS_DENIED 0", "Squid");
    row("x-envoy-upstream-service-time", "12", "milliseconds");
    row("set-cookie", "[hidden]", "hidden");
    row("content-length", "12", "");
    row("x-unknown", "1", "");
    row("authentication-info", "[hidden]", "hidden");
    row("content-encoding", "gzip", "cannot be read here");
    row("content-encoding", "identity", "");
    row("age", "120", "an old one");
    row("age", "0", "");
    row("X-Cache", "HIT from proxy.example", "an old one");
    row("x-cache", "MISS", "");
    row("cf-cache-status", "HIT", "an old one");
    row("x-request-id", "1234", "whoever runs this server");
    row("ratelimit", "\"default\";r=0;t=30", "limit of calls");
    row("x-ratelimit-remaining-requests", "0", "limit of calls");
    row("X-Rate-Limit-Reset", "30", "limit of calls");
}

void TestExchangeWords::saysWhatALineOfTheReplyMeans()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QString, part);
    const QString note = ExchangeWords::replyNote(name, value);
    QVERIFY2(part.isEmpty() ? note.isEmpty() : note.contains(part), qPrintable(note));
}

void TestExchangeWords::saysWhereTheKeyGoes()
{
    const auto note = [](const char *name, const char *value) {
        return ExchangeWords::requestNote(QString::fromLatin1(name), QString::fromLatin1(value));
    };
    const QString usual = QStringLiteral("Your key goes here; Cohere wants “Bearer”, a blank, and the key.");
    QCOMPARE(note("Authorization", "Bearer {key}"), usual);
    QCOMPARE(note("authorization", "bearer {key}"), usual);
    for (const QString &other :
        {note("X-API-Key", "{key}"), note("Authorization", "{key}"), note("Authorization", "Token {key}")}) {
        // Nobody need have chosen it: a check tries other forms by itself.
        QCOMPARE(other,
            QStringLiteral("Your key goes here; Cohere itself wants “Authorization: Bearer”, a blank, and the key."));
    }
    QCOMPARE(note("Host", "api.cohere.com"), QStringLiteral("The server that is asked."));
    QCOMPARE(note("Accept", "application/json"), QString());
}

void TestExchangeWords::saysWhatAStatusMeans_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("part");
    const auto row = [](int status, const char *part) {
        QTest::addRow("%d", status) << status << QString::fromLatin1(part);
    };
    row(0, "No answer came, or none in HTTP.");
    row(200, "");
    row(400, "From Cohere, 400 means: the key was accepted");
    row(401, "does not take it. Trying again changes nothing.");
    row(402, "payment");
    row(403, "refused");
    row(404, "no such model");
    row(407, "did not reach Cohere");
    row(429, "too many calls");
    row(422, "From Cohere, 422 means: the key was accepted");
    row(498, "not the key");
    row(499, "");
    row(500, "500 means: trouble on the server's side.");
    row(511, "sign in first. The call did not reach Cohere.");
    row(599, "599 means");
    row(600, "");
}

void TestExchangeWords::saysWhatAStatusMeans()
{
    QFETCH(const int, status);
    QFETCH(const QString, part);
    const QString note = ExchangeWords::statusNote(status);
    QVERIFY2(part.isEmpty() ? note.isEmpty() : note.contains(part), qPrintable(note));
}

void TestExchangeWords::writesAnExchangeAsLines()
{
    probe::Exchange exchange;
    exchange.method = QStringLiteral("POST");
    exchange.url = QStringLiteral("https://api.cohere.com/v2/rerank");
    exchange.requestHeaders = {{QStringLiteral("Authorization"), QStringLiteral("Bearer {key}")},
        {QStringLiteral("Accept"), QStringLiteral("application/json")}};
    exchange.requestBody = QStringLiteral("{}");
    exchange.status = 401;
    exchange.replyHeaders = {{QStringLiteral("content-length"), QStringLiteral("7")},
        {QStringLiteral("content-type"), QStringLiteral("text/html")}};
    exchange.replyBody = QStringLiteral("<html> ");
    exchange.replyBodyIsCut = true;
    QCOMPARE(ExchangeWords::lines(exchange).join(u'\n'),
        QStringLiteral("> POST /v2/rerank HTTP/1.1\n"
                       "> Authorization: Bearer {key}\n"
                       "  # Your key goes here; Cohere wants “Bearer”, a blank, and the key.\n"
                       "> Accept: application/json\n"
                       ">\n"
                       "> {}\n"
                       "\n"
                       "< HTTP/1.1 401\n"
                       "  # 401 means: no key arrived, or whoever answered does not take it. Trying again changes "
                       "nothing.\n"
                       "< content-length: 7\n"
                       "< content-type: text/html\n"
                       "  # A web page: Cohere answers with JSON.\n"
                       "<\n"
                       "< <html> \n"
                       "  # Only the beginning is shown."));
}

void TestExchangeWords::writesThatNoAnswerCame()
{
    probe::Exchange exchange;
    exchange.method = QStringLiteral("POST");
    exchange.url = QStringLiteral("https://gateway.example/a%20b/v1/check-api-key");
    QCOMPARE(ExchangeWords::lines(exchange),
        QStringList({QStringLiteral("> POST /a%20b/v1/check-api-key HTTP/1.1"), QString(),
            QStringLiteral("  # No answer came, or none in HTTP.")}));
}

QTEST_GUILESS_MAIN(TestExchangeWords)
#include "tst_ExchangeWords.moc"
