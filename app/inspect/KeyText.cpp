// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/KeyText.h"

namespace inspect {

namespace {

constexpr char32_t invalidByteBase = 0xdc00; // + byte, which is at least 0x80: 0xDC80–0xDCFF
constexpr char32_t replacement = 0xfffd;

unsigned byteAt(QByteArrayView bytes, qsizetype index)
{
    return static_cast<unsigned char>(bytes[index]);
}

bool isSurrogate(char32_t codePoint)
{
    return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

char32_t loneByte(unsigned byte)
{
    return byte < 0x80 ? byte : invalidByteBase + byte;
}

/// How many bytes a sequence has that begins with this one; 0 where none does.
int sequenceLength(unsigned lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return 2;
    if (lead >= 0xe0 && lead <= 0xef)
        return 3;
    return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

struct Sequence {
    char32_t codePoint;
    int length; ///< 0: not UTF-8
};

Sequence utf8At(QByteArrayView bytes, qsizetype index)
{
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned lead = byteAt(bytes, index);
    const int length = sequenceLength(lead);
    if (length == 1)
        return {lead, 1};
    if (length == 0 || bytes.size() - index < length)
        return {0, 0};
    char32_t codePoint = lead & (0x7fU >> length);
    for (int i = 1; i < length; ++i) {
        const unsigned byte = byteAt(bytes, index + i);
        if ((byte & 0xc0U) != 0x80)
            return {0, 0};
        codePoint = (codePoint << 6U) | (byte & 0x3fU);
    }
    if (codePoint < smallest[length] || isSurrogate(codePoint) || codePoint > 0x10ffff)
        return {0, 0};
    return {codePoint, length};
}

char32_t unitAt(QByteArrayView bytes, qsizetype index, Encoding encoding)
{
    const unsigned first = byteAt(bytes, index);
    const unsigned second = byteAt(bytes, index + 1);
    return encoding == Encoding::Utf16LittleEndian ? (second << 8U) | first : (first << 8U) | second;
}

std::u32string fromUtf16(QByteArrayView bytes, Encoding encoding)
{
    std::u32string text;
    text.reserve(static_cast<std::size_t>(bytes.size() / 2 + 1));
    qsizetype i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        const char32_t unit = unitAt(bytes, i, encoding);
        if (!isSurrogate(unit)) {
            text.push_back(unit);
            continue;
        }
        const char32_t next = i + 3 < bytes.size() ? unitAt(bytes, i + 2, encoding) : 0;
        if (unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
            text.push_back(0x10000 + ((unit - 0xd800) << 10U) + (next - 0xdc00));
            i += 2;
        } else {
            text.push_back(replacement); // half a pair says nothing
        }
    }
    if (i < bytes.size()) // half a unit: a file cut at its line feeds leaves such
        text.push_back(loneByte(byteAt(bytes, i)));
    return text;
}

/// Whether every second byte, from `nul` on, is NUL, and no other is.
bool everySecondIsNul(QByteArrayView bytes, qsizetype nul)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if ((bytes[i] == 0) != (i % 2 == nul))
            return false;
    }
    return true;
}

Encoding encodingWithoutMark(QByteArrayView bytes)
{
    if (bytes.size() < 4)
        return Encoding::Utf8;
    if (everySecondIsNul(bytes, 1))
        return Encoding::Utf16LittleEndian;
    return everySecondIsNul(bytes, 0) ? Encoding::Utf16BigEndian : Encoding::Utf8;
}

} // namespace

std::u32string decodeUtf8(QByteArrayView bytes)
{
    std::u32string text;
    text.reserve(static_cast<std::size_t>(bytes.size()));
    for (qsizetype i = 0; i < bytes.size();) {
        const Sequence sequence = utf8At(bytes, i);
        text.push_back(sequence.length > 0 ? sequence.codePoint : loneByte(byteAt(bytes, i)));
        i += sequence.length > 0 ? sequence.length : 1;
    }
    return text;
}

KeyText decode(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xfe"))
        return {fromUtf16(bytes.sliced(2), Encoding::Utf16LittleEndian), Encoding::Utf16LittleEndian};
    if (bytes.startsWith("\xfe\xff"))
        return {fromUtf16(bytes.sliced(2), Encoding::Utf16BigEndian), Encoding::Utf16BigEndian};
    const Encoding encoding = encodingWithoutMark(bytes);
    return {encoding == Encoding::Utf8 ? decodeUtf8(bytes) : fromUtf16(bytes, encoding), encoding};
}

std::string encodeUtf8(std::u32string_view codePoints)
{
    std::size_t size = 0;
    for (const char32_t c : codePoints)
        size += c < 0x80 || isInvalidByte(c) ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    std::string bytes;
    bytes.reserve(size);
    const auto push = [&bytes](char32_t value) { bytes.push_back(static_cast<char>(value)); };
    const auto pushRest = [&push](char32_t c, unsigned shift) { push(0x80U | ((c >> shift) & 0x3fU)); };
    for (const char32_t c : codePoints) {
        if (c < 0x80) {
            push(c);
        } else if (isInvalidByte(c)) {
            push(c - invalidByteBase);
        } else if (c < 0x800) {
            push(0xc0U | (c >> 6U));
            pushRest(c, 0);
        } else if (c < 0x10000) {
            push(0xe0U | (c >> 12U));
            pushRest(c, 6);
            pushRest(c, 0);
        } else {
            push(0xf0U | (c >> 18U));
            pushRest(c, 12);
            pushRest(c, 6);
            pushRest(c, 0);
        }
    }
    return bytes;
}

} // namespace inspect
