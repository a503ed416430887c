// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/TestKeys.h"
#include "probe/reply/ReplyReader.h"

#include <QTimeZone>

using probe::Answerer;
using probe::Meaning;
using probe::ProbeId;
using Headers = QList<std::pair<QByteArray, QByteArray>>;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(probe::Answerer)
Q_DECLARE_METATYPE(probe::Meaning)
Q_DECLARE_METATYPE(probe::ProbeId)
Q_DECLARE_METATYPE(Headers)

namespace {

const Headers trace{{"x-debug-trace-id", "0af7651916cd43dd8448eb211c80319c"}};
const Headers trial{{"x-trial-endpoint-call-limit", "10"}, {"x-endpoint-monthly-call-limit", "1000"}};
const Headers nginx{{"server", "nginx/1.24.0"}, {"content-type", "text/html"}};
const Headers basic{{"www-authenticate", "Basic realm=\"Restricted\""}};

const QByteArray oneResult = R"({"results":[{"index":0,"relevance_score":0.9}]})";

QByteArray cohereError(const QByteArray &message)
{
    return R"({"id":"0d4a2f5e-7c1b-4e6a-9b57-3f6f0c2a1d11","message":")" + message + "\"}";
}

probe::ProbeReply makeReply(ProbeId id, int status, const QByteArray &body, const Headers &headers = {})
{
    probe::ProbeReply reply;
    reply.id = id;
    reply.status = status;
    reply.body = body;
    reply.headers = headers;
    return reply;
}

const QDateTime noon(QDate(2026, 8, 1), QTime(12, 0), QTimeZone::utc());

} // namespace

class TestReplyReader : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhoAnsweredAndWhatItMeans_data();
    void tellsWhoAnsweredAndWhatItMeans();
    void saysThatNothingCame();
    void saysThatTheProxyWantsALogin();
    void takesAnAcceptedKeyFromCohereAlone_data();
    void takesAnAcceptedKeyFromCohereAlone();
    void knowsATrialKeyByItsHeaders();
    void showsTheMessageOnOneShortLineWithoutTheKey();
    void showsNoKeyInASign();
    void keepsOnlySchemeAndHostOfARedirect_data();
    void keepsOnlySchemeAndHostOfARedirect();
    void measuresTheClockByTheDateHeader_data();
    void measuresTheClockByTheDateHeader();
    void survivesAnyBytes_data();
    void survivesAnyBytes();
};

