// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/NeedleSearch.h"

namespace errortext {

namespace {

std::size_t indexOf(char letter)
{
    if (letter >= 'a' && letter <= 'z')
        return static_cast<std::size_t>(letter - 'a');
    if (letter >= '0' && letter <= '9')
        return static_cast<std::size_t>(letter - '0') + 26;
    return 36;
}

} // namespace

NeedleSearch::NeedleSearch(const std::vector<std::string> &needles)
{
    m_states.emplace_back();
    for (std::size_t i = 0; i < needles.size(); ++i) {
        m_lengths.push_back(static_cast<std::uint16_t>(needles.at(i).size()));
        add(needles.at(i), static_cast<std::uint16_t>(i));
    }
    link();
}

void NeedleSearch::add(std::string_view needle, std::uint16_t number)
{
    std::size_t state = 0;
    for (const char letter : needle) {
        const std::size_t index = indexOf(letter);
        if (m_states.at(state).next.at(index) == 0) {
            m_states.at(state).next.at(index) = static_cast<std::uint16_t>(m_states.size());
            m_states.emplace_back();
        }
        state = m_states.at(state).next.at(index);
    }
    if (m_states.at(state).needle == none) // of two that are the same, the first row counts
        m_states.at(state).needle = number;
}

/// Breadth first, so that what a state falls back to is complete before it.
void NeedleSearch::link()
{
    std::vector<std::uint16_t> fallback(m_states.size(), 0);
    std::vector<std::uint16_t> queue{0};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const std::uint16_t current = queue.at(i);
        const std::uint16_t fallen = fallback.at(current);
        for (std::size_t index = 0; index < alphabet; ++index) {
            const std::uint16_t child = m_states.at(current).next.at(index);
            const std::uint16_t other = current == 0 ? std::uint16_t{0} : m_states.at(fallen).next.at(index);
            if (child == 0) {
                m_states.at(current).next.at(index) = other;
                continue;
            }
            fallback.at(child) = other;
            m_states.at(child).shorter = m_states.at(other).needle != none ? other : m_states.at(other).shorter;
            queue.push_back(child);
        }
    }
}

std::vector<NeedleHit> NeedleSearch::find(std::string_view letters, std::size_t most) const
{
    std::vector<NeedleHit> hits;
    std::uint16_t state = 0;
    for (std::size_t i = 0; i < letters.size() && hits.size() < most; ++i) {
        state = m_states[state].next[indexOf(letters[i])];
        std::uint16_t ended = m_states[state].needle != none ? state : m_states[state].shorter;
        for (; ended != 0; ended = m_states[ended].shorter) {
            const std::uint16_t needle = m_states[ended].needle;
            const auto end = static_cast<std::uint32_t>(i + 1);
            hits.push_back({end - m_lengths[needle], end, needle});
        }
    }
    return hits;
}

} // namespace errortext
