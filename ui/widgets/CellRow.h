// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/CellPainter.h"

#include <vector>

namespace widgets {

/// Where the cells of a key stand in one line, and which UTF-16 units of a line edit's text they are.
class CellRow {
public:
    CellRow() = default;
    CellRow(const std::vector<KeyCell> &cells, const CellPainter &painter);

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_edges.size()) - 1; }
    [[nodiscard]] qreal width() const { return m_edges.back(); }
    /// The left edge of a cell; for count(), the right edge of the last.
    [[nodiscard]] qreal left(qsizetype offset) const { return m_edges.at(static_cast<std::size_t>(offset)); }
    /// The cell that covers `x`; -1 where there is none.
    [[nodiscard]] qsizetype cellAt(qreal x) const;
    /// The cursor's place that is nearest to `x`, from 0 to count().
    [[nodiscard]] qsizetype placeAt(qreal x) const;

    /// The first unit of a code point, and the way back; a place within a pair of surrogates is that of the pair.
    [[nodiscard]] int unitAt(qsizetype offset) const { return m_units.at(static_cast<std::size_t>(offset)); }
    [[nodiscard]] qsizetype offsetOfUnit(int unit) const;

private:
    std::vector<qreal> m_edges = {0};
    std::vector<int> m_units = {0};
};

} // namespace widgets
