// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/CauseCollector.h"

#include <algorithm>

namespace diagnosis {

void CauseCollector::add(Cause cause, Status status, std::vector<EvidenceItem> evidence)
{
    const auto same = std::find_if(
        m_causes.begin(), m_causes.end(), [cause](const CauseFound &found) { return found.cause == cause; });
    if (same == m_causes.end()) {
        m_causes.push_back({cause, status, std::move(evidence)});
        return;
    }
    same->status = std::min(same->status, status);
    for (EvidenceItem &item : evidence) {
        if (std::find(same->evidence.begin(), same->evidence.end(), item) == same->evidence.end())
            same->evidence.push_back(std::move(item));
    }
}

bool CauseCollector::hasConfirmed() const
{
    return std::any_of(
        m_causes.begin(), m_causes.end(), [](const CauseFound &found) { return found.status == Status::Confirmed; });
}

std::vector<CauseFound> CauseCollector::ranked() const
{
    std::vector<CauseFound> causes = m_causes;
    std::stable_sort(
        causes.begin(), causes.end(), [](const CauseFound &a, const CauseFound &b) { return a.status < b.status; });
    return causes;
}

} // namespace diagnosis
