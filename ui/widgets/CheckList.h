// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/RowList.h"

#include <vector>

namespace widgets {

enum class CheckState { Waiting, Running, Passed, Failed, Skipped };

/// One thing tried, in words.
struct CheckRow {
    QString name;
    CheckState state = CheckState::Waiting; ///< chooses the symbol alone
    QString stateText; ///< "passed", "failed", "not tried"
    QString detail; ///< one sentence; may be empty
};

/// What is tried, and how it went. The page sets objectName and accessible name.
class CheckList : public RowList {
    Q_OBJECT
public:
    explicit CheckList(QWidget *parent = nullptr);

    /// May be called as often as something changes: rows that stay keep their place, scroll position and selection.
    void setRows(const std::vector<CheckRow> &checks);
};

} // namespace widgets
