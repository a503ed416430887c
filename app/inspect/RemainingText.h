// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Wiped.h"

#include <QtGlobal>

#include <string>
#include <string_view>
#include <vector>

namespace inspect {

/// Where something stood in the text as it was given.
struct Span {
    qsizetype offset = 0;
    qsizetype length = 0;
};

/// What is left of a key's text while it is unwrapped and cleaned; it knows where each character stood at first.
class RemainingText {
public:
    explicit RemainingText(std::u32string &&codePoints);

    [[nodiscard]] std::u32string_view view() const;
    /// Where these characters of view() stood; `count` is at least 1.
    [[nodiscard]] Span span(std::size_t first, std::size_t count) const;
    [[nodiscard]] Span wholeSpan() const { return span(0, view().size()); }

    void dropFront(std::size_t count) { m_begin += count; }
    void dropBack(std::size_t count) { m_end -= count; }
    /// The decoded text takes the place of all that is left; each of its characters stood everywhere there.
    void replaceBy(key::Wiped<std::u32string> decoded);

    /// Asks for each character how many to leave out from there on (0: keep it), and leaves them out.
    /// True where any was. `classify` gets the index of the character in view().
    template <typename Classify> bool leaveOut(Classify classify);

private:
    key::Wiped<std::u32string> m_codePoints;
    std::vector<qsizetype> m_offsets; ///< of each code point; after replaceBy() of none
    Span m_decodedFrom; ///< its length is 0 until replaceBy()
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

template <typename Classify> bool RemainingText::leaveOut(Classify classify)
{
    // In place: what is written stands before what is still to be read.
    std::size_t to = m_begin;
    for (std::size_t from = m_begin; from < m_end;) {
        const std::size_t left = classify(from - m_begin);
        if (left == 0) {
            m_codePoints.value[to] = m_codePoints.value[from];
            if (m_decodedFrom.length == 0)
                m_offsets[to] = m_offsets[from];
            ++to;
        }
        from += left == 0 ? 1 : left;
    }
    const bool changed = to != m_end;
    m_end = to;
    return changed;
}

} // namespace inspect
