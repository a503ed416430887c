// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext/ErrorReading.h"
#include "guide/Answered.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace words {

/// What is said where nobody has the key at hand: the questions of the guide and their answers, in sentences that can
/// be read out, and what was seen in an error text.
class GuideWords {
    Q_DECLARE_TR_FUNCTIONS(GuideWords)
public:
    [[nodiscard]] static QString question(guide::Question question);
    /// In the order of guide/QuestionTable, without "I don't know".
    [[nodiscard]] static QStringList answers(guide::Question question);
    [[nodiscard]] static QString unknown();
    /// What was asked and what was said, as evidence; empty where nothing is known.
    [[nodiscard]] static QString said(const guide::Answered &answered);
    [[nodiscard]] static QString introduction();
    /// What is left, in a sentence: "12 causes still fit."
    [[nodiscard]] static QString left(qsizetype count);
    /// "question 2 of at most 7"
    [[nodiscard]] static QString number(int number, int most);

    // The box for the error text
    [[nodiscard]] static QString textHint();
    [[nodiscard]] static QString shownInPart();
    /// How many keys the text held, which client it shows, and the like; empty where there is nothing to say.
    /// `client`: the name of the client that was chosen for it; empty where none was.
    [[nodiscard]] static QString aboutText(const errortext::ErrorReading &reading, const QString &client);
    [[nodiscard]] static QString nothingRecognised();
    /// The key is at hand, and the test takes the text into account.
    [[nodiscard]] static QString textIsEvidence();
};

} // namespace words
