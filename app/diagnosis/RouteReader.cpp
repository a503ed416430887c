// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

#include <QHostAddress>

#include <algorithm>

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

EvidenceItem at(Fact fact, const probe::ProbeReply &reply)
{
    return {.fact = fact, .name = reply.host, .number = reply.port};
}

/// Which proxy is used, and why; or why none is, where a variable has a word in it.
void addProxy(const probe::ProbeReply &reply, std::vector<EvidenceItem> &items)
{
    if (reply.proxyUse.isUsed() || !reply.proxyUse.variable.isEmpty())
        items.push_back({.fact = Fact::ProxyChosen, .proxy = reply.proxyUse});
}

/// A name that leads to this computer is the work of a filter, as a rule: in the file of hosts, or of a name server.
bool isBlockedName(const probe::ProbeReply &reply)
{
    const auto leadsHere = [](const probe::AddressAttempt &attempt) {
        const QHostAddress address(attempt.address);
        return address.isLoopback() || address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6;
    };
    const bool isName = QHostAddress(reply.host).isNull() && reply.host != QLatin1String("localhost");
    return isName && std::any_of(reply.attempts.begin(), reply.attempts.end(), leadsHere);
}

/// Every address of the host that was tried, where there were several.
std::vector<EvidenceItem> withAddresses(Fact fact, const probe::ProbeReply &reply)
{
    std::vector<EvidenceItem> items = {{.fact = fact, .name = reply.host, .number = reply.port}};
    if (reply.attempts.size() > 1 || isBlockedName(reply)) {
        for (const probe::AddressAttempt &attempt : reply.attempts)
            items.push_back({.fact = Fact::AddressTried, .name = attempt.address, .failure = attempt.failure});
    }
    addProxy(reply, items);
    return items;
}

/// A failure of the proxy, which one it is, and why it is used.
std::vector<EvidenceItem> atProxy(Fact fact, const probe::ProbeReply &reply, const QStringList &schemes)
{
    std::vector<EvidenceItem> items = {
        {.fact = fact, .name = reply.host, .number = reply.port, .proxy = reply.proxyUse}};
    if (!schemes.isEmpty())
        items.push_back({.fact = Fact::ProxySchemes, .detail = schemes.join(QStringLiteral(", "))});
    addProxy(reply, items);
    return items;
}

/// A login that was given went along as a user name and a password: where none of the kinds that the proxy takes is
/// made of those, nothing is said of the login itself.
std::vector<EvidenceItem> asked(const probe::ProbeReply &reply, const QStringList &schemes)
{
    std::vector<EvidenceItem> items = atProxy(Fact::ProxyAsked, reply, schemes);
    const bool takesPassword = schemes.contains(QLatin1String("Basic"), Qt::CaseInsensitive)
        || schemes.contains(QLatin1String("Digest"), Qt::CaseInsensitive);
    if (reply.proxyUse.login && !schemes.isEmpty() && !takesPassword)
        items.front().detail = schemes.join(QStringLiteral(", "));
    return items;
}

/// On the way to the target.
std::vector<EvidenceItem> onTheWay(Fact fact, const probe::ProbeReply &reply)
{
    std::vector<EvidenceItem> items = {at(fact, reply)};
    addProxy(reply, items);
    return items;
}

Fact notTls(const probe::TlsFacts &tls)
{
    if (tls.tooOld)
        return Fact::TlsTooOld;
    return tls.alerted ? Fact::TlsEnded : Fact::NotTls;
}

/// A server that speaks TLS and lets nobody in stands where it should; one that does not speak it seldom does.
void readHandshake(const probe::ProbeReply &reply, CauseCollector &causes)
{
    const bool ended = reply.tls.alerted && !reply.tls.tooOld;
    const std::vector<EvidenceItem> items = onTheWay(notTls(reply.tls), reply);
    causes.add(Cause::WrongEndpoint, ended ? Status::Possible : Status::Likely, items);
    causes.add(Cause::GatewayRefused, ended ? Status::Likely : Status::Possible, items);
}

