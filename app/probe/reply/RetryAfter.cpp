// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/RetryAfter.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace probe {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 day = qint64{24} * 60 * 60;
constexpr qint64 longestMonth = 31 * day;
constexpr qsizetype longestValue = 40;

std::optional<qint64> digits(const QByteArray &text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok && std::all_of(text.begin(), text.end(), isDigit) ? std::optional(number) : std::nullopt;
}

std::optional<qint64> secondsUntil(const std::optional<QDateTime> &date, const QDateTime &serverNow)
{
    return date ? std::optional(std::max(qint64{0}, serverNow.secsTo(*date))) : std::nullopt;
}

/// RFC 9110, section 10.2.3.
std::optional<qint64> readRetryAfter(const QByteArray &value, const QDateTime &serverNow)
{
    const std::optional<qint64> seconds = digits(value);
    return seconds ? seconds : secondsUntil(readHttpDate(value), serverNow);
}

/// Milliseconds, as Azure OpenAI sends them (openai-python, src/openai/_base_client.py).
std::optional<qint64> readMilliseconds(const QByteArray &value, const QDateTime & /*serverNow*/)
{
    const std::optional<qint64> number = digits(value);
    return number ? std::optional((*number / 1000) + (*number % 1000 > 0 ? 1 : 0)) : std::nullopt;
}

/// Seconds from now (draft-ietf-httpapi-ratelimit-headers-06; Kong; Envoy, local_ratelimit.cc), or the second since
/// 1970 at which the limit ends (GitHub, many others): no limit lasts thirty years.
std::optional<qint64> readReset(const QByteArray &value, const QDateTime &serverNow)
{
    constexpr qint64 earliestMoment = 1'000'000'000;
    const std::optional<qint64> number = digits(value);
    if (number && *number >= earliestMoment)
        return std::max(qint64{0}, *number - serverNow.toSecsSinceEpoch());
    return number;
}

struct Unit {
    QByteArrayView name;
    double seconds = 0;
};
constexpr std::array units{Unit{"ms", 0.001}, Unit{"h", 3600}, Unit{"m", 60}, Unit{"s", 1}};

/// "6m0s", "1.5s", "20ms" (OpenAI, guide "Rate limits"), rounded up.
std::optional<qint64> readDuration(const QByteArray &value, const QDateTime & /*serverNow*/)
{
    double seconds = 0;
    QByteArray rest = value;
    while (!rest.isEmpty()) {
        const auto end =
            std::find_if_not(rest.begin(), rest.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
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
    const bool known = !value.isEmpty() && seconds <= static_cast<double>(longestMonth);
    return known ? std::optional(static_cast<qint64>(std::ceil(seconds))) : std::nullopt;
}

struct LimitHeader {
    QByteArrayView name;
    std::optional<qint64> (*read)(const QByteArray &value, const QDateTime &serverNow) = nullptr;
    bool atLimitAlone = true; ///< a 200 carries it as well, where it says nothing about trying again
    QByteArrayView whereZero = {}; ///< of several limits, it is the one that was met where this header says 0
};

/// The first that can be read counts.
constexpr std::array limitHeaders{
    LimitHeader{"retry-after", readRetryAfter, false},
    LimitHeader{"retry-after-ms", readMilliseconds, false},
    LimitHeader{"ratelimit-reset", readReset},
    LimitHeader{"x-ratelimit-reset", readReset},
    LimitHeader{"x-ratelimit-reset-requests", readDuration, true, "x-ratelimit-remaining-requests"},
    LimitHeader{"x-ratelimit-reset-tokens", readDuration, true, "x-ratelimit-remaining-tokens"},
};

} // namespace

std::optional<QDateTime> readHttpDate(const QByteArray &text)
{
    const QString line = QString::fromLatin1(text.trimmed().left(longestValue));
    const QString withoutDay = line.mid(line.indexOf(u',') + 1).trimmed();
    const QDateTime date = QLocale::c().toDateTime(withoutDay, u"dd MMM yyyy hh:mm:ss 'GMT'"_s);
    return date.isValid() ? std::optional(QDateTime(date.date(), date.time(), QTimeZone::utc())) : std::nullopt;
}

std::optional<qint64> retryAfterSeconds(const ProbeReply &reply, Meaning meaning, const QDateTime &serverNow)
{
    constexpr int firstRefusal = 400;
    constexpr int tooManyRequests = 429;
    const qint64 longest = meaning == Meaning::QuotaUsedUp ? longestMonth : day;
    for (const LimitHeader &row : limitHeaders) {
        if (row.atLimitAlone ? reply.status != tooManyRequests : reply.status < firstRefusal)
            continue;
        if (!row.whereZero.isEmpty() && reply.header(row.whereZero.toByteArray()).trimmed() != "0")
            continue;
        const QByteArray value = reply.header(row.name.toByteArray()).trimmed();
        const std::optional<qint64> seconds = value.size() <= longestValue ? row.read(value, serverNow) : std::nullopt;
        if (seconds && *seconds <= longest)
            return seconds;
    }
    return std::nullopt;
}

} // namespace probe
