// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/Readers.h"
#include "sources/envfile/Text.h"
#include "sources/envfile/ValueBuffer.h"

/// load_dotenv() of python-dotenv. Source: 0.21 and 1.2.2, measured; their parsers do the same.
namespace sources::envfile {

namespace {

/// Python's white space: also the four separators of ASCII.
qsizetype pythonBlankAt(QByteArrayView text, qsizetype at)
{
    if (at < text.size() && text[at] >= '\x1c' && text[at] <= '\x1f')
        return 1;
    return blankAt(text, at);
}

QByteArrayView withoutPythonBlanksAtEnd(QByteArrayView text)
{
    for (;;) {
        const bool separator = !text.isEmpty() && text.back() >= '\x1c' && text.back() <= '\x1f';
        const qsizetype length = separator ? 1 : blankBefore(text, text.size());
        if (length == 0)
            return text;
        text.chop(length);
    }
}

/// Python opens the file as a text: every kind of line break becomes a line feed.
ValueBuffer withLineFeeds(QByteArrayView file)
{
    ValueBuffer text;
    for (qsizetype start = 0; start < file.size();) {
        const qsizetype found = file.indexOf('\r', start);
        const qsizetype end = found < 0 ? file.size() : found;
        text.append(file.sliced(start, end - start));
        if (found >= 0)
            text.append('\n');
        start = end + (end + 1 < file.size() && file[end + 1] == '\n' ? 2 : 1);
    }
    return text;
}

/// What a backslash and `byte` mean together within quotes; 0 where the backslash is only itself.
char escaped(char byte, char quote)
{
    constexpr QByteArrayView letters = "abfnrtv";
    constexpr QByteArrayView meanings = "\a\b\f\n\r\t\v";
    if (byte == '\\' || byte == '\'' || (byte == '"' && quote == '"'))
        return byte;
    const qsizetype index = quote == '"' ? letters.indexOf(byte) : -1;
    return index < 0 ? '\0' : meanings[index];
}

ValueBuffer unescaped(QByteArrayView text, char quote)
{
    ValueBuffer value;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char meaning = text[i] == '\\' && i + 1 < text.size() ? escaped(text[i + 1], quote) : '\0';
        value.append(meaning != '\0' ? meaning : text[i]);
        i += meaning != '\0' ? 1 : 0;
    }
    return value;
}

/// Fills in ${name} and ${name:-default}, whatever quotes stood around them. $name stays as it is.
key::Secret filledIn(QByteArrayView text, LoadedFile &file)
{
    ValueBuffer value;
    qsizetype stop = 0; // where a name ends: the first ':' or '}' behind a "${"
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype opening = text.indexOf("${", at);
        stop = std::max(stop, opening + 2);
        while (opening >= 0 && stop < text.size() && text[stop] != ':' && text[stop] != '}')
            ++stop;
        const bool hasDefault = opening >= 0 && text.sliced(stop).startsWith(":-");
        if (opening >= 0 && stop < text.size() && text[stop] == ':' && !hasDefault) {
            value.append(text.sliced(at, opening + 2 - at));
            at = opening + 2;
            continue;
        }
        const qsizetype closing = opening < 0 ? -1 : text.indexOf('}', stop);
        if (closing < 0) {
            value.append(text.sliced(at));
            break;
        }
        value.append(text.sliced(at, opening - at));
        const QByteArrayView name = text.sliced(opening + 2, stop - opening - 2);
        // Named without a value, it counts as set, and no default is taken.
        const Variable *inFile = file.find(name);
        if (const auto found = file.lookUp(name, LoadedFile::Order::ShellFirst))
            value.append(*found);
        else if (hasDefault && (inFile == nullptr || inFile->value))
            value.append(text.sliced(stop + 2, closing - stop - 2));
        at = closing + 1;
    }
    return value.secret();
}

class Reader {
public:
    Reader(QByteArrayView text, LoadedFile &file)
        : m_text(text)
        , m_lines(text)
        , m_file(file)
    {
    }

