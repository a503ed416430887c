// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

#include <cstdlib>

namespace diagnosis {

namespace {

using probe::CertificateProblem;
using probe::NetworkFailure;

/// A clock further off than this makes fresh certificates and signatures look wrong.
constexpr qint64 clockToleranceSeconds = 300;

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
    std::vector<EvidenceItem> items = {{.fact = fact, .name = reply.host, .number = reply.port}};
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

void readCertificate(const probe::ProbeReply &reply, CauseCollector &causes)
{
    const std::vector<EvidenceItem> items = {{.fact = Fact::CertificateProblem,
        .name = reply.host,
        .detail = reply.tls.issuer,
        .certificate = reply.tls.problem}};
    switch (reply.tls.problem) {
    case CertificateProblem::NotYetValid:
        // Issued in this computer's future: the clock is the usual reason.
        causes.add(Cause::ClockWrong, Status::Likely, items);
        causes.add(Cause::TlsUntrusted, Status::Likely, items);
        return;
    case CertificateProblem::Expired:
        causes.add(Cause::TlsUntrusted, Status::Likely, items);
        causes.add(Cause::ClockWrong, Status::Possible, items);
        return;
    default:
        causes.add(Cause::TlsUntrusted, Status::Confirmed, items);
    }
}

void readFailure(const ProbeResult &result, CauseCollector &causes)
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
    case NetworkFailure::CertificateUntrusted:
        return readCertificate(reply, causes);
    case NetworkFailure::TlsHandshakeFailed:
        causes.add(Cause::WrongEndpoint, Status::Likely, {at(Fact::NotTls, reply)});
        return causes.add(Cause::GatewayRefused, Status::Possible, {at(Fact::NotTls, reply)});
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

void readClock(const Evidence &evidence, CauseCollector &causes)
{
    for (const ProbeResult &result : evidence.probes) {
        const auto ahead = result.reading.clockAheadSeconds;
        if (!ahead || std::abs(*ahead) <= clockToleranceSeconds)
            continue;
        // A reply that came through proves that the clock did not stand in its way.
        causes.add(Cause::ClockWrong, Status::Possible, {{.fact = Fact::ClockDiffers, .number = *ahead}});
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
        readFailure(*failure, causes);
    readClock(evidence, causes);
}

} // namespace diagnosis
