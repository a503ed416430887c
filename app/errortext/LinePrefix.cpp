// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/LinePrefix.h"

#include <QLatin1String>

#include <algorithm>
#include <array>

namespace errortext {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Names of containers, hosts and loggers are shorter.
constexpr qsizetype longestName = 64;
/// More pieces no prefix has.
constexpr int mostPieces = 16;

constexpr std::array levels{"TRACE"_L1, "DEBUG"_L1, "INFO"_L1, "NOTICE"_L1, "WARNING"_L1, "WARN"_L1, "ERROR"_L1,
    "CRITICAL"_L1, "FATAL"_L1, "SEVERE"_L1, "stderr F "_L1, "stdout F "_L1, "stderr P "_L1, "##[error]"_L1,
    "##[debug]"_L1, "##[group]"_L1, "::error::"_L1};
constexpr std::array dayAndMonthNames{"Jan"_L1, "Feb"_L1, "Mar"_L1, "Apr"_L1, "May"_L1, "Jun"_L1, "Jul"_L1, "Aug"_L1,
    "Sep"_L1, "Oct"_L1, "Nov"_L1, "Dec"_L1, "Mon"_L1, "Tue"_L1, "Wed"_L1, "Thu"_L1, "Fri"_L1, "Sat"_L1, "Sun"_L1};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isNameCharacter(QChar c)
{
    return isDigit(c) || isLetter(c) || "_.-/@"_L1.contains(c);
}

qsizetype nameLength(QStringView rest)
{
    qsizetype end = 0;
    while (end < rest.size() && end <= longestName && isNameCharacter(rest.at(end)))
        ++end;
    return end;
}

/// Digits with the signs of dates and times between them, "2026-11-21T05:05:19.123Z", "05:05:19", "1795237519.5".
qsizetype timeLength(QStringView rest)
{
    qsizetype end = 0;
    int digits = 0;
    int signs = 0;
    while (end < rest.size() && end < 40) {
        const QChar c = rest.at(end);
        const bool sign = ":-/.,+"_L1.contains(c);
        const bool zone = digits >= 6 && (c == u'T' || c == u'Z');
        if (!isDigit(c) && !sign && !zone)
            break;
        digits += isDigit(c) ? 1 : 0;
        signs += sign ? 1 : 0;
        ++end;
    }
    if (end == 0 || !isDigit(rest.at(0)) || digits < 6 || signs < 1 || (signs == 1 && digits < 10))
        return 0;
    return end == rest.size() || !isLetter(rest.at(end)) ? end : 0;
}

/// "Nov 21 05:05:19", "Sat, 21 Nov 2026 ".
qsizetype namedDayLength(QStringView rest)
{
    const bool named = std::any_of(
        dayAndMonthNames.begin(), dayAndMonthNames.end(), [rest](QLatin1String name) { return rest.startsWith(name); });
    if (!named)
        return 0;
    qsizetype end = 3;
    while (end < rest.size() && (rest.at(end) == u' ' || rest.at(end) == u','))
        ++end;
    const qsizetype number = end;
    while (end < rest.size() && isDigit(rest.at(end)))
        ++end;
    const bool nextName = end == number && namedDayLength(rest.sliced(end)) > 0;
    return nextName || (end > number && end - number <= 2 && end < rest.size() && rest.at(end) == u' ') ? end : 0;
}

qsizetype levelLength(QStringView rest)
{
    for (const QLatin1String level : levels) {
        if (!rest.startsWith(level))
            continue;
        qsizetype end = level.size();
        if (!isLetter(level.back()))
            return end;
        if (end >= rest.size() || !": \t|-]"_L1.contains(rest.at(end)))
            return 0;
        // "ERROR:root:", as Python's logging writes it
        if (rest.at(end) == u':') {
            const qsizetype name = nameLength(rest.sliced(end + 1));
            if (name > 0 && end + 1 + name < rest.size() && rest.at(end + 1 + name) == u':')
                end += 1 + name;
            ++end;
        }
        return end;
    }
    return 0;
}

/// "[pod/web-1/app]", "[2026-11-21 05:05:19]", "[INFO]": no blanks but in a time, so not "[Errno 111]".
qsizetype bracketLength(QStringView rest)
{
    if (!rest.startsWith(u'['))
        return 0;
    const qsizetype close = rest.left(longestName + 2).indexOf(u']');
    if (close <= 1)
        return 0;
    const QStringView inside = rest.sliced(1, close - 1);
    const bool plain =
        std::all_of(inside.begin(), inside.end(), [](QChar c) { return isNameCharacter(c) || c == u':' || c == u'+'; });
    return plain || timeLength(inside) > 0 ? close + 1 : 0;
}

/// "web-1  | "
qsizetype containerLength(QStringView rest)
{
    qsizetype end = nameLength(rest);
    if (end == 0)
        return 0;
    while (end < rest.size() && rest.at(end) == u' ')
        ++end;
    return end + 1 < rest.size() && rest.at(end) == u'|' && rest.at(end + 1) == u' ' ? end + 2 : 0;
}

/// Behind a time: "host program[123]: ", "program: ", "app.search - ".
qsizetype senderLength(QStringView rest)
{
    const qsizetype first = nameLength(rest);
    if (first == 0)
        return 0;
    const QStringView after = rest.sliced(first);
    if (after.startsWith(" - "_L1))
        return first + 3;
    qsizetype program = first;
    if (after.startsWith(u' '))
        program += 1 + nameLength(after.sliced(1));
    const QStringView tail = rest.sliced(program);
    if (!tail.startsWith(u'['))
        return 0;
    const qsizetype close = tail.left(12).indexOf("]:"_L1);
    const bool number = close > 1 && isDigit(tail.at(1));
    return number ? program + close + 2 : 0;
}

} // namespace

bool isFrameOrBlank(QChar c)
{
    return (c >= u'\u2500' && c <= u'\u259f') || c == u' ' || c == u'\t' || c == u'\u00a0';
}

qsizetype prefixLength(QStringView line)
{
    qsizetype end = 0;
    bool timeSeen = false;
    for (int piece = 0; piece < mostPieces && end < line.size(); ++piece) {
        const QChar c = line.at(end);
        const bool mark = isFrameOrBlank(c) || c == u'>' || c == u'|' || c == u'❱'
            || (timeSeen && end + 1 < line.size() && (c == u'-' || c == u':') && line.at(end + 1) == u' ');
        if (mark) {
            while (end < line.size() && (isFrameOrBlank(line.at(end)) || line.at(end) == c))
                ++end;
            continue;
        }
        const QStringView rest = line.sliced(end);
        const qsizetype time = std::max(timeLength(rest), namedDayLength(rest));
        timeSeen = timeSeen || time > 0;
        const qsizetype length = std::max({time, levelLength(rest), bracketLength(rest), containerLength(rest),
            timeSeen && time == 0 ? senderLength(rest) : qsizetype{0}});
        if (length == 0)
            break;
        end += length;
    }
    return end;
}

} // namespace errortext
