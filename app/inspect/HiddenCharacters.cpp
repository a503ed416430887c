// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/HiddenCharacters.h"

#include "inspect/CharacterName.h"
#include "inspect/KeyText.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace inspect {

namespace {

struct Range {
    char32_t first;
    char32_t last;
    Detail detail;
};

/// In the order of the code points, none overlapping.
constexpr std::array ranges = {
    Range{0x0000, 0x0008, Detail::ControlCharacter},
    Range{0x0009, 0x0009, Detail::Blank},
    Range{0x000a, 0x000d, Detail::LineBreak}, // LF, VT, FF, CR
    Range{0x000e, 0x001f, Detail::ControlCharacter},
    Range{0x0020, 0x0020, Detail::Blank},
    Range{0x007f, 0x0084, Detail::ControlCharacter},
    Range{0x0085, 0x0085, Detail::LineBreak}, // NEL
    Range{0x0086, 0x009f, Detail::ControlCharacter},
    Range{0x00a0, 0x00a0, Detail::Blank},
    Range{0x00ad, 0x00ad, Detail::ZeroWidth}, // soft hyphen: shown at the end of a line alone
    Range{0x034f, 0x034f, Detail::ZeroWidth},
    Range{0x061c, 0x061c, Detail::ZeroWidth},
    Range{0x115f, 0x1160, Detail::BlankLetter},
    Range{0x1680, 0x1680, Detail::Blank},
    Range{0x180b, 0x180d, Detail::VariationSelector},
    Range{0x180e, 0x180e, Detail::ZeroWidth},
    Range{0x180f, 0x180f, Detail::VariationSelector},
    Range{0x2000, 0x200a, Detail::Blank},
    Range{0x200b, 0x200d, Detail::ZeroWidth},
    Range{0x200e, 0x200f, Detail::DirectionMark},
    Range{0x2028, 0x2029, Detail::LineBreak},
    Range{0x202a, 0x202e, Detail::DirectionMark},
    Range{0x202f, 0x202f, Detail::Blank},
    Range{0x205f, 0x205f, Detail::Blank},
    Range{0x2060, 0x2064, Detail::ZeroWidth},
    Range{0x2066, 0x2069, Detail::DirectionMark},
    Range{0x206a, 0x206f, Detail::ZeroWidth},
    Range{0x2800, 0x2800, Detail::BlankLetter}, // a braille cell without dots
    Range{0x3000, 0x3000, Detail::Blank},
    Range{0x3164, 0x3164, Detail::BlankLetter},
    Range{0xdc80, 0xdcff, Detail::InvalidUtf8}, // see KeyText
    Range{0xfe00, 0xfe0f, Detail::VariationSelector},
    Range{0xfeff, 0xfeff, Detail::ZeroWidth}, // byte order mark
    Range{0xffa0, 0xffa0, Detail::BlankLetter},
    Range{0xe0000, 0xe007f, Detail::TagCharacters},
    Range{0xe0100, 0xe01ef, Detail::VariationSelector},
};

constexpr char32_t escape = 0x1b;
constexpr char32_t controlSequenceIntroducer = 0x9b;

/// The length of the run of tags, and what they spell, at most so many characters of it.
HiddenRun tagRunAt(std::u32string_view text)
{
    constexpr qsizetype longestShown = 80;
    HiddenRun run{Detail::TagCharacters, 0, {}};
    for (; run.length < text.size() && hiddenClass(text[run.length]) == Detail::TagCharacters; ++run.length) {
        const char32_t letter = text[run.length] - 0xe0000;
        if (letter >= 0x20 && letter <= 0x7e && run.text.size() < longestShown)
            run.text.append(QChar(static_cast<char16_t>(letter)));
    }
    return run;
}

/// The byte of Windows-1252 (and so of Latin-1) that shows as this character; 0 for none.
unsigned windowsByte(char32_t c)
{
    constexpr std::array<char32_t, 32> upper = {0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,
        0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
        0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178};
    if (c >= 0x80 && c <= 0xff)
        return c;
    const auto *const found = std::find(upper.begin(), upper.end(), c);
    return found == upper.end() ? 0 : 0x80U + static_cast<unsigned>(found - upper.begin());
}

} // namespace

