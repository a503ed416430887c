// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CellRow.h"

#include "widgets/KeyCoding.h"

#include <algorithm>

namespace widgets {

CellRow::CellRow(const std::vector<KeyCell> &cells, const CellPainter &painter)
{
    m_edges.reserve(cells.size() + 1);
    m_units.reserve(cells.size() + 1);
    for (const KeyCell &cell : cells) {
        m_edges.push_back(m_edges.back() + painter.width(cell));
        m_units.push_back(m_units.back() + unitsOf(cell.codePoint));
    }
}

qsizetype CellRow::cellAt(qreal x) const
{
    if (x < 0 || x >= width())
        return -1;
    return std::upper_bound(m_edges.begin(), m_edges.end(), x) - m_edges.begin() - 1;
}

qsizetype CellRow::placeAt(qreal x) const
{
    const qsizetype cell = cellAt(x);
    if (cell < 0)
        return x < 0 ? 0 : count();
    return x - left(cell) < left(cell + 1) - x ? cell : cell + 1;
}

qsizetype CellRow::offsetOfUnit(int unit) const
{
    const auto after = std::upper_bound(m_units.begin(), m_units.end(), unit);
    return std::max<qsizetype>(0, after - m_units.begin() - 1);
}

} // namespace widgets
