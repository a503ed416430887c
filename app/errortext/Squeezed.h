// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace errortext {

/// What is left of a text when everything is taken away that log writers, terminals, chats and escapes change: only
/// letters and digits of ASCII, in lower case, stand there one behind the other. Words can be found in it wherever
/// lines were broken, whatever quotes stand around them and however often they were escaped. Where a blank or a sign
/// in the text parts two digits, a blank parts them here; a line break does not.
struct Squeezed {
    std::string letters;
    std::vector<std::uint32_t> places; ///< of each letter, in the text

    Squeezed() = default;
    Squeezed(const Squeezed &) = delete;
    Squeezed &operator=(const Squeezed &) = delete;
    Squeezed(Squeezed &&) = default;
    Squeezed &operator=(Squeezed &&) = default;
    ~Squeezed(); ///< wipes the letters: they may hold a key

    [[nodiscard]] qsizetype placeOf(std::size_t letter) const;
};

/// The number of characters of a text must fit into 32 bits.
[[nodiscard]] Squeezed squeeze(QStringView text);

/// The same for a few words, without their places.
[[nodiscard]] std::string squeezedWords(QStringView words);

} // namespace errortext
