// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

/// Letters and digits of ASCII in a text of code points: never those of other scripts, whatever the locale.
namespace inspect::ascii {

[[nodiscard]] constexpr bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}
[[nodiscard]] constexpr bool isUpper(char32_t c)
{
    return c >= U'A' && c <= U'Z';
}
[[nodiscard]] constexpr bool isLetter(char32_t c)
{
    return isUpper(c) || (c >= U'a' && c <= U'z');
}
[[nodiscard]] constexpr bool isAlphanumeric(char32_t c)
{
    return isLetter(c) || isDigit(c);
}
[[nodiscard]] constexpr bool isHexDigit(char32_t c)
{
    return isDigit(c) || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F');
}
/// The value of a hexadecimal digit; what is given must be one.
[[nodiscard]] constexpr unsigned hexValue(char32_t c)
{
    return isDigit(c) ? c - U'0' : (c | 0x20U) - U'a' + 10;
}
[[nodiscard]] constexpr char32_t toLower(char32_t c)
{
    return isUpper(c) ? c + 0x20 : c;
}
/// `lower` is in lower case.
[[nodiscard]] constexpr bool equalsIgnoringCase(std::u32string_view text, std::u32string_view lower)
{
    return std::equal(
        text.begin(), text.end(), lower.begin(), lower.end(), [](char32_t a, char32_t b) { return toLower(a) == b; });
}
[[nodiscard]] constexpr bool startsWithIgnoringCase(std::u32string_view text, std::u32string_view lower)
{
    return text.size() >= lower.size() && equalsIgnoringCase(text.substr(0, lower.size()), lower);
}
[[nodiscard]] constexpr bool endsWithIgnoringCase(std::u32string_view text, std::u32string_view lower)
{
    return text.size() >= lower.size() && equalsIgnoringCase(text.substr(text.size() - lower.size()), lower);
}

} // namespace inspect::ascii
