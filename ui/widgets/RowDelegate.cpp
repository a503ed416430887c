// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/RowDelegate.h"

#include "widgets/Symbol.h"
#include "widgets/WrappedText.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

/// Where the parts of a row stand, for a width.
struct RowLayout {
    QFont titleFont;
    QFont badgeFont;
    QFont lineFont;
    QRectF symbol;
    QRectF title;
    QRectF badge; ///< null where the row has none
    QRectF lines;
    qreal height = 0;
};

QString linesOf(const QModelIndex &index)
{
    // One paragraph a line; QTextLayout breaks at this separator.
    return index.data(RowDelegate::LinesRole).toStringList().join(QChar(QChar::LineSeparator));
}

RowLayout layOut(const QFont &font, const QModelIndex &index, qreal width)
{
    RowLayout row;
    row.titleFont = row.badgeFont = row.lineFont = font;
    row.titleFont.setBold(index.data(RowDelegate::BoldRole).toBool());
    const QFontMetricsF metrics(font);
    const qreal gap = metrics.height() * 0.4;
    qreal left = gap;
    if (index.data(RowDelegate::SymbolRole).toInt() != static_cast<int>(Symbol::None)) {
        row.symbol = QRectF(left, gap, metrics.height(), metrics.height());
        left = row.symbol.right() + gap;
    }
    const qreal room = std::max(1.0, width - left - gap);
    const QString title = index.data(Qt::DisplayRole).toString();
    const QString badge = index.data(RowDelegate::BadgeRole).toString();
    // A unit more than measured: a line of exactly the measured width may break by rounding.
    const qreal titleWidth = std::ceil(naturalWidth(title, row.titleFont)) + 1;
    qreal top = gap;
    if (badge.isEmpty()) {
        row.title = QRectF(left, top, room, wrappedHeight(title, row.titleFont, room));
    } else {
        const qreal badgeWidth = std::min(room, naturalWidth(badge, row.badgeFont) + 2 * gap + 1);
        const qreal badgeHeight = wrappedHeight(badge, row.badgeFont, badgeWidth - 2 * gap);
        const bool fitsBeside = titleWidth + gap + badgeWidth <= room;
        row.title = QRectF(left, top, fitsBeside ? titleWidth : room, 0);
        row.title.setHeight(wrappedHeight(title, row.titleFont, row.title.width()));
        row.badge = fitsBeside ? QRectF(row.title.right() + gap, top, badgeWidth, badgeHeight)
                               : QRectF(left, row.title.bottom() + gap / 2, badgeWidth, badgeHeight);
    }
    top = std::max(row.title.bottom(), row.badge.bottom());
    const QString lines = linesOf(index);
    if (!lines.isEmpty()) {
        row.lines = QRectF(left, top + gap / 2, room, wrappedHeight(lines, row.lineFont, room));
        top = row.lines.bottom();
    }
    row.height = top + gap;
    return row;
}

QRectF mirrored(const QRectF &rect, const QStyleOptionViewItem &option)
{
    const QRectF moved = rect.translated(option.rect.topLeft());
    if (option.direction == Qt::LeftToRight)
        return moved;
    return {option.rect.left() + option.rect.right() + 1 - moved.right(), moved.top(), moved.width(), moved.height()};
}

QColor textColor(const QStyleOptionViewItem &option)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    // A row that cannot be chosen still has something to say: the palette's disabled colour is too faint for that.
    if (!option.state.testFlag(QStyle::State_Enabled))
        return option.palette.color(group, QPalette::PlaceholderText);
    return option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear(); // the style draws the background, the selection and the focus; the words are drawn here
    const QStyle *style = row.widget != nullptr ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const RowLayout layout = layOut(row.font, index, row.rect.width());
    const QColor color = textColor(row);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(color);
    const auto symbol = static_cast<Symbol>(index.data(SymbolRole).toInt());
    drawSymbol(*painter, symbol, mirrored(layout.symbol, row), color);
    drawWrapped(*painter, index.data(Qt::DisplayRole).toString(), layout.titleFont, mirrored(layout.title, row));
    const QString badge = index.data(BadgeRole).toString();
    if (!badge.isEmpty()) {
        const QRectF box = mirrored(layout.badge, row);
        const qreal gap = QFontMetricsF(row.font).height() * 0.4;
        painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), gap, gap);
        drawWrapped(*painter, badge, layout.badgeFont, box.adjusted(gap, 0, -gap, 0));
    }
    drawWrapped(*painter, linesOf(index), layout.lineFont, mirrored(layout.lines, row));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // option.rect is not the row's when a size is asked for.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return {width, qCeil(layOut(option.font, index, width).height)};
}

} // namespace widgets
