// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/TestKeys.h"
#include "practice/PracticeApi.h"
#include "probe/reply/ReplyReader.h"
#include "words/PracticeWords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using practice::PracticeAnswer;
using practice::PracticeRequest;
using probe::Answerer;
using probe::Meaning;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(probe::Answerer)
Q_DECLARE_METATYPE(probe::Meaning)

namespace {

const QByteArray skyBody =
    R"({"model":"rerank-v3.5","query":"blue sky","documents":["grass","a blue car","The sky is BLUE."]})";

PracticeRequest makeRequest(const QByteArray &path, const QByteArray &key, const QByteArray &body = skyBody)
{
    PracticeRequest request;
    request.method = "POST";
    request.path = path;
    request.authorization = "Bearer " + key;
    request.body = body;
    return request;
}

QByteArray keyOf(const QString &scenario)
{
    return practice::findScenario(scenario)->key;
}

QJsonObject objectOf(const PracticeAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QString messageOf(const PracticeAnswer &answer)
{
    return objectOf(answer).value("message"_L1).toString();
}

QList<int> indicesOf(const PracticeAnswer &answer)
{
    QList<int> indices;
    const QJsonArray results = objectOf(answer).value("results"_L1).toArray();
    for (const QJsonValue &result : results)
        indices += result.toObject().value("index"_L1).toInt(-1);
    return indices;
}

probe::Reading readingOf(const PracticeAnswer &answer, probe::ProbeId id)
{
    probe::ProbeReply reply;
    reply.id = id;
    reply.status = answer.status;
    reply.body = answer.body;
    for (const auto &[name, value] : answer.headers)
        reply.headers.append({name.toLower(), value});
    return probing::read(reply, testkeys::good, QDateTime::currentDateTimeUtc());
}

} // namespace

class TestPracticeApi : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void hasAKeyOfTheUsualShapeForEachScenario();
    void saysWhatHappensInEachScenario();
    void answersAsTheScenarioSays_data();
    void answersAsTheScenarioSays();
    void asksForAKey_data();
    void asksForAKey();
    void ranksTheDocuments();
    void returnsAsManyAsAskedFor();
    void takesObjectsInItsFirstVersionAlone();
    void saysWhatIsWrongWithARequest_data();
    void saysWhatIsWrongWithARequest();
    void listsItsModels();
    void knowsNoOtherPath_data();
    void knowsNoOtherPath();
    void answersAsForcedWhateverTheKey();
};

void TestPracticeApi::hasAKeyOfTheUsualShapeForEachScenario()
{
    QCOMPARE(practice::scenarios().front().name, u"works"_s);
    QSet<QByteArray> keys;
    QSet<QString> names;
    for (const practice::Scenario &scenario : practice::scenarios()) {
        QCOMPARE(scenario.key.size(), 40);
        QVERIFY(scenario.key.startsWith("PracticeKey"));
        for (const char byte : scenario.key)
            QVERIFY(QChar::isLetterOrNumber(static_cast<uint>(byte)));
        QCOMPARE(practice::findScenario(scenario.name), &scenario);
        keys += scenario.key;
        names += scenario.name;
    }
    QCOMPARE(keys.size(), static_cast<qsizetype>(practice::scenarios().size()));
    QCOMPARE(names.size(), keys.size());
    QVERIFY(practice::findScenario(u"nonsense"_s) == nullptr);
}

void TestPracticeApi::saysWhatHappensInEachScenario()
{
    for (const practice::Scenario &scenario : practice::scenarios())
        QVERIFY2(words::PracticeWords::whatHappens(scenario).endsWith(u'.'), qPrintable(scenario.name));
    QVERIFY(words::PracticeWords::unknownScenario().contains("works, rejected, expired"_L1));
}

void TestPracticeApi::answersAsTheScenarioSays_data()
{
    QTest::addColumn<int>("keyStatus");
    QTest::addColumn<Meaning>("keyMeaning");
    QTest::addColumn<int>("rerankStatus");
    QTest::addColumn<Meaning>("rerankMeaning");
    QTest::addColumn<Answerer>("answerer");
    const auto row = [](const char *name, int keyStatus, Meaning keyMeaning, int rerankStatus, Meaning rerankMeaning,
                         Answerer answerer = Answerer::Cohere) {
        QTest::newRow(name) << keyStatus << keyMeaning << rerankStatus << rerankMeaning << answerer;
    };
    row("works", 200, Meaning::KeyValid, 200, Meaning::RerankResults);
    row("slow", 200, Meaning::KeyValid, 200, Meaning::RerankResults);
    row("rejected", 401, Meaning::KeyUnknown, 401, Meaning::KeyUnknown);
    row("expired", 401, Meaning::KeyExpired, 401, Meaning::KeyExpired);
    row("no-rerank-access", 200, Meaning::KeyValid, 403, Meaning::Forbidden);
    row("billing", 200, Meaning::KeyValid, 402, Meaning::Billing);
    row("rate-limit", 200, Meaning::KeyValid, 429, Meaning::RateLimited);
    row("month-used-up", 200, Meaning::KeyValid, 429, Meaning::QuotaUsedUp);
    row("edge-block", 403, Meaning::EdgeBlocked, 403, Meaning::EdgeBlocked, Answerer::SomethingInFront);
    row("gateway", 401, Meaning::OtherUnauthorized, 401, Meaning::OtherUnauthorized, Answerer::SomethingInFront);
    row("header-stripped", 401, Meaning::NoKeyArrived, 401, Meaning::NoKeyArrived);
    row("model-gone", 200, Meaning::KeyValid, 404, Meaning::ModelNotFound);
    row("trouble", 500, Meaning::ServiceError, 500, Meaning::ServiceError);
}

