// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Options.h"
#include "cli/Stop.h"
#include "diagnosis/FixPlan.h"

#include <tl/expected.hpp>

#include <optional>

namespace cli {

/// Adds --system.
void addSystemOption(Options &options);

/// The platform that --system names; nothing where it is not given. An unknown id is wrong usage.
[[nodiscard]] tl::expected<std::optional<diagnosis::Platform>, Stop> takeSystem(const Options &options);

/// The context for the platform that was asked for, if one was.
[[nodiscard]] diagnosis::FixContext forSystem(
    diagnosis::FixContext context, const std::optional<diagnosis::Platform> &platform);

} // namespace cli
