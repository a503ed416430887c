// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace key {

/// What may be shown of a key: "••••…" and its last four characters. Only letters, digits, '-' and '_' of a key
/// of at least 16 bytes are shown; of anything else not even those, since four characters would be too much of it.
/// Give it the cleaned key, so that the four are the ones a person would compare.
[[nodiscard]] QString masked(QByteArrayView cleanedBytes);

/// The number of characters at the end that masked() shows.
inline constexpr qsizetype shownAtEnd = 4;
/// A shorter key shows nothing at all.
inline constexpr qsizetype shortestWithEndShown = 16;

} // namespace key
