// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/PlaceModel.h"

namespace widgets {

namespace {

QString joined(const PlaceCell &cell)
{
    return cell.lines.join(QLatin1String(", "));
}

} // namespace

void PlaceModel::setRows(std::vector<PlaceRow> rows, const QStringList &headers)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_headers = headers;
    endResetModel();
}

int PlaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlaceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(PlaceRow::columnCount);
}

QVariant PlaceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PlaceRow &row = m_rows.at(static_cast<std::size_t>(index.row()));
    const PlaceCell &cell = row.cells.at(static_cast<std::size_t>(index.column()));
    switch (role) {
    case Qt::DisplayRole:
        return joined(cell);
    case Qt::ToolTipRole:
        return cell.tip.isEmpty() ? joined(cell) : cell.tip;
    case Qt::AccessibleTextRole: {
        if (index.column() == 0)
            return row.whole; // the arrow keys go from row to row
        const QString spoken = cell.spoken.isEmpty() ? joined(cell) : cell.spoken;
        //: A cell of a table, read out: %1 is the header of its column, %2 is what stands in it
        return tr("%1: %2").arg(m_headers.value(index.column()), spoken);
    }
    case LinesRole:
        return cell.lines;
    case SymbolRole:
        return static_cast<int>(cell.symbol);
    default:
        return {};
    }
}

QVariant PlaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_headers.value(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    return {};
}

} // namespace widgets
