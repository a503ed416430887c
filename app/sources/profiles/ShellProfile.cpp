// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/profiles/KeyLines.h"
#include "sources/profiles/ProfileReaders.h"
#include "sources/profiles/ShellValue.h"
#include "sources/profiles/ShellWords.h"

#include <algorithm>
#include <array>

namespace sources::profiles {

namespace {

using Words = std::vector<ShellWord>;

template <std::size_t Count> bool isOneOf(QByteArrayView word, const std::array<QByteArrayView, Count> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

Origin originOf(const ShellValue &value)
{
    return value.reference ? Origin::Reference : Origin::Literal;
}

bool isAssignment(QByteArrayView word)
{
    const qsizetype equals = word.indexOf('=');
    return equals > 0 && std::all_of(word.begin(), word.begin() + equals, [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
            || byte == '_';
    });
}

class Interpreter {
public:
    Interpreter(QByteArrayView text, const QStringList &names, Dialect dialect)
        : m_dialect(dialect)
        , m_lines(PlaceKind::ShellProfile, names)
    {
        if (!m_lines.isMentionedIn(text))
            return;
        for (const ShellCommand &command : splitScript(text, dialect))
            run(command);
    }

    [[nodiscard]] std::vector<FoundKey> take() { return m_lines.take(); }

private:
    void run(const ShellCommand &command)
    {
        // What may stand in front of a command: "then export K=v".
        constexpr std::array<QByteArrayView, 11> before{
            "then", "else", "do", "{", "!", "builtin", "command", "begin", "and", "or", "if"};
        auto word = command.begin();
        while (word != command.end() && isOneOf(word->text, before))
            ++word;
        if (word == command.end())
            return;
        constexpr std::array<QByteArrayView, 4> declaring{"export", "typeset", "declare", "readonly"};
        const Words rest(word + 1, command.end());
        if (isOneOf(word->text, declaring))
            declare(rest);
        else if (word->text == "setenv")
            setenv(rest);
        else if (word->text == "set" && m_dialect == Dialect::Fish)
            fishSet(rest);
        else if (word->text == "unset")
            unset(rest);
        else if (m_dialect == Dialect::Posix)
            assignAlone(Words(word, command.end()));
    }

    /// export -x NAME=value NAME …
    void declare(const Words &words)
    {
        for (const ShellWord &word : words) {
            // Only these are copied out of the text: the words of other lines may be anything.
            if (!m_lines.isMentionedIn(word.text))
                continue;
            const ShellValue value = shellValue(word.text, m_dialect);
            m_lines.assign(value.text.value, originOf(value), word.line);
        }
    }

    void unset(const Words &words)
    {
        for (const ShellWord &word : words)
            m_lines.unset(shellValue(word.text, m_dialect).text.value);
    }

    /// NAME value
    void setenv(const Words &words)
    {
        if (words.empty())
            return;
        const ShellValue name = shellValue(words.front().text, m_dialect);
        setTo(name.text.value, Words(words.begin() + 1, words.end()), words.front().line);
    }

    /// A list of values is exported with blanks between them.
    void setTo(std::string_view name, const Words &values, int line)
    {
        std::size_t size = 0;
        for (const ShellWord &word : values)
            size += static_cast<std::size_t>(word.text.size()) + 1;
        key::Wiped<std::string> joined;
        joined.value.reserve(size);
        Origin origin = Origin::Literal;
        for (const ShellWord &word : values) {
            const ShellValue value = shellValue(word.text, m_dialect);
            if (value.reference)
                origin = Origin::Reference;
            if (&word != &values.front())
                joined.value.push_back(' ');
            joined.value.append(value.text.value);
        }
        m_lines.set(name, {joined.value.data(), static_cast<qsizetype>(joined.value.size())}, origin, line);
    }

    /// NAME=value, with no command behind it; in front of one it is for that command alone.
    void assignAlone(const Words &words)
    {
        if (std::all_of(words.begin(), words.end(), [](const ShellWord &word) { return isAssignment(word.text); }))
            declare(words);
    }

    /// set -gx NAME value …
    void fishSet(const Words &words)
    {
        auto word = words.begin();
        bool erases = false;
        for (; word != words.end() && word->text.startsWith('-') && word->text.size() > 1; ++word) {
            const QByteArrayView option = word->text;
            const bool isLong = option.startsWith("--");
            constexpr std::array<QByteArrayView, 3> asking{"--query", "--names", "--show"};
            if (isLong ? isOneOf(option, asking) : option.contains('q') || option.contains('n') || option.contains('S'))
                return;
            erases = erases || (isLong ? option == "--erase" : option.contains('e'));
        }
        if (word == words.end())
            return;
        const Words rest(word, words.end());
        if (erases)
            unset(rest);
        else
            setenv(rest);
    }

    Dialect m_dialect;
    KeyLines m_lines;
};

} // namespace

std::vector<FoundKey> readShellProfile(QByteArrayView text, const QStringList &names)
{
    return Interpreter(text, names, Dialect::Posix).take();
}

std::vector<FoundKey> readFishProfile(QByteArrayView text, const QStringList &names)
{
    return Interpreter(text, names, Dialect::Fish).take();
}

} // namespace sources::profiles
