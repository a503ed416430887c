// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CellPainter.h"

#include "widgets/Fonts.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

QColor mixed(const QColor &one, const QColor &other, float part)
{
    const auto mix = [part](float a, float b) { return a * part + b * (1 - part); };
    return QColor::fromRgbF(
        mix(one.redF(), other.redF()), mix(one.greenF(), other.greenF()), mix(one.blueF(), other.blueF()));
}

} // namespace

CellPainter::CellPainter(const QFont &font)
    : m_characterFont(fixedFont(font))
    , m_labelFont(scaledFont(font, 0.8))
{
    m_labelFont.setBold(true);
    const QFontMetricsF characters(m_characterFont);
    m_ordinaryWidth = characters.horizontalAdvance(QLatin1Char('M'));
    m_height = std::max({characters.height(), QFontMetricsF(font).height(), QFontMetricsF(m_labelFont).height() + 2});
    m_padding = m_ordinaryWidth * 0.4;
    m_margin = m_ordinaryWidth * 0.25;
}

qreal CellPainter::width(const KeyCell &cell) const
{
    if (cell.kind != KeyCell::Kind::Special)
        return m_ordinaryWidth;
    return QFontMetricsF(m_labelFont).horizontalAdvance(cell.label) + 2 * (m_padding + m_margin);
}

void CellPainter::draw(QPainter &painter, const KeyCell &cell, const QRectF &rect, const Colors &colors) const
{
    if (cell.kind == KeyCell::Kind::Special) {
        drawChip(painter, cell.label, rect, colors);
    } else if (cell.codePoint == 0) {
        drawBullet(painter, rect, colors.text);
    } else {
        painter.setFont(m_characterFont);
        painter.setPen(colors.text);
        painter.drawText(rect, Qt::AlignCenter, cell.label);
    }
}

void CellPainter::drawBullet(QPainter &painter, const QRectF &rect, const QColor &color) const
{
    const qreal radius = m_ordinaryWidth * 0.27;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(rect.center(), radius, radius);
}

void CellPainter::drawChip(QPainter &painter, const QString &label, const QRectF &rect, const Colors &colors) const
{
    const qreal line = std::max(1.0, m_height / 16);
    QRectF box(rect.left() + m_margin, rect.center().y() - m_height / 2, rect.width() - 2 * m_margin, m_height);
    box.adjust(line / 2, line / 2, -line / 2, -line / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.text, line));
    painter.setBrush(mixed(colors.text, colors.background, 0.12F));
    painter.drawRoundedRect(box, m_height / 4, m_height / 4);
    painter.setFont(m_labelFont);
    painter.drawText(box, Qt::AlignCenter, label);
}

} // namespace widgets
