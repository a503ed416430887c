// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

/// What the readers of .env files have in common when they look at UTF-8.
namespace sources::envfile {

inline constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";

/// The length of a Unicode blank (White_Space, line breaks among them) that begins at `at`; 0 where none does.
[[nodiscard]] qsizetype blankAt(QByteArrayView text, qsizetype at);
/// The same for one that ends before `end`.
[[nodiscard]] qsizetype blankBefore(QByteArrayView text, qsizetype end);
[[nodiscard]] QByteArrayView withoutBlanksInFront(QByteArrayView text);
[[nodiscard]] QByteArrayView withoutBlanksAtEnd(QByteArrayView text);

/// A letter, digit or '_' of ASCII: what names of variables consist of.
[[nodiscard]] constexpr bool isNameStart(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}
[[nodiscard]] constexpr bool isNameByte(char byte)
{
    return isNameStart(byte) || (byte >= '0' && byte <= '9');
}
/// How many bytes of a name stand at the beginning; 0 where none begins there.
[[nodiscard]] qsizetype nameLength(QByteArrayView text);

/// Counts lines while a text is read from its beginning to its end.
class LineCounter {
public:
    explicit LineCounter(QByteArrayView text)
        : m_text(text)
    {
    }
    /// The line, from 1, of a position that is not before the one asked for last.
    [[nodiscard]] int lineAt(qsizetype position);

private:
    QByteArrayView m_text;
    qsizetype m_counted = 0;
    int m_line = 1;
};

} // namespace sources::envfile
