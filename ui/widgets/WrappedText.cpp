// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/WrappedText.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace widgets {

namespace {

qreal layOut(QTextLayout &layout, qreal width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(QGuiApplication::layoutDirection());
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1.0, width));
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

qreal wrappedHeight(const QString &text, const QFont &font, qreal width)
{
    QTextLayout layout(text, font);
    return layOut(layout, width);
}

qreal naturalWidth(const QString &text, const QFont &font)
{
    constexpr qreal wideEnough = 1e6;
    // Laid out as it will be drawn: font metrics alone may differ by more than a rounding.
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(wideEnough);
    layout.endLayout();
    return line.isValid() ? line.naturalTextWidth() : 0;
}

void drawWrapped(QPainter &painter, const QString &text, const QFont &font, const QRectF &rect)
{
    QTextLayout layout(text, font);
    layOut(layout, rect.width());
    layout.draw(&painter, rect.topLeft());
}

} // namespace widgets
