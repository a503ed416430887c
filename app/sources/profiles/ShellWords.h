// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Wiped.h"

#include <QByteArrayView>

#include <string>
#include <vector>

namespace sources::profiles {

enum class Dialect {
    Posix, ///< sh, bash, zsh
    Fish,
};

/// One word of a command, as it is written: a part of the script.
struct ShellWord {
    QByteArrayView text;
    int line = 0; ///< from 1
};

using ShellCommand = std::vector<ShellWord>;

/// A script's commands, split where the shell splits them. Comments and here-documents are left out. What the splitter
/// does not understand, such as a quote that never ends, costs the rest of its line. Copies nothing.
[[nodiscard]] std::vector<ShellCommand> splitScript(QByteArrayView script, Dialect dialect);

/// Where the quote or the substitution that begins at `start` ends: behind its last character; -1 where it never does,
/// `start` where none begins there.
[[nodiscard]] qsizetype skipQuoted(QByteArrayView text, qsizetype start, Dialect dialect);

} // namespace sources::profiles
