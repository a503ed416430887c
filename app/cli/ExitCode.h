// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Cause.h"

namespace cli {

/// What the command ends with. Part of the contract: scripts rely on the numbers.
namespace exitcode {
inline constexpr int works = 0;
inline constexpr int clean = 0;
inline constexpr int fixKeyOrAccess = 1;
inline constexpr int hasFindings = 1;
inline constexpr int other = 3; ///< the route, the request, waiting, or not enough to go on
inline constexpr int usage = 2;
inline constexpr int keychain = 4;
inline constexpr int inputFile = 5;
inline constexpr int programNotRunnable = 126; ///< of `run`, as shells do
inline constexpr int programNotFound = 127;
inline constexpr int interrupted = 130;
} // namespace exitcode

[[nodiscard]] constexpr int exitCodeOf(diagnosis::Verdict verdict)
{
    switch (verdict) {
    case diagnosis::Verdict::Works:
        return exitcode::works;
    case diagnosis::Verdict::FixKey:
    case diagnosis::Verdict::FixAccess:
        return exitcode::fixKeyOrAccess;
    default:
        return exitcode::other;
    }
}

} // namespace cli
