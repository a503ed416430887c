// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"

namespace diagnosis {

/// Gathers causes while the evidence is read. A cause that is added twice keeps the surer status and both proofs.
class CauseCollector {
public:
    void add(Cause cause, Status status, std::vector<EvidenceItem> evidence);
    [[nodiscard]] bool hasConfirmed() const;
    /// The causes, surest first; those equally sure stay in the order in which they were added.
    [[nodiscard]] std::vector<CauseFound> ranked() const;

private:
    std::vector<CauseFound> m_causes;
};

} // namespace diagnosis
