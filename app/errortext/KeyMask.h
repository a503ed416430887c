// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext/TextCleaner.h"

#include <utility>
#include <vector>

namespace errortext {

/// Takes keys out of what is shown of a text.
class KeyMask {
public:
    explicit KeyMask(const CleanText &clean)
        : m_clean(clean)
    {
    }

    /// From one place of the text to the other stands a header's value, whatever it looks like.
    void addValue(qsizetype begin, qsizetype end) { m_values.emplace_back(begin, end); }

    /// The words from one place to the other with what stands around them on their line, shortened, in one line, with
    /// "[key]" for each key.
    [[nodiscard]] QString quote(qsizetype begin, qsizetype end);

    /// A quote would have shown what stood behind "Bearer", "api_key=" and the like.
    [[nodiscard]] bool hidNamedValue() const { return m_hidNamedValue; }

private:
    const CleanText &m_clean;
    std::vector<std::pair<qsizetype, qsizetype>> m_values;
    bool m_hidNamedValue = false;
};

/// How many different keys a text shows.
[[nodiscard]] int countKeys(const CleanText &clean);

} // namespace errortext
