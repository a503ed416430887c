// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportSession.h"
#include "widgets/ReportDialog.h"

#include <QWidget>

class DoctorSession;

namespace pages {

/// "Copy report" and "Save report", below the pages that show what a test has found. Each shows the report first.
class ReportButtons : public QWidget {
    Q_OBJECT
public:
    explicit ReportButtons(const DoctorSession &session, QWidget *parent = nullptr);

    /// Whether the page that is shown is about the test. Without a finished test they stay hidden all the same.
    void setFitting(bool fitting);

private:
    void showOrHide();
    void openDialog(widgets::ReportDialog::Purpose purpose);
    void copy(widgets::ReportDialog &dialog, const report::CaseReport &report);
    void chooseFile(widgets::ReportDialog &dialog, const report::CaseReport &report);

    ReportSession m_session;
    bool m_fitting = false;
};

} // namespace pages
