// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace words {

class TimeWords {
    Q_DECLARE_TR_FUNCTIONS(TimeWords)
};

/// How long that is, never less: "60 seconds", "5 minutes", "2 hours", "3 days".
[[nodiscard]] QString duration(qint64 seconds);

/// About how long that is: "40 seconds", "12 minutes", "26 hours", "400 days", "7 years".
[[nodiscard]] QString aboutDuration(qint64 seconds);

} // namespace words
