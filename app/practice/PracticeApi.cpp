// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/PracticeApi.h"

#include "practice/PracticeRerank.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace practice {

namespace {

using namespace Qt::Literals::StringLiterals;

enum class Endpoint { RerankV1, RerankV2, CheckApiKey, Models, None };

Endpoint endpointOf(const PracticeRequest &request)
{
    if (request.method == "POST") {
        if (request.path == "/v2/rerank")
            return Endpoint::RerankV2;
        if (request.path == "/v1/rerank")
            return Endpoint::RerankV1;
        if (request.path == "/v1/check-api-key")
            return Endpoint::CheckApiKey;
    }
    return request.method == "GET" && request.path == "/v1/models" ? Endpoint::Models : Endpoint::None;
}

bool isRerank(Endpoint endpoint)
{
    return endpoint == Endpoint::RerankV1 || endpoint == Endpoint::RerankV2;
}

/// The key of "Bearer KEY", whatever the scheme's case. Empty for anything else: nothing usable arrived.
QByteArray keyOf(const PracticeRequest &request)
{
    const QByteArray value = request.authorization.value_or(QByteArray()).trimmed();
    return value.left(7).toLower() == "bearer " ? value.mid(7).trimmed() : QByteArray();
}

QString scenarioOf(const QByteArray &key)
{
    const auto found = std::find_if(
        scenarios().begin(), scenarios().end(), [&key](const Scenario &scenario) { return scenario.key == key; });
    return found == scenarios().end() ? u"rejected"_s : found->name;
}

/// What stands in front of Cohere answers by itself: these are not Cohere's replies.
std::optional<PracticeAnswer> answerFromInFront(const QString &scenario)
{
    if (scenario == "edge-block"_L1)
        return PracticeAnswer{403, "text/html; charset=UTF-8",
            "<!doctype html><meta charset=\"utf-8\"><title>403</title>403 Forbidden\n", {{"Via", "1.1 google"}}};
    if (scenario == "gateway"_L1)
        return PracticeAnswer{401, "text/html",
            "<html>\r\n<head><title>401 Authorization Required</title></head>\r\n<body>\r\n"
            "<center><h1>401 Authorization "
            "Required</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
            {{"Server", "nginx"}, {"WWW-Authenticate", "Basic realm=\"Company login\""}}};
    return std::nullopt;
}

/// Errors that every endpoint gives alike.
std::optional<PracticeAnswer> errorOfKey(const QString &scenario)
{
    if (scenario == "header-stripped"_L1)
        return errorAnswer(401, u"no api key supplied"_s);
    if (scenario == "rejected"_L1)
        return errorAnswer(401, u"invalid api token"_s);
    if (scenario == "expired"_L1)
        return errorAnswer(401, u"Your API key has expired. Please create a production key at dashboard.cohere.com"_s);
    if (scenario == "trouble"_L1)
        return errorAnswer(
            500, u"internal server error, this has been reported to our developers. id %1"_s.arg(randomId()));
    return std::nullopt;
}

/// Errors that a known key gets at rerank alone.
std::optional<PracticeAnswer> errorOfRerank(const QString &scenario, const QByteArray &body)
{
    if (scenario == "no-rerank-access"_L1)
        return errorAnswer(403, u"you do not have the necessary permissions to use this endpoint"_s);
    if (scenario == "billing"_L1)
        return errorAnswer(402,
            u"Please add or update your payment method at https://dashboard.cohere.com/billing?tab=payment to continue"_s);
    if (scenario == "rate-limit"_L1)
        return errorAnswer(429,
            u"You are using a Trial key, which is limited to 10 API calls / minute. You can continue to use the Trial "
            "key for free or upgrade to a Production key at https://dashboard.cohere.com/api-keys"_s);
    if (scenario == "month-used-up"_L1)
        return errorAnswer(429,
            u"You are using a Trial key, which is limited to 1000 API calls / month. You can continue to use the Trial "
            "key for free or upgrade to a Production key at https://dashboard.cohere.com/api-keys"_s);
    if (scenario == "model-gone"_L1)
        return modelRemovedAnswer(modelNameOf(body).left(128));
    return std::nullopt;
}

PracticeAnswer answerModels(int pageSize)
{
    QJsonArray models;
    for (const QString &name : rerankModels()) {
        if (models.size() < pageSize)
            models.append(QJsonObject{{u"name"_s, name}, {u"endpoints"_s, QJsonArray{u"rerank"_s}},
                {u"finetuned"_s, false}, {u"context_length"_s, 4096}, {u"default_endpoints"_s, QJsonArray{}}});
    }
    return jsonAnswer(200, {{u"models"_s, models}});
}

PracticeAnswer answerOfEndpoint(Endpoint endpoint, const PracticeRequest &request)
{
    switch (endpoint) {
    case Endpoint::RerankV1:
        return answerRerank(RerankVersion::V1, request.body);
    case Endpoint::RerankV2:
        return answerRerank(RerankVersion::V2, request.body);
    case Endpoint::CheckApiKey:
        return jsonAnswer(200, {{u"valid"_s, true}, {u"organization_id"_s, randomId()}, {u"owner_id"_s, randomId()}});
    case Endpoint::Models:
        return answerModels(request.pageSize);
    case Endpoint::None:
        break;
    }
    return {404, "text/plain; charset=utf-8", "404 page not found\n", {}};
}

PracticeAnswer answerOfCohere(const PracticeRequest &request, const QString &scenario, bool forced)
{
    const Endpoint endpoint = endpointOf(request);
    if (endpoint == Endpoint::None)
        return answerOfEndpoint(endpoint, request);
    if (!forced && keyOf(request).isEmpty())
        return errorAnswer(401, u"no api key supplied"_s);
    if (auto error = errorOfKey(scenario))
        return *error;
    if (isRerank(endpoint)) {
        if (auto error = errorOfRerank(scenario, request.body))
            return *error;
    }
    return answerOfEndpoint(endpoint, request);
}

void addCohereHeaders(PracticeAnswer &answer)
{
    answer.headers.emplace_back("Server", "envoy");
    answer.headers.emplace_back("x-debug-trace-id", QUuid::createUuid().toString(QUuid::Id128).toLatin1());
    if (answer.status != 200) // Cohere leaves them out on a 429; elsewhere it is not known
        return;
    answer.headers.emplace_back("x-trial-endpoint-call-limit", "10");
    answer.headers.emplace_back("x-trial-endpoint-call-remaining", "9");
    answer.headers.emplace_back("x-endpoint-monthly-call-limit", "1000");
}

} // namespace

QString randomId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

PracticeAnswer jsonAnswer(int status, const QJsonObject &object)
{
    PracticeAnswer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

PracticeAnswer errorAnswer(int status, const QString &message)
{
    return jsonAnswer(status, {{u"id"_s, randomId()}, {u"message"_s, message}});
}

PracticeAnswer answerTo(const PracticeRequest &request, const Scenario *forced)
{
    const QString scenario = forced != nullptr ? forced->name : scenarioOf(keyOf(request));
    if (auto answer = answerFromInFront(scenario))
        return *answer;
    PracticeAnswer answer = answerOfCohere(request, scenario, forced != nullptr);
    answer.slow = scenario == "slow"_L1;
    addCohereHeaders(answer);
    return answer;
}

} // namespace practice
