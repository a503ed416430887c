// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace samples {

/// Which lines of two texts stand in both, in the same order: a longest common subsequence.
struct CommonLines {
    std::vector<bool> first; ///< one for each line of the first text
    std::vector<bool> second;
};

/// For short texts: time and memory grow with the product of the two lengths.
[[nodiscard]] CommonLines commonLines(const QStringList &first, const QStringList &second);

} // namespace samples
