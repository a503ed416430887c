// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/Place.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace sources {
struct Client;
}

namespace words {

/// The cells of the table that says where keys are found and which one wins. No key, but for its fingerprint.
class PlaceTableWords {
    Q_DECLARE_TR_FUNCTIONS(PlaceTableWords)
public:
    /// "wins", "hidden" or a dash.
    [[nodiscard]] static QString standing(sources::Standing standing);
    /// The same as a sentence.
    [[nodiscard]] static QString standingSentence(sources::Standing standing);
    /// Where a place is, in short lines for a narrow column; a path within `projectFolder` (may be empty) is shown from
    /// there on.
    [[nodiscard]] static QStringList where(const sources::Place &place, const QString &projectFolder);
    /// What stands there: "40 characters", "empty", "not set", "not read yet", "taken from elsewhere" …
    [[nodiscard]] static QString state(const sources::Place &place);
    /// A few words: "hidden characters".
    [[nodiscard]] static QString finding(inspect::FindingKind kind);
    /// What is odd or dangerous there, each in a few words: the findings, and that git keeps the file.
    [[nodiscard]] static QStringList oddities(const sources::Place &place);
    /// Who reads it. With a client "yes" or "no"; without one the ids of clients, at most two lines.
    [[nodiscard]] static QStringList readBy(const sources::Place &place, const sources::Client *client);
    /// The names of the clients that read it, one a line; empty where none does.
    [[nodiscard]] static QStringList readers(const sources::Place &place);
    /// What stands in a place, on one line: "40 characters, fingerprint 9c1f-42ab, read by cohere-python and 9 more".
    [[nodiscard]] static QString detail(const sources::Place &place, const sources::Client *client);
    /// A whole row as one line, to be read out or copied.
    [[nodiscard]] static QString row(const sources::Place &place, const sources::Client *client);

    // The headers of the columns
    [[nodiscard]] static QString placeHeader();
    [[nodiscard]] static QString stateHeader();
    [[nodiscard]] static QString readByHeader(const sources::Client *client);
    [[nodiscard]] static QString standingHeader();
};

} // namespace words
