// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guide/Answered.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace words {

/// The questions of the guide and their answers, in sentences that can be read out.
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
};

} // namespace words
