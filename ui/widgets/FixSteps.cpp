// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FixSteps.h"

#include "widgets/Accessibility.h"
#include "widgets/FixStepRow.h"
#include "widgets/TabOrder.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

constexpr int usualWidth = 48; ///< in digits of the font
constexpr int leastWidth = 20;
constexpr int leastLines = 4;

} // namespace

FixSteps::FixSteps(QWidget *parent)
    : QScrollArea(parent)
{
    installAccessibility();
    setObjectName(QStringLiteral("fixSteps"));
    setAccessibleName(tr("How to fix it"));
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // its rows have the focus
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    // It is as high as its steps are, and the page scrolls as a whole: a bar of its own would take width, break more
    // lines, and so stay.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    setSteps({});
}

void FixSteps::setSteps(const std::vector<FixRow> &steps)
{
    m_rows.clear();
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(0); // rows have margins of their own
    for (const FixRow &step : steps) {
        const int index = stepCount();
        auto *row = new FixStepRow(index + 1, step, content);
        connect(row, &FixStepRow::linkActivated, this, &FixSteps::linkActivated);
        connect(row, &FixStepRow::commandCopied, this, [this, index] { Q_EMIT commandCopied(index); });
        connect(row, &FixStepRow::focused, this, [this, row] { showRow(row); });
        column->addWidget(row);
        m_rows.push_back(row);
    }
    column->addStretch(1);
    setWidget(content); // deletes the former one
    keepTabOrder();
    updateGeometry();
}

void FixSteps::keepTabOrder()
{
    QList<QWidget *> controls;
    for (QWidget *row : m_rows) {
        controls.append(row);
        const QList<QPushButton *> buttons = row->findChildren<QPushButton *>();
        for (QPushButton *button : buttons)
            controls.append(button);
    }
    tabThrough(*this, controls);
}

void FixSteps::keyPressEvent(QKeyEvent *event)
{
    const QWidget *focus = QApplication::focusWidget();
    const auto hasFocusIn = [focus](const QWidget *row) { return row == focus || row->isAncestorOf(focus); };
    const auto current = std::find_if(m_rows.begin(), m_rows.end(), hasFocusIn);
    const bool isMove = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (!isMove || current == m_rows.end()) {
        QScrollArea::keyPressEvent(event);
        return;
    }
    const auto place = static_cast<int>(current - m_rows.begin()) + (event->key() == Qt::Key_Down ? 1 : -1);
    if (place >= 0 && place < stepCount())
        row(place)->setFocus(Qt::OtherFocusReason);
}

void FixSteps::showRow(QWidget *row)
{
    for (QWidget *ancestor = this; ancestor != nullptr; ancestor = ancestor->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(ancestor))
            area->ensureWidgetVisible(row);
    }
}

int FixSteps::heightForWidth(int width) const
{
    const int height = widget()->heightForWidth(width - 2 * frameWidth()) + 2 * frameWidth();
    return std::max(height, minimumSizeHint().height());
}

QSize FixSteps::sizeHint() const
{
    const int width = usualWidth * fontMetrics().horizontalAdvance(QLatin1Char('0'));
    return {width, heightForWidth(width)};
}

QSize FixSteps::minimumSizeHint() const
{
    return {leastWidth * fontMetrics().horizontalAdvance(QLatin1Char('0')),
        leastLines * fontMetrics().height() + 2 * frameWidth()};
}

} // namespace widgets
