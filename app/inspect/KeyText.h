// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <string>
#include <string_view>

namespace inspect {

enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian };

/// A key's bytes as code points. A byte that is not UTF-8 becomes one code point of its own, 0xDC80 + (byte - 0x80),
/// which no valid text holds; so nothing is lost and encodeUtf8() gives the same bytes back.
/// UTF-16 is known by its byte order mark, which is left out, or by NUL at every second place. Half a pair of its
/// surrogates becomes U+FFFD, half a unit at its end a code point of its own.
struct KeyText {
    std::u32string codePoints;
    Encoding encoding = Encoding::Utf8;
};

[[nodiscard]] KeyText decode(QByteArrayView bytes);
/// The same without a look for UTF-16: its bytes, NULs among them, become code points one by one.
[[nodiscard]] std::u32string decodeUtf8(QByteArrayView bytes);
/// The bytes in UTF-8 (also for a text that came as UTF-16).
[[nodiscard]] std::string encodeUtf8(std::u32string_view codePoints);

[[nodiscard]] constexpr bool isInvalidByte(char32_t codePoint)
{
    return codePoint >= 0xdc80 && codePoint <= 0xdcff;
}

} // namespace inspect
