// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/MendPanel.h"

#include "MendSession.h"
#include "widgets/Fonts.h"
#include "widgets/RowList.h"
#include "widgets/TabOrder.h"
#include "words/MendWords.h"
#include "words/Visible.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using mend::LineChange;
using words::MendWords;

namespace pages {

namespace {

/// The sign in front of a line, as programmers know it.
QString signOf(LineChange::Kind kind)
{
    switch (kind) {
    case LineChange::Kind::Removed:
        return QStringLiteral("\u2212 ");
    case LineChange::Kind::Added:
        return QStringLiteral("+ ");
    case LineChange::Kind::Kept:
        break;
    }
    return QStringLiteral("\u00a0 ");
}

widgets::Row rowOf(const LineChange &line)
{
    widgets::Row row;
    row.title = signOf(line.kind) + words::visible(line.text);
    row.spoken = MendWords::line(line);
    row.isBold = line.kind != LineChange::Kind::Kept;
    return row;
}

mend::Preview wishOf(const mend::Offer &offer)
{
    mend::Preview wish;
    wish.kind = offer.kind;
    wish.file = offer.file;
    wish.variable = offer.variable;
    return wish;
}

QLabel *newText()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

MendPanel::MendPanel(MendSession &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_offers(new QWidget)
    , m_rows(new QVBoxLayout(m_offers))
{
    setFrameShape(QFrame::StyledPanel);
    //: Above a list of buttons: what the program can change by itself
    auto *title = new QLabel(tr("Done for you"));
    QFont strong = title->font();
    strong.setBold(true);
    title->setFont(strong);
    m_offers->setObjectName(QStringLiteral("mendOffers"));
    m_offers->setAccessibleName(title->text());
    m_rows->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(this);
    column->addWidget(title);
    column->addWidget(m_offers);
    m_change = makeChange();
    column->addWidget(m_change);

    connect(&m_session, &MendSession::offersChanged, this, &MendPanel::showOffers);
    connect(&m_session, &MendSession::previewShown, this, &MendPanel::showChange);
    connect(&m_session, &MendSession::previewDropped, this, &MendPanel::leaveChange);
    connect(&m_session, &MendSession::changed, this, &MendPanel::refresh);
    showOffers();
}

QPushButton *MendPanel::addButton(const char *objectName, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(true);
    return button;
}

QWidget *MendPanel::makeChange()
{
    auto *change = new QWidget;
    m_heading = newText();
    m_lines = new widgets::RowList;
    m_lines->setObjectName(QStringLiteral("mendPreview"));
    m_lines->setAccessibleName(tr("Change"));
    m_lines->setFont(widgets::fixedFont(font()));
    constexpr int mostLines = 12;
    m_lines->setMaximumHeight(mostLines * fontMetrics().lineSpacing());
    m_notes = newText();
    m_notes->setObjectName(QStringLiteral("mendNotes"));
    m_apply = addButton("mendApply", {});
    //: Leaves a change that was looked at, and changes nothing
    m_cancel = addButton("mendCancel", tr("Cance&l"));

    auto *column = new QVBoxLayout(change);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_heading);
    column->addWidget(m_lines);
    column->addWidget(m_notes);
    auto *row = new QHBoxLayout;
    row->addWidget(m_apply);
    row->addWidget(m_cancel);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_apply, &QPushButton::clicked, &m_session, &MendSession::apply);
    connect(m_cancel, &QPushButton::clicked, &m_session, &MendSession::cancel);
    return change;
}

void MendPanel::showOffers()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QList<QWidget *> buttons;
    for (std::size_t i = 0; i < m_session.offers().size(); ++i) {
        const mend::Offer &offer = m_session.offers()[i];
        QPushButton *button = addButton("mendOffer", MendWords::offer(offer.kind));
        QLabel *explanation = newText();
        explanation->setText(MendWords::explanation(wishOf(offer)));
        button->setAccessibleDescription(explanation->text());
        m_rows->addWidget(button, 0, Qt::AlignLeft);
        m_rows->addWidget(explanation);
        buttons.append(button);
        connect(button, &QPushButton::clicked, &m_session, [this, i] { m_session.prepare(i); });
    }
    widgets::tabThrough(*m_offers, buttons);
    refresh();
}

void MendPanel::showChange()
{
    const mend::Preview &preview = *m_session.preview();
    m_heading->setText(MendWords::heading(preview));
    m_apply->setText(preview.file.isEmpty() ? tr("C&hange the variable") : tr("C&hange the file"));
    std::vector<widgets::Row> rows;
    rows.reserve(preview.lines.size());
    for (const LineChange &line : preview.lines)
        rows.push_back(rowOf(line));
    m_lines->showRows(rows);
    m_notes->setText(MendWords::notes(preview).join(u'\n'));
    refresh();
    if (!isVisible())
        return;
    const auto isChange = [](const LineChange &line) { return line.kind != LineChange::Kind::Kept; };
    const auto first = std::find_if(preview.lines.begin(), preview.lines.end(), isChange);
    m_lines->setCurrentIndex(m_lines->model()->index(static_cast<int>(first - preview.lines.begin()), 0));
    m_lines->setFocus(Qt::OtherFocusReason); // what will change is read before it is decided
}

void MendPanel::leaveChange()
{
    const bool hadFocus = m_change->isAncestorOf(QApplication::focusWidget());
    refresh();
    auto *first = m_offers->findChild<QPushButton *>();
    if (hadFocus && first != nullptr)
        first->setFocus(Qt::OtherFocusReason);
}

void MendPanel::refresh()
{
    const bool isLookedAt = m_session.preview() != nullptr;
    const bool isIdle = m_session.activity() == MendSession::Activity::None;
    m_change->setVisible(isLookedAt);
    m_apply->setEnabled(isIdle);
    m_cancel->setEnabled(isIdle);
    m_notes->setVisible(!m_notes->text().isEmpty());
    m_offers->setVisible(!isLookedAt);
    setVisible(isLookedAt || !m_session.offers().empty());
}

} // namespace pages
