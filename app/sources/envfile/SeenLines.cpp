// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/SeenLines.h"

#include "inspect/KeyText.h"
#include "key/Wiped.h"
#include "sources/envfile/Text.h"

#include <optional>
#include <string>

namespace sources::envfile {

namespace {

/// The file's text in UTF-8, without its byte order mark; `memory` keeps it where it had to be made.
QByteArrayView textOf(QByteArrayView file, key::Wiped<std::string> &memory)
{
    if (file.startsWith(byteOrderMark))
        return file.sliced(byteOrderMark.size());
    if (!file.startsWith("\xff\xfe") && !file.startsWith("\xfe\xff") && !file.contains('\0'))
        return file;
    inspect::KeyText text = inspect::decode(file);
    const key::Wiped<std::u32string> codePoints(std::move(text.codePoints));
    memory.value = inspect::encodeUtf8(codePoints.value);
    return QByteArrayView(memory.value);
}

QByteArrayView withoutWord(QByteArrayView line)
{
    for (const QByteArrayView word : {QByteArrayView("export"), QByteArrayView("set")}) {
        if (line.startsWith(word) && blankAt(line, word.size()) > 0)
            return withoutBlanksInFront(line.sliced(word.size()));
    }
    return line;
}

bool isQuote(char byte)
{
    return byte == '"' || byte == '\'' || byte == '`';
}

/// Without a comment: a "#" at the beginning or behind a blank.
QByteArrayView withoutComment(QByteArrayView text)
{
    for (qsizetype hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
        if (hash == 0 || blankBefore(text, hash) > 0)
            return withoutBlanksAtEnd(text.first(hash));
    }
    return text;
}

/// What remains of the text behind the sign; `quote` is the one that stood around it.
QByteArrayView withoutQuotes(QByteArrayView text, char &quote)
{
    if (!text.isEmpty() && isQuote(text.front())) {
        const qsizetype closing = text.indexOf(text.front(), 1);
        const QByteArrayView rest = closing < 0 ? text : withoutBlanksInFront(text.sliced(closing + 1));
        if (rest.isEmpty() || rest.front() == '#' || rest == "," || rest == ";") {
            quote = text.front();
            return text.sliced(1, closing - 1);
        }
    }
    return withoutComment(text);
}

bool isReference(QByteArrayView value, char quote)
{
    if (quote == '\'' || value.size() < 2)
        return false;
    if (value.front() == '`')
        return value.back() == '`';
    if (value.front() != '$')
        return false;
    const QByteArrayView rest = value.sliced(1);
    const char closing = rest.front() == '{' ? '}' : rest.front() == '(' ? ')' : '\0';
    if (closing == '\0')
        return nameLength(rest) == rest.size();
    return rest.indexOf(closing) == rest.size() - 1;
}

std::optional<SeenLine> lineSeen(QByteArrayView line, const QStringList &names)
{
    line = withoutWord(withoutBlanksInFront(line));
    const char quote = !line.isEmpty() && (line.front() == '"' || line.front() == '\'') ? line.front() : '\0';
    if (quote != '\0')
        line = line.sliced(1);
    const QByteArrayView name = line.first(nameLength(line));
    if (name.isEmpty())
        return std::nullopt;
    line = line.sliced(name.size());
    if (quote != '\0' && !line.startsWith(quote))
        return std::nullopt;
    line = withoutBlanksInFront(line.sliced(quote != '\0' ? 1 : 0));
    if (!line.startsWith('=') && !line.startsWith(':'))
        return std::nullopt;
    const QString wanted = QString::fromLatin1(name);
    if (!names.contains(wanted))
        return std::nullopt;
    char valueQuote = '\0';
    const QByteArrayView value = withoutQuotes(withoutBlanksAtEnd(withoutBlanksInFront(line.sliced(1))), valueQuote);
    return SeenLine{wanted, 0, key::Secret(value), isReference(value, valueQuote)};
}

} // namespace

std::vector<SeenLine> linesSeen(QByteArrayView file, const QStringList &names)
{
    key::Wiped<std::string> memory;
    const QByteArrayView text = textOf(file, memory);
    std::vector<SeenLine> lines;
    int number = 0;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start;
        while (end < text.size() && text[end] != '\n' && text[end] != '\r')
            ++end;
        ++number;
        if (auto seen = lineSeen(text.sliced(start, end - start), names)) {
            seen->line = number;
            lines.push_back(std::move(*seen));
        }
        const bool isPair = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
        start = end + (isPair ? 2 : 1);
    }
    return lines;
}

} // namespace sources::envfile
