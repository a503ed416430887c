// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/CausesPage.h"

#include "DoctorSession.h"
#include "pages/CleanedKey.h"
#include "widgets/Banner.h"
#include "widgets/CauseList.h"
#include "words/CauseWords.h"
#include "words/EvidenceWords.h"
#include "words/WindowWords.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>

using words::WindowWords;

namespace pages {

namespace {

QStringList evidenceOf(const diagnosis::CauseFound &found, qsizetype keyLength)
{
    QStringList sentences;
    for (const diagnosis::EvidenceItem &item : found.evidence) {
        sentences.append(words::EvidenceWords::sentence(item, keyLength));
    }
    return sentences;
}

} // namespace

CausesPage::CausesPage(DoctorSession &session, QWidget *parent)
    : widgets::Page(parent)
    , m_session(session)
    , m_causes(new widgets::CauseList)
    , m_usedUp(new widgets::Banner)
{
    body()->addWidget(new CleanedKey(m_session)); // on top, where it is seen at once
    m_introduction = addText();
    m_causes->setObjectName(QStringLiteral("causes"));
    m_causes->setAccessibleName(tr("Causes"));
    body()->addWidget(m_causes);
    m_evidence = addText();
    m_evidence->setObjectName(QStringLiteral("evidence"));
    body()->addWidget(m_usedUp);
    buildButtons();
    body()->addStretch(1);

    connect(
        m_causes->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
            if (current.isValid()) {
                m_session.chooseCause(static_cast<std::size_t>(current.row()));
            }
        });
    connect(&m_session, &DoctorSession::keyCleaned, verticalScrollBar(),
        [this] { verticalScrollBar()->setValue(verticalScrollBar()->minimum()); });
    connect(&m_session, &DoctorSession::testFinished, this, &CausesPage::showCauses);
    connect(&m_session, &DoctorSession::resultDropped, this, &CausesPage::showCauses);
    connect(&m_session, &DoctorSession::currentCauseChanged, this, &CausesPage::showCurrent);
    showCauses();
}

void CausesPage::buildButtons()
{
    m_showFix = new QPushButton(tr("Show how to &fix it"));
    m_showFix->setObjectName(QStringLiteral("showFix"));
    m_showFix->setAutoDefault(true);
    m_notThis = new QPushButton(tr("This was &not it"));
    m_notThis->setObjectName(QStringLiteral("notThis"));
    m_notThis->setAutoDefault(true);
    //: Opens the table of the places where keys are found
    auto *showPlaces = new QPushButton(tr("Sho&w places"));
    showPlaces->setObjectName(QStringLiteral("showPlaces"));
    showPlaces->setAutoDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_showFix);
    row->addWidget(m_notThis);
    row->addWidget(showPlaces);
    row->addStretch(1);
    body()->addLayout(row);
    connect(m_showFix, &QPushButton::clicked, this, &CausesPage::fixWanted);
    connect(showPlaces, &QPushButton::clicked, this, &CausesPage::placesWanted);
    connect(m_notThis, &QPushButton::clicked, &m_session, &DoctorSession::notThis);
}

void CausesPage::showCauses()
{
    std::vector<widgets::CauseRow> rows;
    for (const diagnosis::CauseFound &found : m_session.causes()) {
        const qsizetype length = m_session.result()->evidence.inspection.length;
        rows.push_back({words::CauseWords::title(found.cause), words::CauseWords::status(found.status),
            evidenceOf(found, length)});
    }
    {
        // The session chooses the first one; the list only follows.
        const QSignalBlocker quiet(m_causes->selectionModel());
        m_causes->setCauses(rows);
    }
    m_introduction->setText(rows.empty() ? WindowWords::noCauses() : WindowWords::causesIntroduction());
    m_causes->setVisible(!rows.empty());
    showCurrent();
}

void CausesPage::showCurrent()
{
    const std::optional<std::size_t> current = m_session.currentCause();
    m_showFix->setVisible(current.has_value());
    m_notThis->setVisible(current.has_value());
    if (m_session.causesUsedUp() && m_notThis->hasFocus())
        m_showFix->setFocus(Qt::OtherFocusReason); // a disabled button cannot keep it
    m_notThis->setEnabled(!m_session.causesUsedUp());
    m_evidence->setVisible(current.has_value());
    if (current) {
        const diagnosis::CauseFound &found = m_session.causes()[*current];
        QString text = words::CauseWords::explanation(found.cause) + QLatin1Char('\n');
        for (const QString &sentence : evidenceOf(found, m_session.result()->evidence.inspection.length))
            text += QStringLiteral("\n• ") + sentence;
        m_evidence->setText(text);
        m_causes->setCurrentIndex(m_causes->model()->index(static_cast<int>(*current), 0));
    }
    if (m_session.causesUsedUp()) {
        m_usedUp->showMessage(widgets::BannerKind::Information, WindowWords::causesUsedUp());
    } else {
        m_usedUp->clear();
    }
}

} // namespace pages
