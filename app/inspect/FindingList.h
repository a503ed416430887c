// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"

#include <array>
#include <optional>
#include <vector>

namespace inspect {

/// Collects findings as they are made, in any order: keeps those that stand first in the text, and the first of every
/// kind, and counts all. Ten million hidden characters take no more memory than a hundred.
class FindingList {
public:
    explicit FindingList(std::size_t maximum);

    void add(Finding finding);
    /// Whether a finding at this place would be kept, not only counted: else its text need not be made.
    [[nodiscard]] bool wouldKeep(FindingKind kind, qsizetype offset) const;
    [[nodiscard]] qsizetype count() const { return m_count; }
    /// What was kept, in the order of the places.
    [[nodiscard]] std::vector<Finding> take();

private:
    struct Entry {
        Finding finding;
        qsizetype number = 0; ///< of two at one place, the first made comes first
    };
    static bool comesBefore(const Entry &a, const Entry &b);
    void keepOneOfEachKind();

    static constexpr std::size_t kindCount = static_cast<std::size_t>(FindingKind::UnusualShape) + 1;
    std::size_t m_maximum;
    qsizetype m_count = 0;
    std::vector<Entry> m_first; ///< from m_maximum on a heap, with the last of them at its front
    std::array<std::optional<Entry>, kindCount> m_firstOfKind;
};

} // namespace inspect
