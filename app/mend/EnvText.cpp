// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/EnvText.h"

#include "inspect/KeyText.h"
#include "key/Mask.h"
#include "key/Wiped.h"
#include "mend/EnvProof.h"
#include "mend/PlainValue.h"
#include "sources/envfile/SeenLines.h"
#include "sources/envfile/Text.h"

#include <algorithm>
#include <optional>
#include <string>

namespace mend {

namespace {

using sources::envfile::byteOrderMark;
using sources::envfile::SeenLine;
using sources::envfile::ValueBuffer;

/// The file in UTF-8, with line feeds alone.
struct Readable {
    ValueBuffer text;
    std::vector<Note> notes;
};

tl::expected<Readable, MendFailure> readable(QByteArrayView file)
{
    Readable result;
    key::Wiped<std::string> decoded;
    if (file.startsWith(byteOrderMark)) {
        file = file.sliced(byteOrderMark.size());
        result.notes.push_back(Note::ByteOrderMarkRemoved);
    } else if (file.startsWith("\xff\xfe") || file.startsWith("\xfe\xff") || file.contains('\0')) {
        inspect::KeyText text = inspect::decode(file);
        const key::Wiped<std::u32string> codePoints(std::move(text.codePoints));
        decoded.value = inspect::encodeUtf8(codePoints.value);
        file = QByteArrayView(decoded.value);
        result.notes.push_back(Note::EncodingChanged);
    }
    if (file.contains('\0'))
        return tl::unexpected(MendFailure::NotReadable);
    if (file.contains('\r'))
        result.notes.push_back(Note::LineEndsChanged);
    for (qsizetype start = 0; start < file.size();) {
        const qsizetype found = file.indexOf('\r', start);
        const qsizetype end = found < 0 ? file.size() : found;
        result.text.append(file.sliced(start, end - start));
        if (found >= 0)
            result.text.append('\n');
        start = end + (file.sliced(end).startsWith("\r\n") ? 2 : 1);
    }
    return result;
}

/// What a line is made of, once it was understood.
struct Parts {
    key::Secret value;
    QByteArrayView comment; ///< from its "#"; empty where there is none
    bool hasExport = false;
};

/// `line`: as it stands, `seen`: what a person sees in it.
Parts partsOf(QByteArrayView line, const SeenLine &seen)
{
    using namespace sources::envfile;
    const QByteArrayView words = withoutBlanksAtEnd(wordsOf(line));
    const QByteArrayView trimmed = withoutBlanksInFront(words);
    Parts parts{withoutEdges(seen.value.bytes()), {}, trimmed.startsWith("export") && !isNameByte(trimmed[6])};
    const qsizetype name = words.indexOf(seen.name.toUtf8());
    const qsizetype sign = std::find_if(words.begin() + name, words.end(), [](char byte) {
        return byte == '=' || byte == ':';
    }) - words.begin();
    qsizetype behind = sign + 1;
    if (!seen.value.isEmpty())
        behind = words.indexOf(seen.value.bytes(), behind) + seen.value.bytes().size();
    if (const qsizetype hash = words.indexOf('#', behind); hash >= 0)
        parts.comment = words.sliced(hash);
    // K=v#c: for Node "#" begins a comment, and no key holds one.
    const qsizetype hash = parts.value.bytes().indexOf('#');
    if (parts.comment.isEmpty() && hash >= key::shortestWithEndShown && isPlain(parts.value.bytes().first(hash))) {
        parts.comment = words.sliced(words.indexOf('#', sign));
        parts.value = key::Secret(parts.value.bytes().first(hash));
    }
    return parts;
}

class EnvMender {
public:
    EnvMender(QByteArrayView before, const EnvWish &wish, Readable readable)
        : m_before(before)
        , m_wish(wish)
        , m_text(std::move(readable.text))
        , m_notes(std::move(readable.notes))
        , m_edit({wish.variable, wish.fromVariable})
        , m_name(wish.variable.toUtf8())
    {
    }

    [[nodiscard]] tl::expected<TextMend, MendFailure> mend();

private:
    [[nodiscard]] std::optional<MendFailure> choose();
    void write();
    void writeChosen(QByteArrayView line);
    void append();
    void note(Note note)
    {
        if (std::find(m_notes.begin(), m_notes.end(), note) == m_notes.end())
            m_notes.push_back(note);
    }

