// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Symbol.h"

#include <QListView>
#include <QStringList>

#include <vector>

class QStandardItemModel;

namespace widgets {

/// What one row of a RowList shows.
struct Row {
    Symbol symbol = Symbol::None;
    QString title;
    QString badge; ///< a word in a box, at the title's side or under it
    QStringList lines; ///< under the title, word-wrapped
    QString spoken; ///< all of it, for assistive technology
    bool isBold = true; ///< of the title
    bool enabled = true;
};

/// A list of rows of words: wrapped, never cut off, as high as they must be at any font size.
class RowList : public QListView {
    Q_OBJECT
public:
    explicit RowList(QWidget *parent = nullptr);

    /// Where the number of rows stays, rows are updated in place and the current row stays.
    void showRows(const std::vector<Row> &rows);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A row was clicked, or Enter or Space was pressed on it.
    void rowChosen(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QStandardItemModel *m_rows = nullptr;
};

} // namespace widgets
