// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/KeyPage.h"

#include "DoctorSession.h"
#include "TargetRemedy.h"
#include "pages/CleanedKey.h"
#include "pages/ErrorTextBox.h"
#include "pages/KeySource.h"
#include "pages/ProgramActs.h"
#include "pages/TargetFields.h"
#include "sources/Clients.h"
#include "widgets/Banner.h"
#include "widgets/ChoiceBox.h"
#include "widgets/KeyBox.h"
#include "widgets/RowList.h"
#include "words/FindingWords.h"
#include "words/PlaceWords.h"
#include "words/ProbeWords.h"
#include "words/WindowWords.h"

#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using words::WindowWords;

namespace pages {

namespace {

/// As Page::addText(), inside of a part of the page.
QLabel *newText(QVBoxLayout &column)
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addWidget(label);
    return label;
}

} // namespace

KeyPage::KeyPage(DoctorSession &session, QWidget *parent)
    : widgets::Page(parent)
    , m_session(session)
{
    if (m_session.isPractice()) {
        addPracticeKeys();
    }
    m_project = addText();
    m_project->setObjectName(QStringLiteral("project"));
    auto *source = new KeySource(m_session);
    body()->addWidget(source);
    addKey();
    addErrorText();
    addClient();
    addTarget();
    body()->addStretch(1);

    connect(&m_session, &DoctorSession::keyChanged, this, &KeyPage::showKey);
    connect(&m_session, &DoctorSession::keyAtHandChanged, this, &KeyPage::showWhatFits);
    connect(&m_session.search(), &SearchSession::projectFolderChanged, this, &KeyPage::showProject);
    connect(source, &KeySource::placesWanted, this, &KeyPage::placesWanted);
    showProject();
    showKey();
    showNotice();
    showWhatFits();
}

QPushButton *KeyPage::explainButton() const
{
    return m_errorText->explainButton();
}

void KeyPage::focusKeyBox()
{
    m_keyBox->setFocus(Qt::OtherFocusReason);
}

void KeyPage::addPracticeKeys()
{
    auto *keys = new widgets::ChoiceBox;
    keys->setObjectName(QStringLiteral("practiceKey"));
    keys->setAccessibleName(tr("Practice key"));
    //: The first entry of a list of practice keys: none is chosen yet
    keys->addItem(tr("Choose a case"));
    for (const PracticeKey &key : m_session.practiceKeys()) {
        //: %1 is the name of a practice case, %2 a sentence that says what happens with its key
        keys->addItem(tr("%1: %2").arg(key.name, key.whatHappens));
    }
    connect(keys, &QComboBox::activated, this, [this](int row) {
        if (row > 0) // the first one stands for none
            m_session.usePracticeKey(static_cast<std::size_t>(row) - 1);
    });
    auto *label = new QLabel(tr("P&ractice key:"));
    label->setBuddy(keys);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(keys, 1);
    body()->addLayout(row);
}

void KeyPage::addKey()
{
    m_key = new QWidget;
    auto *column = new QVBoxLayout(m_key);
    column->setContentsMargins(0, 0, 0, 0);
    addKeyBox(*column);
    addFindings(*column);
    column->addWidget(new ProgramActs(m_session));
    column->addWidget(new CleanedKey(m_session));
    body()->addWidget(m_key);
}

void KeyPage::addErrorText()
{
    m_errorText = new ErrorTextBox(m_session);
    body()->addWidget(m_errorText);
    connect(m_errorText, &ErrorTextBox::guideWanted, this, &KeyPage::guideWanted);
}

void KeyPage::showWhatFits()
{
    m_key->setVisible(m_session.keyAtHand());
    m_where->setVisible(m_session.keyAtHand());
}

void KeyPage::addKeyBox(QVBoxLayout &column)
{
    m_keyBox = new widgets::KeyBox;
    m_keyBox->setObjectName(QStringLiteral("keyBox"));
    m_keyBox->setAccessibleName(tr("API key"));
    auto *label = new QLabel(tr("&API key:"));
    label->setBuddy(m_keyBox);
    auto *show = new QPushButton(tr("&Show key"));
    show->setObjectName(QStringLiteral("showKey"));
    show->setAccessibleName(tr("Show key"));
    show->setCheckable(true);
    show->setAutoDefault(false); // Enter tests the key; Space shows it
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_keyBox, 1);
    row->addWidget(show);
    column.addLayout(row);
    m_message = new widgets::Banner;
    m_message->label()->setObjectName(QStringLiteral("keyMessage"));
    column.addWidget(m_message);

    connect(show, &QPushButton::toggled, m_keyBox, &widgets::KeyBox::setKeyShown);
    connect(m_keyBox, &widgets::KeyBox::keyShownChanged, show, &QPushButton::setChecked);
    connect(m_keyBox, &widgets::KeyBox::keyEdited, this, &KeyPage::onKeyEdited);
    connect(m_keyBox, &widgets::KeyBox::tooLong, this, &KeyPage::onTooLong);
}

