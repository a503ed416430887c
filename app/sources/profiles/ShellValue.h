// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Wiped.h"
#include "sources/profiles/ShellWords.h"

#include <QByteArrayView>

#include <string>

namespace sources::profiles {

struct ShellValue {
    key::Wiped<std::string> text; ///< without its quotes; with a reference: of no use behind the reference
    bool reference = false; ///< it holds $NAME, ${…}, $(…) or the like: its value comes from elsewhere
};

/// What a shell makes of a word.
[[nodiscard]] ShellValue shellValue(QByteArrayView word, Dialect dialect);

/// Appends what a backslash and the characters behind it stand for: \n, \x41, \101, \u00e9 …
/// @param at the character behind the backslash
/// @return the place behind the escape; `at` where it is none, and then nothing is appended
[[nodiscard]] qsizetype appendEscape(std::string &into, QByteArrayView text, qsizetype at);

} // namespace sources::profiles
