// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"
#include "sources/PlaceFinding.h"
#include "sources/SkippedFile.h"

#include <QObject>

#include <memory>
#include <vector>

namespace sources {
struct Client;
}

namespace check {

struct SearchRequest {
    QString projectFolder{}; ///< empty: the computer alone, no project
    const sources::Client *client = nullptr; ///< nullptr where the user does not know it
};

/// Every place where a key was found or looked for, most telling first.
struct SearchResult {
    std::vector<sources::FoundKey> keys; ///< the places have their standing
    std::vector<sources::PlaceFinding> findings; ///< what disagrees
    std::vector<sources::SkippedFile> skipped;
    qint64 files = 0; ///< how many files of the project were looked at
    bool shellAnswered = false; ///< the login shell told its environment
    bool cancelled = false;
};

/// Looks for keys on this computer and in a project's folder. Asks the keychain for names alone. Blocks nothing.
class PlaceSearch : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// One search at a time: another one ends the first silently.
    virtual void start(SearchRequest request) = 0;
    /// Ends the search; searchFinished comes with what was found so far, and `cancelled` set.
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;

Q_SIGNALS:
    /// Now and then while the project's folder is read.
    void searchProgressed(qint64 files);
    /// Never from within start().
    void searchFinished(std::shared_ptr<const check::SearchResult> result);
};

} // namespace check
