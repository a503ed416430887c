// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace widgets {

enum class KeyDisplay {
    Masked, ///< ordinary characters are hidden, but for the end
    Shown, ///< ordinary characters can be read
};

/// What stands at one code point of a key when it is drawn.
struct KeyCell {
    enum class Kind {
        Ordinary, ///< U+0021–U+007E: a bullet, or the character where the key is shown
        End, ///< one of the last characters of a masked key, which stays readable
        Special, ///< does not belong into a key: a chip with a label
    };

    Kind kind = Kind::Ordinary;
    char32_t codePoint = 0; ///< 0 for a masked one: a cell then holds nothing of the key
    qsizetype offset = 0; ///< code points from 0
    QString label; ///< what is drawn: "•", "f", "NBSP"

    friend bool operator==(const KeyCell &, const KeyCell &) = default;
};

/// True for what may stand in a header value: U+0021–U+007E.
[[nodiscard]] constexpr bool isOrdinary(char32_t codePoint)
{
    return codePoint >= 0x21 && codePoint <= 0x7e;
}

/// One cell for each code point. Pure. While masked, the last four ordinary characters stay readable by the rule of
/// key::masked: there are at least 16, and the four are letters, digits, '-' or '_'.
[[nodiscard]] std::vector<KeyCell> keyCells(const std::u32string &codePoints, KeyDisplay display);

/// How many of them do not belong.
[[nodiscard]] qsizetype specialCount(const std::vector<KeyCell> &cells);

} // namespace widgets
