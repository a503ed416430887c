// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/Squeezed.h"

#include "key/Secret.h"

#include <algorithm>

namespace errortext {

namespace {

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

/// In lower case; 0 where it is no letter or digit of ASCII.
char lowered(char16_t c)
{
    if (isDigit(c) || (c >= u'a' && c <= u'z'))
        return static_cast<char>(c);
    if (c >= u'A' && c <= u'Z')
        return static_cast<char>(c - u'A' + u'a');
    return '\0';
}

int hexValue(char16_t c)
{
    const char low = lowered(c);
    if (isDigit(c))
        return c - u'0';
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

class Squeezer {
public:
    Squeezer(QStringView text, Squeezed &to)
        : m_text(text)
        , m_to(to)
    {
    }

    void run()
    {
        while (m_at < m_text.size()) {
            const char16_t c = at(m_at);
            if (c == u'\\')
                escape();
            else if (c == u'&' && entity())
                continue;
            else
                take(c, m_at++);
        }
    }

private:
    [[nodiscard]] char16_t at(qsizetype place) const
    {
        return place < m_text.size() ? m_text.at(place).unicode() : u'\0';
    }

    void take(char16_t c, qsizetype place)
    {
        const char letter = lowered(c);
        if (letter == '\0') {
            m_parted = m_parted || (c != u'\n' && c != u'\r');
            return;
        }
        if (m_parted && isDigit(c) && !m_to.letters.empty() && isDigit(static_cast<char16_t>(m_to.letters.back())))
            add(' ', place);
        m_parted = false;
        add(letter, place);
    }

    void add(char letter, qsizetype place)
    {
        m_to.letters.push_back(letter);
        m_to.places.push_back(static_cast<std::uint32_t>(place));
    }

    /// However many backslashes stand there, once they stood before one character.
    void escape()
    {
        const qsizetype start = m_at;
        while (at(m_at) == u'\\')
            ++m_at;
        const char16_t kind = at(m_at);
        m_parted = m_parted || kind != u'n';
        if (kind == u'n' || kind == u'r' || kind == u't') {
            ++m_at;
        } else if (kind == u'u') {
            hex(start, 4);
        } else if (kind == u'x') {
            hex(start, 2);
        } else if (kind == u'0' && at(m_at + 1) == u'3' && at(m_at + 2) == u'3') {
            m_at += 3;
            colour();
        }
    }

    void hex(qsizetype start, qsizetype digits)
    {
        int value = 0;
        for (qsizetype i = 1; i <= digits; ++i) {
            const int digit = hexValue(at(m_at + i));
            if (digit < 0)
                return;
            value = value * 16 + digit;
        }
        m_at += digits + 1;
        if (value == 0x1b)
            colour();
        else
            take(static_cast<char16_t>(value), start);
    }

    /// "[31m", behind an ESC that was written out.
    void colour()
    {
        if (at(m_at) != u'[')
            return;
        qsizetype end = m_at + 1;
        while (isDigit(at(end)) || at(end) == u';')
            ++end;
        if (lowered(at(end)) != '\0')
            m_at = end + 1;
    }

    /// "&quot;", "&#39;": true where one stood there.
    bool entity()
    {
        const QStringView rest = m_text.sliced(m_at, std::min<qsizetype>(8, m_text.size() - m_at));
        const qsizetype end = rest.indexOf(u';');
        const bool known = end > 1 && std::all_of(rest.begin() + 1, rest.begin() + end, [](QChar c) {
            return c == u'#' || lowered(c.unicode()) != '\0';
        });
        if (!known)
            return false;
        m_at += end + 1;
        m_parted = true;
        return true;
    }

    QStringView m_text;
    Squeezed &m_to;
    qsizetype m_at = 0;
    bool m_parted = false; ///< something but a line break stood behind the last letter
};

} // namespace

Squeezed::~Squeezed()
{
    key::wipeMemory(letters.data(), letters.size());
}

qsizetype Squeezed::placeOf(std::size_t letter) const
{
    return letter < places.size() ? static_cast<qsizetype>(places.at(letter)) : 0;
}

Squeezed squeeze(QStringView text)
{
    Squeezed squeezed;
    // One letter takes one place at most, and nothing moves that would have to be wiped.
    squeezed.letters.reserve(static_cast<std::size_t>(text.size()));
    squeezed.places.reserve(static_cast<std::size_t>(text.size()));
    Squeezer(text, squeezed).run();
    return squeezed;
}

std::string squeezedWords(QStringView words)
{
    return squeeze(words).letters;
}

} // namespace errortext
