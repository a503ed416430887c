// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/CharacterClasses.h"

#include "inspect/KeyText.h"
#include "key/Wiped.h"

#include <algorithm>
#include <optional>

namespace inspect {

namespace {

bool isBlank(char32_t c)
{
    return c == U' ' || c == U'\t';
}

bool isLineBreak(char32_t c)
{
    return c == U'\n' || c == U'\r';
}

bool isAtTheEnds(char32_t c)
{
    return isBlank(c) || isLineBreak(c);
}

/// The class of a character that is neither a blank nor a line break; none for one that any header may hold.
std::optional<CharacterClass> classOf(char32_t c)
{
    if (c == 0)
        return CharacterClass::Nul;
    if (c == U'\v' || c == U'\f')
        return CharacterClass::VerticalSpace;
    if (c < 0x20 || c == 0x7f)
        return CharacterClass::Control;
    if (c < 0x80)
        return std::nullopt;
    if (isInvalidByte(c))
        return CharacterClass::InvalidUtf8;
    return c <= 0xff ? CharacterClass::Latin1 : CharacterClass::AboveLatin1;
}

void addBlanks(CharacterClasses &classes, std::u32string_view part, CharacterClass blank, CharacterClass lineBreak)
{
    if (std::any_of(part.begin(), part.end(), isBlank))
        classes.add(blank);
    if (std::any_of(part.begin(), part.end(), isLineBreak))
        classes.add(lineBreak);
}

} // namespace

CharacterClasses characterClasses(QByteArrayView bytes)
{
    const key::Wiped<std::u32string> decoded(decodeUtf8(bytes));
    const std::u32string_view text = decoded.value;
    const auto begin = std::find_if_not(text.begin(), text.end(), isAtTheEnds);
    const auto first = static_cast<std::size_t>(begin - text.begin());
    const auto end = std::find_if_not(text.rbegin(), text.rend(), isAtTheEnds).base();
    const std::size_t last = std::max(first, static_cast<std::size_t>(end - text.begin()));

    CharacterClasses classes;
    addBlanks(classes, text.substr(0, first), CharacterClass::LeadingBlank, CharacterClass::LeadingLineBreak);
    addBlanks(classes, text.substr(first, last - first), CharacterClass::InnerBlank, CharacterClass::InnerLineBreak);
    addBlanks(classes, text.substr(last), CharacterClass::TrailingBlank, CharacterClass::TrailingLineBreak);
    for (const char32_t c : text) {
        const auto one = isAtTheEnds(c) ? std::nullopt : classOf(c);
        if (one)
            classes.add(*one);
    }
    return classes;
}

} // namespace inspect
