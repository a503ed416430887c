// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"
#include "key/Wiped.h"

#include <string>
#include <string_view>

/// Ways in which a key is written otherwise than as itself.
namespace inspect {

/// Longer texts hold no key, and are not tried.
inline constexpr std::size_t longestEncoded = 16384;

/// The bytes that the whole of a text stands for; empty where it is not encoded in this way. Whether they are a key
/// is for the caller to see.
[[nodiscard]] key::Wiped<std::string> percentDecoded(std::u32string_view text);
[[nodiscard]] key::Wiped<std::string> base64Decoded(std::u32string_view text);
[[nodiscard]] key::Wiped<std::string> hexDecoded(std::u32string_view text);

/// The length of an escape at the beginning of a text that stands for a hidden character: "\n", "\x0a", "\u200b".
[[nodiscard]] std::size_t literalEscapeAt(std::u32string_view text);

/// The length of the key that a text holds twice or more, and nothing else; 0 for any other text.
[[nodiscard]] std::size_t repeatedUnit(std::u32string_view text);

} // namespace inspect
