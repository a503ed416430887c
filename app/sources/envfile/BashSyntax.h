// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>
#include <vector>

/// How bash divides a script into lines, commands and words. Source: bash 5.2, measured.
namespace sources::envfile {

struct BashCommand {
    std::vector<QByteArrayView> words; ///< with their quotes, as they stand
    qsizetype start = 0; ///< where its first word stands in the text
    bool isLost = false; ///< runs in a process of its own, or not at all: what it assigns is gone
};

/// Divides a script, line by line: as bash, which runs a line before it reads the next.
class BashSyntax {
public:
    /// `text` must live as long as this.
    explicit BashSyntax(QByteArrayView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] qsizetype position() const { return m_at; }
    /// The commands of the next line, which goes on over line breaks within quotes; nothing where bash refuses it.
    [[nodiscard]] std::optional<std::vector<BashCommand>> readLine();

private:
    bool readToken();
    bool readOperator();
    bool readRedirection();
    bool readParenthesis();
    std::optional<QByteArrayView> readWord();
    void passBlanks();
    void endCommand();
    [[nodiscard]] char at(qsizetype position) const { return position < m_text.size() ? m_text[position] : '\0'; }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_parentheses = 0;
    bool m_nextIsLost = false;
    std::vector<BashCommand> m_commands; ///< of the line; the last one is being read
};

/// Where a quotation or an expansion ends that begins at `at` with ', ", `, $', ${ or $(: behind its last character.
/// -1 where it does not end.
[[nodiscard]] qsizetype bashSpanEnd(QByteArrayView text, qsizetype at);

/// The length of "NAME=" or "NAME+=" at the beginning of a word; 0 where the word is no assignment.
[[nodiscard]] qsizetype assignmentLength(QByteArrayView word);

} // namespace sources::envfile
