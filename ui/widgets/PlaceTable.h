// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/PlaceModel.h"

#include <QTableView>

#include <optional>

namespace widgets {

/// The table of the places where keys are found, and of the one that wins. A whole row is chosen; the arrow keys go
/// from row to row, left and right from cell to cell, Enter takes the key of the row, Ctrl+C copies the row, which
/// holds no key.
class PlaceTable : public QTableView {
    Q_OBJECT
public:
    explicit PlaceTable(QWidget *parent = nullptr);

    /// Shows other rows. The row that was chosen stays chosen where it is still there; else the first usable one is.
    void showRows(std::vector<PlaceRow> rows, const QStringList &headers);
    /// The place of the chosen row, where a key can be taken from it.
    [[nodiscard]] std::optional<std::size_t> usablePlace() const;
    /// The height that it asks for, in lines of text, where it has that many; what is more scrolls.
    void setUsualLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Enter was pressed on a row with a key, or the row was clicked twice.
    void placeWanted(std::size_t place);
    /// Another row was chosen, or the rows are others.
    void usablePlaceChanged();

protected:
    /// Up and down lead to the first cell, whose accessible name is the whole row.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int rowToChoose(const QString &former) const;
    void wantCurrent();
    void copyCurrent() const;

    PlaceModel *m_model = nullptr;
    int m_usualLines = 12;
};

} // namespace widgets
