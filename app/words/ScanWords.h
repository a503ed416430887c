// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// What `rerank-key scan` says besides the places and the causes.
class ScanWords {
    Q_DECLARE_TR_FUNCTIONS(ScanWords)
public:
    // Help
    static QString verbSummary();
    static QString synopsis();
    static QString description();
    static QString projectOption();

    static QString noSuchFolder();
    /// `folder` is empty where no project is searched.
    static QString searching(const QString &folder);
    static QString filesSoFar(qint64 files);
    /// One line: what wins, or that there is nothing, and what the client says then. `client` is nullptr where the user
    /// does not know it.
    static QString summary(const check::CheckResult &scan, const sources::Client *client);
    static QString replaceThatKey();
    static QString notRead();
    static QString moreNotRead(std::size_t count);
    static QString noShellAnswer();
};

} // namespace words