    QByteArrayView m_before;
    const EnvWish &m_wish;
    ValueBuffer m_text;
    std::vector<Note> m_notes;
    TextEdit m_edit;
    QByteArray m_name;
    std::vector<QByteArrayView> m_lines;
    std::vector<SeenLine> m_seen; ///< the lines that set one of the two names
    const SeenLine *m_chosen = nullptr; ///< the one that is mended
    Parts m_parts; ///< of it
    key::Secret m_value;
};

std::optional<MendFailure> EnvMender::choose()
{
    const bool hasKey = m_wish.key != nullptr;
    const QString current = m_wish.fromVariable.isEmpty() || hasKey ? m_wish.variable : m_wish.fromVariable;
    // The last line wins; but one that is set to nothing is not what is meant.
    const auto rank = [&](const SeenLine &line) {
        return (line.name == current ? 2 : 0) + (line.value.isEmpty() ? 0 : 1);
    };
    for (const SeenLine &line : m_seen) {
        const bool isAsked = hasKey || line.name == current;
        if (isAsked && (m_chosen == nullptr || rank(line) >= rank(*m_chosen)))
            m_chosen = &line;
    }
    if (m_chosen != nullptr)
        m_parts = partsOf(m_lines.at(static_cast<std::size_t>(m_chosen->line) - 1), *m_chosen);
    if (hasKey) {
        m_value = m_wish.key->duplicate();
    } else {
        if (m_chosen == nullptr)
            return MendFailure::NoSuchVariable;
        if (m_chosen->reference)
            return MendFailure::IsReference;
        if (m_parts.value.isEmpty())
            return MendFailure::NoValue;
        m_value = m_parts.value.duplicate();
    }
    if (!isPlain(m_value.bytes()))
        return MendFailure::KeyNotUsable;
    return std::nullopt;
}

void EnvMender::writeChosen(QByteArrayView line)
{
    ValueBuffer wanted;
    for (const QByteArrayView part : {QByteArrayView(m_name), QByteArrayView("="), m_value.bytes()})
        wanted.append(part);
    if (wordsOf(line) == wanted.view()) {
        m_edit.point(line);
        return;
    }
    m_edit.remove(line);
    if (!m_parts.comment.isEmpty()) {
        m_edit.add(m_parts.comment, "\n");
        note(Note::CommentMoved);
    }
    if (m_parts.hasExport)
        note(Note::ExportRemoved);
    if (m_chosen->name != m_wish.variable)
        note(Note::NameChanged);
    m_edit.add(wanted.view(), line.endsWith('\n') ? "\n" : "");
}

void EnvMender::append()
{
    ValueBuffer wanted;
    for (const QByteArrayView part : {QByteArrayView(m_name), QByteArrayView("="), m_value.bytes()})
        wanted.append(part);
    const bool isOpen = !m_text.view().isEmpty() && !m_text.view().endsWith('\n');
    if (isOpen)
        m_edit.addBreak("\n");
    m_edit.add(wanted.view(), isOpen ? "" : "\n");
}

void EnvMender::write()
{
    auto seen = m_seen.begin();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const QByteArrayView line = m_lines[i];
        const bool isSeen = seen != m_seen.end() && seen->line == static_cast<int>(i) + 1;
        if (isSeen && &*seen == m_chosen) {
            writeChosen(line);
        } else if (isSeen) {
            ValueBuffer comment;
            comment.append("# ");
            comment.append(wordsOf(line));
            m_edit.remove(line);
            m_edit.add(comment.view(), line.endsWith('\n') ? "\n" : "");
            note(Note::OtherLinesDisabled);
        } else {
            m_edit.keep(line);
        }
        seen += isSeen ? 1 : 0;
    }
    if (m_chosen == nullptr)
        append();
}

tl::expected<TextMend, MendFailure> EnvMender::mend()
{
    QStringList names{m_wish.variable};
    if (!m_wish.fromVariable.isEmpty())
        names.append(m_wish.fromVariable);
    m_lines = linesOf(m_text.view());
    m_seen = sources::envfile::linesSeen(m_text.view(), names);
    if (const auto failure = choose())
        return tl::unexpected(*failure);
    write();
    const EnvClaim claim{m_before, m_edit.text(), m_text.view(), m_name, m_value.bytes(),
        m_wish.fromVariable == m_wish.variable ? QByteArray() : m_wish.fromVariable.toUtf8()};
    auto unreadBy = prove(claim);
    if (!unreadBy)
        return tl::unexpected(unreadBy.error());
    if (m_edit.text() == m_before)
        return tl::unexpected(unreadBy->empty() ? MendFailure::NothingToMend : MendFailure::OtherLines);
    if (!unreadBy->empty())
        note(Note::UnreadByOthers);
    TextMend mend = m_edit.take();
    mend.notes = std::move(m_notes);
    mend.unreadBy = std::move(*unreadBy);
    return mend;
}

} // namespace

tl::expected<TextMend, MendFailure> mendedEnv(QByteArrayView before, const EnvWish &wish)
{
    auto text = readable(before);
    if (!text)
        return tl::unexpected(text.error());
    return EnvMender(before, wish, std::move(*text)).mend();
}

} // namespace mend