void TestReplyReader::tellsWhoAnsweredAndWhatItMeans_data()
{
    QTest::addColumn<ProbeId>("id");
    QTest::addColumn<int>("status");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Answerer>("answerer");
    QTest::addColumn<Meaning>("meaning");
    const auto row = [](const char *name, int status, const QByteArray &body, Answerer answerer, Meaning meaning,
                         const Headers &headers = {}, ProbeId id = ProbeId::Rerank) {
        QTest::newRow(name) << id << status << headers << body << answerer << meaning;
    };
    const auto cohere = [&row](const char *name, int status, const QByteArray &message, Meaning meaning) {
        row(name, status, R"({"message":")" + message + "\"}", Answerer::Cohere, meaning);
    };

    // Cohere, reference of /v2/rerank and /v1/check-api-key
    row("rerank reference: results", 200,
        R"({"id":"x","results":[{"index":0,"relevance_score":0.9}],"meta":{"api_version":{"version":"2"}}})",
        Answerer::Cohere, Meaning::RerankResults, trace);
    row("rerank reference: no trace header", 200, oneResult, Answerer::Cohere, Meaning::RerankResults);
    row("no result for the one document, in Cohere's shape", 200, R"({"id":"x","results":[],"meta":{}})",
        Answerer::Cohere, Meaning::RerankResults);
    row("no result for the one document", 200, R"({"results":[]})", Answerer::SomethingInFront,
        Meaning::UnexpectedReply);
    row("the results of a search engine", 200, R"({"results":[{"title":"x","url":"https://example.org/"}]})",
        Answerer::SomethingInFront, Meaning::UnexpectedReply);
    row("a result without a score", 200, R"({"results":[{"index":0,"relevance_score":"high"}]})",
        Answerer::SomethingInFront, Meaning::UnexpectedReply);
    row("results that are no objects", 200, R"({"results":[0.9]})", Answerer::SomethingInFront,
        Meaning::UnexpectedReply);
    row("check-api-key reference: valid", 200, R"({"valid":true,"organization_id":"o"})", Answerer::Cohere,
        Meaning::KeyValid, {}, ProbeId::CheckApiKey);
    row("check-api-key reference: not valid", 200, R"({"valid":false})", Answerer::Cohere, Meaning::KeyInvalid, {},
        ProbeId::CheckApiKey);
    row("results at the other endpoint are unexpected", 200, oneResult, Answerer::SomethingInFront,
        Meaning::UnexpectedReply, {}, ProbeId::CheckApiKey);
    row("valid that is a word is unexpected", 200, R"({"valid":"true"})", Answerer::SomethingInFront,
        Meaning::UnexpectedReply, {}, ProbeId::CheckApiKey);
    row("results that are no list are unexpected", 200, R"({"results":{}})", Answerer::SomethingInFront,
        Meaning::UnexpectedReply);

    // Cohere, errors page and SDK threads
    cohere("errors page 401: none", 401, "no api key supplied", Meaning::NoKeyArrived);
    cohere("errors page 401: unknown", 401, "invalid api token", Meaning::KeyUnknown);
    cohere("errors page 401: in capitals", 401, "Invalid API Token.", Meaning::KeyUnknown);
    cohere("errors page 401: expired", 401,
        "Your API key has expired. Please create a production key at dashboard.cohere.com", Meaning::KeyExpired);
    row("OpenAPI file 403: invalid token", 403, cohereError("invalid api token"), Answerer::Cohere,
        Meaning::KeyUnknown);
    row("401 of Cohere's shape with other words", 401, cohereError("something new"), Answerer::Cohere,
        Meaning::OtherUnauthorized);
    row("401 with a trace header and other words", 401, R"({"message":"something new"})", Answerer::Cohere,
        Meaning::OtherUnauthorized, trace);
    cohere("SDK threads 402: payment method", 402, "Please add or update your payment method at …", Meaning::Billing);
    cohere("SDK threads 402: limit", 402, "Maximum billing reached for this API key as set in your dashboard",
        Meaning::Billing);
    row("403 of Cohere's shape", 403, cohereError("you do not have permission"), Answerer::Cohere, Meaning::Forbidden);
    cohere("errors page 404: model", 404,
        "model 'xyz' not found, make sure the correct model ID was used and that you have access to the model.",
        Meaning::ModelNotFound);
    cohere("SDK threads 404: removed", 404, "model 'command-r-plus' was removed on September 15, 2025. See …",
        Meaning::ModelNotFound);
    cohere("errors page 404: URL", 404, "invalid url at /v2/v2/rerank", Meaning::PathNotFound);
    row("SDK threads 404: page", 404, "404 page not found\n", Answerer::Unclear, Meaning::PathNotFound);
    row("SDK threads 404: page, with a trace header", 404, "404 page not found", Answerer::Cohere,
        Meaning::PathNotFound, trace);
    cohere("errors page 400", 400, "invalid request: list of documents must not be empty", Meaning::RequestInvalid);
    cohere("errors page 422", 422, "unknown field: parameter 'top_k' is not a valid field.", Meaning::RequestInvalid);
    cohere("errors page 429: trial", 429,
        "You are using a Trial key, which is limited to 10 API calls / minute. You can continue to use it",
        Meaning::RateLimited);
    cohere("errors page 429: month", 429, "You are using a Trial key, which is limited to 1000 API calls / month.",
        Meaning::QuotaUsedUp);
    cohere(
        "errors page 429: minute", 429, "You are past the per minute request limit, please wait", Meaning::RateLimited);
    cohere("errors page 429: wait", 429, "Please wait and try again later", Meaning::RateLimited);
    cohere("errors page 429: tokens", 429, "trial token rate limit exceeded, limit is 100000 tokens per minute",
        Meaning::RateLimited);
    cohere("errors page 498: the text, not the key", 498, "blocked input: deny-listed token", Meaning::ContentBlocked);
    cohere("errors page 499", 499, "request cancelled", Meaning::ServiceError);
    cohere("errors page 500", 500, "internal server error, this has been reported to our developers. id 1",
        Meaning::ServiceError);
    row("503 of envoy, in plain text", 503, "upstream connect error", Answerer::SomethingInFront,
        Meaning::ServiceError);
    // The words tell, whatever status a gateway has put on them
    cohere("400 about the token", 400, "invalid api token", Meaning::KeyUnknown);
    cohere("500 about the token", 500, "invalid api token", Meaning::KeyUnknown);
    cohere("403: none arrived", 403, "no api key supplied", Meaning::NoKeyArrived);
    cohere("403: expired", 403, "Your API key has expired.", Meaning::KeyExpired);
    row("200 about the token", 200, R"({"message":"invalid api token"})", Answerer::Unclear, Meaning::UnexpectedReply);

    // Statuses alone
    row("401 without a body", 401, "", Answerer::Unclear, Meaning::OtherUnauthorized);
    row("403 without a body", 403, " \r\n", Answerer::Unclear, Meaning::Forbidden);
    row("429 without a body", 429, "", Answerer::Unclear, Meaning::RateLimited);
    row("405 without a body", 405, "", Answerer::Unclear, Meaning::PathNotFound);
    row("408 without a body", 408, "", Answerer::Unclear, Meaning::ServiceError);
    row("418 without a body", 418, "", Answerer::Unclear, Meaning::OtherStatus);
    row("204", 204, "", Answerer::Unclear, Meaning::UnexpectedReply);
    row("201 with results", 201, oneResult, Answerer::SomethingInFront, Meaning::UnexpectedReply);
    row("407 of a proxy", 407, "<html>", Answerer::SomethingInFront, Meaning::ProxyLogin);
    row("301", 301, "", Answerer::Unclear, Meaning::Redirect, {{"location", "https://example.org/"}});

    // The edge (public threads), gateways and login pages
    row("edge 403", 403, "<!doctype html><meta charset=\"utf-8\"><title>403</title>403 Forbidden",
        Answerer::SomethingInFront, Meaning::EdgeBlocked);
    row("nginx 403 is not the edge", 403,
        "<html><head><title>403 Forbidden</title></head><center><h1>403 Forbidden</h1></center></html>",
        Answerer::SomethingInFront, Meaning::Forbidden, nginx);
    row("nginx 401", 401, "<html><head><title>401 Authorization Required</title></head></html>",
        Answerer::SomethingInFront, Meaning::OtherUnauthorized, nginx);
    row("basic authentication without a body", 401, "", Answerer::SomethingInFront, Meaning::OtherUnauthorized, basic);
    row("nginx alone proves nothing: it passes Cohere's words on", 401, R"({"message":"invalid api token"})",
        Answerer::Cohere, Meaning::KeyUnknown, {{"server", "nginx"}});
    row("basic authentication in Cohere's words", 401, R"({"message":"invalid api token"})", Answerer::Unclear,
        Meaning::KeyUnknown, basic);
    row("a Bearer challenge is anybody's", 401, R"({"message":"invalid api token"})", Answerer::Cohere,
        Meaning::KeyUnknown, {{"www-authenticate", "Bearer"}});
    row("a page with a trace header", 502, "<html>", Answerer::Unclear, Meaning::ServiceError, trace);
    row("AWS API Gateway: Unauthorized", 401, R"({"message":"Unauthorized"})", Answerer::Unclear,
        Meaning::OtherUnauthorized);
    row("AWS API Gateway: Forbidden", 403, R"({"message":"Forbidden"})", Answerer::Unclear, Meaning::Forbidden);
    row("AWS API Gateway: token", 403, R"({"message":"Missing Authentication Token"})", Answerer::SomethingInFront,
        Meaning::Forbidden);
    row("AWS Bedrock: error type", 403, R"({"message":"denied"})", Answerer::SomethingInFront, Meaning::Forbidden,
        {{"x-amzn-errortype", "AccessDeniedException"}});
    row("Kong: no key", 401, R"({"message":"No API key found in request"})", Answerer::SomethingInFront,
        Meaning::OtherUnauthorized);
    row("Kong: its own reply", 401, R"({"message":"nope"})", Answerer::SomethingInFront, Meaning::OtherUnauthorized,
        {{"x-kong-response-latency", "1"}});
    row("NestJS", 401, R"({"statusCode":401,"message":"Unauthorized"})", Answerer::SomethingInFront,
        Meaning::OtherUnauthorized);
    row("FastAPI", 401, R"({"detail":"Not authenticated"})", Answerer::SomethingInFront, Meaning::OtherUnauthorized);
    row("OpenAI's shape, Cohere's words", 401, R"({"error":{"message":"invalid api token"}})",
        Answerer::SomethingInFront, Meaning::OtherUnauthorized);
    row("Cohere's words with a foreign member", 401, R"({"message":"invalid api token","code":401})", Answerer::Unclear,
        Meaning::KeyUnknown);
    row("a list", 401, "[]", Answerer::SomethingInFront, Meaning::OtherUnauthorized);
    row("a message that is no string", 401, R"({"message":{"a":1}})", Answerer::SomethingInFront,
        Meaning::OtherUnauthorized);
    row("plain text", 401, "Unauthorized\n", Answerer::SomethingInFront, Meaning::OtherUnauthorized);
    row("Ollama 404: not Cohere's shape, but a model", 404, R"({"error":"model 'rerank' not found"})",
        Answerer::SomethingInFront, Meaning::ModelNotFound);
    row("vLLM 404", 404,
        R"({"error":{"message":"The model `rerank-v3.5` does not exist.","type":"NotFoundError","code":404}})",
        Answerer::SomethingInFront, Meaning::ModelNotFound);
    row("LiteLLM 400, route_llm_request.py", 400,
        R"({"error":{"message":"/rerank: Invalid model name passed in model=rerank-v3.5.","code":"400"}})",
        Answerer::SomethingInFront, Meaning::ModelNotFound);
    row("Infinity 400, infinity_server.py", 400,
        R"({"error":{"message":"Invalid model: Engine for model name `rerank-v3.5` not found.","code":400}})",
        Answerer::SomethingInFront, Meaning::ModelNotFound);
    row("LiteLLM 400, auth_exception_handler.py: a budget", 400,
        R"({"error":{"message":"Budget has been exceeded! Current cost: 5.0, Max budget: 1.0","code":"400"}})",
        Answerer::SomethingInFront, Meaning::OtherUnauthorized);
    row("LiteLLM 429: a budget is no limit of a minute", 429,
        R"({"error":{"message":"ExceededBudget: User=x over budget. Spend=51.0, Budget=50.0","code":"429"}})",
        Answerer::SomethingInFront, Meaning::OtherUnauthorized);
    row("Hugging Face 400: a token", 400, R"({"error":"Authorization header is correct, but the token seems invalid"})",
        Answerer::SomethingInFront, Meaning::OtherUnauthorized);
    row("400 about a field", 400, R"({"detail":"max_tokens is too large"})", Answerer::SomethingInFront,
        Meaning::RequestInvalid);
    row("a page of PAN-OS that lets nobody through, with 503", 503,
        "<html><h1>Web Page Blocked</h1>Access to the web page has been blocked in accordance with company policy.",
        Answerer::SomethingInFront, Meaning::Forbidden);
    row("a page of FortiGate that lets nobody through, with 200", 200,
        "<html>You have tried to access a web page which is in violation of your internet usage policy.",
        Answerer::SomethingInFront, Meaning::Forbidden);
    row("compressed, although nobody asked for it", 401, QByteArray("\x1f\x8b\x08\0\xff", 5), Answerer::Unclear,
        Meaning::OtherUnauthorized, {{"content-encoding", "gzip"}});
    row("not compressed, and said so", 401, R"({"message":"invalid api token"})", Answerer::Cohere, Meaning::KeyUnknown,
        {{"content-encoding", "Identity"}});
    row("429 of a gateway", 429, R"({"error":"limit"})", Answerer::SomethingInFront, Meaning::RateLimited);
    row("captive portal 511", 511, "", Answerer::SomethingInFront, Meaning::LoginPage);
    row("captive portal 200", 200, "\xef\xbb\xbf\n <HTML><form>", Answerer::SomethingInFront, Meaning::LoginPage);
    row("broken JSON 200", 200, R"({"results":[{"index")", Answerer::Unclear, Meaning::UnexpectedReply);
    row("broken JSON 401", 401, R"({"message":"invalid api to)", Answerer::Unclear, Meaning::OtherUnauthorized);
}

