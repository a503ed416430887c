// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/Place.h"
#include "sources/PlaceFinding.h"
#include "sources/SkippedFile.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// Where keys stand.
class PlaceWords {
    Q_DECLARE_TR_FUNCTIONS(PlaceWords)
public:
    /// Where a place is, without the name of its variable: "this process", ".env, line 3". Never empty but for what
    /// the user gave by hand.
    [[nodiscard]] static QString where(const sources::Place &place);
    /// "CO_API_KEY in .env, line 3".
    [[nodiscard]] static QString nameAndWhere(const sources::Place &place);
    /// What disagrees, as one sentence.
    [[nodiscard]] static QString problem(const sources::PlaceFinding &finding);
    /// What reads .env files, as its users call it; not translated.
    [[nodiscard]] static QString loader(sources::EnvLoader loader);
    /// Why a file was not read, as one sentence.
    [[nodiscard]] static QString skipped(const sources::SkippedFile &file);
};

} // namespace words
