// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Wiped.h"
#include "sources/configs/Interpolation.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sources::configs {

/// An instruction of a Dockerfile: several lines of the file where the ones before end with the escape character.
class DockerfileLine {
public:
    [[nodiscard]] std::string_view text() const { return m_text.view(); }
    /// The line of the file, from 1, that has the character at a position of the text.
    [[nodiscard]] int lineAt(std::size_t position) const;

private:
    friend class DockerfileLines;
    void append(std::string_view more, int line);

    GrowingText m_text;
    std::vector<std::pair<std::size_t, int>> m_starts; ///< where in the text a line of the file begins
};

/// Takes a Dockerfile apart into instructions, without comments and the texts of here-documents.
/// Source: Docker's Dockerfile reference, "Format", "Parser directives" and "Here-Documents", 2026-08.
class DockerfileLines {
public:
    /// A text of more than a mebibyte has no instructions.
    explicit DockerfileLines(std::string_view text);

    /// '\\', or '`' after "# escape=`".
    [[nodiscard]] char escape() const { return m_escape; }
    /// The next instruction; false at the end.
    bool next(DockerfileLine &line);

private:
    std::string_view takeFileLine();
    void skipHereDocuments(std::string_view instruction);
    void readDirectives();

    std::string_view m_rest;
    int m_line = 0; ///< of the line taken last
    char m_escape = '\\';
    int m_hereDocumentsLeft = 50; ///< whose end may be looked for through the whole text in vain
};

} // namespace sources::configs
