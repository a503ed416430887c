// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/HeaderDecoders.h"

#include "errortext/QuotedText.h"

#include <algorithm>
#include <array>

namespace errortext {

namespace {

/// "Bearer " has so many characters; the key begins behind it.
constexpr qsizetype beforeKey = 7;
/// A key does not reach so far: what is encoded there is another text.
constexpr qsizetype endOfKey = 600;
/// So far a message is read.
constexpr std::size_t reach = 160;
/// In letters: the longest header that is looked for before a message.
constexpr std::size_t longestHeader = 4096;

constexpr HeaderRow rows[] = {
    {"Illegal header value", HeaderForm::ValueBehind},
    {"Invalid header value", HeaderForm::ValueBehind},
    {"return character(s) in header value", HeaderForm::ValueBehind},
    {"The format of value", HeaderForm::ValueBehind},
    {"is an invalid header value", HeaderForm::ValueBefore},
    {"is not a legal HTTP header value", HeaderForm::ValueBefore},
    {"is not valid header value", HeaderForm::ValueBefore},
    {"codec can't encode character", HeaderForm::Codec},
    {"character at index", HeaderForm::ByteString},
    {"Unexpected char 0x", HeaderForm::CharAt},
};

bool isBlank(char32_t c)
{
    return c == U' ' || c == U'\t';
}

bool isRefused(char32_t c)
{
    return c < 0x20 || c == 0x7f || c > 0x7e;
}

/// The number that stands behind a word of the message; nothing where none does.
std::optional<qsizetype> numberBehind(std::string_view letters, std::string_view word)
{
    const std::size_t found = letters.find(word);
    if (found == std::string_view::npos)
        return std::nullopt;
    std::size_t at = found + word.size();
    qsizetype number = 0;
    const std::size_t first = at;
    while (at < letters.size() && letters[at] >= '0' && letters[at] <= '9' && at - first < 9)
        number = number * 10 + (letters[at++] - '0');
    return at == first ? std::nullopt : std::optional(number);
}

std::optional<qsizetype> placeInKey(std::optional<qsizetype> placeInHeader)
{
    if (!placeInHeader || *placeInHeader < beforeKey)
        return std::nullopt;
    return *placeInHeader - beforeKey;
}

/// Stars and dots stand where somebody has hidden the key: then the places mean nothing.
bool isMasked(std::u32string_view key)
{
    static constexpr std::array<std::u32string_view, 7> signs{U"*", U"...", U"\u2026", U"<", U"[", U"xxxx", U"XXXX"};
    return std::any_of(signs.begin(), signs.end(),
        [key](std::u32string_view sign) { return key.find(sign) != std::u32string_view::npos; });
}

/// The first character that no header may hold, or a blank at an end.
std::size_t refusedPlace(std::u32string_view key)
{
    const auto refused = std::find_if(key.begin(), key.end(), isRefused);
    if (refused != key.end())
        return static_cast<std::size_t>(refused - key.begin());
    if (isBlank(key.front()))
        return 0;
    return isBlank(key.back()) ? key.size() - 1 : std::u32string_view::npos;
}

std::u32string_view keyIn(std::u32string_view header)
{
    constexpr std::u32string_view scheme = U"bearer";
    const bool bearer = header.size() >= scheme.size()
        && std::equal(
            scheme.begin(), scheme.end(), header.begin(), [](char32_t a, char32_t b) { return a == (b | 0x20); });
    if (!bearer)
        return header;
    header.remove_prefix(scheme.size());
    if (!header.empty() && header.front() == U' ')
        header.remove_prefix(1);
    return header;
}

HeaderReading readValue(const QuotedText &value)
{
    HeaderReading reading;
    reading.known = true;
    reading.valueBegin = value.begin;
    reading.valueEnd = value.end;
    const std::u32string_view key = keyIn(value.characters);
    if (std::all_of(key.begin(), key.end(), isBlank)) {
        reading.empty = true;
        return reading;
    }
    const bool masked = isMasked(key);
    reading.heldKey = !masked;
    std::size_t place = refusedPlace(key);
    char32_t character = place == std::u32string_view::npos ? 0 : key.at(place);
    bool placeKnown = !masked;
    if (place == std::u32string_view::npos && !value.breaks.empty()) { // the line was broken by the header itself
        const std::size_t before = value.characters.size() - key.size();
        place = std::max(value.breaks.front().before, before) - before;
        character = value.breaks.front().character;
        placeKnown = placeKnown && value.breaks.size() == 1;
    }
    if (place != std::u32string_view::npos) {
        reading.characters.push_back(
            {character, placeKnown ? std::optional(static_cast<qsizetype>(place)) : std::nullopt});
    }
    return reading;
}

HeaderReading readBefore(QStringView text, const Squeezed &squeezed, std::size_t begin)
{
    const std::size_t from = begin > longestHeader ? begin - longestHeader : 0;
    const std::size_t bearer = std::string_view(squeezed.letters).substr(from, begin - from).rfind("bearer");
    if (bearer == std::string_view::npos)
        return {};
    return readValue(quotedUpTo(text, squeezed.placeOf(from + bearer), squeezed.placeOf(begin)));
}

HeaderReading readCodec(QStringView text, const Squeezed &squeezed, std::size_t begin, std::size_t end)
{
    // Headers are encoded in these; 'charmap' is a console's, which has nothing to do with a key.
    const std::size_t from = begin > 8 ? begin - 8 : 0;
    const std::string_view codec = std::string_view(squeezed.letters).substr(from, begin - from);
    if (!codec.ends_with("ascii") && !codec.ends_with("latin1") && !codec.ends_with("88591"))
        return {};
    const std::string_view behind = std::string_view(squeezed.letters).substr(end, reach);
    // http.client says this where it was the request's body
    if (behind.find("isnotvalidlatin1") != std::string_view::npos)
        return {};
    HeaderReading reading;
    const auto place = numberBehind(behind, "position");
    reading.known = place.has_value() && (*place >= beforeKey || *place == 0) && *place < endOfKey;
    if (!reading.known)
        return {};
    const char32_t character = namedCharacterBehind(text, squeezed.placeOf(end - 1) + 1);
    if (character != 0)
        reading.characters.push_back({character, placeInKey(place)});
    return reading;
}

HeaderReading readByteString(const Squeezed &squeezed, std::size_t end)
{
    const std::string_view behind = std::string_view(squeezed.letters).substr(end, reach);
    const auto place = numberBehind(behind, "");
    auto value = numberBehind(behind, "valueof");
    if (!value)
        value = numberBehind(behind, "value");
    HeaderReading reading;
    reading.known = place && value && *value > 0 && *value <= 0xffff;
    if (reading.known)
        reading.characters.push_back({static_cast<char32_t>(*value), placeInKey(place)});
    return reading;
}

HeaderReading readCharAt(QStringView text, const Squeezed &squeezed, std::size_t end)
{
    // The words end with "0x": what follows are hexadecimal digits, which a squeezed text does not part from "at".
    const QStringView behind = text.sliced(squeezed.placeOf(end - 1) + 1).left(12);
    qsizetype digits = 0;
    while (digits < behind.size() && behind.at(digits).isLetterOrNumber())
        ++digits;
    bool isNumber = false;
    const uint value = behind.left(digits).toUInt(&isNumber, 16);
    std::string_view letters = std::string_view(squeezed.letters).substr(end);
    letters.remove_prefix(std::min(letters.size(), static_cast<std::size_t>(digits)));
    letters = letters.substr(0, reach);
    const auto place = numberBehind(letters, "at");
    HeaderReading reading;
    const std::size_t name = letters.find("in");
    const bool ofKey = letters.find("authorization") < reach || letters.find("apikey") < reach;
    reading.known = isNumber && place && name != std::string_view::npos && ofKey && value <= 0x10ffff;
    if (reading.known)
        reading.characters.push_back({value, placeInKey(place)});
    return reading;
}

} // namespace

std::span<const HeaderRow> headerRows()
{
    return rows;
}

HeaderReading readHeader(
    HeaderForm form, QStringView text, const Squeezed &squeezed, std::size_t begin, std::size_t end)
{
    switch (form) {
    case HeaderForm::ValueBehind: {
        const QuotedText value = quotedBehind(text, squeezed.placeOf(end - 1) + 1);
        return value.complete ? readValue(value) : HeaderReading{};
    }
    case HeaderForm::ValueBefore:
        return readBefore(text, squeezed, begin);
    case HeaderForm::Codec:
        return readCodec(text, squeezed, begin, end);
    case HeaderForm::ByteString:
        return readByteString(squeezed, end);
    case HeaderForm::CharAt:
        return readCharAt(text, squeezed, end);
    }
    Q_UNREACHABLE();
}

} // namespace errortext