void TestPracticeApi::answersAsTheScenarioSays()
{
    QFETCH(const int, keyStatus);
    QFETCH(const Meaning, keyMeaning);
    QFETCH(const int, rerankStatus);
    QFETCH(const Meaning, rerankMeaning);
    QFETCH(const Answerer, answerer);
    const QString scenario = QString::fromLatin1(QTest::currentDataTag());
    const PracticeAnswer check = practice::answerTo(makeRequest("/v1/check-api-key", keyOf(scenario), {}));
    QCOMPARE(check.status, keyStatus);
    QVERIFY(readingOf(check, probe::ProbeId::CheckApiKey).meaning == keyMeaning);
    for (const QByteArray &path : {QByteArray("/v1/rerank"), QByteArray("/v2/rerank")}) {
        const PracticeAnswer rerank = practice::answerTo(makeRequest(path, keyOf(scenario)));
        const probe::Reading reading = readingOf(rerank, probe::ProbeId::Rerank);
        QCOMPARE(rerank.status, rerankStatus);
        QVERIFY(reading.meaning == rerankMeaning);
        QVERIFY(reading.answerer == answerer);
        QCOMPARE(reading.trialKey, rerankStatus == 200);
        QCOMPARE(rerank.slow, scenario == "slow"_L1);
    }
}

void TestPracticeApi::asksForAKey_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("message");
    const QByteArray key = keyOf(u"works"_s);
    QTest::newRow("none") << QByteArray() << u"no api key supplied"_s;
    QTest::newRow("scheme alone") << QByteArray("Bearer ") << u"no api key supplied"_s;
    QTest::newRow("key alone") << key << u"no api key supplied"_s;
    QTest::newRow("no blank") << "Bearer" + key << u"no api key supplied"_s;
    QTest::newRow("another scheme") << QByteArray("Basic dXNlcjp3b3Jk") << u"no api key supplied"_s;
    QTest::newRow("twice") << "Bearer Bearer " + key << u"invalid api token"_s;
    QTest::newRow("quotes") << "Bearer \"" + key + "\"" << u"invalid api token"_s;
    QTest::newRow("unknown") << "Bearer " + testkeys::good << u"invalid api token"_s;
    QTest::newRow("small letters") << "bearer " + key << QString();
    QTest::newRow("capitals") << "BEARER " + key << QString();
}

void TestPracticeApi::asksForAKey()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QString, message);
    PracticeRequest request = makeRequest("/v2/rerank", {});
    request.authorization = header.isNull() ? std::nullopt : std::optional(header);
    const PracticeAnswer answer = practice::answerTo(request);
    QCOMPARE(answer.status, message.isEmpty() ? 200 : 401);
    QCOMPARE(messageOf(answer), message);
}

void TestPracticeApi::ranksTheDocuments()
{
    const PracticeAnswer answer = practice::answerTo(makeRequest("/v2/rerank", keyOf(u"works"_s)));
    QCOMPARE(indicesOf(answer), QList<int>({2, 1, 0}));
    double before = 1;
    const QJsonArray results = objectOf(answer).value("results"_L1).toArray();
    for (const QJsonValue &result : results) {
        const double score = result.toObject().value("relevance_score"_L1).toDouble();
        QVERIFY(score > 0 && score < before);
        before = score;
    }
}

void TestPracticeApi::returnsAsManyAsAskedFor()
{
    for (const int count : {1, 2, 3, 9}) {
        const QByteArray body = R"({"model":"rerank-v3.5","query":"a","documents":["a","b","c"],"top_n":)"
            + QByteArray::number(count) + "}";
        const PracticeAnswer answer = practice::answerTo(makeRequest("/v2/rerank", keyOf(u"works"_s), body));
        QCOMPARE(indicesOf(answer).size(), std::min(count, 3));
    }
}

