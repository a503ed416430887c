// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/KeyBoxView.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace widgets {

namespace {

/// Room for the cursor behind the last cell.
constexpr qreal cursorRoom = 2;

} // namespace

KeyBoxView::KeyBoxView(const QFont &font)
    : m_painter(font)
{
}

void KeyBoxView::setFont(const QFont &font, const std::vector<KeyCell> &cells)
{
    m_painter = CellPainter(font);
    setCells(cells);
}

void KeyBoxView::setCells(const std::vector<KeyCell> &cells)
{
    m_row = CellRow(cells, m_painter);
}

void KeyBoxView::showPlace(qsizetype place)
{
    const qreal room = std::max(1.0, m_area.width() - cursorRoom);
    const qreal cursor = m_row.left(place);
    const qreal behind = m_row.left(std::min(place + 1, m_row.count()));
    // The cell behind the cursor is what a person reads; where it does not fit, the cursor alone must be seen.
    const qreal right = behind - cursor < room ? behind : cursor;
    if (right - m_scroll > room)
        m_scroll = right - room;
    if (cursor < m_scroll)
        m_scroll = cursor;
    m_scroll = std::clamp(m_scroll, 0.0, std::max(0.0, m_row.width() - room));
}

QRectF KeyBoxView::cellRect(qsizetype offset) const
{
    const qreal left = m_row.left(offset);
    const qreal right = offset < m_row.count() ? m_row.left(offset + 1) : left;
    return {m_area.left() + left - m_scroll, m_area.top(), right - left, m_area.height()};
}

qsizetype KeyBoxView::cellAt(const QPointF &point) const
{
    return m_area.contains(point) ? m_row.cellAt(inRow(point.x())) : -1;
}

void KeyBoxView::paint(QPainter &painter, const std::vector<KeyCell> &cells, const State &state) const
{
    const CellPainter::Colors plain{state.palette.color(QPalette::Text), state.palette.color(QPalette::Base)};
    const CellPainter::Colors selected{
        state.palette.color(QPalette::HighlightedText), state.palette.color(QPalette::Highlight)};
    painter.setClipRect(m_area);
    for (qsizetype i = std::max<qsizetype>(0, m_row.cellAt(m_scroll)); i < m_row.count(); ++i) {
        const QRectF rect = cellRect(i);
        if (rect.left() > m_area.right())
            break;
        const bool isSelected = i >= state.selectionBegin && i < state.selectionEnd;
        if (isSelected) {
            const QRectF back(
                rect.left(), rect.center().y() - m_painter.height() / 2, rect.width(), m_painter.height());
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.fillRect(back, selected.background);
        }
        m_painter.draw(painter, cells[static_cast<std::size_t>(i)], rect, isSelected ? selected : plain);
    }
    if (!state.preedit.isEmpty())
        paintPreedit(painter, state);
    else if (state.cursor >= 0) {
        const QRectF rect = cellRect(state.cursor);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(
            QRectF(rect.left(), rect.center().y() - m_painter.height() / 2, state.cursorWidth, m_painter.height()),
            plain.text);
    }
}

void KeyBoxView::paintPreedit(QPainter &painter, const State &state) const
{
    QFont font = state.font;
    font.setUnderline(true);
    const QFontMetricsF metrics(font);
    const qreal left = cellRect(std::max<qsizetype>(0, state.cursor)).left();
    const QRectF box(left, m_area.center().y() - m_painter.height() / 2, metrics.horizontalAdvance(state.preedit),
        m_painter.height());
    painter.fillRect(box, state.palette.color(QPalette::Base));
    painter.setFont(font);
    painter.setPen(state.palette.color(QPalette::Text));
    painter.drawText(box, Qt::AlignCenter, state.preedit);
}

void KeyBoxView::paintPlaceholder(QPainter &painter, const QString &text, const State &state) const
{
    painter.setClipRect(m_area);
    painter.setFont(state.font);
    painter.setPen(state.palette.color(QPalette::PlaceholderText));
    const QString elided = QFontMetricsF(state.font).elidedText(text, Qt::ElideRight, m_area.width());
    // The key goes from left to right; the hint goes as the language does.
    const auto alignment =
        QStyle::visualAlignment(QGuiApplication::layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(m_area, static_cast<int>(alignment), elided);
}

} // namespace widgets
