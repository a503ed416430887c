// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/KeyLabel.h"

#include "inspect/Cursor.h"
#include "inspect/KeyShape.h"

#include <unicode/uchar.h>

namespace inspect {

namespace {

constexpr std::size_t longestLabel = 100;

bool isAsciiSeparator(char32_t c)
{
    return std::u32string_view(U":=-|>*#").find(c) != std::u32string_view::npos;
}

bool isForeignSeparator(char32_t c)
{
    return std::u32string_view(U"：＝–—→•·│").find(c) != std::u32string_view::npos;
}

bool isForeignLetter(char32_t c)
{
    return c >= 0x80 && u_isalpha(static_cast<UChar32>(c)) != 0;
}

std::u32string_view withoutBlanksAtEnd(std::u32string_view text)
{
    while (!text.empty() && isBlankOrBreak(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Another key before this one is no label of it.
bool holdsKeyLike(std::u32string_view text)
{
    std::size_t run = 0;
    for (const char32_t c : text) {
        run = isKeyLikeCharacter(c) ? run + 1 : 0;
        if (run >= shortestKeyLike)
            return true;
    }
    return false;
}

/// Words, not the first half of a key that has a colon in it.
bool isWords(std::u32string_view text)
{
    return isKeyName(text) || std::any_of(text.begin(), text.end(), isBlankOrBreak)
        || std::any_of(text.begin(), text.end(), isForeignLetter);
}

bool hasWord(std::u32string_view text)
{
    Cursor cursor(text);
    while (!cursor.atEnd()) {
        const auto isLetter = [](char32_t c) { return ascii::isLetter(c) || isForeignLetter(c); };
        if (cursor.read(isLetter).size() > 1)
            return true;
        cursor.skipIf([&isLetter](char32_t c) { return !isLetter(c); });
    }
    return false;
}

/// `head` stands before `key`: is it a label?
bool isLabel(std::u32string_view head, std::u32string_view key)
{
    if (head.empty() || head.size() > longestLabel || holdsKeyLike(head))
        return false;
    const std::u32string_view words = withoutBlanksAtEnd(head);
    const bool blankBefore = words.size() < head.size();
    if (words.empty())
        return false;
    const char32_t last = words.back();
    if (blankBefore && (isAsciiSeparator(last) || isForeignSeparator(last)))
        return true; // "key - KEY", "• KEY"
    if (blankBefore)
        return isUsualShape(key) && hasWord(words); // "my key KEY"
    const std::u32string_view name = withoutBlanksAtEnd(words.substr(0, words.size() - 1));
    if (last == U'：' || last == U'＝')
        return isWords(name) || isUsualShape(key);
    return (last == U':' || last == U'=') && isWords(name);
}

} // namespace

std::size_t labelLength(std::u32string_view text)
{
    if (text.size() > longestKeyLike + longestLabel)
        return 0;
    std::size_t start = text.size();
    while (start > 0 && isKeyLikeCharacter(text[start - 1]))
        --start;
    const std::u32string_view key = text.substr(start);
    return isKeyLike(key) && isLabel(text.substr(0, start), key) ? start : 0;
}

std::size_t commentLength(std::u32string_view text)
{
    Cursor cursor(text);
    const std::u32string_view key = cursor.read(isKeyLikeCharacter, longestKeyLike);
    const bool begins = isKeyLike(key) && cursor.skipBlanks() && (cursor.skip(U'#') || cursor.skipText(U"//"));
    return begins ? text.size() - key.size() : 0;
}

} // namespace inspect
