// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/FindingList.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace inspect {

FindingList::FindingList(std::size_t maximum)
    : m_maximum(maximum)
{
}

bool FindingList::comesBefore(const Entry &a, const Entry &b)
{
    return std::tie(a.finding.offset, a.finding.kind, a.number) < std::tie(b.finding.offset, b.finding.kind, b.number);
}

void FindingList::add(Finding finding)
{
    Entry entry{std::move(finding), m_count++};
    std::optional<Entry> &first = m_firstOfKind[static_cast<std::size_t>(entry.finding.kind)];
    if (!first || comesBefore(entry, *first))
        first = entry;
    if (m_first.size() < m_maximum) {
        m_first.push_back(std::move(entry));
        if (m_first.size() == m_maximum)
            std::make_heap(m_first.begin(), m_first.end(), comesBefore);
    } else if (comesBefore(entry, m_first.front())) {
        std::pop_heap(m_first.begin(), m_first.end(), comesBefore);
        m_first.back() = std::move(entry);
        std::push_heap(m_first.begin(), m_first.end(), comesBefore);
    }
}

bool FindingList::wouldKeep(FindingKind kind, qsizetype offset) const
{
    const std::optional<Entry> &first = m_firstOfKind[static_cast<std::size_t>(kind)];
    return m_first.size() < m_maximum || !first || offset <= first->finding.offset
        || offset <= m_first.front().finding.offset;
}

void FindingList::keepOneOfEachKind()
{
    // A placeholder behind two hundred blanks must not be lost: it takes the place of the last of a fuller kind.
    for (const std::optional<Entry> &wanted : m_firstOfKind) {
        const auto isOfKind = [&wanted](const Entry &entry) { return entry.finding.kind == wanted->finding.kind; };
        if (!wanted || std::any_of(m_first.begin(), m_first.end(), isOfKind))
            continue;
        const auto replaceable = std::find_if(m_first.rbegin(), m_first.rend(), [this](const Entry &entry) {
            return entry.number != m_firstOfKind[static_cast<std::size_t>(entry.finding.kind)]->number;
        });
        *replaceable = *wanted;
    }
}

std::vector<Finding> FindingList::take()
{
    std::sort(m_first.begin(), m_first.end(), comesBefore);
    keepOneOfEachKind();
    std::sort(m_first.begin(), m_first.end(), comesBefore);
    std::vector<Finding> findings;
    findings.reserve(m_first.size());
    std::transform(std::make_move_iterator(m_first.begin()), std::make_move_iterator(m_first.end()),
        std::back_inserter(findings), [](Entry &&entry) { return std::move(entry.finding); });
    return findings;
}

} // namespace inspect
