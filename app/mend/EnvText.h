// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/TextEdit.h"

#include <QByteArrayView>
#include <QString>

namespace mend {

struct EnvWish {
    QString variable; ///< the name that is to stand there
    QString fromVariable{}; ///< the name that stands there now; empty: the same
    const key::Secret *key = nullptr; ///< what is to stand there; nullptr: what the line seems to say now
};

/// Rewrites a .env file so that all five loaders get the variable: the line becomes NAME=VALUE, a comment behind it a
/// line of its own above it, further lines for the variable comments; a byte order mark, UTF-16 and carriage returns
/// go. All other lines stay as they are. With a key, a line that is missing is added at the end.
/// Proved with the readers of all loaders: a loader that still gets no value is in `unreadBy`, and that is only so
/// where other lines of the file stop it and it got none before either. Pure.
[[nodiscard]] tl::expected<TextMend, MendFailure> mendedEnv(QByteArrayView before, const EnvWish &wish);

} // namespace mend