void TestReplyReader::tellsWhoAnsweredAndWhatItMeans()
{
    QFETCH(const ProbeId, id);
    QFETCH(const int, status);
    QFETCH(const Headers, headers);
    QFETCH(const QByteArray, body);
    QFETCH(const Answerer, answerer);
    QFETCH(const Meaning, meaning);
    const probe::Reading reading = probing::read(makeReply(id, status, body, headers), testkeys::good, noon);
    QCOMPARE(static_cast<int>(reading.meaning), static_cast<int>(meaning));
    QCOMPARE(static_cast<int>(reading.answerer), static_cast<int>(answerer));
}

void TestReplyReader::saysThatNothingCame()
{
    probe::ProbeReply reply = makeReply(ProbeId::Rerank, 0, {});
    reply.failure = probe::NetworkFailure::TimedOut;
    const probe::Reading reading = probing::read(reply, testkeys::good, noon);
    QVERIFY(reading.meaning == Meaning::NoReply);
    QVERIFY(reading.answerer == Answerer::Nobody);
    QVERIFY(!reading.keyAccepted());
}

void TestReplyReader::saysThatTheProxyWantsALogin()
{
    probe::ProbeReply reply = makeReply(ProbeId::Rerank, 0, {});
    reply.failure = probe::NetworkFailure::ProxyLoginNeeded;
    for (const int status : {0, 407}) {
        reply.status = status;
        const probe::Reading reading = probing::read(reply, testkeys::good, noon);
        QVERIFY(reading.meaning == Meaning::ProxyLogin);
        QVERIFY(reading.answerer == Answerer::SomethingInFront);
    }
}

