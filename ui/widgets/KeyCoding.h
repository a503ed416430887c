// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <string>

namespace widgets {

/// Bytes as text for a line edit, nothing lost: a byte that is not UTF-8 becomes U+DC80–U+DCFF (0xDC80 + byte - 0x80),
/// a byte order mark stays. UTF-16 is not looked for: its zeros are shown as what they are.
[[nodiscard]] QString textOf(QByteArrayView bytes);
/// The way back. Other lone surrogates become the three bytes that the UTF-8 scheme would give them.
[[nodiscard]] key::Secret secretOf(QStringView text);
/// A surrogate pair is one code point, a lone surrogate too.
[[nodiscard]] std::u32string codePointsOf(QStringView text);
/// How many UTF-16 units a code point takes.
[[nodiscard]] constexpr int unitsOf(char32_t codePoint)
{
    return codePoint >= 0x10000 ? 2 : 1;
}

} // namespace widgets
