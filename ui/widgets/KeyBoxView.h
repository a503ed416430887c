// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/CellPainter.h"
#include "widgets/CellRow.h"

#include <QPalette>
#include <QRectF>

#include <vector>

namespace widgets {

/// How the key box draws its line of cells: what is scrolled to, what stands under a point, and the paint itself.
/// Places count cells; points and rectangles are the box's own.
class KeyBoxView {
public:
    /// What the line edit knows and the view does not.
    struct State {
        qsizetype selectionBegin = 0;
        qsizetype selectionEnd = 0;
        qsizetype cursor = -1; ///< -1: not to be seen
        int cursorWidth = 1;
        QString preedit; ///< what an input method is composing
        QPalette palette;
        QFont font;
    };

    explicit KeyBoxView(const QFont &font);

    void setFont(const QFont &font, const std::vector<KeyCell> &cells);
    void setCells(const std::vector<KeyCell> &cells);
    void setArea(const QRectF &area) { m_area = area; }
    /// Scrolls so that the cursor at this place, and the cell behind it, can be seen.
    void showPlace(qsizetype place);

    [[nodiscard]] const CellRow &row() const { return m_row; }
    [[nodiscard]] const CellPainter &painter() const { return m_painter; }
    [[nodiscard]] QRectF cellRect(qsizetype offset) const;
    [[nodiscard]] qsizetype placeAt(const QPointF &point) const { return m_row.placeAt(inRow(point.x())); }
    [[nodiscard]] qsizetype cellAt(const QPointF &point) const;

    void paint(QPainter &painter, const std::vector<KeyCell> &cells, const State &state) const;
    void paintPlaceholder(QPainter &painter, const QString &text, const State &state) const;

private:
    [[nodiscard]] qreal inRow(qreal x) const { return x - m_area.left() + m_scroll; }
    void paintPreedit(QPainter &painter, const State &state) const;

    CellPainter m_painter;
    CellRow m_row;
    QRectF m_area;
    qreal m_scroll = 0;
};

} // namespace widgets
