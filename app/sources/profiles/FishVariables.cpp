// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/profiles/KeyLines.h"
#include "sources/profiles/ProfileReaders.h"
#include "sources/profiles/ShellValue.h"

#include <algorithm>

namespace sources::profiles {

namespace {

/// SETUVAR --export NAME:value, all but letters, digits, "/" and "_" of the value as \x20 or \u20ac.
/// Source: fish-shell, the files that fish 3.6 writes.
void readLine(QByteArrayView line, int number, KeyLines &lines)
{
    constexpr QByteArrayView command = "SETUVAR ";
    if (!line.startsWith(command))
        return;
    line = line.sliced(command.size());
    while (line.startsWith("--")) {
        const qsizetype blank = line.indexOf(' ');
        if (blank < 0)
            return;
        line = line.sliced(blank + 1);
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return;
    const QByteArrayView written = line.sliced(colon + 1);
    key::Wiped<std::string> value;
    value.value.reserve(static_cast<std::size_t>(written.size()));
    for (qsizetype i = 0; i < written.size();) {
        const bool escape = written[i] == '\\' && i + 1 < written.size();
        const qsizetype behind = escape ? appendEscape(value.value, written, i + 1) : i;
        if (behind <= i + 1)
            value.value.push_back(written[i++]);
        else
            i = behind;
    }
    constexpr char betweenElements = '\x1e';
    constexpr char noElement = '\x1d';
    std::replace(value.value.begin(), value.value.end(), betweenElements, ' ');
    value.value.erase(std::remove(value.value.begin(), value.value.end(), noElement), value.value.end());
    lines.set({line.data(), static_cast<std::size_t>(colon)},
        {value.value.data(), static_cast<qsizetype>(value.value.size())}, Origin::Literal, number);
}

} // namespace

std::vector<FoundKey> readFishVariables(QByteArrayView text, const QStringList &names)
{
    KeyLines lines(PlaceKind::ShellProfile, names);
    int number = 0;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype newline = text.indexOf('\n', start);
        const qsizetype end = newline < 0 ? text.size() : newline;
        const QByteArrayView line = text.sliced(start, end - start);
        start = end + 1;
        ++number;
        if (lines.isMentionedIn(line))
            readLine(line, number, lines);
    }
    return lines.take();
}

} // namespace sources::profiles
