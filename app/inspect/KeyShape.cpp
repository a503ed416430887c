// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/KeyShape.h"

#include "inspect/Ascii.h"

#include <array>

namespace inspect {

namespace {

bool isNameCharacter(char32_t c)
{
    return ascii::isAlphanumeric(c) || c == U'_' || c == U'-' || c == U'.';
}

/// MY_VARIABLE
bool isShouted(std::u32string_view text)
{
    return text.find(U'_') != std::u32string_view::npos && std::all_of(text.begin(), text.end(), [](char32_t c) {
        return ascii::isUpper(c) || ascii::isDigit(c) || c == U'_';
    });
}

} // namespace

bool isUsualShape(std::u32string_view text)
{
    return text.size() == usualLength && std::all_of(text.begin(), text.end(), ascii::isAlphanumeric);
}

bool isKeyLikeCharacter(char32_t c)
{
    return ascii::isAlphanumeric(c) || c == U'-' || c == U'_';
}

bool isKeyLike(std::u32string_view text)
{
    return text.size() >= shortestKeyLike && text.size() <= longestKeyLike
        && std::all_of(text.begin(), text.end(), isKeyLikeCharacter);
}

bool isKeyName(std::u32string_view text)
{
    constexpr std::size_t longest = 64;
    constexpr std::array<std::u32string_view, 8> ends = {
        U"key", U"token", U"secret", U"auth", U"authorization", U"password", U"credential", U"credentials"};
    if (text.empty() || text.size() > longest || isUsualShape(text))
        return false;
    if (!(ascii::isLetter(text.front()) || text.front() == U'_')
        || !std::all_of(text.begin(), text.end(), isNameCharacter))
        return false;
    return isShouted(text) || std::any_of(ends.begin(), ends.end(), [text](std::u32string_view end) {
        return ascii::endsWithIgnoringCase(text, end);
    });
}

} // namespace inspect
