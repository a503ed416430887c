// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/CauseCollector.h"

#include <algorithm>

namespace diagnosis {

std::vector<CauseFound>::iterator CauseCollector::find(Cause cause)
{
    return std::find_if(
        m_causes.begin(), m_causes.end(), [cause](const CauseFound &found) { return found.cause == cause; });
}

void CauseCollector::add(Cause cause, Status status, std::vector<EvidenceItem> evidence)
{
    const auto same = find(cause);
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

void CauseCollector::addFirst(Cause cause, Status status, std::vector<EvidenceItem> evidence)
{
    add(cause, status, std::move(evidence));
    const auto added = find(cause);
    std::rotate(m_causes.begin(), added, added + 1);
}

void CauseCollector::ruleOut(Cause cause, std::vector<EvidenceItem> against)
{
    const auto found = find(cause);
    if (found == m_causes.end())
        return;
    found->status = Status::RuledOut;
    found->evidence = std::move(against);
}

void CauseCollector::weaken(Cause cause, Status atMost)
{
    const auto found = find(cause);
    if (found != m_causes.end())
        found->status = std::max(found->status, atMost);
}

bool CauseCollector::has(Cause cause) const
{
    return std::any_of(
        m_causes.begin(), m_causes.end(), [cause](const CauseFound &found) { return found.cause == cause; });
}

std::optional<Cause> CauseCollector::firstOf(Verdict verdict) const
{
    for (const CauseFound &found : ranked()) {
        if (verdictOf(found.cause) == verdict && found.status != Status::RuledOut)
            return found.cause;
    }
    return std::nullopt;
}

bool CauseCollector::hasConfirmed() const
{
    return std::any_of(
        m_causes.begin(), m_causes.end(), [](const CauseFound &found) { return found.status == Status::Confirmed; });
}

bool CauseCollector::hasConfirmed(Verdict verdict) const
{
    return std::any_of(m_causes.begin(), m_causes.end(), [verdict](const CauseFound &found) {
        return found.status == Status::Confirmed && verdictOf(found.cause) == verdict;
    });
}

std::vector<CauseFound> CauseCollector::ranked() const
{
    std::vector<CauseFound> causes = m_causes;
    std::stable_sort(
        causes.begin(), causes.end(), [](const CauseFound &a, const CauseFound &b) { return a.status < b.status; });
    return causes;
}

} // namespace diagnosis
