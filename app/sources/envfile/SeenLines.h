// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <vector>

namespace sources::envfile {

/// A variable in a .env file as a person sees it, whatever a loader makes of it.
struct SeenLine {
    QString name;
    int line = 0; ///< from 1
    /// What stands behind the "=" or ":": without the blanks around it, a comment, and one pair of straight quotes.
    key::Secret value;
    bool reference = false; ///< the value is taken from elsewhere: $NAME, ${…}, $(…)
};

/// The lines that set one of `names`, from the first to the last: `K=v`, `K = v`, `K: v`, `export K=v`, `set K=v`,
/// `"K": "v"`; in UTF-8 or UTF-16, with a byte order mark or without, with line breaks of any kind. Lines that are
/// commented out are none.
[[nodiscard]] std::vector<SeenLine> linesSeen(QByteArrayView file, const QStringList &names);

} // namespace sources::envfile
