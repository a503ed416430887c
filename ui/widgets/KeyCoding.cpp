// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/KeyCoding.h"

#include <QByteArray>

namespace widgets {

namespace {

struct Sequence {
    int length = 0; ///< bytes; 0 for a byte that begins no UTF-8 sequence
    char32_t smallest = 0; ///< a smaller value would be an overlong form
    char32_t bits = 0; ///< of the first byte
};

Sequence sequenceOf(unsigned char first)
{
    if (first < 0x80)
        return {1, 0, first};
    if (first >= 0xc2 && first <= 0xdf)
        return {2, 0x80, first & 0x1fU};
    if (first >= 0xe0 && first <= 0xef)
        return {3, 0x800, first & 0x0fU};
    if (first >= 0xf0 && first <= 0xf4)
        return {4, 0x10000, first & 0x07U};
    return {};
}

/// The code point at the beginning of `bytes`; `length` becomes the bytes it takes, or 0 where it is not UTF-8.
char32_t decodeOne(QByteArrayView bytes, int &length)
{
    const Sequence sequence = sequenceOf(static_cast<unsigned char>(bytes.front()));
    length = 0;
    if (sequence.length == 0 || sequence.length > bytes.size())
        return 0;
    char32_t value = sequence.bits;
    for (int i = 1; i < sequence.length; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if ((byte & 0xc0U) != 0x80U)
            return 0;
        value = (value << 6U) | (byte & 0x3fU);
    }
    const bool isSurrogate = value >= 0xd800 && value <= 0xdfff;
    if (value < sequence.smallest || value > 0x10ffff || isSurrogate)
        return 0;
    length = sequence.length;
    return value;
}

void append(QByteArray &bytes, char32_t codePoint)
{
    const auto put = [&bytes](char32_t value) { bytes.append(static_cast<char>(static_cast<unsigned char>(value))); };
    const auto tail = [&put, codePoint](unsigned shift) { put(0x80U | ((codePoint >> shift) & 0x3fU)); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint >= 0xdc80 && codePoint <= 0xdcff) {
        put(codePoint - 0xdc80 + 0x80);
    } else if (codePoint < 0x800) {
        put(0xc0U | (codePoint >> 6U));
        tail(0);
    } else if (codePoint < 0x10000) {
        put(0xe0U | (codePoint >> 12U));
        tail(6);
        tail(0);
    } else {
        put(0xf0U | (codePoint >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace

QString textOf(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size()); // never grows, so no part of the key is left behind in memory given back
    while (!bytes.isEmpty()) {
        int length = 0;
        const char32_t codePoint = decodeOne(bytes, length);
        if (length == 0) {
            text.append(QChar(static_cast<char16_t>(0xdc80 + static_cast<unsigned char>(bytes.front()) - 0x80)));
            length = 1;
        } else {
            text.append(QStringView(QChar::fromUcs4(codePoint)));
        }
        bytes = bytes.sliced(length);
    }
    return text;
}

key::Secret secretOf(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(3 * text.size());
    std::u32string codePoints = codePointsOf(text);
    for (const char32_t codePoint : codePoints)
        append(bytes, codePoint);
    wipe(codePoints);
    return key::Secret::take(bytes);
}

std::u32string codePointsOf(QStringView text)
{
    std::u32string codePoints;
    codePoints.reserve(static_cast<std::size_t>(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            codePoints.push_back(QChar::surrogateToUcs4(unit, text[i + 1]));
            ++i;
        } else {
            codePoints.push_back(unit.unicode());
        }
    }
    return codePoints;
}

void wipe(QString &text) noexcept
{
    if (!text.isEmpty() && text.isDetached())
        key::wipeMemory(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

void wipe(std::u32string &codePoints) noexcept
{
    key::wipeMemory(codePoints.data(), codePoints.size() * sizeof(char32_t));
    codePoints.clear();
}

} // namespace widgets
