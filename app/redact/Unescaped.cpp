// SPDX-License-Identifier: GPL-3.0-or-later
#include "redact/Unescaped.h"

#include "inspect/Unprintable.h"

#include <algorithm>

namespace redact {

namespace {

/// What stands at one place of a text: a character, written in `length` characters. 0: nothing special.
struct Escape {
    qsizetype length = 0;
    QChar character;
};

/// The number that `text` begins with, in `most` digits at most; its length is 0 where there is none.
struct Number {
    qsizetype length = 0;
    uint value = 0;
};

Number numberAt(QStringView text, int base, qsizetype most)
{
    constexpr int decimal = 10;
    const auto isDigit = [base](QChar c) {
        const char16_t unit = c.toLower().unicode();
        return (unit >= u'0' && unit <= u'9') || (base > decimal && unit >= u'a' && unit <= u'f');
    };
    const QStringView start = text.left(most);
    const auto length = std::find_if_not(start.begin(), start.end(), isDigit) - start.begin();
    return {length, start.left(length).toUInt(nullptr, base)};
}

/// "%41", which may be one byte of several.
Escape percentAt(QStringView text)
{
    constexpr qsizetype digits = 2;
    const Number number = numberAt(text.sliced(1), 16, digits);
    return number.length == digits ? Escape{digits + 1, QChar(number.value)} : Escape{};
}

/// "\u0041", "\\u0041"
Escape jsonAt(QStringView text)
{
    constexpr qsizetype mostBackslashes = 16; // so that a long row of them costs no more
    constexpr qsizetype digits = 4;
    const QStringView start = text.left(mostBackslashes);
    const auto u = std::find_if_not(start.begin(), start.end(), [](QChar c) { return c == u'\\'; }) - start.begin();
    if (u == start.size() || start.at(u) != u'u')
        return {};
    const Number number = numberAt(text.sliced(u + 1), 16, digits);
    return number.length == digits ? Escape{u + 1 + digits, QChar(number.value)} : Escape{};
}

/// "&#65;", "&#x41;"
Escape htmlAt(QStringView text)
{
    constexpr qsizetype mostDigits = 7;
    constexpr uint lastUnit = 0xffff;
    if (text.size() < 2 || text.at(1) != u'#')
        return {};
    const bool hexadecimal = text.size() > 2 && text.at(2).toLower() == u'x';
    const qsizetype start = hexadecimal ? 3 : 2;
    const Number number = numberAt(text.sliced(start), hexadecimal ? 16 : 10, mostDigits);
    const qsizetype end = start + number.length;
    const bool complete = number.length > 0 && end < text.size() && text.at(end) == u';';
    return complete && number.value <= lastUnit ? Escape{end + 1, QChar(number.value)} : Escape{};
}

Escape escapeAt(QStringView text)
{
    switch (text.front().unicode()) {
    case u'%':
        return percentAt(text);
    case u'\\':
        return jsonAt(text);
    case u'&':
        return htmlAt(text);
    default:
        return {};
    }
}

} // namespace

Unescaped unescaped(QStringView text)
{
    Unescaped result;
    result.text.reserve(text.size());
    result.places.reserve(static_cast<std::size_t>(text.size()));
    for (qsizetype i = 0; i < text.size();) {
        const Escape escape = escapeAt(text.sliced(i));
        const QChar character = escape.length > 0 ? escape.character : text.at(i);
        const qsizetype end = i + std::max<qsizetype>(escape.length, 1);
        const bool shown = !inspect::isUnprintable(character);
        if (shown) {
            result.text += character;
            result.places.push_back({i, end});
        }
        result.differs = result.differs || escape.length > 0 || !shown;
        i = end;
    }
    return result;
}

} // namespace redact
