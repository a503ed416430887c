// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/reply/ReplyReader.h"

namespace probe {

/// A date in any of the three forms of RFC 9110, section 5.6.7, such as "Sun, 06 Nov 1994 08:49:37 GMT"; the name of
/// the day is not looked at.
[[nodiscard]] std::optional<QDateTime> readHttpDate(const QByteArray &text);

/// Seconds until a further call makes sense: by the headers of a refusal, which are Retry-After in seconds or as a
/// date, else those of the limit itself, for a 429 alone; else, for a limit of a minute, by what `message` says ("try
/// again in 20s"). Always positive; empty where nothing says it, or says something that cannot be: the past, more than
/// a day for a limit of a minute, more than 31 days for one of a month. `serverNow` is the server's time.
[[nodiscard]] std::optional<qint64> retryAfterSeconds(
    const ProbeReply &reply, Meaning meaning, const QString &message, const QDateTime &serverNow);

} // namespace probe
