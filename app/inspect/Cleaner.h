// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"
#include "key/Secret.h"

#include <vector>

namespace inspect {

struct Cleaning {
    key::Secret secret; ///< what is left
    bool changed = false;
    /// What was taken away or decoded: the findings with Action::Remove or Action::Decode, at most maximumShown.
    std::vector<Finding> removed;
};

/// Removes what may be removed: hidden characters, wrappers, and encodings that hold exactly a key.
/// A look-alike is never replaced, since tables guess wrong; such a key stays unfit for a header.
/// Cleaning a cleaned key changes nothing.
[[nodiscard]] Cleaning clean(const key::Secret &secret);

} // namespace inspect
