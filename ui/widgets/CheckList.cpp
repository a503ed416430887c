// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CheckList.h"

namespace widgets {

namespace {

Symbol symbolOf(CheckState state)
{
    switch (state) {
    case CheckState::Waiting:
        return Symbol::NotYet;
    case CheckState::Running:
        return Symbol::Running;
    case CheckState::Passed:
        return Symbol::Done;
    case CheckState::Failed:
        return Symbol::Failed;
    case CheckState::Skipped:
        return Symbol::Skipped;
    }
    return Symbol::None;
}

} // namespace

CheckList::CheckList(QWidget *parent)
    : RowList(parent)
{
}

void CheckList::setRows(const std::vector<CheckRow> &checks)
{
    std::vector<Row> rows;
    rows.reserve(checks.size());
    for (const CheckRow &check : checks) {
        Row row;
        row.symbol = symbolOf(check.state);
        row.title = check.name;
        row.badge = check.stateText;
        if (!check.detail.isEmpty())
            row.lines = QStringList(check.detail);
        //: Something that was tried, as it is read out: %1 its name, %2 "passed", %3 a sentence or nothing
        row.spoken = tr("%1: %2. %3").arg(check.name, check.stateText, check.detail).trimmed();
        rows.push_back(row);
    }
    showRows(rows);
}

} // namespace widgets
