// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace probe {

// Readers of the ways in which a wait is written. All give seconds, rounded up; empty where the text is of another
// form.

/// "30", "1.5"
[[nodiscard]] std::optional<qint64> readSeconds(const QByteArray &text);

/// "6m0s", "1.5s", "20ms" (OpenAI, guide "Rate limits")
[[nodiscard]] std::optional<qint64> readDuration(const QByteArray &text);

/// The header RateLimit: `limit=10, remaining=0, reset=30` (draft-ietf-httpapi-ratelimit-headers-07) or
/// `"minute";r=0;t=30, "day";r=90;t=4000` (the same, 08 and later). Of several limits, those that were met count, and
/// of these the one that lasts longest; empty where none was met.
[[nodiscard]] std::optional<qint64> readRateLimit(const QByteArray &text);

/// "Please try again in 20s", "Retry after 60 seconds", "Wait 2 minutes"
[[nodiscard]] std::optional<qint64> readWaitInMessage(const QString &message);

} // namespace probe
