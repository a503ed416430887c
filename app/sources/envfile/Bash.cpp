// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/BashSyntax.h"
#include "sources/envfile/BashWord.h"
#include "sources/envfile/Readers.h"
#include "sources/envfile/Text.h"

#include <algorithm>
#include <array>

/// bash: `set -a; source .env`. Source: bash 5.2, measured. Conditions and loops are not followed: each line counts as
/// if it were reached.
namespace sources::envfile {

namespace {

template <std::size_t count> bool contains(const std::array<QByteArrayView, count> &words, QByteArrayView word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isKeyword(QByteArrayView word)
{
    constexpr std::array<QByteArrayView, 13> keywords{
        "{", "}", "!", "if", "then", "elif", "else", "fi", "while", "until", "do", "done", "time"};
    return contains(keywords, word);
}

bool isExport(QByteArrayView word)
{
    constexpr std::array<QByteArrayView, 4> words{"export", "declare", "typeset", "readonly"};
    return contains(words, word);
}

class Reader {
public:
    Reader(QByteArrayView text, LoadedFile &file)
        : m_text(text)
        , m_syntax(text)
        , m_lines(text)
        , m_file(file)
    {
    }

    void readAll();

private:
    using Words = std::vector<QByteArrayView>;
    /// False where bash reads no further.
    bool run(const BashCommand &command);
    bool assignAll(const Words &words, int line);
    bool exportAll(const Words &words, int line);
    bool unsetAll(const Words &words, int line);
    void assign(QByteArrayView name, bool append, QByteArrayView value, int line);
    /// False where bash ends; a refused word is noted, and gives nothing.
    bool read(QByteArrayView word, int line, std::optional<BashWord> &result);

    QByteArrayView m_text;
    BashSyntax m_syntax;
    LineCounter m_lines;
    LoadedFile &m_file;
};

void Reader::readAll()
{
    while (!m_syntax.atEnd() && !m_file.isRefused()) {
        const int line = m_lines.lineAt(m_syntax.position());
        const auto commands = m_syntax.readLine();
        if (!commands) {
            m_file.refuseFrom(line);
            return;
        }
        for (const BashCommand &command : *commands) {
            if (!run(command))
                return;
        }
    }
}

bool Reader::run(const BashCommand &command)
{
    const auto first = std::find_if_not(command.words.begin(), command.words.end(), isKeyword);
    const Words words(first, command.words.end());
    if (words.empty() || command.isLost)
        return true;
    const int line = m_lines.lineAt(command.start);
    if (std::all_of(words.begin(), words.end(), assignmentLength))
        return assignAll(words, line);
    if (isExport(words.front()))
        return exportAll(words, line);
    if (words.front() == "unset")
        return unsetAll(words, line);
    if (words.front() == "return" || words.front() == "exit")
        return false;
    // `K = v`, `K: v`: there is no such program. In `K=v program` the variable is set for that program alone.
    m_file.refuseLine(line);
    return true;
}

bool Reader::read(QByteArrayView word, int line, std::optional<BashWord> &result)
{
    result.emplace(m_file, line);
    switch (result->read(word)) {
    case BashWord::Result::Read:
        break;
    case BashWord::Result::Refused:
        m_file.refuseLine(line);
        result.reset();
        break;
    case BashWord::Result::Ended:
        m_file.refuseFile();
        return false;
    }
    return true;
}

bool Reader::assignAll(const Words &words, int line)
{
    for (const QByteArrayView word : words) {
        std::optional<BashWord> expanded;
        if (!read(word, line, expanded))
            return false;
        if (!expanded)
            return true; // the rest of the line is left out as well
        const qsizetype length = assignmentLength(word);
        const bool append = word[length - 2] == '+';
        assign(word.first(length - (append ? 2 : 1)), append, expanded->value().view().sliced(length), line);
    }
    return true;
}

bool Reader::exportAll(const Words &words, int line)
{
    for (auto word = words.begin() + 1; word != words.end(); ++word) {
        std::optional<BashWord> expanded;
        if (!read(*word, line, expanded))
            return false;
        if (!expanded)
            return true;
        const QByteArrayView text = expanded->value().view();
        const qsizetype length = assignmentLength(text);
        if (length > 0) {
            const bool append = text[length - 2] == '+';
            assign(text.first(length - (append ? 2 : 1)), append, text.sliced(length), line);
        } else if (!text.startsWith('-') && nameLength(text) != text.size()) {
            m_file.refuseLine(line);
        }
    }
    return true;
}

bool Reader::unsetAll(const Words &words, int line)
{
    for (auto word = words.begin() + 1; word != words.end(); ++word) {
        std::optional<BashWord> expanded;
        if (!read(*word, line, expanded))
            return false;
        if (expanded)
            m_file.unset(expanded->value().view(), line);
    }
    return true;
}

void Reader::assign(QByteArrayView name, bool append, QByteArrayView value, int line)
{
    ValueBuffer whole;
    if (append)
        whole.append(m_file.lookUp(name, LoadedFile::Order::FileFirst).value_or(QByteArrayView()));
    whole.append(value);
    m_file.set(name, line, whole.secret());
}

} // namespace

LoadedFile loadAsBash(QByteArrayView bytes, const Environment *shell)
{
    LoadedFile file(shell);
    // NULs are left out, so that of UTF-16 only the first line, which begins with its mark, is lost.
    const ValueBuffer text = without(bytes, '\0');
    Reader(text.view(), file).readAll();
    return file;
}

} // namespace sources::envfile