void readTooSlow(const Evidence &evidence, const probe::ProbeReply &reply, CauseCollector &causes)
{
    std::vector<EvidenceItem> items = atProxy(Fact::ProxyTooSlow, reply, {});
    items.front().detail = evidence.base.host();
    causes.add(Cause::Unreachable, Status::Confirmed, items);
}

void readDenial(const ProbeResult &result, CauseCollector &causes)
{
    const probe::ProbeReply &reply = result.reply;
    std::vector<EvidenceItem> items = atProxy(Fact::ProxyDenied, reply, {});
    if (reply.status != 0)
        items.front().detail = QString::number(reply.status);
    for (const QString &sign : result.reading.signs)
        items.push_back({.fact = Fact::AnswererSign, .detail = sign});
    constexpr int networkLogin = 511; // RFC 6585, section 6
    if (reply.status == networkLogin)
        causes.add(Cause::CaptivePortal, Status::Likely, items);
    // 5xx: it would, but could not. SOCKS does not tell one from the other for sure.
    constexpr int firstServerError = 500;
    const bool tried = reply.status >= firstServerError || reply.status == 0;
    causes.add(Cause::Unreachable, tried ? Status::Likely : Status::Possible, items);
    causes.add(Cause::GatewayRefused, tried ? Status::Possible : Status::Likely, items);
}

void readFailure(const Evidence &evidence, const ProbeResult &result, CauseCollector &causes)
{
    const probe::ProbeReply &reply = result.reply;
    switch (*reply.failure) {
    case NetworkFailure::NameNotFound:
        return causes.add(Cause::NameNotFound, Status::Confirmed, onTheWay(Fact::NameUnknown, reply));
    case NetworkFailure::NoNameServer:
        return causes.add(Cause::NameNotFound, Status::Likely, onTheWay(Fact::NoNameServer, reply));
    case NetworkFailure::ConnectionRefused:
        return causes.add(Cause::Unreachable, Status::Confirmed, withAddresses(Fact::PortRefused, reply));
    case NetworkFailure::HostUnreachable:
        return causes.add(Cause::Unreachable, Status::Confirmed, withAddresses(Fact::NoRoute, reply));
    case NetworkFailure::ConnectionClosed:
        if (reply.tls.wantsCertificate)
            return causes.add(Cause::GatewayRefused, Status::Confirmed, onTheWay(Fact::CertificateWanted, reply));
        return causes.add(Cause::Unreachable, Status::Confirmed, onTheWay(Fact::ConnectionClosedEarly, reply));
    case NetworkFailure::TimedOut:
        if (result.id == probe::ProbeId::NameLookup)
            return causes.add(Cause::NameNotFound, Status::Likely, onTheWay(Fact::NoNameServer, reply));
        return causes.add(Cause::Unreachable, Status::Confirmed, withAddresses(Fact::NoAnswerInTime, reply));
    case NetworkFailure::TimedOutInReply:
        return causes.add(Cause::Unreachable, Status::Confirmed, onTheWay(Fact::ReplyNeverEnded, reply));
    case NetworkFailure::ProxyLoginNeeded:
        return causes.add(Cause::ProxyLogin, Status::Confirmed, asked(reply, result.reading.loginSchemes));
    case NetworkFailure::ProxyNotFound:
        return causes.add(Cause::NameNotFound, Status::Confirmed, atProxy(Fact::NameUnknown, reply, {}));
    case NetworkFailure::ProxyRefused:
        return causes.add(Cause::Unreachable, Status::Confirmed, atProxy(Fact::ProxyDown, reply, {}));
    case NetworkFailure::ProxyTooSlow:
        return readTooSlow(evidence, reply, causes);
    case NetworkFailure::ProxyDenied:
        return readDenial(result, causes);
    case NetworkFailure::CertificateUntrusted:
        return readCertificate(evidence, reply, causes);
    case NetworkFailure::TlsHandshakeFailed:
        return readHandshake(reply, causes);
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
