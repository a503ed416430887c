// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/Text.h"

#include <algorithm>

namespace sources::envfile {

namespace {

bool isLongBlank(QByteArrayView bytes)
{
    // U+0085, U+00A0; U+1680, U+2000–U+200A, U+2028, U+2029, U+202F, U+205F, U+3000
    if (bytes.size() == 2)
        return bytes == "\xc2\x85" || bytes == "\xc2\xa0";
    if (bytes.startsWith("\xe2\x80")) {
        const auto last = static_cast<unsigned char>(bytes[2]);
        return (last >= 0x80 && last <= 0x8a) || last == 0xa8 || last == 0xa9 || last == 0xaf;
    }
    return bytes == "\xe1\x9a\x80" || bytes == "\xe2\x81\x9f" || bytes == "\xe3\x80\x80";
}

constexpr bool isShortBlank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

} // namespace

qsizetype blankAt(QByteArrayView text, qsizetype at)
{
    if (at >= text.size())
        return 0;
    if (isShortBlank(text[at]))
        return 1;
    for (const qsizetype length : {2, 3}) {
        if (text.size() - at >= length && isLongBlank(text.sliced(at, length)))
            return length;
    }
    return 0;
}

qsizetype blankBefore(QByteArrayView text, qsizetype end)
{
    if (end <= 0)
        return 0;
    if (isShortBlank(text[end - 1]))
        return 1;
    for (const qsizetype length : {2, 3}) {
        if (end >= length && isLongBlank(text.sliced(end - length, length)))
            return length;
    }
    return 0;
}

QByteArrayView withoutBlanksInFront(QByteArrayView text)
{
    while (const qsizetype length = blankAt(text, 0))
        text = text.sliced(length);
    return text;
}

QByteArrayView withoutBlanksAtEnd(QByteArrayView text)
{
    while (const qsizetype length = blankBefore(text, text.size()))
        text.chop(length);
    return text;
}

qsizetype nameLength(QByteArrayView text)
{
    if (text.isEmpty() || !isNameStart(text.front()))
        return 0;
    const auto end = std::find_if_not(text.begin(), text.end(), isNameByte);
    return end - text.begin();
}

int LineCounter::lineAt(qsizetype position)
{
    const QByteArrayView passed = m_text.sliced(m_counted, position - m_counted);
    m_line += static_cast<int>(std::count(passed.begin(), passed.end(), '\n'));
    m_counted = position;
    return m_line;
}

} // namespace sources::envfile
