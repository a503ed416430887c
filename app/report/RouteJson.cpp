// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/RouteJson.h"

#include "words/Ids.h"

#include <QJsonArray>

namespace report {

namespace {

QJsonObject proxyJson(const probe::ProxyUse &use)
{
    QJsonObject proxy{{QStringLiteral("reason"), words::id(use.reason)}};
    if (use.isUsed()) {
        proxy.insert(QStringLiteral("host"), use.host);
        proxy.insert(QStringLiteral("port"), use.port);
    }
    if (!use.variable.isEmpty())
        proxy.insert(QStringLiteral("variable"), use.variable);
    return proxy;
}

QJsonArray addressesJson(const probe::ProbeReply &reply)
{
    QJsonArray addresses;
    for (const probe::AddressAttempt &attempt : reply.attempts)
        addresses.append(QJsonObject{
            {QStringLiteral("address"), attempt.address}, {QStringLiteral("connected"), !attempt.failure.has_value()}});
    return addresses;
}

QJsonArray certificatesJson(const probe::TlsFacts &tls)
{
    QJsonArray certificates;
    for (const probe::CertificateFacts &certificate : tls.chain) {
        certificates.append(QJsonObject{
            {QStringLiteral("subject"), certificate.subject},
            {QStringLiteral("issuer"), certificate.issuer},
            {QStringLiteral("validFrom"), certificate.validFrom.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("validUntil"), certificate.validUntil.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("names"), QJsonArray::fromStringList(certificate.names)},
        });
    }
    return certificates;
}

QJsonObject answererJson(const probe::Reading &reading)
{
    QJsonObject answerer{{QStringLiteral("who"), words::id(reading.answerer)}};
    if (!reading.gateway.isEmpty())
        answerer.insert(QStringLiteral("gateway"), reading.gateway);
    if (!reading.passedBy.isEmpty())
        answerer.insert(QStringLiteral("passedBy"), QJsonArray::fromStringList(reading.passedBy));
    if (!reading.signs.isEmpty())
        answerer.insert(QStringLiteral("signs"), QJsonArray::fromStringList(reading.signs));
    return answerer;
}

} // namespace

void addRoute(const diagnosis::ProbeResult &result, QJsonObject &probe)
{
    if (result.id == probe::ProbeId::Connect) {
        probe.insert(QStringLiteral("proxy"), proxyJson(result.reply.proxyUse));
        probe.insert(QStringLiteral("addresses"), addressesJson(result.reply));
    }
    if (!result.reply.tls.chain.isEmpty() && result.id == probe::ProbeId::Tls) {
        probe.insert(QStringLiteral("certificates"), certificatesJson(result.reply.tls));
        if (!result.reply.tls.inspector.isEmpty())
            probe.insert(QStringLiteral("inspector"), result.reply.tls.inspector);
    }
    if (result.exchange && result.reply.status != 0)
        probe.insert(QStringLiteral("answeredBy"), answererJson(result.reading));
}

} // namespace report
