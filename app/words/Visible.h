// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace words {

/// A name that others gave, such as a file's or a program's, fit to stand in a sentence on a terminal or in the window:
/// control characters, line breaks, invisible characters and changes of direction are written out as \u001b.
[[nodiscard]] QString visible(const QString &name);

} // namespace words
