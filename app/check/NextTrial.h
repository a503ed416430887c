// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Evidence.h"

#include <optional>

namespace check {

/// What one check may ask at the most; a trial key has ten calls a minute at Cohere.
inline constexpr int mostRequests = 8;
inline constexpr int mostRequestsToCohere = 3;

/// The one changed thing that is worth a try next, by what was answered so far; last, where a change made the
/// difference at an address that is not Cohere's, the first call once more. Nothing where the answers suffice or the
/// check has asked enough. Pure. Ask again after each answer.
[[nodiscard]] std::optional<probe::Variant> nextTrial(const diagnosis::Evidence &evidence, const probe::Target &target);

/// True where one more request may be made.
[[nodiscard]] bool mayAskAgain(const diagnosis::Evidence &evidence);

} // namespace check
