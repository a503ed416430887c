// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/SymbolLabel.h"

#include <QPainter>

namespace widgets {

SymbolLabel::SymbolLabel(QWidget *parent)
    : QWidget(parent)
{
    setForegroundRole(QPalette::Text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SymbolLabel::setSymbol(Symbol symbol)
{
    m_symbol = symbol;
    update();
}

QSize SymbolLabel::sizeHint() const
{
    return {fontMetrics().height(), fontMetrics().height()};
}

void SymbolLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawSymbol(painter, m_symbol, rect(), palette().color(foregroundRole()));
}

} // namespace widgets
