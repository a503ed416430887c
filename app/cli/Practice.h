// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cli {

struct PracticeOptions {
    QString scenario; ///< every request is answered so; empty: by its key
    quint16 port = 0; ///< 0: any free one
};

/// Prints the practice endpoint's address in the first line, then each scenario with its key, and serves until
/// interrupted. Needs no event loop. Returns the exit code: 130 interrupted, 0 terminated, 2 for an unknown
/// scenario, 3 where the port cannot be used.
[[nodiscard]] int practice(const PracticeOptions &options);

} // namespace cli
