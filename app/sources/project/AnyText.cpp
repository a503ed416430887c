// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/AnyText.h"

#include "inspect/Ascii.h"

#include <algorithm>
#include <optional>

namespace sources {

namespace {

bool isAlphanumeric(char c)
{
    return inspect::ascii::isAlphanumeric(static_cast<unsigned char>(c));
}

bool isWordPart(char c)
{
    return isAlphanumeric(c) || c == '_' || c == '-';
}

bool isQuote(char c)
{
    return c == '"' || c == '\'' || c == '`';
}

QByteArrayView withoutBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    return text;
}

/// A run of 16 or more letters and digits, with a digit: words and names have none.
bool holdsKeyLikePart(QByteArrayView value)
{
    constexpr qsizetype shortest = 16;
    qsizetype run = 0;
    bool digit = false;
    return std::any_of(value.begin(), value.end(), [&](char c) {
        run = isWordPart(c) ? run + 1 : 0;
        digit = run > 0 && (digit || inspect::ascii::isDigit(static_cast<unsigned char>(c)));
        return run >= shortest && digit;
    });
}

/// What stands behind the name and the sign of assignment; nothing where there is none.
std::optional<QByteArrayView> assigned(QByteArrayView rest)
{
    if (!rest.isEmpty() && isQuote(rest.front())) // "NAME": in JSON
        rest = rest.sliced(1);
    rest = withoutBlanks(rest);
    for (const QByteArrayView sign :
        {QByteArrayView(":="), QByteArrayView("=>"), QByteArrayView("="), QByteArrayView(":")}) {
        if (rest.startsWith(sign)) {
            rest = rest.sliced(sign.size());
            // "==" compares, "::" is a part of a name
            return rest.startsWith('=') || rest.startsWith(':') ? std::nullopt : std::optional(withoutBlanks(rest));
        }
    }
    return std::nullopt;
}

/// The value alone; empty where it is none that is written out.
QByteArrayView writtenValue(QByteArrayView rest)
{
    if (rest.isEmpty())
        return {};
    const bool quoted = isQuote(rest.front());
    const auto isEnd = [&](char c) {
        return quoted ? c == rest.front() : QByteArrayView(" \t,;\"'`\\#&|(){}[]<>$").contains(c);
    };
    const auto begin = rest.begin() + (quoted ? 1 : 0);
    const auto end = std::find_if(begin, rest.end(), isEnd);
    // Without quotes: a call, an index, a reference, or a name in a program such as process.env.NAME.
    if (!quoted && end != rest.end() && QByteArrayView("([{<$").contains(*end))
        return {};
    const QByteArrayView value = rest.sliced(begin - rest.begin(), end - begin);
    if (!quoted && value.contains('.'))
        return {};
    // A reference that something fills in: ${NAME}, $(command), {{ name }}, <name>, %NAME%
    const bool reference = value.contains("${") || value.contains("$(") || value.contains("{{")
        || (!value.isEmpty() && QByteArrayView("$<%{").contains(value.front()));
    return reference || !holdsKeyLikePart(value) ? QByteArrayView() : value;
}

bool isComment(QByteArrayView line)
{
    line = withoutBlanks(line);
    return line.startsWith('#') || line.startsWith(';') || line.startsWith("//");
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// The length of the name that begins at a place; 0 where none does.
qsizetype nameLength(QByteArrayView line, qsizetype place, const std::vector<QByteArray> &names)
{
    if (place > 0 && (isAlphanumeric(line[place - 1]) || line[place - 1] == '_'))
        return 0;
    const auto name = std::find_if(names.begin(), names.end(), [&](const QByteArray &candidate) {
        // The first letter first: most places end there.
        return (line[place] | 0x20) == (candidate.front() | 0x20) && line.size() - place >= candidate.size()
            && equalsIgnoringCase(line.sliced(place, candidate.size()), QByteArrayView(candidate));
    });
    return name == names.end() ? 0 : name->size();
}

void readLine(QByteArrayView line, int number, const std::vector<QByteArray> &names, std::vector<FoundKey> &keys)
{
    if (isComment(line))
        return;
    for (qsizetype place = 0; place < line.size(); ++place) {
        const qsizetype length = nameLength(line, place, names);
        if (length == 0)
            continue;
        const auto value = assigned(line.sliced(place + length)).value_or(QByteArrayView());
        const QByteArrayView written = writtenValue(value);
        if (!written.isEmpty()) {
            Place where{.kind = PlaceKind::SourceFile, .line = number};
            where.name = QString::fromLatin1(line.sliced(place, length));
            FoundKey key = foundKey(std::move(where), key::Secret(written));
            if (!key.place.has(inspect::FindingKind::PlaceholderKey))
                keys.push_back(std::move(key));
        }
        place += length - 1;
    }
}

} // namespace

std::vector<FoundKey> keysInAnyText(QByteArrayView text, const FileSurroundings & /*surroundings*/)
{
    std::vector<QByteArray> names;
    for (const QString &name : keyVariables())
        names.push_back(name.toLatin1());
    std::vector<FoundKey> keys;
    int number = 0;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype found = text.indexOf('\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        QByteArrayView line = text.sliced(start, end - start);
        if (line.endsWith('\r')) // a line's end, no part of a value without quotes
            line.chop(1);
        readLine(line, ++number, names, keys);
        start = end + 1;
    }
    return keys;
}

} // namespace sources
