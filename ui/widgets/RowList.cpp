// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/RowList.h"

#include "widgets/RowDelegate.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

namespace widgets {

namespace {

constexpr int usualWidth = 48; ///< in digits of the font
constexpr int leastWidth = 16;
constexpr int leastLines = 4;

void fill(QStandardItem &item, const Row &row)
{
    item.setText(row.title);
    item.setData(static_cast<int>(row.symbol), RowDelegate::SymbolRole);
    item.setData(row.badge, RowDelegate::BadgeRole);
    item.setData(row.lines, RowDelegate::LinesRole);
    item.setData(row.isBold, RowDelegate::BoldRole);
    item.setData(row.spoken, Qt::AccessibleTextRole);
    item.setEditable(false);
    item.setEnabled(row.enabled);
    item.setSelectable(row.enabled);
}

} // namespace

RowList::RowList(QWidget *parent)
    : QListView(parent)
    , m_rows(new QStandardItemModel(this))
{
    setModel(m_rows);
    setItemDelegate(new RowDelegate(this));
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // rows are wrapped to the width
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT rowChosen(index.row()); });
}

void RowList::showRows(const std::vector<Row> &rows)
{
    const auto count = static_cast<int>(rows.size());
    if (m_rows->rowCount() > count)
        m_rows->removeRows(count, m_rows->rowCount() - count);
    for (int i = 0; i < count; ++i) {
        if (i == m_rows->rowCount())
            m_rows->appendRow(new QStandardItem);
        fill(*m_rows->item(i), rows[static_cast<std::size_t>(i)]);
    }
    scheduleDelayedItemsLayout(); // a row may have become higher
    updateGeometry();
}

QSize RowList::sizeHint() const
{
    const int width = usualWidth * fontMetrics().horizontalAdvance(QLatin1Char('0'));
    int height = 2 * frameWidth();
    for (int i = 0; i < m_rows->rowCount(); ++i)
        height += sizeHintForRow(i);
    return {width, std::max(height, minimumSizeHint().height())};
}

QSize RowList::minimumSizeHint() const
{
    return {leastWidth * fontMetrics().horizontalAdvance(QLatin1Char('0')),
        leastLines * fontMetrics().height() + 2 * frameWidth()};
}

void RowList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isChoice = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    if (isChoice && currentIndex().isValid()) {
        event->accept();
        Q_EMIT rowChosen(currentIndex().row());
        return;
    }
    QListView::keyPressEvent(event);
}

void RowList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // another width breaks lines elsewhere
    if (currentIndex().isValid())
        scrollTo(currentIndex()); // what is shown elsewhere belongs to it
}

void RowList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
}

} // namespace widgets
