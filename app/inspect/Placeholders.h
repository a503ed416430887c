// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"

#include <optional>
#include <string_view>

namespace inspect {

/// Whether a text stands where a key should be: an example's words, a name that nothing replaced, a masked or
/// shortened value. A text that merely holds such a word among others is none, since a key may spell anything.
[[nodiscard]] std::optional<Detail> placeholder(std::u32string_view text);

} // namespace inspect
