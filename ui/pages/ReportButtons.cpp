// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/ReportButtons.h"

#include "words/ReportWords.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>

#include <array>

using report::ReportFormat;
using widgets::BannerKind;
using widgets::ReportDialog;
using words::ReportWords;

namespace pages {

namespace {

struct FileKind {
    ReportFormat format;
    QString filter;
    QString ending;
};

std::array<FileKind, 3> fileKinds()
{
    //: The kinds of files that are shown; keep what stands in the brackets
    return {{{ReportFormat::Markdown, ReportButtons::tr("Markdown (*.md *.txt)"), QStringLiteral("md")},
        {ReportFormat::Html, ReportButtons::tr("HTML (*.html *.htm)"), QStringLiteral("html")},
        {ReportFormat::Json, ReportButtons::tr("JSON (*.json)"), QStringLiteral("json")}}};
}

} // namespace

ReportButtons::ReportButtons(const DoctorSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    auto *copyReport = new QPushButton(tr("Copy &report"));
    copyReport->setObjectName(QStringLiteral("copyReport"));
    auto *saveReport = new QPushButton(tr("Sa&ve report"));
    saveReport->setObjectName(QStringLiteral("saveReport"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addStretch(1);
    for (QPushButton *button : {copyReport, saveReport}) {
        button->setAutoDefault(true); // Enter presses the button that has the focus
        row->addWidget(button);
    }
    connect(copyReport, &QPushButton::clicked, this, [this] { openDialog(ReportDialog::Purpose::Copy); });
    connect(saveReport, &QPushButton::clicked, this, [this] { openDialog(ReportDialog::Purpose::Save); });
    connect(&m_session, &ReportSession::reportChanged, this, &ReportButtons::showOrHide);
    showOrHide();
}

void ReportButtons::setFitting(bool fitting)
{
    m_fitting = fitting;
    showOrHide();
}

void ReportButtons::showOrHide()
{
    setVisible(m_fitting && m_session.hasReport());
}

void ReportButtons::openDialog(ReportDialog::Purpose purpose)
{
    const report::CaseReport report = m_session.report();
    auto *dialog = new ReportDialog(report, purpose, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::copyWanted, this, [this, dialog, report] { copy(*dialog, report); });
    connect(dialog, &ReportDialog::saveWanted, this, [this, dialog, report] { chooseFile(*dialog, report); });
    dialog->open(); // exec() would hold everything else up
}

void ReportButtons::copy(ReportDialog &dialog, const report::CaseReport &report)
{
    auto *clipping = new QMimeData; // the clipboard's from now on
    clipping->setText(QString::fromUtf8(report::written(report, ReportFormat::Markdown)));
    clipping->setHtml(QString::fromUtf8(report::written(report, ReportFormat::Html)));
    QGuiApplication::clipboard()->setMimeData(clipping);
    dialog.tell(BannerKind::Good, ReportWords::copied());
}

void ReportButtons::chooseFile(ReportDialog &dialog, const report::CaseReport &report)
{
    auto *files = new QFileDialog(&dialog, tr("Save report"));
    files->setObjectName(QStringLiteral("reportFileDialog"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setFileMode(QFileDialog::AnyFile);
    QStringList filters;
    for (const FileKind &kind : fileKinds())
        filters.append(kind.filter);
    files->setNameFilters(filters);
    const auto choose = [files](const FileKind &kind) { files->setDefaultSuffix(kind.ending); };
    for (const FileKind &kind : fileKinds()) {
        connect(files, &QFileDialog::filterSelected, files, [kind, choose](const QString &filter) {
            if (filter == kind.filter)
                choose(kind);
        });
        if (kind.format == dialog.format()) {
            files->selectNameFilter(kind.filter);
            choose(kind);
            files->selectFile(report.caseNumber + QLatin1Char('.') + kind.ending);
        }
    }
    connect(files, &QFileDialog::fileSelected, &dialog, [&dialog, report](const QString &file) {
        const auto saved = report::saveReport(report, file);
        if (saved)
            dialog.tell(BannerKind::Good, ReportWords::saved(file));
        else
            dialog.tell(BannerKind::Problem, ReportWords::notSaved(saved.error()));
    });
    files->open(); // exec() would hold everything else up
}

} // namespace pages
