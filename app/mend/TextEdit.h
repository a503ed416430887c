// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/Mend.h"
#include "sources/envfile/ValueBuffer.h"

#include <QByteArrayView>
#include <QStringList>

#include <optional>
#include <vector>

namespace mend {

/// A text as it will be, and what the change looks like.
struct TextMend {
    key::Secret after;
    std::vector<LineChange> lines;
    std::vector<Note> notes{};
    std::vector<sources::EnvLoader> unreadBy{};
};

/// The lines of a text with their line feeds; nothing behind the last one.
[[nodiscard]] std::vector<QByteArrayView> linesOf(QByteArrayView text);
/// Without its line feed.
[[nodiscard]] QByteArrayView wordsOf(QByteArrayView line);

/// A line for people to see, as Unicode; every value in it masked. Of the values of `names` the last four characters
/// are shown, of others nothing.
[[nodiscard]] QString maskedLine(QByteArrayView line, const QStringList &names);

/// Writes a text anew line by line, and notes what becomes of each.
class TextEdit {
public:
    /// For a file without values: its lines are shown as they are.
    TextEdit() = default;
    /// `names`: as for maskedLine().
    explicit TextEdit(QStringList names)
        : m_names(std::move(names))
    {
    }

    void keep(QByteArrayView line);
    /// The same for a line that is to be seen, although it stays.
    void point(QByteArrayView line);
    void remove(QByteArrayView line);
    /// `lineBreak`: what ends it, or nothing.
    void add(QByteArrayView line, QByteArrayView lineBreak);
    /// Ends a last line that had no line break.
    void addBreak(QByteArrayView lineBreak) { m_text.append(lineBreak); }

    [[nodiscard]] QByteArrayView text() const { return m_text.view(); }
    /// The lines that were changed or pointed at, with one around each.
    [[nodiscard]] TextMend take();

private:
    struct Entry {
        LineChange::Kind kind = LineChange::Kind::Kept;
        int line = 0;
        QByteArrayView text; ///< empty for an added line
        QString added; ///< masked already: the line itself may be gone by then
        bool isSeen = false;
    };
    void note(LineChange::Kind kind, QByteArrayView line, bool isSeen);

    [[nodiscard]] QString shown(QByteArrayView line) const;

    std::optional<QStringList> m_names;
    sources::envfile::ValueBuffer m_text;
    std::vector<Entry> m_entries;
    int m_oldLine = 0;
    int m_newLine = 0;
};

} // namespace mend
