// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/profiles/ShellWords.h"

#include <algorithm>

namespace sources::profiles {

namespace {

/// Deeper than this nobody nests, and a file of nothing but brackets must not use up the stack.
constexpr int deepest = 50;

/// Finds the ends of quotes and substitutions, which stand in one another.
class Skipper {
public:
    Skipper(QByteArrayView text, Dialect dialect)
        : m_text(text)
        , m_dialect(dialect)
    {
    }

    [[nodiscard]] qsizetype skip(qsizetype at, int depth) const
    {
        if (depth > deepest)
            return -1;
        switch (m_text[at]) {
        case '\\':
            return std::min(at + 2, m_text.size());
        case '\'':
            return singleQuotes(at + 1, m_dialect == Dialect::Fish);
        case '"':
            return doubleQuotes(at + 1, depth);
        case '`':
            return m_dialect == Dialect::Fish ? at : backquotes(at + 1);
        case '(':
            return m_dialect == Dialect::Fish ? brackets(at + 1, ')', depth) : at;
        case '$':
            return dollar(at + 1, depth);
        default:
            return at;
        }
    }

private:
    [[nodiscard]] qsizetype singleQuotes(qsizetype at, bool escapes) const
    {
        for (; at < m_text.size(); ++at) {
            if (m_text[at] == '\'')
                return at + 1;
            if (escapes && m_text[at] == '\\')
                ++at;
        }
        return -1;
    }

    [[nodiscard]] qsizetype doubleQuotes(qsizetype at, int depth) const
    {
        while (at >= 0 && at < m_text.size()) {
            if (m_text[at] == '"')
                return at + 1;
            const bool special = m_text[at] == '\\' || m_text[at] == '$' || m_text[at] == '`';
            const bool apostrophe = m_text[at] == '$' && at + 1 < m_text.size() && m_text[at + 1] == '\'';
            const qsizetype next = special && !apostrophe ? skip(at, depth + 1) : at;
            at = next == at ? at + 1 : next;
        }
        return -1;
    }

    [[nodiscard]] qsizetype backquotes(qsizetype at) const
    {
        for (; at < m_text.size(); ++at) {
            if (m_text[at] == '`')
                return at + 1;
            if (m_text[at] == '\\')
                ++at;
        }
        return -1;
    }

    [[nodiscard]] qsizetype brackets(qsizetype at, char end, int depth) const
    {
        while (at >= 0 && at < m_text.size()) {
            if (m_text[at] == end)
                return at + 1;
            // Brackets of its own: a subshell, or arithmetic.
            const bool nested = m_text[at] == '(' && end == ')' && m_dialect == Dialect::Posix;
            const qsizetype next = nested && depth < deepest ? brackets(at + 1, ')', depth + 1) : skip(at, depth + 1);
            at = next == at ? at + 1 : next;
        }
        return -1;
    }

    [[nodiscard]] qsizetype dollar(qsizetype at, int depth) const
    {
        const char next = at < m_text.size() ? m_text[at] : '\0';
        if (next == '(')
            return brackets(at + 1, ')', depth);
        if (m_dialect == Dialect::Fish)
            return at - 1;
        if (next == '{')
            return brackets(at + 1, '}', depth);
        return next == '\'' ? singleQuotes(at + 1, true) : at - 1;
    }

    QByteArrayView m_text;
    Dialect m_dialect;
};

class Splitter {
public:
    Splitter(QByteArrayView script, Dialect dialect)
        : m_text(script)
        , m_dialect(dialect)
    {
    }

    [[nodiscard]] std::vector<ShellCommand> split()
    {
        while (m_at < m_text.size())
            step();
        endCommand();
        return std::move(m_commands);
    }

private:
    void step()
    {
        const char character = m_text[m_at];
        if (character == '\n') {
            endCommand();
            ++m_line;
            ++m_at;
            skipHereDocuments();
        } else if (m_text.sliced(m_at).startsWith("\\\n")) {
            ++m_line;
            m_at += 2;
        } else if (character == ' ' || character == '\t') {
            ++m_at;
        } else if (character == '#') {
            m_at = lineEnd();
        } else if (endsCommand(character)) {
            endCommand();
            ++m_at;
        } else if (character == '<' || character == '>') {
            redirection();
        } else {
            word();
        }
    }

