// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/KeepSafePage.h"

#include "DoctorSession.h"
#include "pages/CleanedKey.h"
#include "widgets/Banner.h"
#include "widgets/FixSteps.h"
#include "words/FailureWords.h"
#include "words/FindingWords.h"
#include "words/WindowWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using widgets::BannerKind;
using words::WindowWords;

namespace pages {

namespace {

#ifndef Q_OS_WIN
/// One word for a shell, whatever it holds.
QString quoted(QString text)
{
    text.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}
#endif

/// The command that prints a saved key; empty where the system has none.
QString readBackCommand(const QString &name)
{
#if defined(Q_OS_MACOS)
    return QStringLiteral("security find-generic-password -s %1 -a %2 -w")
        .arg(QLatin1String(keychain::serviceName), quoted(name));
#elif defined(Q_OS_WIN)
    Q_UNUSED(name)
    return {}; // the Credential Manager has no command that prints a password
#else
    return QStringLiteral("secret-tool lookup server %1 user %2")
        .arg(QLatin1String(keychain::serviceName), quoted(name));
#endif
}

} // namespace

KeepSafePage::KeepSafePage(DoctorSession &session, QWidget *parent)
    : widgets::Page(parent)
    , m_session(session)
    , m_doubts(new widgets::Banner)
    , m_name(new QLineEdit(m_session.keptName()))
    , m_result(new widgets::Banner)
    , m_next(new widgets::FixSteps)
{
    addText(WindowWords::keepSafeIntroduction());
    m_doubts->label()->setObjectName(QStringLiteral("keepDoubts"));
    body()->addWidget(m_doubts);
    body()->addWidget(new CleanedKey(m_session));
    m_name->setObjectName(QStringLiteral("keptName"));
    m_name->setAccessibleName(tr("Name in the keychain"));
    auto *label = new QLabel(tr("Na&me in the keychain:"));
    label->setBuddy(m_name);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_name, 1);
    body()->addLayout(row);
    m_result->label()->setObjectName(QStringLiteral("keepResult"));
    body()->addWidget(m_result);
    m_next->setObjectName(QStringLiteral("keepSteps"));
    m_next->setAccessibleName(tr("What to do now"));
    m_next->hide();
    constexpr int allThereIs = 100; // what is below takes the room while this is hidden
    body()->addWidget(m_next, allThereIs);
    body()->addStretch(1);

    connect(m_name, &QLineEdit::textChanged, &m_session, &DoctorSession::setKeptName);
    connect(&m_session, &DoctorSession::keyChanged, this, &KeepSafePage::showDoubts);
    connect(&m_session, &DoctorSession::testFinished, this, &KeepSafePage::showDoubts);
    connect(&m_session, &DoctorSession::resultDropped, this, &KeepSafePage::showDoubts);
    connect(&m_session, &DoctorSession::keychainSaved, this, &KeepSafePage::onSaved);
    connect(&m_session, &DoctorSession::keychainSaveFailed, this, &KeepSafePage::onSaveFailed);
    showDoubts();
}

void KeepSafePage::showDoubts()
{
    m_result->clear();
    m_next->hide();
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

void KeepSafePage::onSaved(const QString &name)
{
    m_result->showMessage(BannerKind::Good, WindowWords::keySaved(name));
    std::vector<widgets::FixRow> rows;
    if (const QString command = readBackCommand(name); !command.isEmpty()) {
        rows.push_back({WindowWords::readBack(), command, {}});
    }
    rows.push_back({WindowWords::deleteCopies(), {}, {}});
    m_next->setSteps(rows);
    m_next->show();
}

void KeepSafePage::onSaveFailed(keychain::KeyStoreFailure failure)
{
    m_next->hide();
    m_result->showMessage(BannerKind::Problem, words::FailureWords::sentence(failure));
}

} // namespace pages