void TestReplyReader::takesAnAcceptedKeyFromCohereAlone_data()
{
    QTest::addColumn<int>("meaning");
    QTest::addColumn<bool>("fromCohere");
    QTest::addColumn<bool>("fromAnybody");
    const auto row = [](const char *name, Meaning meaning, bool fromCohere, bool fromAnybody = false) {
        QTest::newRow(name) << static_cast<int>(meaning) << fromCohere << fromAnybody;
    };
    row("results", Meaning::RerankResults, true, true);
    row("valid", Meaning::KeyValid, true);
    row("billing", Meaning::Billing, true);
    row("model", Meaning::ModelNotFound, true);
    row("request", Meaning::RequestInvalid, true);
    row("minute", Meaning::RateLimited, true);
    row("month", Meaning::QuotaUsedUp, true);
    row("content", Meaning::ContentBlocked, true);
    for (const Meaning meaning : {Meaning::NoReply, Meaning::KeyInvalid, Meaning::NoKeyArrived, Meaning::KeyUnknown,
             Meaning::KeyExpired, Meaning::OtherUnauthorized, Meaning::EdgeBlocked, Meaning::Forbidden,
             Meaning::PathNotFound, Meaning::ProxyLogin, Meaning::ServiceError, Meaning::Redirect, Meaning::LoginPage,
             Meaning::UnexpectedReply, Meaning::OtherStatus})
        row(qPrintable(u"never: %1"_s.arg(static_cast<int>(meaning))), meaning, false);
}

