// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

namespace diagnosis {

namespace {

using probe::NetworkFailure;

/// The steps of the route and the plain call. What supports them, and the trials, have failures of their own.
bool isOfTheRoute(const ProbeResult &result)
{
    if (result.id == probe::ProbeId::Rerank)
        return result.variant == probe::Variant::AsGiven || result.variant == probe::Variant::Cleaned;
    return result.id == probe::ProbeId::NameLookup || result.id == probe::ProbeId::Connect
        || result.id == probe::ProbeId::Tls;
}

/// The route's first failure: what comes after it can only fail for the same reason.
const ProbeResult *firstFailure(const Evidence &evidence)
{
    for (const ProbeResult &result : evidence.probes) {
        if (isOfTheRoute(result) && result.reply.failure && result.outcome == ProbeResult::Outcome::Failed)
            return &result;
    }
    return nullptr;
}

/// Every address of the host that was tried, where there were several.
std::vector<EvidenceItem> withAddresses(Fact fact, const probe::ProbeReply &reply)
{
    std::vector<EvidenceItem> items = {{.fact = fact, .name = reply.host, .number = reply.port}};
    if (reply.attempts.size() < 2)
        return items;
    for (const probe::AddressAttempt &attempt : reply.attempts)
        items.push_back({.fact = Fact::AddressTried, .name = attempt.address, .failure = attempt.failure});
    return items;
}

/// A failure of the proxy, which one it is, and why it is used.
std::vector<EvidenceItem> atProxy(Fact fact, const probe::ProbeReply &reply, const QStringList &schemes)
{
    std::vector<EvidenceItem> items = {
        {.fact = fact, .name = reply.host, .number = reply.port, .proxy = reply.proxyUse}};
    if (!schemes.isEmpty())
        items.push_back({.fact = Fact::ProxySchemes, .detail = schemes.join(QStringLiteral(", "))});
    if (reply.proxyUse.isUsed())
        items.push_back({.fact = Fact::ProxyChosen, .proxy = reply.proxyUse});
    return items;
}

EvidenceItem at(Fact fact, const probe::ProbeReply &reply)
{
    return {.fact = fact, .name = reply.host, .number = reply.port};
}

Fact notTls(const probe::ProbeReply &reply)
{
    return reply.tls.tooOld ? Fact::TlsTooOld : Fact::NotTls;
}

void readDenial(const probe::ProbeReply &reply, CauseCollector &causes)
{
    std::vector<EvidenceItem> items = atProxy(Fact::ProxyDenied, reply, {});
    if (reply.status != 0)
        items.front().detail = QString::number(reply.status);
    // 5xx: it would, but could not.
    constexpr int firstServerError = 500;
    const bool tried = reply.status >= firstServerError;
    causes.add(Cause::Unreachable, tried ? Status::Likely : Status::Possible, items);
    causes.add(Cause::GatewayRefused, tried ? Status::Possible : Status::Likely, items);
}

void readFailure(const Evidence &evidence, const ProbeResult &result, CauseCollector &causes)
{
    const probe::ProbeReply &reply = result.reply;
    switch (*reply.failure) {
    case NetworkFailure::NameNotFound:
        return causes.add(Cause::NameNotFound, Status::Confirmed, {at(Fact::NameUnknown, reply)});
    case NetworkFailure::ConnectionRefused:
        return causes.add(Cause::Unreachable, Status::Confirmed, withAddresses(Fact::PortRefused, reply));
    case NetworkFailure::HostUnreachable:
        return causes.add(Cause::Unreachable, Status::Confirmed, withAddresses(Fact::NoRoute, reply));
    case NetworkFailure::ConnectionClosed:
        return causes.add(Cause::Unreachable, Status::Confirmed, {at(Fact::ConnectionClosedEarly, reply)});
    case NetworkFailure::TimedOut:
        if (result.id == probe::ProbeId::NameLookup)
            return causes.add(Cause::NameNotFound, Status::Likely, {at(Fact::NoNameServer, reply)});
        return causes.add(Cause::Unreachable, Status::Confirmed, withAddresses(Fact::NoAnswerInTime, reply));
    case NetworkFailure::TimedOutInReply:
        return causes.add(Cause::Unreachable, Status::Confirmed, {at(Fact::ReplyNeverEnded, reply)});
    case NetworkFailure::ProxyLoginNeeded:
        return causes.add(
            Cause::ProxyLogin, Status::Confirmed, atProxy(Fact::ProxyAsked, reply, result.reading.loginSchemes));
    case NetworkFailure::ProxyNotFound:
        return causes.add(Cause::NameNotFound, Status::Confirmed, atProxy(Fact::NameUnknown, reply, {}));
    case NetworkFailure::ProxyRefused:
        return causes.add(Cause::Unreachable, Status::Confirmed, atProxy(Fact::ProxyDown, reply, {}));
    case NetworkFailure::ProxyDenied:
        return readDenial(reply, causes);
    case NetworkFailure::CertificateUntrusted:
        return readCertificate(evidence, reply, causes);
    case NetworkFailure::TlsHandshakeFailed:
        causes.add(Cause::WrongEndpoint, Status::Likely, {at(notTls(reply), reply)});
        return causes.add(Cause::GatewayRefused, Status::Possible, {at(notTls(reply), reply)});
    case NetworkFailure::NotHttp:
        return causes.add(Cause::WrongEndpoint, Status::Likely, {at(Fact::NotHttp, reply)});
    case NetworkFailure::ReplyTooLarge:
        causes.add(Cause::WrongEndpoint, Status::Likely, {{.fact = Fact::ReplyCutOff, .number = reply.status}});
        return causes.add(
            Cause::CaptivePortal, Status::Possible, {{.fact = Fact::ReplyCutOff, .number = reply.status}});
    case NetworkFailure::Other:
        return causes.add(Cause::Unreachable, Status::Likely, {at(Fact::ConnectionClosedEarly, reply)});
    case NetworkFailure::Cancelled:
    case NetworkFailure::KeyNotSendable:
        return;
    }
}

} // namespace

void readRoute(const Evidence &evidence, CauseCollector &causes)
{
    if (evidence.targetFailure) {
        causes.add(Cause::WrongEndpoint, Status::Confirmed,
            {{.fact = Fact::AddressUnusable, .target = *evidence.targetFailure}});
        return;
    }
    if (const ProbeResult *failure = firstFailure(evidence))
        readFailure(evidence, *failure, causes);
    readClock(evidence, causes);
}

} // namespace diagnosis
