// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/Encodings.h"

#include "inspect/Ascii.h"
#include "inspect/HiddenCharacters.h"
#include "inspect/KeyShape.h"

#include <optional>

namespace inspect {

namespace {

using View = std::u32string_view;
using Bytes = key::Wiped<std::string>;

bool isHexPair(View text)
{
    return text.size() >= 2 && ascii::isHexDigit(text[0]) && ascii::isHexDigit(text[1]);
}

char byteOf(View pair)
{
    return static_cast<char>(ascii::hexValue(pair[0]) << 4U | ascii::hexValue(pair[1]));
}

/// The value of a digit of base64, in both of its alphabets.
std::optional<unsigned> base64Value(char32_t c)
{
    if (ascii::isUpper(c))
        return c - U'A';
    if (ascii::isLetter(c))
        return c - U'a' + 26;
    if (ascii::isDigit(c))
        return c - U'0' + 52;
    if (c == U'+' || c == U'-')
        return 62;
    if (c == U'/' || c == U'_')
        return 63;
    return std::nullopt;
}

View withoutPadding(View text)
{
    const std::size_t end = text.find(U'=');
    const View padding = end == View::npos ? View() : text.substr(end);
    return padding.empty() || ((padding == U"=" || padding == U"==") && text.size() % 4 == 0) ? text.substr(0, end)
                                                                                              : View();
}

/// The code point that `digits` hexadecimal digits after a backslash and a letter stand for.
std::optional<char32_t> escapedNumber(View text, std::size_t digits)
{
    char32_t value = 0;
    const View number = text.substr(2, digits);
    if (number.size() < digits || !std::all_of(number.begin(), number.end(), ascii::isHexDigit))
        return std::nullopt;
    for (const char32_t c : number)
        value = value * 16 + ascii::hexValue(c);
    return value;
}

} // namespace

Bytes percentDecoded(View text)
{
    Bytes bytes;
    if (text.size() > longestEncoded || text.find(U'%') == View::npos)
        return bytes;
    bytes.value.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool pair = text[i] == U'%' && isHexPair(text.substr(i + 1));
        if (text[i] > 0x7e || (text[i] == U'%' && !pair))
            return Bytes();
        bytes.value.push_back(pair ? byteOf(text.substr(i + 1)) : static_cast<char>(text[i]));
        i += pair ? 2 : 0;
    }
    return bytes;
}

Bytes base64Decoded(View text)
{
    Bytes bytes;
    const View digits = text.size() > longestEncoded ? View() : withoutPadding(text);
    if (digits.size() % 4 == 1)
        return bytes;
    bytes.value.reserve(digits.size());
    unsigned bits = 0;
    unsigned count = 0;
    for (const char32_t c : digits) {
        const std::optional<unsigned> value = base64Value(c);
        if (!value)
            return Bytes();
        bits = (bits << 6U | *value) & 0xffffU;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.value.push_back(static_cast<char>(bits >> count & 0xffU));
        }
    }
    return bytes;
}

Bytes hexDecoded(View text)
{
    Bytes bytes;
    if (text.starts_with(U"0x"))
        text.remove_prefix(2);
    if (text.size() > longestEncoded || text.size() % 2 != 0)
        return bytes;
    bytes.value.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        if (!isHexPair(text.substr(i)))
            return Bytes();
        bytes.value.push_back(byteOf(text.substr(i)));
    }
    return bytes;
}

std::size_t literalEscapeAt(View text)
{
    if (text.size() < 2 || text[0] != U'\\')
        return 0;
    constexpr View letters = U"nrt0bfv";
    const std::size_t digits = text[1] == U'x' ? 2 : text[1] == U'u' ? 4 : 0;
    if (digits == 0)
        return letters.find(text[1]) != View::npos ? 2 : 0;
    const std::optional<char32_t> codePoint = escapedNumber(text, digits);
    return codePoint && hiddenClass(*codePoint) ? digits + 2 : 0;
}

std::size_t repeatedUnit(View text)
{
    if (text.size() > longestEncoded || text.size() <= usualLength
        || !std::all_of(text.begin(), text.end(), isKeyLikeCharacter))
        return 0;
    const auto repeats = [text](std::size_t unit) {
        return text.size() >= 2 * unit && text.size() % unit == 0
            && text.substr(unit) == text.substr(0, text.size() - unit);
    };
    if (repeats(usualLength)) // a key may itself hold a part twice
        return usualLength;
    for (std::size_t unit = shortestKeyLike; unit <= text.size() / 2; ++unit) {
        if (repeats(unit))
            return unit;
    }
    return 0;
}

} // namespace inspect