void TestReplyReader::takesAnAcceptedKeyFromCohereAlone()
{
    QFETCH(const int, meaning);
    QFETCH(const bool, fromCohere);
    QFETCH(const bool, fromAnybody);
    probe::Reading reading;
    reading.meaning = static_cast<Meaning>(meaning);
    reading.answerer = Answerer::Cohere;
    QCOMPARE(reading.keyAccepted(), fromCohere);
    for (const Answerer answerer : {Answerer::SomethingInFront, Answerer::Unclear}) {
        reading.answerer = answerer;
        QCOMPARE(reading.keyAccepted(), fromAnybody);
    }
}

void TestReplyReader::knowsATrialKeyByItsHeaders()
{
    const QByteArray &body = oneResult;
    QVERIFY(probing::read(makeReply(ProbeId::Rerank, 200, body, trial), testkeys::good, noon).trialKey);
    QVERIFY(!probing::read(makeReply(ProbeId::Rerank, 200, body, trace), testkeys::good, noon).trialKey);
}

void TestReplyReader::showsTheMessageOnOneShortLineWithoutTheKey()
{
    const QByteArray key = testkeys::good;
    const auto shown = [&key](const QByteArray &body) {
        return probing::read(makeReply(ProbeId::Rerank, 401, body), key, noon).message;
    };
    const auto shownMessage = [&shown](const QByteArray &message) { return shown(cohereError(message)); };
    QCOMPARE(shownMessage("invalid\\u0000 api\\n\\n token\\u202e"), u"invalid api token"_s);
    QCOMPARE(shownMessage("bad key '" + key + "'"), u"bad key '[key]'"_s);
    QCOMPARE(shownMessage("begins " + key.left(7) + " and ends " + key.right(4)), u"begins [key] and ends r3fQ"_s);
    QCOMPARE(shownMessage("\\u0054" + key.mid(1)), u"[key]"_s); // the first letter of the key, escaped
    QCOMPARE(shown("{\"error\":{\"message\":\"no " + key + "\"}}"), u"no [key]"_s);
    QCOMPARE(shown("Who is " + key + "?"), u"Who is [key]?"_s);
    QCOMPARE(shown("<html>" + key), QString());
    QCOMPARE(shownMessage(QByteArray("word ").repeated(500)).size(), 300);
}

