// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/TabOrder.h"

namespace widgets {

void tabThrough(QWidget &place, const QList<QWidget *> &controls)
{
    // QWidget::setTabOrder() does nothing for widgets that cannot have the focus.
    QWidget *before = place.previousInFocusChain();
    while (before != &place && (before->focusPolicy() == Qt::NoFocus || place.isAncestorOf(before)))
        before = before->previousInFocusChain();
    for (QWidget *control : controls) {
        if (before != &place)
            QWidget::setTabOrder(before, control);
        before = control;
    }
}

} // namespace widgets
