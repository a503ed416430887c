// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/reply/ReplyReader.h"

namespace probe {

/// The shortest distinctive part of a message that Cohere sends, and what the message means.
struct DocumentedMessage {
    int status = 0; ///< 0: any from 400 on
    QLatin1String part; ///< in lower case
    Meaning meaning = Meaning::OtherStatus;
};

/// The documented message that stands in `message` for this status; nullptr where none does.
[[nodiscard]] const DocumentedMessage *findDocumentedMessage(int status, const QString &message);
/// What a status means when its message is not known.
[[nodiscard]] Meaning meaningOfStatus(int status);

} // namespace probe
