// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/CaseReport.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace report {

struct ReportTable {
    QString heading;
    QStringList columns;
    std::vector<QStringList> rows; ///< each as long as `columns`
    QStringList notes; ///< sentences below it
};

/// A report in words, before it is written as Markdown or HTML: plain texts without any markup.
struct ReportPage {
    QString title;
    QString summary;
    QStringList introduction; ///< paragraphs
    QString nextHeading;
    diagnosis::FixPlan steps; ///< with commands and links
    QStringList stepTexts; ///< one for each step
    std::vector<ReportTable> tables; ///< none is empty
    QString promise;
};

[[nodiscard]] ReportPage reportPage(const CaseReport &report);

/// One sentence: the outcome, as the window and the command say it.
[[nodiscard]] QString reportSummary(const CaseReport &report);
/// When the report was made: "2026-08-14T09:30:00+02:00".
[[nodiscard]] QString reportTime(const CaseReport &report);
/// The disagreements between places, as sentences.
[[nodiscard]] QStringList problemSentences(const CaseReport &report);

} // namespace report
