// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Cause.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// What a cause is called, and what it means.
class CauseWords {
    Q_DECLARE_TR_FUNCTIONS(CauseWords)
public:
    /// A short line: "The key has hidden characters".
    [[nodiscard]] static QString title(diagnosis::Cause cause);
    /// One or two plain sentences; a term is explained where it is first used.
    [[nodiscard]] static QString explanation(diagnosis::Cause cause);
    /// "confirmed", "likely", "possible", "ruled out".
    [[nodiscard]] static QString status(diagnosis::Status status);
};

} // namespace words
