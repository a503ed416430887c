// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"

#include <QCoreApplication>
#include <QString>

namespace sources {
struct Client;
}

namespace words {

/// What `rerank-key explain` says besides the causes.
class ExplainWords {
    Q_DECLARE_TR_FUNCTIONS(ExplainWords)
public:
    // Help
    static QString verbSummary();
    static QString synopsis();
    static QString description();
    static QString fileArgument();

    static QString pasteNow();
    static QString standardInputFailed();
    /// One line: the cause, or that there are several, or that nothing was recognised.
    static QString summary(const diagnosis::Diagnosis &diagnosis, const diagnosis::Evidence &evidence);
    static QString recognised();
    static QString whatToPaste();
    static QString client(const sources::Client &client, const QString &version);
    static QString cutOff();
};

} // namespace words
