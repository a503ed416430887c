// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sources {

enum class SkipReason {
    NotReadable, ///< no permission, or it went away
    TooLarge,
    HoldsNul, ///< not a text
    LinkOutside, ///< a link out of the folder
    LinkCircle, ///< a link that leads back to itself
    ChangedWhileRead,
    TooMany, ///< the rest of the folder: the scan's limit was reached
};

/// A file or folder that was not read, and why.
struct SkippedFile {
    QString file; ///< its path
    SkipReason reason = SkipReason::NotReadable;

    friend bool operator==(const SkippedFile &, const SkippedFile &) = default;
};

} // namespace sources
