// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace errortext {

/// How many characters stand before what a line says: indentation, quote marks, frames, and what programs that collect
/// logs put there (times, levels, names of containers, pods, units and loggers).
[[nodiscard]] qsizetype prefixLength(QStringView line);

/// A piece of a frame as terminal programs draw it, or a plain blank.
[[nodiscard]] bool isFrameOrBlank(QChar c);

} // namespace errortext
