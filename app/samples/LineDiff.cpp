// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/LineDiff.h"

#include <algorithm>

namespace samples {

CommonLines commonLines(const QStringList &first, const QStringList &second)
{
    const qsizetype rows = first.size();
    const qsizetype columns = second.size();
    // longest[row][column]: how many lines the texts from there on have in common.
    std::vector<std::vector<int>> longest(
        static_cast<std::size_t>(rows) + 1, std::vector<int>(static_cast<std::size_t>(columns) + 1, 0));
    const auto at = [&longest](qsizetype row, qsizetype column) -> int & {
        return longest.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column));
    };
    for (qsizetype row = rows - 1; row >= 0; --row) {
        for (qsizetype column = columns - 1; column >= 0; --column) {
            at(row, column) = first.at(row) == second.at(column) ? at(row + 1, column + 1) + 1
                                                                 : std::max(at(row + 1, column), at(row, column + 1));
        }
    }

    CommonLines common{
        std::vector<bool>(static_cast<std::size_t>(rows)), std::vector<bool>(static_cast<std::size_t>(columns))};
    qsizetype row = 0;
    qsizetype column = 0;
    while (row < rows && column < columns) {
        if (first.at(row) == second.at(column)) {
            common.first.at(static_cast<std::size_t>(row++)) = true;
            common.second.at(static_cast<std::size_t>(column++)) = true;
        } else if (at(row + 1, column) >= at(row, column + 1)) {
            ++row;
        } else {
            ++column;
        }
    }
    return common;
}

} // namespace samples