    [[nodiscard]] bool endsCommand(char character) const
    {
        return character == ';' || character == '&' || character == '|' || character == ')'
            || (character == '(' && m_dialect == Dialect::Posix);
    }

    void endCommand()
    {
        if (!m_command.empty())
            m_commands.push_back(std::move(m_command));
        m_command.clear();
    }

    [[nodiscard]] qsizetype lineEnd() const
    {
        const qsizetype end = m_text.indexOf('\n', m_at);
        return end < 0 ? m_text.size() : end;
    }

    [[nodiscard]] qsizetype wordEnd() const
    {
        qsizetype end = m_at;
        while (end < m_text.size()) {
            const char character = m_text[end];
            if (character == ' ' || character == '\t' || character == '\n' || character == '<' || character == '>'
                || endsCommand(character))
                break;
            const qsizetype next = skipQuoted(m_text, end, m_dialect);
            if (next < 0)
                return -1;
            end = next == end ? end + 1 : next;
        }
        return end;
    }

    void word()
    {
        const qsizetype end = wordEnd();
        if (end < 0) { // a quote that never ends
            m_at = lineEnd();
            return;
        }
        const QByteArrayView text = m_text.sliced(m_at, end - m_at);
        m_command.push_back({text, m_line});
        m_line += static_cast<int>(std::count(text.begin(), text.end(), '\n'));
        m_at = end;
    }

    void redirection()
    {
        const QByteArrayView rest = m_text.sliced(m_at);
        const bool hereDocument =
            m_dialect == Dialect::Posix && rest.startsWith("<<") && !rest.startsWith("<<<") && rest.size() > 2;
        while (m_at < m_text.size() && (m_text[m_at] == '<' || m_text[m_at] == '>' || m_text[m_at] == '&'))
            ++m_at;
        if (!hereDocument)
            return;
        if (m_at < m_text.size() && m_text[m_at] == '-')
            ++m_at;
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
        const qsizetype end = wordEnd();
        if (end > m_at)
            m_hereDocuments.push_back(m_text.sliced(m_at, end - m_at));
        m_at = std::max(end, m_at);
    }

    /// Their text is no command. One whose end is missing is none: "((1<<2))" looks the same.
    void skipHereDocuments()
    {
        for (const QByteArrayView delimiter : m_hereDocuments) {
            // Each search may go through all of the text: a file of nothing but beginnings must not take long.
            constexpr int mostSearches = 20;
            if (m_missingEnds < mostSearches && !skipHereDocument(delimiter))
                ++m_missingEnds;
        }
        m_hereDocuments.clear();
    }

    bool skipHereDocument(QByteArrayView delimiter)
    {
        const auto isQuote = [](char byte) { return byte == '\'' || byte == '"' || byte == '\\'; };
        std::string wanted(delimiter.begin(), delimiter.end());
        std::erase_if(wanted, isQuote);
        int line = m_line;
        for (qsizetype at = m_at; at < m_text.size(); ++line) {
            const qsizetype newline = m_text.indexOf('\n', at);
            const qsizetype end = newline < 0 ? m_text.size() : newline;
            QByteArrayView text = m_text.sliced(at, end - at);
            while (text.startsWith('\t'))
                text = text.sliced(1);
            at = end + 1;
            if (text == QByteArrayView(wanted)) {
                m_at = std::min(at, m_text.size());
                m_line = line + 1;
                return true;
            }
        }
        return false;
    }

    QByteArrayView m_text;
    Dialect m_dialect;
    qsizetype m_at = 0;
    int m_line = 1;
    ShellCommand m_command;
    std::vector<ShellCommand> m_commands;
    std::vector<QByteArrayView> m_hereDocuments; ///< the words that end them
    int m_missingEnds = 0;
};

} // namespace

std::vector<ShellCommand> splitScript(QByteArrayView script, Dialect dialect)
{
    return Splitter(script, dialect).split();
}

qsizetype skipQuoted(QByteArrayView text, qsizetype start, Dialect dialect)
{
    return Skipper(text, dialect).skip(start, 0);
}

} // namespace sources::profiles
