// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// What to do, one act a sentence.
class FixWords {
    Q_DECLARE_TR_FUNCTIONS(FixWords)
public:
    [[nodiscard]] static QString sentence(const diagnosis::FixStep &step, const diagnosis::FixContext &context);
    /// What one should see afterwards; empty where there is nothing to see.
    [[nodiscard]] static QString expectation(const diagnosis::FixStep &step, const diagnosis::FixContext &context);
    /// A platform's name, for a list to choose from.
    [[nodiscard]] static QString platform(diagnosis::Platform platform);
};

} // namespace words
