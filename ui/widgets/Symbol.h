// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace widgets {

/// Marks that differ in shape, so that colour is never needed to tell them apart.
enum class Symbol {
    None,
    Information, ///< i in a circle
    Good, ///< tick in a circle
    Problem, ///< ! in a triangle
    Done, ///< tick
    Current, ///< filled disc
    NotYet, ///< circle
    Failed, ///< cross
    Running, ///< three dots
    Skipped, ///< dash
};

void drawSymbol(QPainter &painter, Symbol symbol, const QRectF &rect, const QColor &color);

} // namespace widgets
