// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// The outcome of a check.
class VerdictWords {
    Q_DECLARE_TR_FUNCTIONS(VerdictWords)
public:
    /// One sentence: "The key works.", "The key has a no-break space at its end."
    [[nodiscard]] static QString summary(const diagnosis::Diagnosis &diagnosis, const diagnosis::Evidence &evidence);
    /// What kind of thing must change: "The key must change", "Something on the way must change".
    [[nodiscard]] static QString verdict(diagnosis::Verdict verdict);
};

} // namespace words