void TestReplyReader::showsNoKeyInASign()
{
    const Headers headers{{"www-authenticate", "Basic realm=\"" + testkeys::good + "\""}, {"server", testkeys::good}};
    const probe::Reading reading =
        probing::read(makeReply(ProbeId::Rerank, 401, "<html>", headers), testkeys::good, noon);
    QCOMPARE(reading.signs, QStringList({u"www-authenticate: Basic realm=\"[key]\""_s, u"server: [key]"_s, u"HTML"_s}));
}

void TestReplyReader::keepsOnlySchemeAndHostOfARedirect_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("target");
    QTest::newRow("path and query") << QByteArray("https://login.example.org:8443/a?key=b#c")
                                    << u"https://login.example.org:8443"_s;
    QTest::newRow("login in it") << QByteArray("http://user:word@example.org/") << u"http://example.org"_s;
    QTest::newRow("the key as the host") << "https://" + testkeys::good.toLower() + ".example.org/"
                                         << u"https://[key].example.org"_s;
    QTest::newRow("relative") << QByteArray("/login") << QString();
    QTest::newRow("not a URL") << QByteArray("ht!tp:// \xff") << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void TestReplyReader::keepsOnlySchemeAndHostOfARedirect()
{
    QFETCH(const QByteArray, location);
    QFETCH(const QString, target);
    const probe::Reading reading =
        probing::read(makeReply(ProbeId::Rerank, 302, {}, {{"location", location}}), testkeys::good, noon);
    QCOMPARE(reading.redirectTarget, target);
}

