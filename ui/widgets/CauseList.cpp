// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CauseList.h"

#include <QAbstractItemModel>

namespace widgets {

CauseList::CauseList(QWidget *parent)
    : RowList(parent)
{
    connect(this, &RowList::rowChosen, this, &CauseList::causeChosen);
}

void CauseList::setCauses(const std::vector<CauseRow> &causes)
{
    std::vector<Row> rows;
    rows.reserve(causes.size());
    for (const CauseRow &cause : causes) {
        Row row;
        row.title = cause.title;
        row.badge = cause.status;
        row.lines = cause.evidence.mid(0, 1);
        //: A cause as it is read out: its title, how sure it is, the proof. %1 "The key has hidden characters",
        //: %2 "confirmed", %3 sentences
        row.spoken = tr("%1: %2. %3").arg(cause.title, cause.status, cause.evidence.join(QLatin1Char(' '))).trimmed();
        rows.push_back(row);
    }
    showRows(rows);
    setCurrentIndex(model()->index(0, 0));
}

} // namespace widgets
