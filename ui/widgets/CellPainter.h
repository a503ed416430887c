// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/KeyCells.h"

#include <QColor>
#include <QFont>
#include <QRectF>

class QPainter;

namespace widgets {

/// Draws single cells of a key: bullets, monospaced characters, and chips for what does not belong.
/// Sizes follow the font alone; a bullet and a character take the same room, so nothing jumps when a key is shown.
class CellPainter {
public:
    struct Colors {
        QColor text;
        QColor background;
    };

    explicit CellPainter(const QFont &font);

    [[nodiscard]] qreal width(const KeyCell &cell) const;
    [[nodiscard]] qreal ordinaryWidth() const { return m_ordinaryWidth; }
    [[nodiscard]] qreal height() const { return m_height; }
    /// `rect` is as wide as width() says and at least height() high.
    void draw(QPainter &painter, const KeyCell &cell, const QRectF &rect, const Colors &colors) const;

private:
    void drawBullet(QPainter &painter, const QRectF &rect, const QColor &color) const;
    void drawChip(QPainter &painter, const QString &label, const QRectF &rect, const Colors &colors) const;

    QFont m_characterFont;
    QFont m_labelFont;
    qreal m_ordinaryWidth = 0;
    qreal m_height = 0;
    qreal m_padding = 0; ///< between a chip's outline and its label
    qreal m_margin = 0; ///< between a chip's outline and the next cell
};

} // namespace widgets
