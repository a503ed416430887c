// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sources::configs {

/// A program's text, and where in it values stand: by the signs that most languages share, without a grammar of each.
class ProgramText {
public:
    explicit ProgramText(std::string_view text);

    [[nodiscard]] std::string_view text() const { return m_text; }
    /// Where the value begins that the name from `begin` to `end` is given: behind =, :, :=, =>, "|| ", "?? ", behind
    /// the comma of ("NAME", …), or in token(…). npos where it is given none, but is read or compared.
    [[nodiscard]] std::size_t valueOf(std::size_t begin, std::size_t end) const;
    /// A value without quotes at `value`: behind "export NAME=", "set NAME=" and the like, in scripts also behind a
    /// NAME= that begins a line. Empty where none stands there.
    [[nodiscard]] std::string_view bareValue(
        std::size_t begin, std::size_t end, std::size_t value, bool isScript) const;
    /// Whether the word is a class of Cohere's that is made here: cohere.ClientV2(, new CohereClient(.
    [[nodiscard]] bool isCallOfCohere(std::size_t begin, std::size_t end) const;
    /// Whether a place is among the arguments of such a call, or in a chain of calls that begins with one.
    [[nodiscard]] bool isInCallOfCohere(std::size_t place) const;
    /// Where the first argument stands behind a name that ends at `end`; npos where it is no call.
    [[nodiscard]] std::size_t firstArgument(std::size_t end) const;
    /// Whether "cohere" stands within a few lines.
    [[nodiscard]] bool isNearCohere(std::size_t place) const;

private:
    [[nodiscard]] char at(std::size_t place) const { return place < m_text.size() ? m_text[place] : '\0'; }
    [[nodiscard]] std::size_t skipBlanks(std::size_t place) const;
    [[nodiscard]] std::size_t skipSpace(std::size_t place) const;
    [[nodiscard]] std::size_t skipWrapping(std::size_t place) const;
    [[nodiscard]] std::size_t skipAnnotation(std::size_t place) const;
    [[nodiscard]] std::size_t wordBegin(std::size_t end) const;
    [[nodiscard]] std::string_view firstWordOfLine(std::size_t place) const;

    std::string_view m_text;
    bool m_importsCohere = false; ///< "from cohere import Client"
};

} // namespace sources::configs
