// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Target.h"

#include <QList>
#include <QString>

namespace probe {

struct HeaderLine {
    QString name;
    QString value;
};

/// A request and its reply, for a person to read. The request was never made with a key in it (keyMark stands in its
/// place); the reply is redacted.
struct Exchange {
    QString method;
    QString url;
    QList<HeaderLine> requestHeaders; ///< in the order in which they are sent
    QString requestBody;
    int status = 0; ///< 0 where no reply came
    QList<HeaderLine> replyHeaders;
    QString replyBody; ///< its first characters
    bool replyBodyIsCut = false;
};

} // namespace probe
