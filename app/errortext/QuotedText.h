// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <string>
#include <vector>

namespace errortext {

/// What stands between quotes in a message, with its escapes undone, however often they were made.
struct QuotedText {
    struct Break {
        std::size_t before = 0; ///< how many characters stand before it
        char32_t character = 0; ///< LF or CR
    };

    bool complete = false; ///< both quotes stand there
    std::u32string characters;
    std::vector<Break> breaks; ///< where a line ends within: of the value, or of a narrow window
    qsizetype begin = 0; ///< in the text, behind the first quote
    qsizetype end = 0; ///< before the last quote

    QuotedText() = default;
    QuotedText(const QuotedText &) = delete;
    QuotedText &operator=(const QuotedText &) = delete;
    QuotedText(QuotedText &&) = default;
    QuotedText &operator=(QuotedText &&) = delete;
    ~QuotedText(); ///< wipes the characters: they may be a key
};

/// Behind a place of a text, a few signs away: 'so', "so", b'so' as Python writes bytes, \"so\".
[[nodiscard]] QuotedText quotedBehind(QStringView text, qsizetype place);
/// From one place to the quote before the other.
[[nodiscard]] QuotedText quotedUpTo(QStringView text, qsizetype begin, qsizetype end);
/// The one character that is named behind a place: "'\u2019'"; 0 where none is.
[[nodiscard]] char32_t namedCharacterBehind(QStringView text, qsizetype place);

} // namespace errortext
