// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/QuotedText.h"

#include "key/Secret.h"

#include <QLatin1String>
#include <QStringView>

#include <algorithm>
#include <optional>
#include <utility>

namespace errortext {

namespace {

using namespace Qt::Literals::StringLiterals;

/// No header is longer; its memory is reserved at once, so that no copy is left behind.
constexpr std::size_t longestValue = 8192;
/// Between the words and the quote there are at most so many signs: " b'", ": \"".
constexpr int nearness = 8;

struct Character {
    char32_t c = 0;
    bool escaped = false;
    qsizetype next = 0; ///< behind it
};

/// The number and the place behind it; a window may have broken the line within.
std::optional<std::pair<char32_t, qsizetype>> hexAt(QStringView text, qsizetype place, int digits)
{
    char32_t value = 0;
    for (int seen = 0; seen < digits; ++place) {
        if (place >= text.size())
            return std::nullopt;
        const char16_t c = text.at(place).unicode();
        if (c == u'\n')
            continue;
        const bool letter = (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (!letter && (c < u'0' || c > u'9'))
            return std::nullopt;
        value = value * 16 + (letter ? (c | 0x20U) - u'a' + 10U : c - u'0' + 0U);
        ++seen;
    }
    return std::pair(value, place);
}

Character escapedAt(QStringView text, qsizetype place)
{
    while (place < text.size() && (text.at(place) == u'\\' || text.at(place) == u'\n'))
        ++place;
    if (place >= text.size())
        return {U'\\', false, place};
    const char16_t kind = text.at(place).unicode();
    const int digits = kind == u'x' ? 2 : kind == u'u' ? 4 : kind == u'U' ? 8 : 0;
    if (digits > 0) {
        const auto value = hexAt(text, place + 1, digits);
        return value ? Character{value->first, true, value->second} : Character{kind, true, place + 1};
    }
    switch (kind) {
    case u'n':
        return {U'\n', true, place + 1};
    case u'r':
        return {U'\r', true, place + 1};
    case u't':
        return {U'\t', true, place + 1};
    case u'v':
        return {U'\v', true, place + 1};
    case u'f':
        return {U'\f', true, place + 1};
    case u'0':
        return {U'\0', true, place + 1};
    default:
        return {kind, true, place + 1};
    }
}

Character characterAt(QStringView text, qsizetype place)
{
    const QChar c = text.at(place);
    if (c == u'\\')
        return escapedAt(text, place);
    if (c == u'&') {
        const QStringView rest = text.sliced(place).left(8);
        for (const QLatin1String quote : {"&#39;"_L1, "&#x27;"_L1, "&apos;"_L1, "&#039;"_L1}) {
            if (rest.startsWith(quote, Qt::CaseInsensitive))
                return {U'\'', false, place + quote.size()};
        }
        for (const QLatin1String quote : {"&quot;"_L1, "&#34;"_L1, "&#x22;"_L1}) {
            if (rest.startsWith(quote, Qt::CaseInsensitive))
                return {U'"', false, place + quote.size()};
        }
    }
    if (c.isHighSurrogate() && place + 1 < text.size() && text.at(place + 1).isLowSurrogate())
        return {QChar::surrogateToUcs4(c, text.at(place + 1)), false, place + 2};
    return {c.unicode(), false, place + 1};
}

/// Straight quotes, and what phones and word processors make of them; 0 for what is none.
char quoteKind(char32_t c)
{
    if (c == U'\'' || c == U'\u2018' || c == U'\u2019' || c == U'`')
        return '\'';
    return c == U'"' || c == U'\u201c' || c == U'\u201d' || c == U'\u201e' ? '"' : '\0';
}

bool isCurly(char32_t c)
{
    return c > 0x7f && quoteKind(c) != '\0';
}

bool isLineEnd(char32_t c)
{
    return c == U'\n' || c == U'\r';
}

/// "value b'…'", "value: "…""
bool belongsBeforeQuote(char32_t c)
{
    return c == U' ' || c == U':' || c == U'b' || c == U'B' || c == U'\\' || c == U'(' || isLineEnd(c);
}

/// Python writes the bytes of UTF-8 one by one: "\xe2\x80\x99".
void joinBytes(std::u32string &characters)
{
    std::size_t to = 0;
    for (std::size_t from = 0; from < characters.size(); ++to) {
        const char32_t first = characters[from];
        const std::size_t more = first >= 0xf0 && first <= 0xf4 ? 3
            : first >= 0xe0 && first < 0xf0                     ? 2
            : first >= 0xc2 && first < 0xe0                     ? 1
                                                                : 0;
        char32_t joined = more == 0 ? first : first & (0x3fU >> more);
        bool whole = more > 0 && from + more < characters.size();
        for (std::size_t i = 1; whole && i <= more; ++i) {
            whole = characters[from + i] >= 0x80 && characters[from + i] < 0xc0;
            joined = joined << 6U | (characters[from + i] & 0x3fU);
        }
        characters[to] = whole ? joined : first;
        from += whole ? more + 1 : 1;
    }
    std::fill(characters.begin() + static_cast<std::ptrdiff_t>(to), characters.end(), U'\0');
    characters.resize(to);
}

void keep(QuotedText &quoted, const Character &character)
{
    if (isLineEnd(character.c) && !character.escaped)
        quoted.breaks.push_back({quoted.characters.size(), character.c});
    else
        quoted.characters.push_back(character.c);
}

} // namespace

QuotedText::~QuotedText()
{
    key::wipeMemory(characters.data(), characters.size() * sizeof(char32_t));
}

QuotedText quotedBehind(QStringView text, qsizetype place)
{
    QuotedText quoted;
    quoted.characters.reserve(longestValue);
    Character quote;
    for (int i = 0; i < nearness && place < text.size() && quoteKind(quote.c) == '\0'; ++i) {
        quote = characterAt(text, place);
        place = quote.next;
        // Anything else, as in the line of a program that makes the message, is no value.
        if (quoteKind(quote.c) == '\0' && !belongsBeforeQuote(quote.c))
            return quoted;
    }
    if (quoteKind(quote.c) == '\0')
        return quoted;
    quoted.begin = place;
    while (place < text.size() && quoted.characters.size() < longestValue) {
        const Character character = characterAt(text, place);
        // Who makes quotes curly does not always make pairs of them.
        const bool pair = quoteKind(character.c) == quoteKind(quote.c) || isCurly(character.c) || isCurly(quote.c);
        const bool ends = quoteKind(character.c) != '\0' && pair && (quote.escaped || !character.escaped);
        if (ends) {
            quoted.complete = true;
            quoted.end = place;
            break;
        }
        keep(quoted, character);
        place = character.next;
    }
    // Within single quotes Python writes every line end as \n: those in the text are a window's.
    if (quoteKind(quote.c) == '\'')
        quoted.breaks.clear();
    joinBytes(quoted.characters);
    return quoted;
}

QuotedText quotedUpTo(QStringView text, qsizetype begin, qsizetype end)
{
    QuotedText quoted;
    quoted.characters.reserve(longestValue);
    quoted.begin = begin;
    quoted.end = end;
    quoted.complete = true;
    for (qsizetype place = begin; place < end && quoted.characters.size() < longestValue;) {
        const Character character = characterAt(text, place);
        keep(quoted, character);
        place = character.next;
    }
    // What stands between the value and the words: a quote and a blank.
    while (!quoted.characters.empty() && quoted.characters.back() == U' ')
        quoted.characters.pop_back();
    if (!quoted.characters.empty() && quoteKind(quoted.characters.back()) != '\0')
        quoted.characters.pop_back();
    const std::size_t size = quoted.characters.size();
    std::erase_if(quoted.breaks, [size](const QuotedText::Break &one) { return one.before > size; });
    joinBytes(quoted.characters);
    return quoted;
}

char32_t namedCharacterBehind(QStringView text, qsizetype place)
{
    for (int i = 0; i < nearness && place < text.size(); ++i) {
        const Character character = characterAt(text, place);
        const bool sign = quoteKind(character.c) != '\0' || isLineEnd(character.c);
        if (!sign && (character.c > 0x7f || (character.escaped && character.c != U'u')))
            return character.c;
        // A curly quote that is named stands between straight ones.
        if (i > 0 && character.c > 0x7f && character.escaped)
            return character.c;
        if (character.c > 0x20 && !sign)
            return 0;
        place = character.next;
    }
    return 0;
}

} // namespace errortext
