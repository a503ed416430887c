// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/PracticeRerank.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace practice {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Cohere's limit for one request.
constexpr qsizetype mostDocuments = 1000;

struct Ranked {
    int index = 0;
    double score = 0;
};

QSet<QString> wordsOf(const QString &text)
{
    static const QRegularExpression notWord(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = text.toLower().split(notWord, Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

/// The share of the query's words that stand in the document, kept off 0 and 1 as real scores are.
double relevance(const QSet<QString> &query, const QString &document)
{
    if (query.isEmpty())
        return 0.01;
    QSet<QString> shared = wordsOf(document);
    shared.intersect(query);
    return 0.01 + 0.98 * static_cast<double>(shared.size()) / static_cast<double>(query.size());
}

/// /v1/rerank takes {"text": …} as well as strings.
QString textOf(const QJsonValue &document)
{
    return document.isString() ? document.toString() : document.toObject().value("text"_L1).toString();
}

bool isDocument(RerankVersion version, const QJsonValue &document)
{
    return document.isString() || (version == RerankVersion::V1 && document.isObject());
}

QString unknownField(RerankVersion version, const QJsonObject &request)
{
    static const QSet<QString> both{u"model"_s, u"query"_s, u"documents"_s, u"top_n"_s};
    static const QSet<QString> first{u"rank_fields"_s, u"return_documents"_s, u"max_chunks_per_doc"_s};
    static const QSet<QString> second{u"max_tokens_per_doc"_s, u"priority"_s};
    const QSet<QString> &own = version == RerankVersion::V1 ? first : second;
    const QStringList names = request.keys();
    const auto found = std::find_if(names.begin(), names.end(),
        [&own](const QString &name) { return !both.contains(name) && !own.contains(name); });
    return found == names.end() ? QString() : *found;
}

/// What is wrong with the request's values, in Cohere's words as far as they are known; empty where all is well.
QString invalidValue(RerankVersion version, const QJsonObject &request)
{
    const QJsonValue model = request.value("model"_L1);
    if ((version == RerankVersion::V2 || !model.isUndefined()) && model.toString().isEmpty())
        return u"invalid request: model is required"_s;
    if (request.value("query"_L1).toString().isEmpty())
        return u"invalid request: query must not be empty"_s;
    const QJsonArray documents = request.value("documents"_L1).toArray();
    if (documents.isEmpty())
        return u"invalid request: list of documents must not be empty"_s;
    if (documents.size() > mostDocuments)
        return u"invalid request: list of documents must not be longer than %1"_s.arg(mostDocuments);
    if (!std::all_of(documents.begin(), documents.end(),
            [version](const QJsonValue &document) { return isDocument(version, document); }))
        return u"invalid request: documents must be strings"_s;
    const QJsonValue top = request.value("top_n"_L1);
    if (!top.isUndefined() && !top.isNull() && top.toInt(0) < 1)
        return u"invalid request: top_n must be a whole number above 0"_s;
    return {};
}

std::vector<Ranked> rank(const QJsonObject &request)
{
    const QSet<QString> query = wordsOf(request.value("query"_L1).toString());
    const QJsonArray documents = request.value("documents"_L1).toArray();
    std::vector<Ranked> ranked;
    for (const auto &document : documents)
        ranked.push_back({static_cast<int>(ranked.size()), relevance(query, textOf(document))});
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) { return a.score > b.score; });
    const auto most = static_cast<std::size_t>(request.value("top_n"_L1).toInt(static_cast<int>(ranked.size())));
    if (ranked.size() > most)
        ranked.resize(most);
    return ranked;
}

QJsonObject resultsOf(RerankVersion version, const QJsonObject &request)
{
    const QJsonArray documents = request.value("documents"_L1).toArray();
    const bool withDocuments = version == RerankVersion::V1 && request.value("return_documents"_L1).toBool();
    QJsonArray results;
    for (const Ranked &one : rank(request)) {
        QJsonObject result{{u"index"_s, one.index}, {u"relevance_score"_s, one.score}};
        if (withDocuments)
            result.insert("document"_L1, QJsonObject{{u"text"_s, textOf(documents.at(one.index))}});
        results.append(result);
    }
    const QJsonObject apiVersion{{u"version"_s, version == RerankVersion::V1 ? u"1"_s : u"2"_s}};
    const QJsonObject meta{{u"api_version"_s, apiVersion}, {u"billed_units"_s, QJsonObject{{u"search_units"_s, 1}}}};
    return {{u"id"_s, randomId()}, {u"results"_s, results}, {u"meta"_s, meta}};
}

/// The answer for a model that cannot be used; an empty optional for one that can.
std::optional<PracticeAnswer> modelProblem(const QString &model)
{
    // Old tutorials still show these.
    if (model == "rerank-english-v2.0"_L1 || model == "rerank-multilingual-v2.0"_L1)
        return modelRemovedAnswer(model);
    const bool known = std::find(rerankModels().begin(), rerankModels().end(), model) != rerankModels().end();
    if (known || model.isEmpty())
        return std::nullopt;
    return errorAnswer(404,
        u"model '%1' not found, make sure the correct model ID was used and that you have access to the model."_s.arg(
            model));
}

} // namespace

const std::vector<QString> &rerankModels()
{
    static const std::vector<QString> models{u"rerank-v4.0-pro"_s, u"rerank-v4.0-fast"_s, u"rerank-v3.5"_s,
        u"rerank-english-v3.0"_s, u"rerank-multilingual-v3.0"_s};
    return models;
}

QString modelNameOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value("model"_L1).toString();
}

PracticeAnswer modelRemovedAnswer(const QString &model)
{
    return errorAnswer(404,
        u"model '%1' was removed on April 30, 2025. See https://docs.cohere.com/docs/deprecations for the models that "
        "replace it."_s.arg(model));
}

PracticeAnswer answerRerank(RerankVersion version, const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return errorAnswer(400, u"invalid request: the body is not a JSON object"_s);
    const QJsonObject request = document.object();
    const QString field = unknownField(version, request);
    if (!field.isEmpty())
        return errorAnswer(422,
            u"unknown field: parameter '%1' is not a valid field. Fields are case-sensitive."_s.arg(field.left(64)));
    const QString problem = invalidValue(version, request);
    if (!problem.isEmpty())
        return errorAnswer(400, problem);
    if (std::optional<PracticeAnswer> answer = modelProblem(request.value("model"_L1).toString().left(128)))
        return *answer;
    return jsonAnswer(200, resultsOf(version, request));
}

} // namespace practice
