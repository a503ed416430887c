// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Exchange.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace words {

/// What the lines of a request and of its reply mean.
class ExchangeWords {
    Q_DECLARE_TR_FUNCTIONS(ExchangeWords)
public:
    /// A short sentence on a header line of the request, or of the reply; empty where there is nothing to say.
    /// Names are compared without regard to case.
    [[nodiscard]] static QString requestNote(const QString &name, const QString &value);
    [[nodiscard]] static QString replyNote(const QString &name, const QString &value);
    /// What a status means, in one short sentence; empty where there is nothing to say. 0: no reply came.
    [[nodiscard]] static QString statusNote(int status);
    /// "Only the beginning is shown."
    [[nodiscard]] static QString cutNote();

    /// The whole exchange as plain text, line by line, for a terminal and the clipboard: "> POST /v2/rerank HTTP/1.1",
    /// an empty line, "< HTTP/1.1 401"; notes as "  # …" below the line that they are about.
    [[nodiscard]] static QStringList lines(const probe::Exchange &exchange);
};

} // namespace words
