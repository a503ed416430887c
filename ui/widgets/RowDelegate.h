// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace widgets {

/// Draws the rows of a RowList: a mark, a bold title, a word in a box, and lines under them.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { SymbolRole = Qt::UserRole + 1, BadgeRole, LinesRole, BoldRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The height for the width of the view.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace widgets