void KeyPage::addFindings(QVBoxLayout &column)
{
    m_summary = newText(column);
    m_summary->setObjectName(QStringLiteral("findingsSummary"));
    m_findings = new widgets::RowList;
    m_findings->setObjectName(QStringLiteral("findings"));
    m_findings->setAccessibleName(tr("Findings"));
    // More of them scroll by themselves, so that what follows stays in sight.
    constexpr int mostLines = 11;
    m_findings->setMaximumHeight(mostLines * fontMetrics().lineSpacing());
    column.addWidget(m_findings);
    m_more = newText(column);
}

void KeyPage::addClient()
{
    auto *client = new widgets::ChoiceBox;
    client->setObjectName(QStringLiteral("client"));
    client->setAccessibleName(tr("Client"));
    //: The first entry of the list of programs that call Cohere
    client->addItem(tr("I don't know"));
    for (const sources::Client &known : sources::clients()) {
        client->addItem(known.name, known.id);
    }
    //: The program or library that calls Cohere
    auto *label = new QLabel(tr("C&lient:"));
    label->setBuddy(client);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(client, 1);
    body()->addLayout(row);
    connect(client, &QComboBox::currentIndexChanged, this,
        [this, client] { m_session.setClientId(client->currentData().toString()); });
    connect(&m_session, &DoctorSession::clientChanged, client,
        [this, client] { client->setCurrentIndex(std::max(0, client->findData(m_session.clientId()))); });
}

void KeyPage::addTarget()
{
    m_where = new QWidget;
    auto *column = new QVBoxLayout(m_where);
    column->setContentsMargins(0, 0, 0, 0);
    m_target = new TargetFields(m_session.targetSession());
    column->addWidget(m_target);
    m_notice = newText(*column);
    body()->addWidget(m_where);
    m_notice->setObjectName(QStringLiteral("notice"));
    connect(&m_session, &DoctorSession::targetChanged, this, &KeyPage::showNotice);
    connect(&m_session.targetSession(), &TargetSession::authorityFileRead, this, &KeyPage::showNotice);
}

void KeyPage::showTargetProblem()
{
    if (QWidget *field = m_target->goToProblem())
        bringIntoSight(field);
}

void KeyPage::take(const TargetRemedy &remedy)
{
    if (!remedy.value.isEmpty())
        m_target->fill(remedy.field, remedy.value);
}

void KeyPage::goTo(TargetField field)
{
    bringIntoSight(m_target->goTo(field));
}

void KeyPage::bringIntoSight(QWidget *field)
{
    QTimer::singleShot(0, field, [this, field] { ensureWidgetVisible(field); }); // once it has its place
}

void KeyPage::onKeyEdited()
{
    m_message->clear();
    m_session.setSecret(m_keyBox->secret());
}

void KeyPage::onTooLong()
{
    m_message->showMessage(widgets::BannerKind::Problem, WindowWords::tooLongForAKey());
}

void KeyPage::showKey()
{
    if (m_keyBox->secret() != m_session.secret()) {
        m_keyBox->setSecret(m_session.secret());
    }
    const sources::Place &source = m_session.source();
    if (words::PlaceWords::where(source).isEmpty()) {
        m_message->clear(); // given by hand
    } else {
        const QString place = words::PlaceWords::nameAndWhere(source);
        m_message->showMessage(widgets::BannerKind::Information, WindowWords::keyTaken(place));
    }
    showFindings();
}

void KeyPage::showFindings()
{
    const inspect::Inspection &inspection = m_session.inspection();
    std::vector<widgets::Row> rows;
    if (!m_session.secret().isEmpty()) {
        for (const inspect::Finding &finding : inspection.findings) {
            widgets::Row row;
            row.symbol =
                finding.action == inspect::Action::None ? widgets::Symbol::Information : widgets::Symbol::Problem;
            row.title = words::FindingWords::sentence(finding, inspection.length);
            row.lines = {words::FindingWords::origin(finding), words::FindingWords::advice(finding)};
            row.lines.removeAll(QString());
            row.spoken = (QStringList(row.title) + row.lines).join(QLatin1Char(' '));
            rows.push_back(std::move(row));
        }
    }
    m_summary->setText(m_session.secret().isEmpty() ? QString() : words::FindingWords::summary(inspection));
    m_summary->setVisible(!m_session.secret().isEmpty());
    m_findings->showRows(rows);
    m_findings->setVisible(!rows.empty());
    const qsizetype hidden = inspection.findingCount - static_cast<qsizetype>(inspection.findings.size());
    m_more->setText(hidden > 0 ? WindowWords::moreFindings(hidden) : QString());
    m_more->setVisible(hidden > 0);
}

void KeyPage::showNotice()
{
    // Where there can be no test, the fields say why.
    const bool canTest = !m_session.targetSession().problem();
    m_notice->setVisible(canTest);
    if (canTest)
        m_notice->setText(words::ProbeWords::notice(*m_session.target()));
}

void KeyPage::showProject()
{
    const QString folder = m_session.search().projectFolder();
    m_project->setText(folder.isEmpty() ? QString() : WindowWords::projectFolder(folder));
    m_project->setVisible(!folder.isEmpty());
}

} // namespace pages
