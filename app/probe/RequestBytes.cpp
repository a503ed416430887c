// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/RequestBytes.h"

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

QByteArray hostHeader(const QUrl &base)
{
    const QString host = base.host(QUrl::FullyEncoded);
    QByteArray value = host.contains(u':') ? '[' + host.toLatin1() + ']' : host.toLatin1();
    if (base.port() != -1)
        value += ':' + QByteArray::number(base.port());
    return value;
}

} // namespace

key::Secret requestBytes(const ProbeRequest &request)
{
    const Target &target = request.target;
    const bool rerank = request.id == ProbeId::Rerank;
    const QUrl url =
        endpointUrl(target.base, rerank ? target.rerankPath : QStringLiteral("/v1/check-api-key"));
    const QByteArray body = rerank ? rerankBody(target.model) : QByteArray();

    QByteArray rest = "\r\nHost: " + hostHeader(target.base)
        + "\r\nUser-Agent: rerank-key-doctor/" DOCTOR_VERSION
        // "identity": a reply that unfolds to gigabytes is then not asked for, and Connection: close needs no pool.
        + "\r\nAccept: application/json\r\nAccept-Encoding: identity\r\nConnection: close";
    if (rerank)
        rest += "\r\nContent-Type: application/json";
    rest += "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;

    const QByteArray first = "POST " + url.path(QUrl::FullyEncoded).toLatin1() + " HTTP/1.1\r\n" + target.header.name
        + ": " + target.header.before;
    const QByteArrayView key = request.key->bytes();
    QByteArray all;
    // In one piece of memory from the start: growing would leave copies of the key behind.
    all.reserve(first.size() + key.size() + target.header.after.size() + rest.size());
    all.append(first);
    all.append(key);
    all.append(target.header.after);
    all.append(rest);
    return key::Secret::take(all);
}

} // namespace probe
