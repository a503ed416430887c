// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Options.h"
#include "cli/Stop.h"

#include <tl/expected.hpp>

namespace cli {

/// Adds --project.
void addProjectOption(Options &options);

/// The folder that --project names; empty where it is not given. A folder that is not there is an error.
[[nodiscard]] tl::expected<QString, Stop> takeProject(const Options &options);

} // namespace cli
