// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/RowList.h"

#include <vector>

namespace widgets {

/// One cause, in words.
struct CauseRow {
    QString title;
    QString status; ///< "confirmed", "likely" …
    QStringList evidence; ///< whole sentences; the first is drawn, all are read out
};

/// The causes, most likely first. The page sets objectName and accessible name.
class CauseList : public RowList {
    Q_OBJECT
public:
    explicit CauseList(QWidget *parent = nullptr);

    /// The first cause becomes the current one, without causeChosen().
    void setCauses(const std::vector<CauseRow> &causes);

Q_SIGNALS:
    /// The user clicked a cause, or pressed Enter on it.
    void causeChosen(int row);
};

} // namespace widgets
