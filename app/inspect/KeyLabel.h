// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace inspect {

/// The length of the words before a key, in any script, with their separator and blanks: "密钥：", "API key - ".
/// 0 where there are none. What follows them must look like a key.
[[nodiscard]] std::size_t labelLength(std::u32string_view text);

/// The length of a comment behind a key, with the blanks before it: " # production". 0 where there is none.
[[nodiscard]] std::size_t commentLength(std::u32string_view text);

} // namespace inspect
