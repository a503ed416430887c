// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sources::configs {

/// Whether a text in a program, at a place where a key may stand, is a key or stands in for one: letters and digits in
/// a row, however dirty, or an evident placeholder. Not a name of a variable, an address, a sentence or a template.
[[nodiscard]] bool couldBeKey(std::string_view text);

} // namespace sources::configs
