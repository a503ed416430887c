// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace widgets {

/// Text in lines of a width: broken between words, and within one that alone is wider, so that nothing is cut off.
/// Returns the height it takes.
[[nodiscard]] qreal wrappedHeight(const QString &text, const QFont &font, qreal width);
/// The width of the text in one line.
[[nodiscard]] qreal naturalWidth(const QString &text, const QFont &font);
/// Draws with the painter's pen from the top of `rect`.
void drawWrapped(QPainter &painter, const QString &text, const QFont &font, const QRectF &rect);

} // namespace widgets
