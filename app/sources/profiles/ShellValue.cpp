// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/profiles/ShellValue.h"

#include <algorithm>
#include <string_view>

namespace sources::profiles {

namespace {

constexpr int digitOf(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    if (character >= 'A' && character <= 'F')
        return character - 'A' + 10;
    return 99;
}

void appendUtf8(std::string &into, char32_t codePoint)
{
    const auto byte = [&into](char32_t value) { into.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
    if (codePoint < 0x80) {
        byte(codePoint);
    } else if (codePoint < 0x800) {
        byte(0xc0 | (codePoint >> 6));
        byte(0x80 | (codePoint & 0x3f));
    } else if (codePoint < 0x10000) {
        byte(0xe0 | (codePoint >> 12));
        byte(0x80 | ((codePoint >> 6) & 0x3f));
        byte(0x80 | (codePoint & 0x3f));
    } else {
        byte(0xf0 | ((codePoint >> 18) & 0x07));
        byte(0x80 | ((codePoint >> 12) & 0x3f));
        byte(0x80 | ((codePoint >> 6) & 0x3f));
        byte(0x80 | (codePoint & 0x3f));
    }
}

class Unquoter {
public:
    Unquoter(QByteArrayView word, Dialect dialect)
        : m_word(word)
        , m_dialect(dialect)
    {
        // No text grows by losing its quotes; so no memory with a part of a key is left behind.
        m_value.text.value.reserve(static_cast<std::size_t>(word.size()));
    }

    [[nodiscard]] ShellValue unquote()
    {
        while (m_at < m_word.size()) {
            const char character = m_word[m_at];
            const qsizetype end = skipQuoted(m_word, m_at, m_dialect);
            if (end < 0) // it never ends
                plain(m_at);
            else if (character == '\\')
                bareEscape();
            else if (character == '\'')
                singleQuotes(end);
            else if (character == '"')
                doubleQuotes(end);
            else if (character == '$' && m_dialect == Dialect::Posix && next() == '\'')
                ansiQuotes(end);
            else if (character == '$' && m_dialect == Dialect::Posix && next() == '"')
                ++m_at;
            else
                plain(end);
        }
        return std::move(m_value);
    }

private:
    [[nodiscard]] char next() const { return m_at + 1 < m_word.size() ? m_word[m_at + 1] : '\0'; }

    void append(QByteArrayView text) { m_value.text.value.append(text.data(), static_cast<std::size_t>(text.size())); }

    void bareEscape()
    {
        ++m_at;
        if (m_at >= m_word.size())
            return;
        if (m_dialect == Dialect::Fish) {
            const qsizetype end = appendEscape(m_value.text.value, m_word, m_at);
            if (end > m_at) {
                m_at = end;
                return;
            }
        }
        if (m_word[m_at] != '\n')
            append(m_word.sliced(m_at, 1));
        ++m_at;
    }

    void singleQuotes(qsizetype end)
    {
        QByteArrayView inside = m_word.sliced(m_at + 1, end - m_at - 2);
        m_at = end;
        if (m_dialect == Dialect::Posix)
            return append(inside);
        for (qsizetype i = 0; i < inside.size(); ++i) {
            const bool escape =
                inside[i] == '\\' && i + 1 < inside.size() && (inside[i + 1] == '\\' || inside[i + 1] == '\'');
            append(inside.sliced(escape ? ++i : i, 1));
        }
    }

    void ansiQuotes(qsizetype end)
    {
        const QByteArrayView inside = m_word.sliced(m_at + 2, end - m_at - 3);
        m_at = end;
        for (qsizetype i = 0; i < inside.size();) {
            const qsizetype behind =
                inside[i] == '\\' && i + 1 < inside.size() ? appendEscape(m_value.text.value, inside, i + 1) : i;
            if (behind > i + 1) {
                i = behind;
            } else {
                append(inside.sliced(i, 1));
                ++i;
            }
        }
    }

    void doubleQuotes(qsizetype end)
    {
        const qsizetype last = end - 1;
        const std::string_view escapable = m_dialect == Dialect::Posix ? "$`\"\\\n" : "$\"\\\n";
        for (++m_at; m_at < last;) {
            if (m_word[m_at] == '\\' && escapable.find(next()) != std::string_view::npos) {
                if (next() != '\n')
                    append(m_word.sliced(m_at + 1, 1));
                m_at += 2;
            } else if (m_word[m_at] == '\\' || m_word[m_at] == '\'' || m_word[m_at] == '"' || m_word[m_at] == '(') {
                append(m_word.sliced(m_at++, 1));
            } else if (m_word[m_at] == '$' && next() == '\'') {
                append(m_word.sliced(m_at++, 1));
            } else {
                plain(std::min(skipQuoted(m_word, m_at, m_dialect), last));
            }
        }
        m_at = end;
    }

    /// A character of its own, or a substitution as a whole.
    void plain(qsizetype end)
    {
        const bool name = m_word[m_at] == '$' && beginsReference(next());
        if (end > m_at || name)
            m_value.reference = true;
        const qsizetype behind = std::max(end, m_at + 1);
        append(m_word.sliced(m_at, behind - m_at));
        m_at = behind;
    }

    [[nodiscard]] static bool beginsReference(char character)
    {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
            || (character >= '0' && character <= '9')
            || (character != '\0' && std::string_view("_@*#?!$-").find(character) != std::string_view::npos);
    }

    QByteArrayView m_word;
    Dialect m_dialect;
    qsizetype m_at = 0;
    ShellValue m_value;
};

} // namespace

ShellValue shellValue(QByteArrayView word, Dialect dialect)
{
    return Unquoter(word, dialect).unquote();
}

qsizetype appendEscape(std::string &into, QByteArrayView text, qsizetype at)
{
    constexpr std::string_view letters = "abefnrtv\\'\"?";
    constexpr std::string_view meanings = "\a\b\x1b\f\n\r\t\v\\'\"?";
    const char kind = text[at];
    if (const std::size_t found = letters.find(kind); found != std::string_view::npos) {
        into.push_back(meanings[found]);
        return at + 1;
    }
    const bool octal = kind >= '0' && kind <= '7';
    const int base = octal ? 8 : 16;
    qsizetype most = 3;
    if (kind == 'x' || kind == 'X')
        most = 2;
    else if (kind == 'u')
        most = 4;
    else if (kind == 'U')
        most = 8;
    else if (!octal)
        return at;
    char32_t number = 0;
    qsizetype i = octal ? at : at + 1;
    const qsizetype first = i;
    for (; i < text.size() && i - first < most && digitOf(text[i]) < base; ++i)
        number = number * static_cast<char32_t>(base) + static_cast<char32_t>(digitOf(text[i]));
    if (i == first)
        return at;
    if (kind == 'u' || kind == 'U')
        appendUtf8(into, std::min(number, char32_t{0x10ffff}));
    else
        into.push_back(static_cast<char>(static_cast<unsigned char>(number & 0xff)));
    return i;
}

} // namespace sources::profiles
