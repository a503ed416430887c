// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/SaveReport.h"
#include "widgets/Banner.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace widgets {

/// Shows a report exactly as it will be shared, before it is. Copies and saves nothing itself.
class ReportDialog : public QDialog {
    Q_OBJECT
public:
    enum class Purpose { Copy, Save };

    ReportDialog(report::CaseReport report, Purpose purpose, QWidget *parent = nullptr);

    /// What came of it: said in the dialog, which stays open. After a success the next Enter closes it.
    void tell(BannerKind kind, const QString &text);
    /// The format that is shown.
    [[nodiscard]] report::ReportFormat format() const;

Q_SIGNALS:
    void copyWanted();
    void saveWanted();

private:
    void buildNumbers(QVBoxLayout &column) const;
    void buildPreview(QVBoxLayout &column);
    void buildButtons(QVBoxLayout &column);
    void showPreview();

    report::CaseReport m_report;
    Purpose m_purpose;
    QComboBox *m_format = nullptr; ///< nullptr where the report is copied
    QPlainTextEdit *m_preview = nullptr;
    Banner *m_message = nullptr;
    QPushButton *m_share = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace widgets
