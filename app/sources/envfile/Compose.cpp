// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/KeyText.h"
#include "sources/envfile/ComposeTemplate.h"
#include "sources/envfile/Readers.h"
#include "sources/envfile/Text.h"
#include "sources/envfile/ValueBuffer.h"

#include <QChar>
#include <QString>

#include <algorithm>
#include <string>

/// docker compose: env_file, and .env. Source: compose-go 2, dotenv/parser.go.
namespace sources::envfile {

namespace {

/// A blank that is no line feed, as the parser has it: narrower than Unicode's.
qsizetype lineBlankAt(QByteArrayView text, qsizetype at)
{
    if (at >= text.size() || text[at] == '\n')
        return 0;
    const qsizetype length = blankAt(text, at);
    return length <= 2 ? length : 0; // U+0085 and U+00A0 have two bytes, all others three
}

/// The length of a letter or digit of any script; 0 where something else stands, or no UTF-8.
qsizetype letterAt(QByteArrayView text, qsizetype at)
{
    if (static_cast<unsigned char>(text[at]) < 0x80)
        return isNameByte(text[at]) && text[at] != '_' ? 1 : 0;
    const std::u32string next = inspect::decodeUtf8(text.sliced(at, std::min<qsizetype>(4, text.size() - at)));
    const char32_t letter = next.front();
    if (inspect::isInvalidByte(letter) || !(QChar::isLetter(letter) || QChar::isNumber(letter)))
        return 0;
    return letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
}

/// Undoes the escapes of a double-quoted value. `\$` becomes "$$", which the template knows; `\0` and three digits are
/// a character; what is no escape stays.
ValueBuffer unescaped(QByteArrayView text)
{
    constexpr QByteArrayView letters = "abfnrtv\"\\";
    constexpr QByteArrayView meanings = "\a\b\f\n\r\t\v\"\\";
    ValueBuffer value;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
        if (const qsizetype index = next == '\0' ? -1 : letters.indexOf(next); index >= 0) {
            value.append(meanings[index]);
            ++i;
        } else if (next == '$') {
            value.append("$$");
            ++i;
        } else if (next == '0') {
            // Only \0 and three digits up to 377 is read; of any other the 0 is lost.
            qsizetype end = i + 2;
            while (end < text.size() && end < i + 5 && text[end] >= '0' && text[end] <= '9')
                ++end;
            bool isOctal = false;
            const QByteArrayView digits = text.sliced(i + 2, end - i - 2);
            const ushort code = digits.toByteArray().toUShort(&isOctal, 8);
            if (isOctal && digits.size() == 3 && code <= 0xff) {
                value.append(QString(QChar(code)).toUtf8());
            } else {
                value.append('\\');
                value.append(digits);
            }
            i = end - 1;
        } else {
            value.append(text[i]);
        }
    }
    return value;
}

class Reader {
public:
    Reader(QByteArrayView text, LoadedFile &file)
        : m_text(text)
        , m_lines(text)
        , m_file(file)
    {
    }

    /// False where compose refuses the file.
    bool readAll()
    {
        while (goToStatement()) {
            if (!readStatement())
                return false;
        }
        return true;
    }

private:
    enum class Sign { Value, LineEnd, End };
    bool goToStatement();
    void passExport();
    void passBlanks();
    std::optional<Sign> findSign();
    bool readStatement();
    std::optional<key::Secret> readValue();
    std::optional<key::Secret> readUnquoted();
    std::optional<key::Secret> readQuoted(char quote);