void TestReplyReader::measuresTheClockByTheDateHeader_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<bool>("known");
    QTest::addColumn<qint64>("ahead");
    QTest::newRow("right") << QByteArray("Sat, 01 Aug 2026 12:00:00 GMT") << true << qint64(0);
    QTest::newRow("ahead by an hour") << QByteArray("Sat, 01 Aug 2026 11:00:00 GMT") << true << qint64(3600);
    QTest::newRow("behind by a day") << QByteArray("Sun, 02 Aug 2026 12:00:00 GMT") << true << qint64(-86400);
    QTest::newRow("wrong weekday") << QByteArray("Mon, 01 Aug 2026 11:59:59 GMT") << true << qint64(1);
    QTest::newRow("nonsense") << QByteArray("yesterday") << false << qint64(0);
    QTest::newRow("no such day") << QByteArray("Sat, 31 Feb 2026 12:00:00 GMT") << false << qint64(0);
    QTest::newRow("none") << QByteArray() << false << qint64(0);
}

void TestReplyReader::measuresTheClockByTheDateHeader()
{
    QFETCH(const QByteArray, date);
    QFETCH(const bool, known);
    QFETCH(const qint64, ahead);
    const Headers headers = date.isNull() ? Headers{} : Headers{{"date", date}};
    const probe::Reading reading = probing::read(makeReply(ProbeId::Rerank, 401, {}, headers), testkeys::good, noon);
    QCOMPARE(reading.clockAheadSeconds.has_value(), known);
    QCOMPARE(reading.clockAheadSeconds.value_or(0), ahead);
}

void TestReplyReader::survivesAnyBytes_data()
{
    QTest::addColumn<QByteArray>("body");
    const qsizetype megabyte = 1024 * 1024;
    QTest::newRow("nested a million times") << QByteArray("[").repeated(megabyte);
    QTest::newRow("objects nested") << QByteArray("{\"a\":").repeated(megabyte / 5);
    QTest::newRow("NUL alone") << QByteArray(megabyte, '\0');
    QTest::newRow("NUL in a message") << QByteArray("{\"message\":\"a\0b\"}", 17);
    QTest::newRow("not UTF-8") << QByteArray("{\"message\":\"\xff\xc3\x28\xed\xa0\x80\"}");
    QTest::newRow("half a surrogate") << QByteArray(R"({"message":"\ud800 invalid"})");
    QTest::newRow("a long message") << "{\"message\":\"" + QByteArray(megabyte, 'x') + "\"}";
    QTest::newRow("a long page") << "<html>" + QByteArray(megabyte, '<');
    QTest::newRow("a long text") << QByteArray("token ").repeated(megabyte / 6);
    QTest::newRow("a huge number") << QByteArray(R"({"id":1e999999,"message":7})");
}

void TestReplyReader::survivesAnyBytes()
{
    QFETCH(const QByteArray, body);
    for (const int status : {200, 401, 403, 500}) {
        CpuTimer timer;
        timer.start();
        const probe::Reading reading =
            probing::read(makeReply(ProbeId::Rerank, status, body, trace), testkeys::good, noon);
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(reading.message.size() <= 300);
        QVERIFY(!reading.message.contains(QChar(0)));
        QVERIFY(reading.meaning != Meaning::RerankResults);
    }
}

QTEST_GUILESS_MAIN(TestReplyReader)
#include "tst_ReplyReader.moc"
