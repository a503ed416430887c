// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"

namespace diagnosis {

/// Gathers causes while the evidence is read. A cause that is added twice keeps the surer status and both proofs.
class CauseCollector {
public:
    void add(Cause cause, Status status, std::vector<EvidenceItem> evidence);
    /// The same, and the cause goes before all that are equally sure.
    void addFirst(Cause cause, Status status, std::vector<EvidenceItem> evidence);
    /// Evidence speaks against a cause that was added, and takes the place of what spoke for it; a cause that was not
    /// added stays away.
    void ruleOut(Cause cause, std::vector<EvidenceItem> against);
    /// The evidence for a cause is not as sure as it looked: its status is `atMost` from here on.
    void weaken(Cause cause, Status atMost);
    [[nodiscard]] bool has(Cause cause) const;
    [[nodiscard]] bool hasConfirmed() const;
    [[nodiscard]] bool hasConfirmed(Verdict verdict) const;
    /// The surest cause that leads to this verdict; nothing where there is none.
    [[nodiscard]] std::optional<Cause> firstOf(Verdict verdict) const;
    /// The causes, surest first; those equally sure stay in the order in which they were added.
    [[nodiscard]] std::vector<CauseFound> ranked() const;

private:
    std::vector<CauseFound>::iterator find(Cause cause);

    std::vector<CauseFound> m_causes;
};

} // namespace diagnosis
