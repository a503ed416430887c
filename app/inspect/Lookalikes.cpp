// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/Lookalikes.h"

#include "inspect/Ascii.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace inspect {

namespace {

struct Resemblance {
    char32_t codePoint;
    char letter;
};

/// Letters of other scripts that the common fonts draw as ASCII letters. In the order of the code points.
constexpr std::array resemblances = {
    // Latin and phonetic letters
    Resemblance{0x0131, 'i'},
    Resemblance{0x0251, 'a'},
    Resemblance{0x0261, 'g'},
    Resemblance{0x0269, 'i'},
    Resemblance{0x026a, 'i'},
    Resemblance{0x028b, 'v'},
    // Greek
    Resemblance{0x0391, 'A'},
    Resemblance{0x0392, 'B'},
    Resemblance{0x0395, 'E'},
    Resemblance{0x0396, 'Z'},
    Resemblance{0x0397, 'H'},
    Resemblance{0x0399, 'I'},
    Resemblance{0x039a, 'K'},
    Resemblance{0x039c, 'M'},
    Resemblance{0x039d, 'N'},
    Resemblance{0x039f, 'O'},
    Resemblance{0x03a1, 'P'},
    Resemblance{0x03a4, 'T'},
    Resemblance{0x03a5, 'Y'},
    Resemblance{0x03a7, 'X'},
    Resemblance{0x03b1, 'a'},
    Resemblance{0x03b9, 'i'},
    Resemblance{0x03ba, 'k'},
    Resemblance{0x03bd, 'v'},
    Resemblance{0x03bf, 'o'},
    Resemblance{0x03c1, 'p'},
    Resemblance{0x03c5, 'u'},
    Resemblance{0x03c7, 'x'},
    // Cyrillic
    Resemblance{0x0405, 'S'},
    Resemblance{0x0406, 'I'},
    Resemblance{0x0408, 'J'},
    Resemblance{0x0410, 'A'},
    Resemblance{0x0412, 'B'},
    Resemblance{0x0415, 'E'},
    Resemblance{0x0417, '3'},
    Resemblance{0x041a, 'K'},
    Resemblance{0x041c, 'M'},
    Resemblance{0x041d, 'H'},
    Resemblance{0x041e, 'O'},
    Resemblance{0x0420, 'P'},
    Resemblance{0x0421, 'C'},
    Resemblance{0x0422, 'T'},
    Resemblance{0x0423, 'Y'},
    Resemblance{0x0425, 'X'},
    Resemblance{0x042c, 'b'},
    Resemblance{0x0430, 'a'},
    Resemblance{0x0433, 'r'},
    Resemblance{0x0435, 'e'},
    Resemblance{0x043e, 'o'},
    Resemblance{0x0440, 'p'},
    Resemblance{0x0441, 'c'},
    Resemblance{0x0443, 'y'},
    Resemblance{0x0445, 'x'},
    Resemblance{0x0455, 's'},
    Resemblance{0x0456, 'i'},
    Resemblance{0x0458, 'j'},
    Resemblance{0x04ae, 'Y'},
    Resemblance{0x04af, 'y'},
    Resemblance{0x04bb, 'h'},
    Resemblance{0x04c0, 'I'},
    Resemblance{0x04cf, 'l'},
    Resemblance{0x0501, 'd'},
    Resemblance{0x050c, 'G'},
    Resemblance{0x051b, 'q'},
    Resemblance{0x051c, 'W'},
    Resemblance{0x051d, 'w'},
    // Armenian
    Resemblance{0x054d, 'U'},
    Resemblance{0x0555, 'O'},
    Resemblance{0x0570, 'h'},
    Resemblance{0x0578, 'n'},
    Resemblance{0x057d, 'u'},
    Resemblance{0x0585, 'o'},
    // signs
    Resemblance{0x2043, '-'},
    Resemblance{0x2044, '/'},
    Resemblance{0x2215, '/'},
    Resemblance{0x2236, ':'},
};

bool isOneOf(char32_t codePoint, std::initializer_list<char32_t> list)
{
    return std::find(list.begin(), list.end(), codePoint) != list.end();
}

bool isBetween(char32_t codePoint, char32_t first, char32_t last)
{
    return codePoint >= first && codePoint <= last;
}

bool isDash(char32_t codePoint)
{
    return isBetween(codePoint, 0x2010, 0x2015)
        || isOneOf(codePoint, {0x2212, 0x2e3a, 0x2e3b, 0xfe31, 0xfe32, 0xfe58, 0xfe63});
}

bool isMathematical(char32_t codePoint)
{
    return isBetween(codePoint, 0x1d400, 0x1d7ff) || isBetween(codePoint, 0x2100, 0x214f);
}

QString oneLetter(char32_t letter)
{
    return {QChar(static_cast<char16_t>(letter))};
}

/// The ASCII character that Unicode itself says this one is a form of ("ﬀ" is two, and so none); é is a form of e.
QString unicodeForm(char32_t codePoint)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *const normalizer = unorm2_getNFKDInstance(&status);
    if (U_FAILURE(status) != 0)
        return {};
    std::array<char16_t, 32> form{};
    const int32_t length = unorm2_getDecomposition(
        normalizer, static_cast<UChar32>(codePoint), form.data(), static_cast<int32_t>(form.size()), &status);
    if (U_FAILURE(status) != 0 || length < 1 || form[0] <= 0x20 || form[0] >= 0x7f)
        return {};
    for (int32_t i = 1; i < length; ++i) {
        if (u_getCombiningClass(form[static_cast<std::size_t>(i)]) == 0)
            return {};
    }
    return oneLetter(form[0]);
}

