// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/Mend.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

/// Writing a file whole or not at all, so that neither it nor what another program writes at the same time is lost.
/// On Unix everything happens within folders that were reached without following a link. There a new file is made that
/// nobody else may read, filled, and exchanged with the old one in one step, where the system can; only then is the old
/// one looked at: if another program was there first, the two are exchanged back. The old file itself becomes the
/// backup, so that even a program that has it open loses nothing. QSaveFile does none of these: for a moment its new
/// file can be opened by anybody, and what was written between the look and the rename is lost. It serves elsewhere.
namespace mend {

/// Where a file really is.
struct Spot {
    QString folder; ///< canonical
    QString target; ///< canonical; in `folder` or below it
};

/// The file that `file` leads to; it, or at least its folder, must exist. OutsideFolder where a link leads out.
/// A link with nothing at its end is NotFound.
[[nodiscard]] tl::expected<Spot, MendFailure> findSpot(const QString &file, const QString &folder);

/// No file that is mended is larger; in bytes.
inline constexpr qint64 largestMended = qint64{1024} * 1024;

struct OldFile {
    key::Secret bytes;
    bool exists = false;
    bool isOpenToOthers = false; ///< others than its owner and its group may read or write it
};

/// Reads it, and sees whether it could be replaced. A file that is not there is no failure.
[[nodiscard]] tl::expected<OldFile, MendFailure> readOldFile(const Spot &spot);

/// A name beside the target that is free: ".env.backup-20261121-154530". Most lists of what git ignores have ".env.*".
[[nodiscard]] QString freeBackup(const Spot &spot);

struct Replacement {
    Spot spot;
    QByteArrayView before;
    QByteArrayView after;
    QString backup; ///< a path beside the target
    bool creates = false; ///< there is no such file: `before` and `backup` are not looked at
    bool holdsKey = true; ///< nobody but the owner (and the group that could already) may read what is written
};

/// Gives the mode that the old file had; 0 where there was none, or the system has no modes. Folders that are missing
/// above a new file are made.
[[nodiscard]] tl::expected<uint, MendFailure> replaceFile(const Replacement &replacement);

/// The way back, with what apply() noted.
[[nodiscard]] tl::expected<void, MendFailure> takeBack(const Undo &change);

[[nodiscard]] QByteArray hashOf(QByteArrayView bytes);

} // namespace mend
