// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Page.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace widgets {

Page::Page(QWidget *parent)
    : QScrollArea(parent)
{
    auto *content = new QWidget;
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(0, 0, 0, 0);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    // It has no name of its own to be read out; Page Up and Page Down come from the window.
    setFocusPolicy(Qt::NoFocus);
}

void Page::scrollByPage(int direction)
{
    QScrollBar *bar = verticalScrollBar();
    bar->triggerAction(direction < 0 ? QScrollBar::SliderPageStepSub : QScrollBar::SliderPageStepAdd);
}

QLabel *Page::addText(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body->addWidget(label);
    return label;
}

} // namespace widgets
