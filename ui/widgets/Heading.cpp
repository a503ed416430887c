// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Heading.h"

#include "widgets/Fonts.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

namespace widgets {

Heading::Heading(QWidget *parent)
    : QLabel(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setMargin(fontMetrics().height() / 6);
    enlarge();
}

void Heading::enlarge()
{
    QFont large = scaledFont(parentWidget() != nullptr ? parentWidget()->font() : QFont(), 1.5);
    large.setBold(true);
    if (large != font())
        setFont(large);
}

void Heading::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.backgroundColor = palette().color(QPalette::Window);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
}

void Heading::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::ParentChange)
        enlarge();
}

} // namespace widgets
