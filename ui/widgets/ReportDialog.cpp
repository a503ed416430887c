// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ReportDialog.h"

#include "widgets/Fonts.h"
#include "words/ReportWords.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

using words::ReportWords;

namespace widgets {

namespace {

/// A line that can be marked and copied, by the mouse and by keys.
QLabel *line(const QString &text, const char *objectName)
{
    auto *label = new QLabel(text);
    label->setObjectName(QLatin1String(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ReportDialog::ReportDialog(report::CaseReport report, Purpose purpose, QWidget *parent)
    : QDialog(parent)
    , m_report(std::move(report))
    , m_purpose(purpose)
{
    setObjectName(QStringLiteral("reportDialog"));
    setWindowTitle(purpose == Purpose::Copy ? tr("Copy report") : tr("Save report"));
    auto *column = new QVBoxLayout(this);
    buildNumbers(*column);
    buildPreview(*column);
    m_message = new Banner;
    m_message->label()->setObjectName(QStringLiteral("reportMessage"));
    column->addWidget(m_message);
    buildButtons(*column);
    showPreview();
    m_preview->setFocus();
    constexpr int widthInLetters = 100;
    constexpr int heightInLines = 34;
    const QSize wanted(fontMetrics().averageCharWidth() * widthInLetters, fontMetrics().height() * heightInLines);
    resize(wanted.boundedTo(screen()->availableSize()));
}

void ReportDialog::buildNumbers(QVBoxLayout &column) const
{
    auto *promise = line(ReportWords::promise(), "reportPromise");
    column.addWidget(promise);
    auto *numbers = new QFormLayout;
    numbers->setRowWrapPolicy(QFormLayout::WrapLongRows);
    using Label = ReportWords::Label;
    //: %1 is a number, %2 the same one spelled out, to be read aloud: "9c1f-42ab: nine, Charlie, one, …"
    const auto aloud = [](const QString &number, const QString &spelled) { return tr("%1: %2").arg(number, spelled); };
    numbers->addRow(ReportWords::label(Label::CaseNumber),
        line(aloud(m_report.caseNumber, ReportWords::spelledCaseNumber(m_report.caseNumber)), "reportCaseNumber"));
    const QString &fingerprint = m_report.key.fingerprint;
    if (!fingerprint.isEmpty())
        numbers->addRow(ReportWords::label(Label::Fingerprint),
            line(aloud(fingerprint, ReportWords::spelled(fingerprint)), "reportFingerprint"));
    column.addLayout(numbers);
}

void ReportDialog::buildPreview(QVBoxLayout &column)
{
    if (m_purpose == Purpose::Save) {
        m_format = new QComboBox;
        m_format->setObjectName(QStringLiteral("reportFormat"));
        m_format->addItem(tr("Markdown, for a ticket or a message"), static_cast<int>(report::ReportFormat::Markdown));
        m_format->addItem(tr("HTML, for a browser"), static_cast<int>(report::ReportFormat::Html));
        m_format->addItem(tr("JSON, for programs"), static_cast<int>(report::ReportFormat::Json));
        connect(m_format, &QComboBox::currentIndexChanged, this, &ReportDialog::showPreview);
        auto *row = new QFormLayout;
        row->addRow(tr("&Format:"), m_format);
        column.addLayout(row);
    }
    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("reportPreview"));
    m_preview->setAccessibleName(tr("Report, exactly as it will be shared"));
    m_preview->setReadOnly(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap); // the columns of its tables stay in place
    m_preview->setFont(fixedFont(font()));
    column.addWidget(m_preview, 1);
}

void ReportDialog::buildButtons(QVBoxLayout &column)
{
    auto *buttons = new QDialogButtonBox;
    m_share = buttons->addButton(m_purpose == Purpose::Copy ? tr("&Copy") : tr("&Save…"), QDialogButtonBox::ActionRole);
    m_share->setObjectName(QStringLiteral("reportShare"));
    m_close = buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(QStringLiteral("reportClose"));
    column.addWidget(buttons);
    m_share->setDefault(true); // not before it belongs to the dialog, which would take another one
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_share, &QPushButton::clicked, this,
        m_purpose == Purpose::Copy ? &ReportDialog::copyWanted : &ReportDialog::saveWanted);
}

void ReportDialog::showPreview()
{
    m_preview->setPlainText(QString::fromUtf8(report::written(m_report, format())));
    m_message->clear();
}

report::ReportFormat ReportDialog::format() const
{
    return m_format == nullptr ? report::ReportFormat::Markdown
                               : static_cast<report::ReportFormat>(m_format->currentData().toInt());
}

void ReportDialog::tell(BannerKind kind, const QString &text)
{
    m_message->showMessage(kind, text);
    QPushButton *next = kind == BannerKind::Good ? m_close : m_share;
    next->setDefault(true);
    next->setFocus(Qt::OtherFocusReason);
}

} // namespace widgets
