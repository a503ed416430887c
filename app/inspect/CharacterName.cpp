// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/CharacterName.h"

#include "inspect/KeyText.h"

#include <unicode/uchar.h>

#include <array>

namespace inspect {

namespace {

/// Controls have no names of their own: the first alias of each in Unicode's NameAliases.txt (15.0).
constexpr std::array<const char *, 32> lowControls = {"NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT",
    "END OF TRANSMISSION", "ENQUIRY", "ACKNOWLEDGE", "ALERT", "BACKSPACE", "CHARACTER TABULATION", "LINE FEED",
    "LINE TABULATION", "FORM FEED", "CARRIAGE RETURN", "SHIFT OUT", "SHIFT IN", "DATA LINK ESCAPE",
    "DEVICE CONTROL ONE", "DEVICE CONTROL TWO", "DEVICE CONTROL THREE", "DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE",
    "SYNCHRONOUS IDLE", "END OF TRANSMISSION BLOCK", "CANCEL", "END OF MEDIUM", "SUBSTITUTE", "ESCAPE",
    "INFORMATION SEPARATOR FOUR", "INFORMATION SEPARATOR THREE", "INFORMATION SEPARATOR TWO",
    "INFORMATION SEPARATOR ONE"};
constexpr std::array<const char *, 33> highControls = {"DELETE", "PADDING CHARACTER", "HIGH OCTET PRESET",
    "BREAK PERMITTED HERE", "NO BREAK HERE", "INDEX", "NEXT LINE", "START OF SELECTED AREA", "END OF SELECTED AREA",
    "CHARACTER TABULATION SET", "CHARACTER TABULATION WITH JUSTIFICATION", "LINE TABULATION SET",
    "PARTIAL LINE FORWARD", "PARTIAL LINE BACKWARD", "REVERSE LINE FEED", "SINGLE SHIFT TWO", "SINGLE SHIFT THREE",
    "DEVICE CONTROL STRING", "PRIVATE USE ONE", "PRIVATE USE TWO", "SET TRANSMIT STATE", "CANCEL CHARACTER",
    "MESSAGE WAITING", "START OF GUARDED AREA", "END OF GUARDED AREA", "START OF STRING",
    "SINGLE GRAPHIC CHARACTER INTRODUCER", "SINGLE CHARACTER INTRODUCER", "CONTROL SEQUENCE INTRODUCER",
    "STRING TERMINATOR", "OPERATING SYSTEM COMMAND", "PRIVACY MESSAGE", "APPLICATION PROGRAM COMMAND"};

struct Abbreviation {
    char32_t codePoint;
    const char *text;
};

/// The abbreviations of NameAliases.txt, and TAB and SP as everybody knows them.
constexpr std::array abbreviations = {Abbreviation{0x00, "NUL"}, Abbreviation{0x07, "BEL"}, Abbreviation{0x08, "BS"},
    Abbreviation{0x09, "TAB"}, Abbreviation{0x0a, "LF"}, Abbreviation{0x0b, "VT"}, Abbreviation{0x0c, "FF"},
    Abbreviation{0x0d, "CR"}, Abbreviation{0x1b, "ESC"}, Abbreviation{0x20, "SP"}, Abbreviation{0x7f, "DEL"},
    Abbreviation{0x85, "NEL"}, Abbreviation{0x9b, "CSI"}, Abbreviation{0xa0, "NBSP"}, Abbreviation{0xad, "SHY"},
    Abbreviation{0x34f, "CGJ"}, Abbreviation{0x61c, "ALM"}, Abbreviation{0x180e, "MVS"}, Abbreviation{0x200b, "ZWSP"},
    Abbreviation{0x200c, "ZWNJ"}, Abbreviation{0x200d, "ZWJ"}, Abbreviation{0x200e, "LRM"}, Abbreviation{0x200f, "RLM"},
    Abbreviation{0x2028, "LS"}, Abbreviation{0x2029, "PS"}, Abbreviation{0x202a, "LRE"}, Abbreviation{0x202b, "RLE"},
    Abbreviation{0x202c, "PDF"}, Abbreviation{0x202d, "LRO"}, Abbreviation{0x202e, "RLO"},
    Abbreviation{0x202f, "NNBSP"}, Abbreviation{0x205f, "MMSP"}, Abbreviation{0x2060, "WJ"},
    Abbreviation{0x2066, "LRI"}, Abbreviation{0x2067, "RLI"}, Abbreviation{0x2068, "FSI"}, Abbreviation{0x2069, "PDI"},
    Abbreviation{0x3000, "IDSP"}, Abbreviation{0xfeff, "BOM"}};

QString invalidByteText(char32_t codePoint)
{
    return QStringLiteral("0x%1").arg((codePoint & 0xffU), 2, 16).toUpper().replace(QLatin1Char('X'), QLatin1Char('x'));
}

} // namespace

QString characterName(char32_t codePoint)
{
    if (codePoint < 0x20)
        return QString::fromLatin1(lowControls[codePoint]);
    if (codePoint >= 0x7f && codePoint <= 0x9f)
        return QString::fromLatin1(highControls[codePoint - 0x7f]);
    std::array<char, 128> name{}; // the longest name of Unicode has 88 letters
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = u_charName(
        static_cast<UChar32>(codePoint), U_EXTENDED_CHAR_NAME, name.data(), static_cast<int32_t>(name.size()), &status);
    QString text = QString::fromLatin1(name.data(), U_SUCCESS(status) != 0 ? length : 0);
    if (text.startsWith(QLatin1Char('<')) && text.endsWith(QLatin1Char('>')))
        text = text.sliced(1, text.size() - 2);
    return text;
}

QString codePointText(char32_t codePoint)
{
    return QStringLiteral("U+") + QString::number(codePoint, 16).toUpper().rightJustified(4, QLatin1Char('0'));
}

QString shortName(char32_t codePoint)
{
    if (isInvalidByte(codePoint))
        return invalidByteText(codePoint);
    for (const Abbreviation &abbreviation : abbreviations) {
        if (abbreviation.codePoint == codePoint)
            return QString::fromLatin1(abbreviation.text);
    }
    if (codePoint >= 0xe0000 && codePoint <= 0xe007f)
        return QStringLiteral("TAG");
    if (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
        return QStringLiteral("VS%1").arg(codePoint - 0xfe00 + 1);
    return codePointText(codePoint);
}

} // namespace inspect
