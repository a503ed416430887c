// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

namespace diagnosis {

namespace {

using probe::NetworkFailure;

/// The route's first failure: what comes after it can only fail for the same reason.
const ProbeResult *firstFailure(const Evidence &evidence)
{
    for (const ProbeResult &result : evidence.probes) {
        const bool supporting = result.id == probe::ProbeId::CheckApiKey;
        if (!supporting && result.reply.failure && result.outcome == ProbeResult::Outcome::Failed)
            return &result;
    }
    return nullptr;
}

EvidenceItem at(Fact fact, const probe::ProbeReply &reply)
{
    return {.fact = fact, .name = reply.host, .number = reply.port};
}

Fact notTls(const probe::ProbeReply &reply)
{
    return reply.tls.tooOld ? Fact::TlsTooOld : Fact::NotTls;
}

void readFailure(const Evidence &evidence, const ProbeResult &result, CauseCollector &causes)
{
    const probe::ProbeReply &reply = result.reply;
    switch (*reply.failure) {
    case NetworkFailure::NameNotFound:
        return causes.add(Cause::NameNotFound, Status::Confirmed, {at(Fact::NameUnknown, reply)});
    case NetworkFailure::ConnectionRefused:
        return causes.add(Cause::Unreachable, Status::Confirmed, {at(Fact::PortRefused, reply)});
    case NetworkFailure::HostUnreachable:
        return causes.add(Cause::Unreachable, Status::Confirmed, {at(Fact::NoRoute, reply)});
    case NetworkFailure::ConnectionClosed:
        return causes.add(Cause::Unreachable, Status::Confirmed, {at(Fact::ConnectionClosedEarly, reply)});
    case NetworkFailure::TimedOut:
        return causes.add(Cause::Unreachable, Status::Confirmed, {at(Fact::NoAnswerInTime, reply)});
    case NetworkFailure::TimedOutInReply:
        return causes.add(Cause::Unreachable, Status::Confirmed, {at(Fact::ReplyNeverEnded, reply)});
    case NetworkFailure::ProxyLoginNeeded:
        return causes.add(Cause::ProxyLogin, Status::Confirmed, {at(Fact::ProxyAsked, reply)});
    case NetworkFailure::ProxyNotFound:
        return causes.add(Cause::NameNotFound, Status::Confirmed, {at(Fact::NameUnknown, reply)});
    case NetworkFailure::ProxyRefused:
        return causes.add(Cause::Unreachable, Status::Confirmed, {at(Fact::ProxyDown, reply)});
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
