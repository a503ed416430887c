// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/BashSyntax.h"

#include "sources/envfile/Text.h"

#include <algorithm>
#include <utility>

namespace sources::envfile {

namespace {

constexpr char ansiQuote = 'A'; // stands for the end of $'…', where a backslash escapes

/// What closes the quotation or expansion that begins at `at`, and the length of its beginning; 0 where none begins.
struct Opening {
    char closing = '\0';
    qsizetype length = 0;
};

Opening openingAt(QByteArrayView text, qsizetype at, bool inDoubleQuotes)
{
    const char byte = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (byte == '`')
        return {'`', 1};
    if (byte == '$' && (next == '(' || next == '{'))
        return {next == '(' ? ')' : '}', 2};
    if (inDoubleQuotes)
        return {};
    if (byte == '"' || byte == '\'')
        return {byte, 1};
    if (byte == '$' && next == '\'')
        return {ansiQuote, 2};
    return {};
}

constexpr bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t';
}

constexpr bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

} // namespace

qsizetype bashSpanEnd(QByteArrayView text, qsizetype at)
{
    const Opening first = openingAt(text, at, false);
    std::vector<char> open{first.closing};
    qsizetype i = at + first.length;
    while (i < text.size()) {
        const char closing = open.back();
        const char byte = text[i];
        if (byte == '\\' && closing != '\'') {
            i += 2;
        } else if (byte == (closing == ansiQuote ? '\'' : closing)) {
            open.pop_back();
            ++i;
            if (open.empty())
                return i;
        } else if (closing == '\'' || closing == ansiQuote || closing == '`') {
            ++i;
        } else if (byte == '(' && closing == ')') {
            open.push_back(')');
            ++i;
        } else {
            // Within "${…}" a quotation mark is itself.
            const bool quoted = closing == '"' || (closing == '}' && open.size() > 1 && open[open.size() - 2] == '"');
            const Opening inner = openingAt(text, i, quoted);
            if (inner.length > 0)
                open.push_back(inner.closing);
            i += std::max<qsizetype>(inner.length, 1);
        }
    }
    return -1;
}

qsizetype assignmentLength(QByteArrayView word)
{
    const qsizetype length = nameLength(word);
    if (length == 0)
        return 0;
    if (word.sliced(length).startsWith("+="))
        return length + 2;
    return word.sliced(length).startsWith('=') ? length + 1 : 0;
}

std::optional<std::vector<BashCommand>> BashSyntax::readLine()
{
    m_commands.assign(1, {});
    m_nextIsLost = false;
    while (!atEnd() && (at(m_at) != '\n' || m_parentheses > 0)) {
        if (!readToken())
            return std::nullopt;
    }
    if (atEnd() && m_parentheses > 0)
        return std::nullopt;
    ++m_at;
    return std::exchange(m_commands, {});
}

void BashSyntax::passBlanks()
{
    while (isBlank(at(m_at)) || (at(m_at) == '\\' && at(m_at + 1) == '\n'))
        m_at += at(m_at) == '\\' ? 2 : 1;
}

bool BashSyntax::readToken()
{
    passBlanks();
    const char byte = at(m_at);
    if (atEnd())
        return true;
    if (byte == '#') {
        const qsizetype end = m_text.indexOf('\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
        return true;
    }
    if (byte == '\n') {
        endCommand();
        m_at += m_parentheses > 0 ? 1 : 0;
        return true;
    }
    if (byte == '<' || byte == '>' || (byte == '&' && at(m_at + 1) == '>'))
        return readRedirection();
    if (byte == '(' || byte == ')')
        return readParenthesis();
    if (byte == ';' || byte == '&' || byte == '|')
        return readOperator();
    const qsizetype start = m_at;
    const auto word = readWord();
    if (!word)
        return false;
    // The 2 of "2>".
    if ((at(m_at) == '<' || at(m_at) == '>') && std::all_of(word->begin(), word->end(), isDigit))
        return true;
    BashCommand &command = m_commands.back();
    if (command.words.empty())
        command.start = start;
    command.words.push_back(*word);
    return true;
}

void BashSyntax::endCommand()
{
    BashCommand next;
    next.isLost = m_parentheses > 0 || m_nextIsLost;
    m_commands.push_back(std::move(next));
}

bool BashSyntax::readOperator()
{
    const char byte = at(m_at);
    const bool isDouble = at(m_at + 1) == byte;
    BashCommand &command = m_commands.back();
    const bool isFirst = m_commands.size() == 1 && command.words.empty();
    if (isFirst || (isDouble && byte == ';'))
        return false;
    m_at += isDouble ? 2 : 1;
    // Both sides of a pipe, and what runs in the background, have processes of their own; what stands behind "||" runs
    // only where something failed.
    if (!isDouble && byte != ';')
        command.isLost = true;
    m_nextIsLost = byte == '|';
    endCommand();
    m_nextIsLost = m_nextIsLost && isDouble;
    return true;
}

bool BashSyntax::readRedirection()
{
    constexpr QByteArrayView signs = "<>&|";
    while (!atEnd() && signs.contains(at(m_at)))
        ++m_at;
    passBlanks();
    constexpr QByteArrayView ends = "\n;()";
    return !atEnd() && !ends.contains(at(m_at)) && readWord().has_value();
}

bool BashSyntax::readParenthesis()
{
    BashCommand &command = m_commands.back();
    if (at(m_at) == ')') {
        ++m_at;
        endCommand();
        return --m_parentheses >= 0;
    }
    const QByteArrayView before = command.words.empty() ? QByteArrayView() : command.words.back();
    const bool isArray = assignmentLength(before) == before.size() && before.end() == m_text.begin() + m_at;
    if (!command.words.empty() && !isArray)
        return false;
    // An array never reaches a program, so its name is as good as not assigned.
    command.isLost = command.isLost || isArray;
    ++m_parentheses;
    ++m_at;
    endCommand();
    return true;
}

std::optional<QByteArrayView> BashSyntax::readWord()
{
    constexpr QByteArrayView ends = " \t\n;&|<>()";
    const qsizetype start = m_at;
    while (!atEnd() && !ends.contains(at(m_at))) {
        if (at(m_at) == '\\') {
            m_at = std::min(m_at + 2, m_text.size());
        } else if (openingAt(m_text, m_at, false).length > 0) {
            m_at = bashSpanEnd(m_text, m_at);
            if (m_at < 0) {
                m_at = m_text.size();
                return std::nullopt;
            }
        } else {
            ++m_at;
        }
    }
    return m_text.sliced(start, m_at - start);
}

} // namespace sources::envfile
