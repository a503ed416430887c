// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Symbol.h"

#include <QWidget>

namespace widgets {

/// A mark as high as a line of text. Words beside it must say the same.
class SymbolLabel : public QWidget {
    Q_OBJECT
public:
    explicit SymbolLabel(QWidget *parent = nullptr);
    void setSymbol(Symbol symbol);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Symbol m_symbol = Symbol::None;
};

} // namespace widgets
