// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/PlaceDelegate.h"

#include "widgets/PlaceModel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int mostLetters = 22; ///< that a cell asks room for; what is longer is shortened
constexpr qreal padding = 0.35; ///< of a line's height

Symbol symbolOf(const QModelIndex &index)
{
    return static_cast<Symbol>(index.data(PlaceModel::SymbolRole).toInt());
}

} // namespace

void PlaceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear(); // the style draws the background, the selection and the focus; the words are drawn here
    const QStyle *style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const auto group = cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor color = cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QFontMetrics &metrics = cell.fontMetrics;
    const int gap = qRound(metrics.height() * padding);
    QRect room = cell.rect.adjusted(gap, gap, -gap, -gap);

    painter->save();
    painter->setPen(color);
    painter->setFont(cell.font);
    if (symbolOf(index) != Symbol::None) {
        const QRect symbol(room.topLeft(), QSize(metrics.height(), metrics.height()));
        drawSymbol(*painter, symbolOf(index), QStyle::visualRect(cell.direction, room, symbol), color);
        const QRect rest = room.adjusted(metrics.height() + gap, 0, 0, 0);
        room = QStyle::visualRect(cell.direction, room, rest);
    }
    const QStringList lines = index.data(PlaceModel::LinesRole).toStringList();
    QRect line(room.topLeft(), QSize(room.width(), metrics.height()));
    for (const QString &text : lines) {
        painter->drawText(line,
            static_cast<int>(QStyle::visualAlignment(cell.direction, Qt::AlignLeft)) | Qt::TextSingleLine,
            metrics.elidedText(text, Qt::ElideMiddle, line.width()));
        line.translate(0, metrics.lineSpacing());
    }
    painter->restore();
}

QSize PlaceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    const int gap = qRound(metrics.height() * padding);
    const QStringList lines = index.data(PlaceModel::LinesRole).toStringList();
    int width = 0;
    for (const QString &line : lines)
        width = std::max(width, metrics.horizontalAdvance(line) + 1);
    width = std::min(width, mostLetters * metrics.averageCharWidth());
    if (symbolOf(index) != Symbol::None)
        width += metrics.height() + gap;
    const auto count = std::max(1, static_cast<int>(lines.size()));
    return {width + 2 * gap, metrics.height() + (count - 1) * metrics.lineSpacing() + 2 * gap};
}

} // namespace widgets
