// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CommandText.h"

#include "widgets/Fonts.h"
#include "widgets/WrappedText.h"

#include <QEvent>
#include <QPainter>

namespace widgets {

CommandText::CommandText(const QString &command, QWidget *parent)
    : QWidget(parent)
    , m_command(command)
{
    setAccessibleName(command);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont CommandText::commandFont() const
{
    return fixedFont(font());
}

qreal CommandText::padding() const
{
    return fontMetrics().height() * 0.3;
}

int CommandText::heightForWidth(int width) const
{
    return qCeil(wrappedHeight(m_command, commandFont(), width - 2 * padding()) + 2 * padding());
}

QSize CommandText::sizeHint() const
{
    const int width = qCeil(naturalWidth(m_command, commandFont()) + 2 * padding() + 1);
    return {width, heightForWidth(width)};
}

QSize CommandText::minimumSizeHint() const
{
    return {10 * fontMetrics().horizontalAdvance(QLatin1Char('0')), qCeil(fontMetrics().height() + 2 * padding())};
}

void CommandText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::Text));
    const qreal gap = padding();
    drawWrapped(painter, m_command, commandFont(), QRectF(rect()).adjusted(gap, gap, -gap, -gap));
}

void CommandText::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace widgets
