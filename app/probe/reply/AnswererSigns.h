// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/reply/ReplyBody.h"
#include "probe/reply/ReplyReader.h"

namespace probe {

/// Who wrote a reply, and by which signs that was told ("www-authenticate: Basic"); the signs are not redacted.
struct AnswererSigns {
    Answerer answerer = Answerer::Unclear;
    QStringList signs;
    QString gateway; ///< as Reading::gateway
    QStringList passedBy; ///< as Reading::passedBy
    bool trialKey = false; ///< the headers that Cohere sends for trial keys alone
};

[[nodiscard]] AnswererSigns readAnswerer(const ProbeReply &reply, const ReplyBody &body, Meaning meaning);

} // namespace probe
