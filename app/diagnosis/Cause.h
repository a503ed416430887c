// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace diagnosis {

/// What may be wrong. Each has one id, one title and explanation (words), one fix plan, one row in the tests.
enum class Cause : std::uint8_t {
    KeyMissing,
    WrongVariable,
    ConflictingKeys,
    HiddenCharacters,
    LookalikeCharacters,
    WrappedKey,
    PlaceholderKey,
    OtherServiceKey,
    KeyRejected,
    KeyExpired,
    StaleEnvironment,
    EnvFileNotLoaded,
    EnvFileSyntax,
    ContainerEnvironment,
    NoRerankAccess,
    Billing,
    QuotaUsedUp,
    RateLimited,
    ServiceTrouble,
    BlockedAddress,
    WrongEndpoint,
    WrongHeader,
    GatewayRefused,
    HeaderStripped,
    ProxyLogin,
    TlsUntrusted,
    ClockWrong,
    NameNotFound,
    Unreachable,
    CaptivePortal,
    ModelUnavailable,
    RequestMalformed,
    ContentBlocked,
    OtherServiceError,
};

inline constexpr int causeCount = static_cast<int>(Cause::OtherServiceError) + 1;

/// How sure it is. Confirmed only by evidence that excludes the others.
enum class Status : std::uint8_t { Confirmed, Likely, Possible, RuledOut };

enum class Verdict : std::uint8_t { Works, FixKey, FixAccess, FixRoute, FixRequest, Wait, Unknown };

/// The verdict that a cause leads to.
[[nodiscard]] Verdict verdictOf(Cause cause);

/// All causes, for tests and tables.
[[nodiscard]] std::array<Cause, causeCount> allCauses();

} // namespace diagnosis
