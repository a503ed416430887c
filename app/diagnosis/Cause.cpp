// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Cause.h"

namespace diagnosis {

Verdict verdictOf(Cause cause)
{
    switch (cause) {
    case Cause::KeyMissing:
    case Cause::WrongVariable:
    case Cause::ConflictingKeys:
    case Cause::HiddenCharacters:
    case Cause::LookalikeCharacters:
    case Cause::WrappedKey:
    case Cause::PlaceholderKey:
    case Cause::OtherServiceKey:
    case Cause::KeyRejected:
    case Cause::KeyExpired:
    case Cause::StaleEnvironment:
    case Cause::EnvFileNotLoaded:
    case Cause::EnvFileSyntax:
    case Cause::ContainerEnvironment:
        return Verdict::FixKey;
    case Cause::NoRerankAccess:
    case Cause::Billing:
    case Cause::QuotaUsedUp:
        return Verdict::FixAccess;
    case Cause::RateLimited:
    case Cause::ServiceTrouble:
        return Verdict::Wait;
    case Cause::BlockedAddress:
    case Cause::WrongEndpoint:
    case Cause::WrongHeader:
    case Cause::GatewayRefused:
    case Cause::HeaderStripped:
    case Cause::ProxyLogin:
    case Cause::TlsUntrusted:
    case Cause::ClockWrong:
    case Cause::NameNotFound:
    case Cause::Unreachable:
    case Cause::CaptivePortal:
        return Verdict::FixRoute;
    case Cause::ModelUnavailable:
    case Cause::RequestMalformed:
    case Cause::ContentBlocked:
        return Verdict::FixRequest;
    case Cause::OtherServiceError:
        break;
    }
    return Verdict::Unknown;
}

std::array<Cause, causeCount> allCauses()
{
    std::array<Cause, causeCount> causes{};
    for (int i = 0; i < causeCount; ++i)
        causes[static_cast<std::size_t>(i)] = static_cast<Cause>(i);
    return causes;
}

} // namespace diagnosis