    void readAll()
    {
        while (m_at < m_text.size()) {
            // What cannot be read is passed over up to the end of the line on which the trouble is.
            if (!readStatement())
                m_at = lineEnd() + 1;
        }
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char here() const { return atEnd() ? '\0' : m_text[m_at]; }
    [[nodiscard]] qsizetype lineEnd() const;
    void passBlanks();
    void passBlanksAndBreaks();
    void passExport();
    bool readStatement();
    std::optional<QByteArrayView> readName();
    std::optional<ValueBuffer> readValue();
    ValueBuffer readUnquoted();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    LineCounter m_lines;
    LoadedFile &m_file;
};

qsizetype Reader::lineEnd() const
{
    const qsizetype end = m_at < m_text.size() ? m_text.indexOf('\n', m_at) : -1;
    return end < 0 ? m_text.size() : end;
}

void Reader::passBlanks()
{
    while (!atEnd() && here() != '\n') {
        const qsizetype length = pythonBlankAt(m_text, m_at);
        if (length == 0)
            return;
        m_at += length;
    }
}

void Reader::passBlanksAndBreaks()
{
    while (const qsizetype length = pythonBlankAt(m_text, m_at))
        m_at += length;
}

void Reader::passExport()
{
    constexpr QByteArrayView word = "export";
    if (!m_text.sliced(m_at).startsWith(word))
        return;
    const qsizetype start = m_at;
    m_at += word.size();
    passBlanks();
    if (m_at == start + word.size())
        m_at = start;
}

bool Reader::readStatement()
{
    passBlanksAndBreaks();
    if (atEnd())
        return true;
    const int line = m_lines.lineAt(m_at);
    passExport();
    if (here() == '#')
        return false;
    const auto name = readName();
    if (!name)
        return false;
    passBlanks();
    std::optional<ValueBuffer> value;
    const bool assigned = here() == '=' && !atEnd();
    if (assigned) {
        ++m_at;
        passBlanks();
        value = readValue();
        if (!value)
            return false;
    }
    passBlanks();
    if (here() == '#')
        m_at = lineEnd();
    if (!atEnd() && here() != '\n')
        return false;
    ++m_at;
    if (assigned)
        m_file.set(*name, line, filledIn(value->view(), m_file));
    else
        m_file.unset(*name, line);
    return true;
}

std::optional<QByteArrayView> Reader::readName()
{
    const qsizetype start = m_at;
    if (here() == '\'') {
        const qsizetype closing = m_text.indexOf('\'', start + 1);
        if (closing < start + 2)
            return std::nullopt;
        m_at = closing + 1;
        return m_text.sliced(start + 1, closing - start - 1);
    }
    while (!atEnd() && here() != '=' && here() != '#' && pythonBlankAt(m_text, m_at) == 0)
        ++m_at;
    if (m_at == start)
        return std::nullopt;
    return m_text.sliced(start, m_at - start);
}

std::optional<ValueBuffer> Reader::readValue()
{
    const char quote = here();
    if (quote != '"' && quote != '\'')
        return readUnquoted();
    const qsizetype start = m_at + 1;
    qsizetype closing = m_text.indexOf(quote, start);
    while (closing > start && m_text[closing - 1] == '\\') {
        const qsizetype next = m_text.indexOf(quote, closing + 1);
        // With no other quote behind it, one behind a backslash closes as well.
        if (next < 0)
            break;
        closing = next;
    }
    if (closing < 0)
        return std::nullopt;
    m_at = closing + 1;
    return unescaped(m_text.sliced(start, closing - start), quote);
}

ValueBuffer Reader::readUnquoted()
{
    const QByteArrayView line = m_text.sliced(m_at, lineEnd() - m_at);
    m_at += line.size();
    QByteArrayView value = line;
    for (qsizetype i = 0; i < line.size();) {
        const qsizetype blank = pythonBlankAt(line, i);
        i += blank > 0 ? blank : 1;
        if (blank > 0 && i < line.size() && line[i] == '#') {
            value = line.first(i);
            break;
        }
    }
    ValueBuffer buffer;
    buffer.append(withoutPythonBlanksAtEnd(value));
    return buffer;
}

} // namespace

LoadedFile loadAsPythonDotenv(QByteArrayView bytes, const Environment *shell)
{
    LoadedFile file(shell);
    // Python reads strictly, and ends with an exception. A byte order mark becomes a part of the first name.
    if (!bytes.isValidUtf8()) {
        file.refuseFile();
        return file;
    }
    const ValueBuffer text = withLineFeeds(bytes);
    Reader(text.view(), file).readAll();
    // os.environ takes no NUL, and no "=" in a name: load_dotenv() ends with an exception.
    if (file.holdsUnfit())
        file.refuseFile();
    return file;
}

} // namespace sources::envfile
