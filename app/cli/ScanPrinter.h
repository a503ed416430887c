// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"
#include "diagnosis/FixPlan.h"

namespace cli {

/// A scan for a person to read: the places, what disagrees, the causes with their fixes, and what was not read.
void printScan(const check::CheckResult &result, const check::SearchResult &found, const sources::Client *client,
    const diagnosis::FixContext &context);

} // namespace cli