std::optional<Detail> hiddenClass(char32_t codePoint)
{
    if (codePoint > 0x20 && codePoint < 0x7f)
        return std::nullopt;
    const auto *const found = std::lower_bound(
        ranges.begin(), ranges.end(), codePoint, [](const Range &range, char32_t c) { return range.last < c; });
    if (found != ranges.end() && codePoint >= found->first)
        return found->detail;
    const auto character = static_cast<UChar32>(codePoint);
    if (u_charType(character) == U_FORMAT_CHAR
        || u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0)
        return Detail::ZeroWidth;
    return std::nullopt;
}

bool isBlankOrBreak(char32_t codePoint)
{
    if (codePoint > 0x20 && codePoint < 0x7f)
        return false;
    const std::optional<Detail> detail = hiddenClass(codePoint);
    return detail == Detail::Blank || detail == Detail::LineBreak;
}

std::size_t escapeSequenceAt(std::u32string_view text)
{
    // ECMA-48: ESC [ (or its one-character form), parameters, intermediates, one final character.
    constexpr std::size_t longest = 32;
    text = text.substr(0, longest);
    std::size_t i = 0;
    if (text.starts_with(controlSequenceIntroducer)) {
        i = 1;
    } else if (text.size() > 2 && text[0] == escape && text[1] == U'[') {
        i = 2;
    } else {
        // ESC ( B, the choice of a character set: `tput sgr0` prints it
        const bool chosen = text.size() > 2 && text[0] == escape && (text[1] == U'(' || text[1] == U')')
            && (text[2] == U'B' || text[2] == U'0');
        return chosen ? 3 : 0;
    }
    while (i < text.size() && text[i] >= 0x30 && text[i] <= 0x3f)
        ++i;
    while (i < text.size() && text[i] >= 0x20 && text[i] <= 0x2f)
        ++i;
    return i < text.size() && text[i] >= 0x40 && text[i] <= 0x7e ? i + 1 : 0;
}

Misread misreadAt(std::u32string_view text)
{
    if (text.size() < 2 || text[0] < 0xc2 || text[0] > 0xf4)
        return {};
    if (text[0] == 0xc2 && text[1] == U' ') // U+00A0, whose second half became a blank on the way
        return {2, 0xa0};
    if ((windowsByte(text[1]) & 0xc0U) != 0x80)
        return {};
    const std::size_t length = text[0] < 0xe0 ? 2 : text[0] < 0xf0 ? 3 : 4;
    std::string bytes(1, static_cast<char>(text[0]));
    for (std::size_t i = 1; i < length && i < text.size(); ++i)
        bytes.push_back(static_cast<char>(windowsByte(text[i])));
    const KeyText decoded = decode(QByteArrayView(bytes));
    if (decoded.codePoints.size() == 1 && !isInvalidByte(decoded.codePoints[0]))
        return {length, decoded.codePoints[0]};
    if (text[0] == 0xe2 && text[1] == 0x20ac) // a closing quote, whose last third is no character and was lost
        return {2, 0x201d};
    return {};
}

HiddenRun hiddenRunAt(std::u32string_view text)
{
    const char32_t first = text.front();
    if (first > 0x20 && first < 0x7f)
        return {};
    if (const std::size_t length = escapeSequenceAt(text); length > 0)
        return {Detail::TerminalResidue, length, {}};
    if (const Misread misread = misreadAt(text); misread.length > 0 && hiddenClass(misread.codePoint))
        return {Detail::MisreadCharacters, misread.length, codePointText(misread.codePoint)};
    const std::optional<Detail> detail = hiddenClass(first);
    if (detail == Detail::TagCharacters)
        return tagRunAt(text);
    if (!detail || detail == Detail::Blank || detail == Detail::LineBreak)
        return {};
    return {*detail, 1, {}};
}

} // namespace inspect
