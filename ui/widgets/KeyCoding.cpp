// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/KeyCoding.h"

#include "inspect/KeyText.h"
#include "key/Wiped.h"

namespace widgets {

QString textOf(QByteArrayView bytes)
{
    const key::Wiped<std::u32string> codePoints(inspect::decodeUtf8(bytes));
    QString text;
    text.reserve(2 * static_cast<qsizetype>(codePoints.value.size())); // a string that grows leaves its memory behind
    for (const char32_t codePoint : codePoints.value)
        text.append(QStringView(QChar::fromUcs4(codePoint)));
    return text;
}

key::Secret secretOf(QStringView text)
{
    const key::Wiped<std::u32string> codePoints(codePointsOf(text));
    const key::Wiped<std::string> bytes(inspect::encodeUtf8(codePoints.value));
    return key::Secret(QByteArrayView(bytes.value.data(), static_cast<qsizetype>(bytes.value.size())));
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

} // namespace widgets
