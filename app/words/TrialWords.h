// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// The facts that trials with one thing changed, and the address itself, bring to light.
class TrialWords {
    Q_DECLARE_TR_FUNCTIONS(TrialWords)
public:
    /// One sentence; empty for a fact of another subject.
    [[nodiscard]] static QString sentence(const diagnosis::EvidenceItem &item);
    /// Whose address it is and what it wants; empty where that is usual or not known.
    [[nodiscard]] static QString endpoint(probe::EndpointKind kind);
};

} // namespace words
