// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Evidence.h"
#include "diagnosis/FixPlan.h"

namespace report {

/// What a command is written for.
struct CurlContext {
    diagnosis::Shell shell = diagnosis::Shell::Bash;
    QString variable = QStringLiteral("CO_API_KEY"); ///< holds the key when the command runs
    probe::ProxyChoice proxy; ///< its login is left out
    QString authorityFile; ///< further certificate authorities; empty: none
};

/// The context of a request: shell and variable of the fixes' commands, proxy and authority of the target.
[[nodiscard]] CurlContext curlContext(
    const diagnosis::FixContext &fixes, const probe::Target &target, probe::Variant variant);

/// The rerank call of a check that is worth making again: the one that passed, else the first one. Those with another
/// key than the one checked do not count, nor those without any. nullptr where none was made.
[[nodiscard]] const diagnosis::ProbeResult *callToRepeat(const diagnosis::Evidence &evidence);

/// A command that makes the same call in a shell, with the key from a variable. The key becomes no argument of any
/// program, since those can be read by every other: curl (7.55 or later) reads its header from standard input.
[[nodiscard]] QString curlCommand(const probe::Exchange &exchange, const CurlContext &context);

} // namespace report
