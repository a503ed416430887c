// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/RetryAfter.h"

#include "probe/reply/WaitReader.h"

#include <QLocale>
#include <QTimeZone>

#include <array>

namespace probe {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 day = qint64{24} * 60 * 60;
constexpr qint64 longestMonth = 31 * day;
constexpr qsizetype longestDate = 40;
constexpr qsizetype longestValue = 300;

/// RFC 9110, section 10.2.3.
std::optional<qint64> readRetryAfter(const QByteArray &value, const QDateTime &serverNow)
{
    if (const std::optional<qint64> seconds = readSeconds(value))
        return seconds;
    const std::optional<QDateTime> date = readHttpDate(value);
    return date ? std::optional(serverNow.secsTo(*date)) : std::nullopt;
}

/// Milliseconds, as Azure OpenAI sends them (openai-python, src/openai/_base_client.py).
std::optional<qint64> readMilliseconds(const QByteArray &value, const QDateTime & /*serverNow*/)
{
    return readDuration(value + "ms");
}

/// Seconds from now (draft-ietf-httpapi-ratelimit-headers-06; Kong; Envoy, local_ratelimit.cc), or the second or
/// millisecond since 1970 at which the limit ends (GitHub, many others): no limit lasts thirty years.
std::optional<qint64> readReset(const QByteArray &value, const QDateTime &serverNow)
{
    constexpr qint64 earliestMoment = 1'000'000'000;
    constexpr qint64 thousand = 1000;
    const std::optional<qint64> number = readSeconds(value);
    if (!number || *number < earliestMoment)
        return number;
    const bool milliseconds = *number >= earliestMoment * thousand;
    return (milliseconds ? *number / thousand : *number) - serverNow.toSecsSinceEpoch();
}

std::optional<qint64> readLimits(const QByteArray &value, const QDateTime & /*serverNow*/)
{
    return readRateLimit(value);
}

std::optional<qint64> readLimitDuration(const QByteArray &value, const QDateTime & /*serverNow*/)
{
    return readDuration(value);
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
    LimitHeader{"ratelimit", readLimits},
    LimitHeader{"ratelimit-reset", readReset},
    LimitHeader{"x-ratelimit-reset-after", readReset}, // Discord
    LimitHeader{"x-ratelimit-reset", readReset},
    LimitHeader{"x-rate-limit-reset", readReset}, // Okta, X
    LimitHeader{"x-ratelimit-reset-requests", readLimitDuration, true, "x-ratelimit-remaining-requests"},
    LimitHeader{"x-ratelimit-reset-tokens", readLimitDuration, true, "x-ratelimit-remaining-tokens"},
};

constexpr int tooManyRequests = 429;

std::optional<qint64> byHeaders(const ProbeReply &reply, qint64 longest, const QDateTime &serverNow)
{
    constexpr int firstRefusal = 400;
    for (const LimitHeader &row : limitHeaders) {
        if (row.atLimitAlone ? reply.status != tooManyRequests : reply.status < firstRefusal)
            continue;
        if (!row.whereZero.isEmpty() && reply.header(row.whereZero.toByteArray()).trimmed() != "0")
            continue;
        const QByteArray value = reply.header(row.name.toByteArray()).trimmed();
        const std::optional<qint64> seconds = value.size() <= longestValue ? row.read(value, serverNow) : std::nullopt;
        if (seconds && *seconds > 0 && *seconds <= longest)
            return seconds;
    }
    return std::nullopt;
}

} // namespace

std::optional<QDateTime> readHttpDate(const QByteArray &text)
{
    const QString line = QString::fromLatin1(text.trimmed().left(longestDate)).simplified();
    const QString withoutDay = line.mid(line.indexOf(u',') + 1).trimmed();
    const QLocale locale = QLocale::c();
    QDateTime date = locale.toDateTime(withoutDay, u"dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid()) {
        date = locale.toDateTime(withoutDay, u"dd-MMM-yy hh:mm:ss 'GMT'"_s); // RFC 850
        constexpr int firstYear = 1970; // of two digits, Qt makes a year of the last century
        if (date.isValid() && date.date().year() < firstYear)
            date = date.addYears(100);
    }
    if (!date.isValid()) // asctime: "Sun Nov  6 08:49:37 1994"
        date = locale.toDateTime(line.mid(line.indexOf(u' ') + 1), u"MMM d hh:mm:ss yyyy"_s);
    return date.isValid() ? std::optional(QDateTime(date.date(), date.time(), QTimeZone::utc())) : std::nullopt;
}

std::optional<qint64> retryAfterSeconds(
    const ProbeReply &reply, Meaning meaning, const QString &message, const QDateTime &serverNow)
{
    const qint64 longest = meaning == Meaning::QuotaUsedUp ? longestMonth : day;
    if (const std::optional<qint64> seconds = byHeaders(reply, longest, serverNow))
        return seconds;
    // A month's calls do not come back in seconds, whatever a sentence made for any limit says.
    if (reply.status != tooManyRequests || meaning == Meaning::QuotaUsedUp)
        return std::nullopt;
    const std::optional<qint64> seconds = readWaitInMessage(message);
    return seconds && *seconds > 0 && *seconds <= longest ? seconds : std::nullopt;
}

} // namespace probe
