// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/FixRoute.h"

#include "diagnosis/Trials.h"
#include "probe/Target.h"
#include "probe/Variants.h"

#include <algorithm>

namespace diagnosis {

namespace {

using probe::NetworkFailure;

bool isOfTrial(const ProbeResult &result)
{
    using probe::Variant;
    return result.variant != Variant::None && result.variant != Variant::AsGiven && result.variant != Variant::Cleaned;
}

/// Where the way ended: the first step that failed, else the plain call.
const ProbeResult *endOfTheWay(const Evidence &evidence)
{
    const auto failed = std::find_if(evidence.probes.begin(), evidence.probes.end(), [](const ProbeResult &result) {
        return result.outcome == ProbeResult::Outcome::Failed && result.reply.failure && !isOfTrial(result)
            && result.id != probe::ProbeId::ServerTime;
    });
    return failed != evidence.probes.end() ? &*failed : plainCall(evidence);
}

void addProxy(const Evidence &evidence, FixRoute &route)
{
    const auto used = std::find_if(evidence.probes.begin(), evidence.probes.end(),
        [](const ProbeResult &result) { return !isOfTrial(result) && result.reply.proxyUse.isUsed(); });
    if (used == evidence.probes.end())
        return;
    const probe::ProxyUse &proxy = used->reply.proxyUse;
    route.proxyHost = proxy.host;
    route.proxyPort = proxy.port;
    route.proxyIsSocks = proxy.socks;
    if (proxy.reason == probe::ProxyReason::Variable)
        route.proxyVariable = proxy.variable;
    if (const ProbeResult *direct = trial(evidence, probe::Variant::Direct))
        route.direct = isJudgedByService(*direct) ? FixRoute::Direct::Answered : FixRoute::Direct::Failed;
}

/// Whether the proxy itself is the trouble.
void addProxyTrouble(const ProbeResult &end, FixRoute &route)
{
    const NetworkFailure failure = *end.reply.failure;
    // An answer that does not come, or does not end, is the proxy's where it was the one that was asked.
    const bool asked = end.reply.viaProxy && end.reply.host == end.reply.proxyUse.host
        && (failure == NetworkFailure::TimedOut || failure == NetworkFailure::HostUnreachable);
    route.proxyFailed = asked || failure == NetworkFailure::ProxyNotFound || failure == NetworkFailure::ProxyRefused;
    route.proxyDenied = failure == NetworkFailure::ProxyDenied;
    const QStringList &schemes = end.reading.loginSchemes;
    route.proxyTakesPassword = failure != NetworkFailure::ProxyLoginNeeded || schemes.isEmpty()
        || schemes.contains(QLatin1String("Basic"), Qt::CaseInsensitive);
}

} // namespace

FixRoute fixRoute(const Evidence &evidence)
{
    FixRoute route;
    if (!evidence.base.isEmpty()) {
        // By the address alone: what listens there may well be a gateway.
        route.base = probe::isOfCohere(evidence.endpoint) ? FixRoute::Base::Cohere
            : probe::isLoopback(evidence.base)            ? FixRoute::Base::ThisComputer
                                                          : FixRoute::Base::Own;
        route.port = probe::portOf(evidence.base);
    }
    addProxy(evidence, route);
    route.headersTried = std::any_of(probe::headerVariants.begin(), probe::headerVariants.end(),
        [&evidence](probe::Variant variant) { return trial(evidence, variant) != nullptr; });
    const ProbeResult *end = endOfTheWay(evidence);
    if (end == nullptr)
        return route;
    if (end->reading.answerer != probe::Answerer::Cohere)
        route.status = end->reply.status;
    if (!end->reply.failure)
        return route;
    addProxyTrouble(*end, route);
    if (*end->reply.failure == NetworkFailure::CertificateUntrusted) {
        route.certificate = end->reply.tls.problem;
        route.inspected = !end->reply.tls.inspector.isEmpty();
        if (route.certificate != probe::CertificateProblem::SelfSigned) // it names itself
            route.issuer = end->reply.tls.issuer;
    }
    return route;
}

} // namespace diagnosis
