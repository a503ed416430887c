// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/PlaceSearch.h"
#include "diagnosis/Evidence.h"

namespace check {

/// Whether where the key comes from is worth a look: it is missing, or it was refused, and not by something in front, or
/// the user's own program prints an error.
[[nodiscard]] bool isPlaceInDoubt(const diagnosis::Evidence &evidence);

/// The key of another place that disagrees with the one that was refused, and that could show which of the two is the
/// right one; nullptr where there is none. Only keys that belong together: the tested one was taken from this computer,
/// not pasted, and the address is Cohere's own or this computer's, so that nobody gets a key that was not meant for
/// him.
[[nodiscard]] const sources::FoundKey *otherKeyWorthATry(
    const diagnosis::Evidence &evidence, const std::vector<sources::FoundKey> &keys, bool baseIsHere);

} // namespace check
