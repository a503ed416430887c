// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/FixPage.h"

#include "DoctorSession.h"
#include "pages/CleanedKey.h"
#include "pages/CodePanel.h"
#include "pages/MendPanel.h"
#include "widgets/Banner.h"
#include "widgets/ChoiceBox.h"
#include "widgets/FixSteps.h"
#include "words/CauseWords.h"
#include "words/FixWords.h"
#include "words/WindowWords.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pages {

namespace {

QString labelOf(const TargetRemedy &remedy)
{
    switch (remedy.field) {
    case TargetField::BaseUrl:
        return remedy.isProven ? FixPage::tr("&Test with the base URL that works")
                               : FixPage::tr("Type another &base URL");
    case TargetField::Model:
        return FixPage::tr("Type another &model");
    case TargetField::Header:
        //: The header of an HTTP request
        return remedy.isProven ? FixPage::tr("&Test with the header that works")
                               //: The header of an HTTP request
                               : FixPage::tr("Type another h&eader");
    case TargetField::Proxy:
        return FixPage::tr("Change the &proxy or its login");
    case TargetField::Authority:
        return FixPage::tr("Give the file of a certificate &authority");
    }
    return {};
}

} // namespace

FixPage::FixPage(DoctorSession &session, MendSession &mends, QWidget *parent)
    : widgets::Page(parent)
    , m_session(session)
    , m_steps(new widgets::FixSteps)
    , m_usedUp(new widgets::Banner)
    , m_notThis(new QPushButton(tr("This was &not it")))
{
    m_cause = addText();
    m_cause->setObjectName(QStringLiteral("cause"));
    QFont strong = m_cause->font();
    strong.setBold(true);
    m_cause->setFont(strong);
    m_explanation = addText();
    m_explanation->setObjectName(QStringLiteral("explanation"));
    body()->addWidget(new CleanedKey(m_session));
    body()->addWidget(new MendPanel(mends));
    addRemedy();
    addPlatform();
    body()->addWidget(m_steps, 1);
    body()->addWidget(new CodePanel(m_session));
    m_notThis->setObjectName(QStringLiteral("notThis"));
    m_notThis->setAutoDefault(true);
    body()->addWidget(m_notThis, 0, Qt::AlignLeft);
    body()->addWidget(m_usedUp);

    connect(m_steps, &widgets::FixSteps::linkActivated, this, &FixPage::linkActivated);
    connect(m_notThis, &QPushButton::clicked, &m_session, &DoctorSession::notThis);
    connect(&m_session, &DoctorSession::currentCauseChanged, this, &FixPage::refresh);
    connect(&m_session, &DoctorSession::resultDropped, this, &FixPage::refresh);
    connect(&m_session, &DoctorSession::clientChanged, this, &FixPage::refresh);
    connect(&m_session, &DoctorSession::platformChanged, this, &FixPage::refresh);
    refresh();
}

void FixPage::addPlatform()
{
    m_platform = new widgets::ChoiceBox;
    m_platform->setObjectName(QStringLiteral("platform"));
    m_platform->setAccessibleName(tr("Where your program runs"));
    for (int i = 0; i < diagnosis::platformCount; ++i)
        m_platform->addItem(words::FixWords::platform(static_cast<diagnosis::Platform>(i)));
    auto *label = new QLabel(tr("&Where your program runs:"));
    label->setBuddy(m_platform);
    m_platform->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int leastLength = 12; // the list that opens shows the names whole
    m_platform->setMinimumContentsLength(leastLength);
    body()->addWidget(label); // above: beside it there is no room with a large font
    body()->addWidget(m_platform);
    connect(m_platform, &QComboBox::activated, this,
        [this](int index) { m_session.setPlatform(static_cast<diagnosis::Platform>(index)); });
}

void FixPage::addRemedy()
{
    m_remedyButton = new QPushButton;
    m_remedyButton->setObjectName(QStringLiteral("remedy"));
    m_remedyButton->setAutoDefault(true);
    body()->addWidget(m_remedyButton, 0, Qt::AlignLeft);
    connect(m_remedyButton, &QPushButton::clicked, this, [this] {
        const TargetRemedy remedy = *m_remedy; // what it changes ends the result that it is made from
        Q_EMIT remedyChosen(remedy);
    });
}

QPushButton *FixPage::provenButton() const
{
    return m_remedy && m_remedy->isProven ? m_remedyButton : nullptr;
}

void FixPage::showRemedy()
{
    m_remedy.reset();
    const std::optional<std::size_t> current = m_session.currentCause();
    if (current && m_session.keyAtHand())
        m_remedy = targetRemedy(m_session.causes()[*current].cause, m_session.result()->evidence,
            m_session.fixContext(), m_session.targetSession());
    m_remedyButton->setVisible(m_remedy.has_value());
    if (!m_remedy)
        return;
    m_remedyButton->setText(labelOf(*m_remedy));
    m_remedyButton->setAccessibleDescription(m_remedy->value);
}

void FixPage::refresh()
{
    std::vector<widgets::FixRow> rows;
    if (const std::optional<std::size_t> current = m_session.currentCause()) {
        const diagnosis::Cause cause = m_session.causes()[*current].cause;
        const diagnosis::FixContext context = m_session.fixContext();
        for (const diagnosis::FixStep &step : diagnosis::fixPlan(cause, context)) {
            rows.push_back({words::FixWords::sentence(step, context), step.command, step.link,
                words::FixWords::expectation(step, context)});
        }
        m_cause->setText(words::CauseWords::title(cause));
        m_explanation->setText(words::CauseWords::explanation(cause));
    }
    m_steps->setSteps(rows);
    showRemedy();
    m_platform->setCurrentIndex(static_cast<int>(m_session.platform()));
    m_notThis->setEnabled(!m_session.causesUsedUp());
    if (m_session.causesUsedUp()) {
        m_usedUp->showMessage(widgets::BannerKind::Information, words::WindowWords::causesUsedUp());
    } else {
        m_usedUp->clear();
    }
}

} // namespace pages
