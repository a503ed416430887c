// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ExchangeJson.h"

#include "inspect/HttpClients.h"
#include "words/HttpClientWords.h"

namespace report {

namespace {

/// Pairs, since a name may come twice.
QJsonArray headersJson(const QList<probe::HeaderLine> &headers)
{
    QJsonArray pairs;
    for (const probe::HeaderLine &line : headers)
        pairs.append(QJsonArray{line.name, line.value});
    return pairs;
}

} // namespace

QJsonObject exchangeJson(const probe::Exchange &exchange)
{
    const QJsonObject request{
        {QStringLiteral("method"), exchange.method},
        {QStringLiteral("url"), exchange.url},
        {QStringLiteral("headers"), headersJson(exchange.requestHeaders)},
        {QStringLiteral("body"), exchange.requestBody},
    };
    QJsonValue reply;
    if (exchange.status != 0) {
        reply = QJsonObject{
            {QStringLiteral("status"), exchange.status},
            {QStringLiteral("headers"), headersJson(exchange.replyHeaders)},
            {QStringLiteral("body"), exchange.replyBody},
            {QStringLiteral("bodyIsCut"), exchange.replyBodyIsCut},
        };
    }
    return {{QStringLiteral("request"), request}, {QStringLiteral("reply"), reply}};
}

QJsonArray clientsJson(const inspect::Inspection &inspection)
{
    QJsonArray clients;
    if (!inspection.present)
        return clients;
    for (const inspect::ClientReading &reading : inspect::clientReadings(inspection.characters)) {
        clients.append(QJsonObject{
            {QStringLiteral("id"), words::id(reading.client)}, {QStringLiteral("act"), words::id(reading.act)}});
    }
    return clients;
}

} // namespace report
