// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/KeySource.h"
#include "cli/Options.h"
#include "probe/Target.h"

#include <chrono>

namespace cli {

/// Where a command tests. `target` holds a failure where the base URL cannot be used: that is a cause to name, no
/// wrong usage.
struct TargetChoice {
    tl::expected<probe::Target, probe::TargetFailure> target;
    std::chrono::milliseconds timeout{};
    bool practice = false; ///< the base URL is still to come from the practice endpoint
};

/// Adds the options of TARGET: --url, --model, --header, --proxy, --ca, --timeout, --practice.
void addTargetOptions(Options &options);

[[nodiscard]] tl::expected<TargetChoice, Stop> takeTarget(
    const Options &options, const sources::Environment &environment);

} // namespace cli
