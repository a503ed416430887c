// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/PlaceTable.h"

#include "widgets/PlaceDelegate.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace widgets {

namespace {

constexpr int usualWidth = 60; ///< in digits of the font
constexpr int leastWidth = 24;
constexpr int leastLines = 5;
constexpr int leastColumn = 8;

} // namespace

PlaceTable::PlaceTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new PlaceModel(this))
{
    setModel(m_model);
    setItemDelegate(new PlaceDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(leastColumn * fontMetrics().horizontalAdvance(QLatin1Char('0')));
    connect(this, &QTableView::doubleClicked, this, &PlaceTable::wantCurrent);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PlaceTable::usablePlaceChanged);
}

void PlaceTable::showRows(std::vector<PlaceRow> rows, const QStringList &headers)
{
    const QString former = currentIndex().isValid() ? m_model->row(currentIndex().row()).name : QString();
    m_model->setRows(std::move(rows), headers);
    setCurrentIndex(m_model->index(rowToChoose(former), 0));
    updateGeometry();
    Q_EMIT usablePlaceChanged();
}

int PlaceTable::rowToChoose(const QString &former) const
{
    int firstUsable = 0;
    for (int i = m_model->rowCount() - 1; i >= 0; --i) {
        if (!former.isEmpty() && m_model->row(i).name == former)
            return i;
        if (m_model->row(i).usable)
            firstUsable = i;
    }
    return firstUsable;
}

std::optional<std::size_t> PlaceTable::usablePlace() const
{
    if (!currentIndex().isValid())
        return std::nullopt;
    const PlaceRow &row = m_model->row(currentIndex().row());
    return row.usable ? std::optional(row.place) : std::nullopt;
}

void PlaceTable::setUsualLines(int lines)
{
    m_usualLines = lines;
    updateGeometry();
}

QSize PlaceTable::sizeHint() const
{
    const int width = usualWidth * fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int whole = horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth();
    const int usual = m_usualLines * fontMetrics().lineSpacing();
    return {width, std::max(std::min(whole, usual), minimumSizeHint().height())};
}

QSize PlaceTable::minimumSizeHint() const
{
    return {leastWidth * fontMetrics().horizontalAdvance(QLatin1Char('0')),
        leastLines * fontMetrics().lineSpacing() + 2 * frameWidth()};
}

QModelIndex PlaceTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex next = QTableView::moveCursor(action, modifiers);
    return next.row() == currentIndex().row() ? next : next.siblingAtColumn(0);
}

void PlaceTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyCurrent();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        wantCurrent();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void PlaceTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

void PlaceTable::wantCurrent()
{
    if (const std::optional<std::size_t> place = usablePlace())
        Q_EMIT placeWanted(*place);
}

void PlaceTable::copyCurrent() const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model->row(currentIndex().row()).whole);
}

} // namespace widgets