QString resembled(char32_t codePoint)
{
    const auto *const found = std::lower_bound(resemblances.begin(), resemblances.end(), codePoint,
        [](const Resemblance &entry, char32_t c) { return entry.codePoint < c; });
    if (found != resemblances.end() && found->codePoint == codePoint)
        return oneLetter(static_cast<unsigned char>(found->letter));
    return unicodeForm(codePoint);
}

bool isOfOtherScript(char32_t codePoint)
{
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(codePoint), &status);
    return U_SUCCESS(status) != 0 && script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED
        && script != USCRIPT_UNKNOWN;
}

} // namespace

bool isCurlyQuote(char32_t codePoint)
{
    return isBetween(codePoint, 0x2018, 0x201f) || isBetween(codePoint, 0x2032, 0x2037)
        || isBetween(codePoint, 0x300c, 0x300f) || isBetween(codePoint, 0x301d, 0x301f)
        || isOneOf(codePoint, {0xab, 0xb4, 0xbb, 0x2039, 0x203a, 0xff02, 0xff07});
}

bool isBoxDrawing(char32_t codePoint)
{
    return isBetween(codePoint, 0x2500, 0x259f);
}

std::optional<Lookalike> lookalike(char32_t codePoint)
{
    if (codePoint < 0x80)
        return std::nullopt;
    if (isCurlyQuote(codePoint))
        return Lookalike{Detail::CurlyQuote, {}};
    if (isDash(codePoint))
        return Lookalike{Detail::Dash, oneLetter(U'-')};
    if (isOneOf(codePoint, {0x2025, 0x2026, 0x22ef}))
        return Lookalike{Detail::Ellipsis, {}};
    if (isBoxDrawing(codePoint))
        return Lookalike{Detail::BoxDrawing, {}};
    if (isOneOf(codePoint, {0xfffc, 0xfffd}))
        return Lookalike{Detail::ReplacementCharacter, {}};
    if (isBetween(codePoint, 0xff01, 0xff5e))
        return Lookalike{Detail::FullwidthForm, oneLetter(codePoint - 0xfee0)};
    const QString letter = resembled(codePoint);
    if (isMathematical(codePoint) && !letter.isEmpty())
        return Lookalike{Detail::MathematicalLetter, letter};
    return Lookalike{isOfOtherScript(codePoint) ? Detail::OtherScript : Detail::OtherCharacter, letter};
}

} // namespace inspect
