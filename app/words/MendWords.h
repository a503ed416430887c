// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/Mend.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace words {

/// What is said about the fixes that the program does itself: before, while and after. Files, variables and lines are
/// shown as words::visible() shows texts of others.
class MendWords {
    Q_DECLARE_TR_FUNCTIONS(MendWords)
public:
    /// The label of the button that leads to the preview: "Mend the line…".
    [[nodiscard]] static QString offer(mend::MendKind kind);
    /// What the program will do, one sentence, beside that button. Also for a request: of `mend` only its kind, file
    /// and variable are looked at.
    [[nodiscard]] static QString explanation(const mend::Preview &mend);

    /// Above the lines that change: "This changes in …:"
    [[nodiscard]] static QString heading(const mend::Preview &mend);
    /// "Line 3, removed: …", for a list, also when it is read aloud.
    [[nodiscard]] static QString line(const mend::LineChange &line);
    [[nodiscard]] static QString note(mend::Note note, const mend::Preview &mend);
    /// All notes of the mend, and where the old file will be kept.
    [[nodiscard]] static QStringList notes(const mend::Preview &mend);

    /// What is wrong, and what to do. Nothing was changed.
    [[nodiscard]] static QString failure(mend::MendFailure failure, const mend::Preview &mend);
    /// Why a change could not be taken back, and what to do.
    [[nodiscard]] static QString undoFailure(mend::MendFailure failure, const mend::Preview &mend);
    /// What was changed, and where the old file is.
    [[nodiscard]] static QString done(const mend::Preview &mend);
    [[nodiscard]] static QString undone(const mend::Preview &mend);
};

} // namespace words
