// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Symbol.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <array>
#include <vector>

namespace widgets {

/// One cell of a PlaceTable: a few short lines, with a mark before the first one.
struct PlaceCell {
    Symbol symbol = Symbol::None;
    QStringList lines;
    QString tip; ///< in full, where the lines are short for it
    QString spoken; ///< for assistive technology, where the lines alone would not tell
};

/// One place where a key was found or looked for. Holds no key.
struct PlaceRow {
    static constexpr std::size_t columnCount = 4;

    std::size_t place = 0; ///< its number in the search's result
    bool usable = false; ///< a key can be taken from there
    QString name; ///< tells the place from others, also from one search to the next
    QString whole; ///< the row as one line: to be read out, and to be copied
    std::array<PlaceCell, columnCount> cells;
};

/// The rows of a PlaceTable.
class PlaceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { LinesRole = Qt::UserRole + 1, SymbolRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<PlaceRow> rows, const QStringList &headers);
    [[nodiscard]] const PlaceRow &row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<PlaceRow> m_rows;
    QStringList m_headers;
};

} // namespace widgets
