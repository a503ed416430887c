// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Ascii.h"
#include "inspect/HiddenCharacters.h"

#include <string_view>

namespace inspect {

/// Reads a text from its beginning, bit by bit: each step goes on only where it finds what it looks for.
class Cursor {
public:
    explicit Cursor(std::u32string_view text)
        : m_text(text)
    {
    }

    [[nodiscard]] std::size_t place() const { return m_place; }
    [[nodiscard]] std::u32string_view rest() const { return m_text.substr(m_place); }
    [[nodiscard]] bool atEnd() const { return m_place == m_text.size(); }
    [[nodiscard]] char32_t next() const { return atEnd() ? 0 : m_text[m_place]; }

    bool skip(char32_t c)
    {
        return skipIf([c](char32_t other) { return other == c; });
    }
    template <typename Accepts> bool skipIf(Accepts accepts)
    {
        const bool accepted = !atEnd() && accepts(next());
        m_place += accepted ? 1 : 0;
        return accepted;
    }
    /// The characters that are accepted, at most so many of them.
    template <typename Accepts>
    std::u32string_view read(Accepts accepts, std::size_t maximum = std::u32string_view::npos)
    {
        const std::size_t start = m_place;
        while (m_place - start < maximum && skipIf(accepts)) { }
        return m_text.substr(start, m_place - start);
    }
    /// `lower` in any case of its letters.
    bool skipText(std::u32string_view lower)
    {
        const bool found = ascii::startsWithIgnoringCase(rest(), lower);
        m_place += found ? lower.size() : 0;
        return found;
    }
    bool skipBlanks() { return !read(isBlankOrBreak).empty(); }

private:
    std::u32string_view m_text;
    std::size_t m_place = 0;
};

} // namespace inspect
