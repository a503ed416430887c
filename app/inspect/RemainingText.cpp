// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/RemainingText.h"

#include <numeric>
#include <utility>

namespace inspect {

RemainingText::RemainingText(std::u32string &&codePoints)
    : m_codePoints(std::move(codePoints))
    , m_offsets(m_codePoints.value.size())
    , m_end(m_codePoints.value.size())
{
    std::iota(m_offsets.begin(), m_offsets.end(), 0);
}

std::u32string_view RemainingText::view() const
{
    return std::u32string_view(m_codePoints.value).substr(m_begin, m_end - m_begin);
}

Span RemainingText::span(std::size_t first, std::size_t count) const
{
    if (m_decodedFrom.length > 0)
        return m_decodedFrom;
    const qsizetype offset = m_offsets[m_begin + first];
    return {offset, m_offsets[m_begin + first + count - 1] - offset + 1};
}

void RemainingText::replaceBy(key::Wiped<std::u32string> decoded)
{
    m_decodedFrom = wholeSpan();
    m_codePoints = std::move(decoded);
    m_offsets.clear();
    m_begin = 0;
    m_end = m_codePoints.value.size();
}

} // namespace inspect