    QByteArrayView m_text;
    qsizetype m_at = 0;
    LineCounter m_lines;
    LoadedFile &m_file;
};

bool Reader::goToStatement()
{
    for (;;) {
        while (const qsizetype length = blankAt(m_text, m_at))
            m_at += length;
        if (m_at >= m_text.size())
            return false;
        if (m_text[m_at] != '#')
            return true;
        const qsizetype end = m_text.indexOf('\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
    }
}

void Reader::passBlanks()
{
    while (const qsizetype length = lineBlankAt(m_text, m_at))
        m_at += length;
}

void Reader::passExport()
{
    constexpr QByteArrayView word = "export";
    constexpr QByteArrayView blanks = " \t\r\f\n";
    const QByteArrayView rest = m_text.sliced(m_at);
    if (!rest.startsWith(word) || rest.size() == word.size() || !blanks.contains(rest[word.size()]))
        return;
    m_at += word.size();
    passBlanks();
}

/// Goes to the "=", ":" or line feed that ends a name.
std::optional<Reader::Sign> Reader::findSign()
{
    constexpr QByteArrayView others = "_.-[]";
    while (m_at < m_text.size()) {
        const char byte = m_text[m_at];
        if (byte == '=' || byte == ':')
            return Sign::Value;
        if (byte == '\n')
            return Sign::LineEnd;
        qsizetype length = others.contains(byte) ? 1 : lineBlankAt(m_text, m_at);
        if (length == 0)
            length = letterAt(m_text, m_at);
        if (length == 0)
            return std::nullopt;
        m_at += length;
    }
    return Sign::End;
}

bool Reader::readStatement()
{
    passExport();
    const qsizetype start = m_at;
    const int line = m_lines.lineAt(start);
    const auto sign = findSign();
    if (!sign || start == m_text.size())
        return false;
    // A last line with nothing but a name is read as the value of a variable without a name.
    if (*sign == Sign::End)
        m_at = start;
    const QByteArrayView name = withoutBlanksAtEnd(m_text.sliced(start, m_at - start));
    if (name.contains(' '))
        return false;
    if (*sign != Sign::End)
        ++m_at;
    passBlanks();
    if (*sign == Sign::LineEnd) {
        // A name alone takes the value that the shell has.
        if (const auto value = m_file.lookUp(name, LoadedFile::Order::ShellFirst))
            m_file.set(name, line, key::Secret(*value));
        return !m_file.isRefused();
    }
    auto value = readValue();
    if (!value)
        return false;
    m_file.set(name, line, std::move(*value));
    return !m_file.isRefused();
}

std::optional<key::Secret> Reader::readValue()
{
    const char first = m_at < m_text.size() ? m_text[m_at] : '\0';
    return first == '"' || first == '\'' ? readQuoted(first) : readUnquoted();
}

std::optional<key::Secret> Reader::readUnquoted()
{
    const qsizetype found = m_at < m_text.size() ? m_text.indexOf('\n', m_at) : -1;
    const qsizetype end = found < 0 ? m_text.size() : found;
    QByteArrayView value = m_text.sliced(m_at, end - m_at);
    m_at = std::min(end + 1, m_text.size());
    if (const qsizetype comment = value.indexOf(" #"); comment >= 0)
        value.truncate(comment);
    return ComposeTemplate(m_file).filledIn(withoutBlanksAtEnd(value));
}

std::optional<key::Secret> Reader::readQuoted(char quote)
{
    ValueBuffer value;
    bool afterBackslash = false;
    for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
        const char byte = m_text[i];
        if (byte == quote && !afterBackslash) {
            m_at = i + 1;
            if (quote == '\'')
                return value.secret();
            return ComposeTemplate(m_file).filledIn(unescaped(value.view()).view());
        }
        if (byte == '\\' && !afterBackslash) {
            afterBackslash = true;
            continue;
        }
        if (afterBackslash && byte != quote)
            value.append('\\');
        afterBackslash = false;
        value.append(byte);
    }
    return std::nullopt;
}

} // namespace

LoadedFile loadAsCompose(QByteArrayView bytes, const Environment *shell)
{
    LoadedFile file(shell);
    if (bytes.startsWith(byteOrderMark))
        bytes = bytes.sliced(byteOrderMark.size());
    if (!Reader(bytes, file).readAll())
        file.refuseFile();
    return file;
}

} // namespace sources::envfile
