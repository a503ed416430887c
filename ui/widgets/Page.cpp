// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Page.h"

#include <QLabel>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

namespace widgets {

/// QScrollArea asks what holds wrapped labels for its usual height, not for its least one.
class PageContent : public QWidget {
public:
    void letListsGiveWay()
    {
        m_listsGiveWay = true;
        updateGeometry();
    }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        return m_listsGiveWay ? layout()->minimumHeightForWidth(width) : QWidget::heightForWidth(width);
    }

private:
    bool m_listsGiveWay = false;
};

Page::Page(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new PageContent)
{
    m_body = new QVBoxLayout(m_content);
    m_body->setContentsMargins(0, 0, 0, 0);
    setWidget(m_content);
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

void Page::letListsGiveWay()
{
    m_content->letListsGiveWay();
}

QSize Page::minimumSizeHint() const
{
    constexpr int leastLetters = 56; // a row of three buttons
    constexpr int leastLines = 9;
    const QFontMetrics metrics = fontMetrics();
    const QSize least(metrics.averageCharWidth() * leastLetters, metrics.lineSpacing() * leastLines);
    return least.boundedTo(screen()->availableSize() / 2); // beside it stand steps and buttons
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