void TestPracticeApi::takesObjectsInItsFirstVersionAlone()
{
    const QByteArray body = R"({"query":"sky","documents":["grass",{"text":"sky"}],"return_documents":true,"top_n":1})";
    const PracticeAnswer first = practice::answerTo(makeRequest("/v1/rerank", keyOf(u"works"_s), body));
    QCOMPARE(first.status, 200);
    const QJsonValue result = objectOf(first).value("results"_L1).toArray().at(0);
    QCOMPARE(result.toObject().value("document"_L1).toObject().value("text"_L1).toString(), u"sky"_s);
    QCOMPARE(practice::answerTo(makeRequest("/v2/rerank", keyOf(u"works"_s), body)).status, 422);
}

void TestPracticeApi::saysWhatIsWrongWithARequest_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QByteArray &body, int status, const QString &part) {
        QTest::newRow(name) << body << status << part;
    };
    row("empty", "", 400, u"invalid request:"_s);
    row("not JSON", "{", 400, u"invalid request:"_s);
    row("a list", "[]", 400, u"invalid request:"_s);
    row("nested deeply", QByteArray("[").repeated(100'000), 400, u"invalid request:"_s);
    row("no model", R"({"query":"a","documents":["a"]})", 400, u"model"_s);
    row("no query", R"({"model":"rerank-v3.5","documents":["a"]})", 400, u"query"_s);
    row("no documents", R"({"model":"rerank-v3.5","query":"a"})", 400, u"documents"_s);
    row("empty documents", R"({"model":"rerank-v3.5","query":"a","documents":[]})", 400, u"documents"_s);
    row("a document that is a number", R"({"model":"rerank-v3.5","query":"a","documents":[1]})", 400, u"documents"_s);
    row("too many documents",
        R"({"model":"rerank-v3.5","query":"a","documents":[)" + QByteArray("\"a\",").repeated(1000) + "\"a\"]}", 400,
        u"1000"_s);
    row("top_n of 0", R"({"model":"rerank-v3.5","query":"a","documents":["a"],"top_n":0})", 400, u"top_n"_s);
    row("unknown field", R"({"model":"rerank-v3.5","query":"a","documents":["a"],"top_k":1})", 422,
        u"unknown field: parameter 'top_k' is not a valid field."_s);
    row("unknown model", R"({"model":"rerank-v9","query":"a","documents":["a"]})", 404,
        u"model 'rerank-v9' not found, make sure"_s);
    row("removed model", R"({"model":"rerank-english-v2.0","query":"a","documents":["a"]})", 404,
        u"model 'rerank-english-v2.0' was removed on April 30, 2025."_s);
}

void TestPracticeApi::saysWhatIsWrongWithARequest()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, part);
    const PracticeAnswer answer = practice::answerTo(makeRequest("/v2/rerank", keyOf(u"works"_s), body));
    QCOMPARE(answer.status, status);
    QVERIFY2(messageOf(answer).contains(part), qPrintable(messageOf(answer)));
    QVERIFY(readingOf(answer, probe::ProbeId::Rerank).keyAccepted());
}

void TestPracticeApi::listsItsModels()
{
    PracticeRequest request = makeRequest("/v1/models", keyOf(u"works"_s), {});
    request.method = "GET";
    QCOMPARE(objectOf(practice::answerTo(request)).value("models"_L1).toArray().size(), 5);
    request.pageSize = 1;
    QCOMPARE(objectOf(practice::answerTo(request)).value("models"_L1).toArray().size(), 1);
    request.authorization.reset();
    QCOMPARE(practice::answerTo(request).status, 401);
}

void TestPracticeApi::knowsNoOtherPath_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("root") << QByteArray("GET") << QByteArray("/");
    QTest::newRow("path twice") << QByteArray("POST") << QByteArray("/v2/v2/rerank");
    QTest::newRow("no version") << QByteArray("POST") << QByteArray("/rerank");
    QTest::newRow("another method") << QByteArray("GET") << QByteArray("/v2/rerank");
}

void TestPracticeApi::knowsNoOtherPath()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    PracticeRequest request = makeRequest(path, keyOf(u"works"_s));
    request.method = method;
    const PracticeAnswer answer = practice::answerTo(request);
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.body, QByteArray("404 page not found\n"));
}

void TestPracticeApi::answersAsForcedWhateverTheKey()
{
    PracticeRequest request = makeRequest("/v2/rerank", keyOf(u"works"_s));
    QCOMPARE(practice::answerTo(request, practice::findScenario(u"billing"_s)).status, 402);
    request.authorization = "Bearer " + testkeys::good;
    QCOMPARE(practice::answerTo(request, practice::findScenario(u"works"_s)).status, 200);
    request.authorization.reset();
    QCOMPARE(practice::answerTo(request, practice::findScenario(u"rate-limit"_s)).status, 429);
}

QTEST_GUILESS_MAIN(TestPracticeApi)
#include "tst_PracticeApi.moc"
