// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "widgets/CellPainter.h"
#include "widgets/KeyCells.h"

#include <QWidget>

#include <vector>

namespace widgets {

/// A key to look at, always masked, with chips for the characters that do not belong: "before" and "after" of
/// cleaning. Wraps; of a very long key the middle is left out. The page sets its accessible name.
class CharacterStrip : public QWidget {
    Q_OBJECT
public:
    explicit CharacterStrip(QWidget *parent = nullptr);

    /// Keeps the code points of characters that do not belong and of the readable end, of the others nothing.
    void setSecret(const key::Secret &secret);
    [[nodiscard]] const std::vector<KeyCell> &cells() const { return m_cells; }
    /// What is to be seen, in words: the length, and each character that does not belong with its place.
    [[nodiscard]] QString description() const { return m_description; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Where each drawn cell stands for a given width; a line is never empty.
    [[nodiscard]] std::vector<QPointF> places(int width) const;
    [[nodiscard]] qreal lineHeight() const;

    std::vector<KeyCell> m_cells;
    std::vector<KeyCell> m_drawn; ///< m_cells, or its beginning, "…", and its end
    QString m_description;
    CellPainter m_painter;
};

} // namespace widgets
