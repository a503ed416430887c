// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Symbol.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace widgets {

namespace {

/// Marks are drawn in a square of this side, with lines of this width.
constexpr qreal side = 16;
constexpr qreal line = 1.6;

void drawTick(QPainter &painter, qreal left, qreal top, qreal width)
{
    QPainterPath path(QPointF(left, top + width * 0.5));
    path.lineTo(left + width * 0.36, top + width * 0.84);
    path.lineTo(left + width, top + width * 0.1);
    painter.drawPath(path);
}

void drawStroke(QPainter &painter, qreal top, qreal bottom)
{
    painter.drawLine(QPointF(side / 2, top), QPointF(side / 2, bottom));
}

void drawDot(QPainter &painter, qreal x, qreal y, qreal radius, const QColor &color)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(x, y), radius, radius);
    painter.restore();
}

void drawTriangle(QPainter &painter)
{
    QPainterPath path(QPointF(side / 2, 1.5));
    path.lineTo(side - 1, side - 2);
    path.lineTo(1, side - 2);
    path.closeSubpath();
    painter.drawPath(path);
}

void drawMark(QPainter &painter, Symbol symbol, const QColor &color)
{
    const QRectF circle(1, 1, side - 2, side - 2);
    switch (symbol) {
    case Symbol::None:
        break;
    case Symbol::Information:
        painter.drawEllipse(circle);
        drawStroke(painter, 7.3, 12);
        drawDot(painter, side / 2, 4.6, 1.1, color);
        break;
    case Symbol::Good:
        painter.drawEllipse(circle);
        drawTick(painter, 4.6, 4.4, 6.8);
        break;
    case Symbol::Problem:
        drawTriangle(painter);
        drawStroke(painter, 6, 9.6);
        drawDot(painter, side / 2, 11.9, 0.9, color);
        break;
    case Symbol::Done:
        drawTick(painter, 2.5, 2.5, 11);
        break;
    case Symbol::Current:
        drawDot(painter, side / 2, side / 2, 5, color);
        break;
    case Symbol::NotYet:
        painter.drawEllipse(QPointF(side / 2, side / 2), 4.5, 4.5);
        break;
    case Symbol::Failed:
        painter.drawLine(QPointF(3.5, 3.5), QPointF(12.5, 12.5));
        painter.drawLine(QPointF(12.5, 3.5), QPointF(3.5, 12.5));
        break;
    case Symbol::Running:
        for (const qreal x : {3.2, 8.0, 12.8})
            drawDot(painter, x, side / 2, 1.5, color);
        break;
    case Symbol::Skipped:
        painter.drawLine(QPointF(3.5, side / 2), QPointF(12.5, side / 2));
        break;
    }
}

} // namespace

void drawSymbol(QPainter &painter, Symbol symbol, const QRectF &rect, const QColor &color)
{
    const qreal size = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(size / 2, size / 2));
    painter.scale(size / side, size / side);
    painter.setPen(QPen(color, line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    drawMark(painter, symbol, color);
    painter.restore();
}

} // namespace widgets
