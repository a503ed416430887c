// SPDX-License-Identifier: GPL-3.0-or-later
#include "key/Wiped.h"
#include "sources/profiles/KeyLines.h"
#include "sources/profiles/ProfileReaders.h"

#include <string>

namespace sources::profiles {

namespace {

constexpr bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/// What ${NAME} is to a reader.
enum class Dollar { Expands, IsCharacter };

/// systemd's reader of files with NAME=value, character by character as it goes.
/// Source: systemd, src/basic/env-file.c (what it does, read 2026-08).
class EnvironmentFileReader {
public:
    EnvironmentFileReader(QByteArrayView text, KeyLines &lines)
        : m_text(text)
        , m_lines(lines)
    {
        m_value.value.reserve(static_cast<std::size_t>(text.size()));
    }

    void read(Dollar dollar)
    {
        while (!atEnd()) {
            if (isBlank(current()))
                advance();
            else if (current() == '#' || current() == ';')
                skipLine();
            else
                readVariable(dollar);
        }
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char current() const { return m_text[m_at]; }

    char advance()
    {
        if (current() == '\n')
            ++m_line;
        return m_text[m_at++];
    }

    void skipLine()
    {
        while (!atEnd() && current() != '\n')
            advance();
    }

    void readVariable(Dollar dollar)
    {
        const int line = m_line;
        const qsizetype start = m_at;
        while (!atEnd() && current() != '=' && current() != '\n')
            advance();
        if (atEnd() || current() == '\n')
            return;
        qsizetype end = m_at;
        while (end > start && isBlank(m_text[end - 1]))
            --end;
        advance();
        readValue();
        const std::string_view name(m_text.data() + start, static_cast<std::size_t>(end - start));
        const bool reference = dollar == Dollar::Expands && refers(m_value.value);
        const Origin origin = reference ? Origin::Reference : Origin::Literal;
        m_lines.set(name, {m_value.value.data(), static_cast<qsizetype>(m_value.value.size())}, origin, line);
    }

    void readValue()
    {
        m_value.value.clear();
        while (!atEnd() && current() != '\n') {
            if (current() == '\'')
                singleQuotes();
            else if (current() == '"')
                doubleQuotes();
            else if (isBlank(current()))
                advance();
            else
                return bareText(); // to the end of the line: quotes in it are characters like any other
        }
    }

    void bareText()
    {
        std::size_t length = m_value.value.size();
        while (!atEnd() && current() != '\n') {
            const char byte = advance();
            if (byte == '\\' && !atEnd()) {
                if (const char escaped = advance(); escaped != '\n')
                    m_value.value.push_back(escaped);
                length = m_value.value.size();
                continue;
            }
            m_value.value.push_back(byte);
            if (!isBlank(byte))
                length = m_value.value.size();
        }
        m_value.value.resize(length);
    }

    void singleQuotes()
    {
        advance();
        while (!atEnd() && current() != '\'')
            m_value.value.push_back(advance());
        if (!atEnd())
            advance();
    }

    void doubleQuotes()
    {
        advance();
        while (!atEnd() && current() != '"') {
            const char byte = advance();
            if (byte != '\\' || atEnd()) {
                m_value.value.push_back(byte);
                continue;
            }
            const char escaped = advance();
            if (escaped == '\n')
                continue;
            if (std::string_view("\"\\`$").find(escaped) == std::string_view::npos)
                m_value.value.push_back('\\');
            m_value.value.push_back(escaped);
        }
        if (!atEnd())
            advance();
    }

    [[nodiscard]] static bool refers(std::string_view value)
    {
        for (std::size_t i = value.find('$'); i != std::string_view::npos && i + 1 < value.size();
             i = value.find('$', i + 1)) {
            const char next = value[i + 1];
            if (next == '$')
                ++i;
            else if (next == '{' || next == '_' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))
                return true;
        }
        return false;
    }

    QByteArrayView m_text;
    KeyLines &m_lines;
    qsizetype m_at = 0;
    int m_line = 1;
    key::Wiped<std::string> m_value;
};

std::vector<FoundKey> readEnvironmentFile(QByteArrayView text, const QStringList &names, Dollar dollar)
{
    KeyLines lines(PlaceKind::SessionFile, names);
    if (lines.isMentionedIn(text))
        EnvironmentFileReader(text, lines).read(dollar);
    return lines.take();
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

std::string_view toStd(QByteArrayView text)
{
    return {text.data(), static_cast<std::size_t>(text.size())};
}

/// pam_env takes away a quote at the beginning, and then one at the end.
QByteArrayView withoutQuotes(QByteArrayView value)
{
    const auto isQuote = [](char byte) { return byte == '"' || byte == '\''; };
    if (value.isEmpty() || !isQuote(value.front()))
        return value;
    value = value.sliced(1);
    if (!value.isEmpty() && isQuote(value.back()))
        value.chop(1);
    return value;
}

/// NAME DEFAULT=value OVERRIDE=value: the second wins where it is not empty.
void readPamRule(QByteArrayView name, QByteArrayView rest, int number, KeyLines &lines)
{
    for (const QByteArrayView option : {QByteArrayView("DEFAULT="), QByteArrayView("OVERRIDE=")}) {
        const qsizetype at = rest.indexOf(option);
        if (at < 0)
            continue;
        QByteArrayView value = rest.sliced(at + option.size());
        if (value.startsWith('"')) {
            const qsizetype end = value.indexOf('"', 1);
            value = end < 0 ? value.sliced(1) : value.sliced(1, end - 1);
        } else {
            qsizetype end = 0;
            while (end < value.size() && !isBlank(value[end]))
                ++end;
            value = value.first(end);
        }
        const bool reference = value.indexOf("${") >= 0 || value.indexOf("@{") >= 0;
        if (!value.isEmpty() || option.startsWith('D'))
            lines.set(toStd(name), value, reference ? Origin::Reference : Origin::Literal, number);
    }
}

void readPamLine(QByteArrayView line, int number, KeyLines &lines)
{
    // A "#" begins a comment anywhere, also in quotes.
    if (const qsizetype comment = line.indexOf('#'); comment >= 0)
        line = line.first(comment);
    line = trimmed(line);
    constexpr QByteArrayView exportWord = "export ";
    if (line.startsWith(exportWord))
        line = trimmed(line.sliced(exportWord.size()));
    qsizetype nameEnd = 0;
    while (nameEnd < line.size() && line[nameEnd] != '=' && !isBlank(line[nameEnd]))
        ++nameEnd;
    if (nameEnd == line.size())
        return;
    const QByteArrayView name = line.first(nameEnd);
    if (line[nameEnd] == '=')
        lines.set(toStd(name), withoutQuotes(line.sliced(nameEnd + 1)), Origin::Literal, number);
    else
        readPamRule(name, line.sliced(nameEnd), number, lines);
}

} // namespace

std::vector<FoundKey> readEnvironmentD(QByteArrayView text, const QStringList &names)
{
    return readEnvironmentFile(text, names, Dollar::Expands);
}

std::vector<FoundKey> readUnitEnvironmentFile(QByteArrayView text, const QStringList &names)
{
    return readEnvironmentFile(text, names, Dollar::IsCharacter);
}

std::vector<FoundKey> readPamEnvironment(QByteArrayView text, const QStringList &names)
{
    KeyLines lines(PlaceKind::SessionFile, names);
    int number = 0;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype newline = text.indexOf('\n', start);
        const qsizetype end = newline < 0 ? text.size() : newline;
        readPamLine(text.sliced(start, end - start), ++number, lines);
        start = end + 1;
    }
    return lines.take();
}

} // namespace sources::profiles
