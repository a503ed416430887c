// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/KeepSafePage.h"

#include "DoctorSession.h"
#include "diagnosis/KeychainCommands.h"
#include "pages/CleanedKey.h"
#include "pages/MendPanel.h"
#include "widgets/Banner.h"
#include "widgets/FixSteps.h"
#include "words/FailureWords.h"
#include "words/FindingWords.h"
#include "words/SourceWords.h"
#include "words/WindowWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using widgets::BannerKind;
using words::SourceWords;
using words::WindowWords;

namespace pages {

KeepSafePage::KeepSafePage(DoctorSession &session, MendSession &mends, QWidget *parent)
    : widgets::Page(parent)
    , m_session(session)
    , m_doubts(new widgets::Banner)
    , m_result(new widgets::Banner)
{
    addText(WindowWords::keepSafeIntroduction());
    m_doubts->label()->setObjectName(QStringLiteral("keepDoubts"));
    body()->addWidget(m_doubts);
    body()->addWidget(new CleanedKey(m_session));
    addName();
    m_result->label()->setObjectName(QStringLiteral("keepResult"));
    body()->addWidget(m_result);
    addUses();
    body()->addWidget(new MendPanel(mends));
    body()->addStretch(1);
    connectSession();
    refresh();
}

void KeepSafePage::addName()
{
    m_name = new QLineEdit(m_session.keychain().keptName());
    m_name->setObjectName(QStringLiteral("keptName"));
    m_name->setAccessibleName(tr("Name in the keychain"));
    auto *label = new QLabel(tr("Na&me in the keychain:"));
    label->setBuddy(m_name);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_name, 1);
    body()->addLayout(row);
}

void KeepSafePage::addUses()
{
    m_uses = new QWidget;
    m_program = new QLineEdit;
    m_program->setObjectName(QStringLiteral("ownProgram"));
    m_program->setAccessibleName(tr("Your program"));
    m_program->setPlaceholderText(QStringLiteral("python app.py"));
    //: The command that starts the user's program
    auto *label = new QLabel(tr("Your &program:"));
    label->setBuddy(m_program);
    m_next = new widgets::FixSteps;
    m_next->setObjectName(QStringLiteral("keepSteps"));
    m_next->setAccessibleName(tr("What to do now"));

    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_program, 1);
    auto *column = new QVBoxLayout(m_uses);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_next, 1);
    constexpr int allThereIs = 100; // what is below takes the room while this is hidden
    body()->addWidget(m_uses, allThereIs);
}

void KeepSafePage::connectSession()
{
    KeychainSession &keychain = m_session.keychain();
    connect(m_name, &QLineEdit::textChanged, &keychain, &KeychainSession::setKeptName);
    connect(m_program, &QLineEdit::textChanged, this, &KeepSafePage::fillUses);
    connect(&m_session, &DoctorSession::keyChanged, this, &KeepSafePage::refresh);
    connect(&m_session, &DoctorSession::testFinished, this, &KeepSafePage::showDoubts);
    connect(&m_session, &DoctorSession::resultDropped, this, &KeepSafePage::showDoubts);
    connect(&m_session, &DoctorSession::clientChanged, this, &KeepSafePage::fillUses);
    connect(&keychain, &KeychainSession::replaceQuestioned, this, [this](const QString &name) {
        m_result->showMessage(BannerKind::Problem, WindowWords::replaceQuestion(name));
    });
    connect(&keychain, &KeychainSession::questionForgotten, m_result, &widgets::Banner::clear);
    connect(&keychain, &KeychainSession::saving, this,
        [this] { m_result->showMessage(BannerKind::Information, SourceWords::keychainAsked()); });
    connect(&keychain, &KeychainSession::saved, this, &KeepSafePage::onSaved);
    connect(&keychain, &KeychainSession::saveFailed, this, [this](keychain::KeyStoreFailure failure) {
        m_result->showMessage(BannerKind::Problem, words::FailureWords::sentence(failure));
    });
}

void KeepSafePage::refresh()
{
    m_result->clear();
    const sources::Place &source = m_session.source();
    const bool isKept = source.kind == sources::PlaceKind::Keychain && source.holder.isEmpty()
        && m_session.secretBeforeCleaning() == nullptr;
    showUses(isKept ? source.name : QString());
    showDoubts();
}

void KeepSafePage::showDoubts()
{
    const inspect::Inspection &inspection = m_session.inspection();
    if (inspection.cleaned.changed) {
        m_doubts->showMessage(BannerKind::Problem,
            words::FindingWords::summary(inspection) + QLatin1Char(' ') + WindowWords::keyStillDirty());
    } else if (!m_session.keyWorks()) {
        m_doubts->showMessage(BannerKind::Information, WindowWords::keyNotProven());
    } else {
        m_doubts->clear();
    }
}

void KeepSafePage::showUses(const QString &name)
{
    m_usedName = name;
    fillUses();
    m_uses->setVisible(!name.isEmpty());
}

void KeepSafePage::fillUses()
{
    if (m_usedName.isEmpty()) {
        return;
    }
    const diagnosis::FixContext context = m_session.fixContext();
    std::vector<widgets::FixRow> rows;
    rows.push_back({WindowWords::runProgram(), diagnosis::runCommand(m_usedName, m_program->text(), context), {}});
    const QString read = diagnosis::readVariableCommand(m_usedName, context);
    if (read.isEmpty()) {
        rows.push_back({WindowWords::runProgramAlone(), {}, {}});
    } else {
        rows.push_back({WindowWords::readIntoVariable(context.variable), read, {}});
    }
    rows.push_back({WindowWords::deleteCopies(), {}, {}});
    m_next->setSteps(rows);
}

void KeepSafePage::onSaved(const QString &name)
{
    m_result->showMessage(BannerKind::Good, WindowWords::keySaved(name));
    showUses(name);
}

} // namespace pages
