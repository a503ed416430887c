// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/message/RequestHead.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace probe {

namespace {

// The smallest call of POST /v2/rerank (Cohere, API reference, 2026-08).
QByteArray rerankBody(const QString &model)
{
    const QJsonObject body{{QStringLiteral("model"), model}, {QStringLiteral("query"), QStringLiteral("ping")},
        {QStringLiteral("documents"), QJsonArray{QStringLiteral("ping")}}, {QStringLiteral("top_n"), 1}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray hostHeader(const QUrl &base)
{
    return base.adjusted(QUrl::RemoveUserInfo).authority(QUrl::FullyEncoded).toLatin1();
}

RequestHead requestHead(const ProbeRequest &request)
{
    const Target &target = request.target;
    const bool rerank = request.id == ProbeId::Rerank;
    RequestHead head;
    head.method = "POST";
    head.url = endpointUrl(target.base, rerank ? target.rerankPath : QStringLiteral("/v1/check-api-key"));
    head.path = head.url.path(QUrl::FullyEncoded).toLatin1();
    if (rerank)
        head.body = rerankBody(target.model);
    if (request.key)
        head.lines.append({target.header.name, target.header.before, true, target.header.after});
    const auto add = [&head](const QByteArray &name, const QByteArray &value) { head.lines.append({name, value}); };
    add("Host", hostHeader(target.base));
    add("User-Agent", "rerank-key-doctor/" DOCTOR_VERSION);
    add("Accept", "application/json");
    // A reply that unfolds to gigabytes is then not asked for, and Connection: close needs no pool.
    add("Accept-Encoding", "identity");
    add("Connection", "close");
    if (rerank)
        add("Content-Type", "application/json");
    add("Content-Length", QByteArray::number(head.body.size()));
    return head;
}

} // namespace probe
