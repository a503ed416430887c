// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/WaitReader.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace probe {

namespace {

struct Unit {
    QByteArrayView name;
    double seconds = 0;
};
constexpr std::array units{Unit{"ms", 0.001}, Unit{"h", 3600}, Unit{"m", 60}, Unit{"s", 1}};

bool isOfNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

std::optional<qint64> roundedUp(double seconds)
{
    constexpr double most = 1e15; // beyond any moment in milliseconds, and still a whole number in a double
    return seconds <= most ? std::optional(static_cast<qint64>(std::ceil(seconds))) : std::nullopt;
}

/// The value of `name` in "a=1;b=2"; empty where it is not there, or is no number.
std::optional<qint64> parameter(const QList<QByteArray> &parts, const QByteArray &name)
{
    for (const QByteArray &part : parts) {
        const QByteArray text = part.trimmed();
        if (text.startsWith(name + '='))
            return readSeconds(text.sliced(name.size() + 1));
    }
    return std::nullopt;
}

} // namespace

std::optional<qint64> readSeconds(const QByteArray &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::all_of(text.begin(), text.end(), isOfNumber) ? roundedUp(number) : std::nullopt;
}

std::optional<qint64> readDuration(const QByteArray &text)
{
    double seconds = 0;
    QByteArray rest = text;
    while (!rest.isEmpty()) {
        const auto end = std::find_if_not(rest.begin(), rest.end(), isOfNumber);
        bool ok = false;
        const double number = rest.left(end - rest.begin()).toDouble(&ok);
        rest = rest.mid(end - rest.begin());
        const auto unit =
            std::find_if(units.begin(), units.end(), [&rest](const Unit &row) { return rest.startsWith(row.name); });
        if (!ok || unit == units.end())
            return std::nullopt;
        seconds += number * unit->seconds;
        rest = rest.mid(unit->name.size());
    }
    return text.isEmpty() ? std::nullopt : roundedUp(seconds);
}

std::optional<qint64> readRateLimit(const QByteArray &text)
{
    QList<QByteArray> limits = text.split(',');
    const bool draft7 = text.contains("reset=");
    if (draft7)
        limits = {QByteArray(text).replace(',', ';')};
    std::optional<qint64> longest;
    for (const QByteArray &limit : std::as_const(limits)) {
        const QList<QByteArray> parts = limit.split(';');
        const std::optional<qint64> remaining = parameter(parts, draft7 ? "remaining" : "r");
        const std::optional<qint64> reset = parameter(parts, draft7 ? "reset" : "t");
        if (remaining == 0 && reset)
            longest = std::max(longest.value_or(0), *reset);
    }
    return longest;
}

std::optional<qint64> readWaitInMessage(const QString &message)
{
    static const QRegularExpression compact(
        QStringLiteral("\\b(?:try|retry|wait)\\b[^.;\\d]{0,40}?\\b((?:\\d+(?:\\.\\d+)?(?:ms|h|m|s))+)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = compact.match(message); match.hasMatch())
        return readDuration(match.captured(1).toLower().toLatin1());
    static const QRegularExpression inWords(
        QStringLiteral("\\b(?:try|retry|wait)\\b[^.;\\d]{0,40}?\\b(\\d+(?:\\.\\d+)?) ?(millisecond|sec|min|hour)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = inWords.match(message);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2).toLower();
    const QByteArray shortUnit = unit == QLatin1String("millisecond") ? QByteArray("ms") : unit.left(1).toLatin1();
    return readDuration(match.captured(1).toLatin1() + shortUnit);
}

} // namespace probe
