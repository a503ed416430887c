// SPDX-License-Identifier: GPL-3.0-or-later
// What helps depends on where the way ended: at a proxy, at a server of somebody's own, or on the way to Cohere.
#include "diagnosis/FixActs.h"

namespace diagnosis {

namespace {

using probe::CertificateProblem;

Acts refused(const FixRoute &route)
{
    if (route.atCohere() && route.hasProxy())
        return {Act::LeaveProxy, Act::TestDirect, Act::AskProxyOwner, Act::DoNotRetry, Act::TestAgain};
    if (route.atCohere())
        return {Act::TryOtherNetwork, Act::TellNetworkOwner, Act::DoNotRetry, Act::TestAgain};
    if (route.proxyDenied)
        return {Act::LeaveProxy, Act::AskProxyOwner, Act::DoNotRetry, Act::TestAgain};
    return {Act::AskGatewayOwner, Act::TestDirect, Act::DoNotRetry, Act::TestAgain};
}

Acts stripped(const FixRoute &route)
{
    if (route.atCohere() && !route.hasProxy())
        return {Act::TryOtherNetwork, Act::AskToPassHeader, Act::DoNotRetry, Act::TestAgain};
    return {Act::LeaveProxy, Act::TestDirect, Act::AskToPassHeader, Act::DoNotRetry, Act::TestAgain};
}

Acts untrusted(const FixRoute &route)
{
    if (probe::isAboutDates(route.certificate))
        return {Act::TellOfCertificate, Act::KeepCertificateChecks, Act::TestAgain};
    if (route.certificate == CertificateProblem::WrongHostName) {
        // Cohere's own name is right, so it may be a network's login page that answers.
        const Act first = route.atCohere() ? Act::SignInToNetwork : Act::CheckHostSpelling;
        return {first, Act::TellOfCertificate, Act::KeepCertificateChecks, Act::TestAgain};
    }
    return {Act::AskForAuthority, Act::GiveAuthority, Act::TrustAuthority, Act::KeepCertificateChecks, Act::TestAgain};
}

Acts nameUnknown(const FixRoute &route)
{
    if (route.proxyFailed)
        return {Act::CheckProxy, Act::LeaveProxy, Act::CheckConnection, Act::TestAgain};
    if (route.atCohere()) // the name is right
        return {Act::LookUpHost, Act::CheckConnection, Act::NameProxy, Act::TestAgain};
    return {Act::CheckHostSpelling, Act::LookUpHost, Act::CheckConnection, Act::TestAgain};
}

Acts unreached(const FixRoute &route)
{
    if (route.proxyFailed)
        return {Act::CheckProxy, Act::LeaveProxy, Act::CheckConnection, Act::TestAgain};
    if (route.hasProxy())
        return {Act::CheckConnection, Act::LeaveProxy, Act::AskProxyOwner, Act::TestAgain};
    if (route.base == FixRoute::Base::ThisComputer)
        return {Act::StartServer, Act::TestAgain};
    if (route.atCohere())
        return {Act::CheckConnection, Act::NameProxy, Act::TryOtherNetwork, Act::CheckFirewall, Act::TestAgain};
    return {Act::CheckHostSpelling, Act::CheckConnection, Act::NameProxy, Act::CheckFirewall, Act::TestAgain};
}

} // namespace

Acts routeActs(Cause cause, const FixRoute &route)
{
    switch (cause) {
    case Cause::BlockedAddress:
        return {Act::TryOtherNetwork, Act::TestAgain, Act::WriteToSupport};
    case Cause::WrongHeader:
        return {Act::UseHeader, Act::TryOtherHeader, Act::AskGatewayOwner, Act::DoNotRetry, Act::TestAgain};
    case Cause::GatewayRefused:
        return refused(route);
    case Cause::HeaderStripped:
        return stripped(route);
    case Cause::ProxyLogin:
        return {Act::SetProxyLogin, Act::AskNetworkOwner, Act::LeaveProxy, Act::TestAgain};
    case Cause::TlsUntrusted:
        return untrusted(route);
    case Cause::ClockWrong:
        return {Act::SetClock, Act::TestAgain};
    case Cause::NameNotFound:
        return nameUnknown(route);
    case Cause::Unreachable:
        return unreached(route);
    case Cause::CaptivePortal:
        return {Act::SignInToNetwork, Act::TestAgain};
    default:
        return {};
    }
}

} // namespace diagnosis
