// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/TextEdit.h"

#include "key/Mask.h"
#include "mend/PlainValue.h"
#include "sources/envfile/Text.h"

#include <algorithm>
#include <utility>

namespace mend {

namespace {

using sources::envfile::isNameByte;
using sources::envfile::withoutBlanksAtEnd;
using sources::envfile::withoutBlanksInFront;

const QString &dots()
{
    static const QString text(4, QChar(0x2022));
    return text;
}

/// A name of a variable or a plain word, however long: COHERE_API_KEY_2, settings.
bool isWord(QByteArrayView run)
{
    const auto has = [&](auto accepts) { return std::any_of(run.begin(), run.end(), accepts); };
    const bool small = has([](char byte) { return byte >= 'a' && byte <= 'z'; });
    const bool capital = has([](char byte) { return byte >= 'A' && byte <= 'Z'; });
    const bool digit = has([](char byte) { return byte >= '0' && byte <= '9'; });
    return !(small && capital) && (!digit || (!small && run.contains('_')));
}

/// A text in which nothing is known to be a value: what is as long as a key is masked.
QString withoutLongRuns(QByteArrayView text)
{
    constexpr qsizetype longest = 11;
    const auto belongs = [](char byte) { return isNameByte(byte) || byte == '-' || byte == '+' || byte == '/'; };
    QString shown;
    for (qsizetype at = 0; at < text.size();) {
        const auto start = text.begin() + at;
        const auto end = std::find_if_not(start, text.end(), belongs);
        const qsizetype run = end - start;
        const auto next = std::find_if(end, text.end(), belongs);
        shown += run > longest && !isWord(text.sliced(at, run)) ? dots() : QString::fromUtf8(text.sliced(at, run));
        shown += QString::fromUtf8(text.sliced(at + run, next - end));
        at += run + (next - end);
    }
    return shown;
}

/// Where the value begins: behind "=", or ":", or the name that fish's `set` is given. -1 where there is none.
qsizetype valueStart(QByteArrayView line)
{
    if (const qsizetype equals = line.indexOf('='); equals >= 0)
        return equals + 1;
    const QByteArrayView trimmed = withoutBlanksInFront(line);
    if (trimmed.startsWith('#'))
        return -1;
    for (const QByteArrayView word : {QByteArrayView("set "), QByteArrayView("setenv ")}) {
        QByteArrayView rest = trimmed.startsWith(word) ? trimmed.sliced(word.size()) : QByteArrayView();
        while (rest.startsWith('-') || rest.startsWith(' ')) // options, and the blanks between them
            rest = rest.sliced(rest.startsWith(' ') ? 1 : std::max<qsizetype>(1, rest.indexOf(' ')));
        if (const qsizetype blank = rest.indexOf(' '); blank > 0)
            return rest.begin() + blank + 1 - line.begin();
    }
    const qsizetype colon = line.indexOf(':');
    return colon < 0 ? -1 : colon + 1;
}

bool namesOneOf(QByteArrayView head, const QStringList &names)
{
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        const QByteArray bytes = name.toUtf8();
        const qsizetype at = head.indexOf(bytes);
        const bool begins = at == 0 || (at > 0 && !isNameByte(head[at - 1]));
        return begins && (at + bytes.size() == head.size() || !isNameByte(head[at + bytes.size()]));
    });
}

} // namespace

std::vector<QByteArrayView> linesOf(QByteArrayView text)
{
    std::vector<QByteArrayView> lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype feed = text.indexOf('\n', start);
        const qsizetype end = feed < 0 ? text.size() : feed + 1;
        lines.push_back(text.sliced(start, end - start));
        start = end;
    }
    return lines;
}

QByteArrayView wordsOf(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QString maskedLine(QByteArrayView line, const QStringList &names)
{
    const qsizetype start = valueStart(line);
    if (start < 0)
        return withoutLongRuns(line);
    const QByteArrayView head = line.first(start);
    QByteArrayView value = line.sliced(start);
    // A comment shows what it is; "#" within a key does not begin one.
    QByteArrayView comment;
    for (qsizetype hash = value.indexOf('#'); hash >= 0 && comment.isEmpty(); hash = value.indexOf('#', hash + 1)) {
        if (hash == 0 || sources::envfile::blankBefore(value, hash) > 0)
            comment = value.sliced(hash);
    }
    value.chop(comment.size());
    const key::Secret core = withoutEdges(value);
    if (core.isEmpty())
        return withoutLongRuns(head) + QString::fromUtf8(value) + withoutLongRuns(comment);
    const qsizetype at = value.indexOf(core.bytes());
    const QString shown = namesOneOf(head, names) && isPlain(core.bytes()) ? key::masked(core.bytes()) : dots();
    return withoutLongRuns(head) + QString::fromUtf8(value.first(at)) + shown
        + QString::fromUtf8(value.sliced(at + core.bytes().size())) + withoutLongRuns(comment);
}

QString TextEdit::shown(QByteArrayView line) const
{
    return m_names ? maskedLine(line, *m_names) : QString::fromUtf8(line);
}

void TextEdit::note(LineChange::Kind kind, QByteArrayView line, bool isSeen)
{
    m_entries.push_back({kind, m_oldLine, wordsOf(line), {}, isSeen});
}

void TextEdit::keep(QByteArrayView line)
{
    ++m_oldLine;
    ++m_newLine;
    m_text.append(line);
    note(LineChange::Kind::Kept, line, false);
}

void TextEdit::point(QByteArrayView line)
{
    keep(line);
    m_entries.back().isSeen = true;
}

void TextEdit::remove(QByteArrayView line)
{
    ++m_oldLine;
    note(LineChange::Kind::Removed, line, true);
}

void TextEdit::add(QByteArrayView line, QByteArrayView lineBreak)
{
    ++m_newLine;
    m_text.append(line);
    m_text.append(lineBreak);
    m_entries.push_back({LineChange::Kind::Added, m_newLine, {}, shown(line), true});
}

TextMend TextEdit::take()
{
    TextMend mend{m_text.secret(), {}};
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const bool isNear = (i > 0 && m_entries[i - 1].isSeen) || (i + 1 < m_entries.size() && m_entries[i + 1].isSeen);
        if (!entry.isSeen && !isNear)
            continue;
        const bool isAdded = entry.kind == LineChange::Kind::Added;
        mend.lines.push_back({entry.kind, entry.line, isAdded ? entry.added : shown(entry.text)});
    }
    return mend;
}

} // namespace mend
