// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What a key looks like. Cohere documents no shape; secret scanners agree on 40 letters and digits without a prefix
/// (August 2026). So a shape may make us surer of a finding, and never makes a key wrong.
namespace inspect {

inline constexpr std::size_t usualLength = 40;
inline constexpr std::size_t shortestKeyLike = 20;
inline constexpr std::size_t longestKeyLike = 4096;

/// 40 letters and digits.
[[nodiscard]] bool isUsualShape(std::u32string_view text);
[[nodiscard]] bool isKeyLikeCharacter(char32_t c);
/// At least 20 letters, digits, '-' and '_', and nothing else: it can hardly be anything but a key.
[[nodiscard]] bool isKeyLike(std::u32string_view text);
/// The name of a variable or field that would hold a key: CO_API_KEY, apiKey, token. At most 64 characters.
[[nodiscard]] bool isKeyName(std::u32string_view text);

} // namespace inspect
