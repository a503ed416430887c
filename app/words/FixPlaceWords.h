// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"

#include <QString>

namespace words {

/// The part of FixWords::sentence that depends on where the user's program runs: variables, files, containers,
/// services. Empty for the other acts.
[[nodiscard]] QString fixPlaceSentence(const diagnosis::FixStep &step, const diagnosis::FixContext &context);

} // namespace words
