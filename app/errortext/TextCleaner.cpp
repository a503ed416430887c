// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/TextCleaner.h"

#include "errortext/LinePrefix.h"
#include "key/Wiped.h"

#include <QStringDecoder>

#include <algorithm>

namespace errortext {

namespace {

constexpr char16_t escape = 0x1b;
/// So much of the text tells its encoding where it has no mark.
constexpr qsizetype sampleSize = 4096;

/// So many of the prefixes tell from which program they are.
constexpr qsizetype longestPrefixes = 16384;

/// NUL at nearly every second place is UTF-16, whatever the characters are.
std::optional<QStringConverter::Encoding> utf16Without(QByteArrayView bytes)
{
    const QByteArrayView sample = bytes.first(std::min(bytes.size(), sampleSize));
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < sample.size(); ++i)
        (i % 2 == 0 ? even : odd) += sample.at(i) == '\0' ? 1 : 0;
    const qsizetype enough = sample.size() / 4;
    if (sample.size() < 4 || std::max(even, odd) <= enough)
        return std::nullopt;
    return odd > even ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
}

QString decoded(QByteArrayView bytes)
{
    auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        encoding = utf16Without(bytes);
    if (encoding) {
        QStringDecoder decoder(*encoding);
        return decoder.decode(bytes);
    }
    QStringDecoder utf8(QStringConverter::Utf8);
    QString text = utf8.decode(bytes);
    if (!utf8.hasError())
        return text;
    key::wipe(text);
    return QString::fromLatin1(bytes);
}

/// Behind the last character of a control sequence that starts at `start` with ESC: colours (CSI), titles and links
/// (OSC), and the short ones.
qsizetype endOfSequence(QStringView text, qsizetype start)
{
    qsizetype end = start + 1;
    if (end >= text.size())
        return end;
    const char16_t kind = text.at(end).unicode();
    if (kind == u'[') {
        for (++end; end < text.size() && end < start + 64; ++end) {
            const char16_t c = text.at(end).unicode();
            if (c >= 0x40 && c <= 0x7e)
                return end + 1;
            if (c < 0x20 || c > 0x7e)
                return end;
        }
        return end;
    }
    if (kind == u']') {
        for (++end; end < text.size() && end < start + 2048; ++end) {
            const char16_t c = text.at(end).unicode();
            if (c == 0x07)
                return end + 1;
            if (c == escape)
                return std::min(end + 2, text.size());
            if (c == u'\n')
                return end;
        }
        return end;
    }
    return kind >= 0x40 && kind <= 0x5f ? end + 1 : end;
}

bool isLineEnd(char16_t c)
{
    return c == u'\n' || c == u'\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Control characters but those of lines and blanks; a soft hyphen is not seen.
bool isNothing(char16_t c)
{
    return (c < 0x20 && c != u'\t') || c == 0x7f || c == 0xad || c == 0xfeff || c == 0x200b;
}

bool isPlain(char16_t c)
{
    return c != escape && !isLineEnd(c) && !isNothing(c);
}

/// Takes one line after the other, and keeps what they say.
class LineWriter {
public:
    explicit LineWriter(CleanText &clean)
        : m_clean(clean)
    {
    }
    void add(QStringView part) { m_line += part; }
    void end(QChar lineEnd)
    {
        const qsizetype start = prefixLength(m_line);
        qsizetype end = m_line.size();
        const bool framed = start > 0 && QStringView(m_line).left(start).contains(u'|');
        while (end > start && (isFrameOrBlank(m_line.at(end - 1)) || (framed && m_line.at(end - 1) == u'|')))
            --end;
        if (m_clean.prefixes.size() < longestPrefixes)
            m_clean.prefixes += m_line.left(start) + QLatin1Char(' ');
        m_clean.lineStarts.push_back(m_clean.text.size());
        m_clean.text += QStringView(m_line).sliced(start, end - start);
        if (!lineEnd.isNull())
            m_clean.text += lineEnd;
        m_line.fill(QChar(), m_line.size());
        m_line.resize(0);
    }
    ~LineWriter() { key::wipe(m_line); }
    LineWriter(const LineWriter &) = delete;
    LineWriter &operator=(const LineWriter &) = delete;

private:
    CleanText &m_clean;
    QString m_line;
};

} // namespace

CleanText::~CleanText()
{
    key::wipe(text);
    key::wipe(prefixes);
}

int CleanText::lineOf(qsizetype place) const
{
    const auto next = std::upper_bound(lineStarts.begin(), lineStarts.end(), place);
    return std::max(1, static_cast<int>(next - lineStarts.begin()));
}

QStringView CleanText::lineAt(qsizetype place) const
{
    const auto line = static_cast<std::size_t>(lineOf(place));
    if (lineStarts.empty())
        return {};
    const qsizetype start = lineStarts.at(line - 1);
    const qsizetype end = line < lineStarts.size() ? lineStarts.at(line) - 1 : text.size();
    return QStringView(text).sliced(start, std::max<qsizetype>(0, end - start));
}

CleanText cleanText(QByteArrayView bytes)
{
    QString text = decoded(bytes);
    CleanText clean;
    clean.text.reserve(text.size() + 1);
    {
        LineWriter writer(clean);
        for (qsizetype i = 0; i < text.size();) {
            const char16_t c = text.at(i).unicode();
            if (c == escape) {
                i = endOfSequence(text, i);
                continue;
            }
            if (isLineEnd(c)) {
                const bool pair = c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n';
                i += pair ? 2 : 1;
                writer.end(c == u'\r' && !pair ? u'\r' : u'\n');
                continue;
            }
            if (isNothing(c)) {
                ++i;
                continue;
            }
            const qsizetype start = i;
            while (i < text.size() && isPlain(text.at(i).unicode()))
                ++i;
            writer.add(QStringView(text).sliced(start, i - start));
        }
        writer.end(QChar());
    }
    key::wipe(text);
    return clean;
}

} // namespace errortext
