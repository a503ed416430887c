// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/TestPage.h"

#include "DoctorSession.h"
#include "widgets/CheckList.h"
#include "words/ProbeWords.h"
#include "words/WindowWords.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

using diagnosis::ProbeResult;
using widgets::CheckRow;
using widgets::CheckState;

namespace pages {

namespace {

CheckState stateOf(ProbeResult::Outcome outcome)
{
    switch (outcome) {
    case ProbeResult::Outcome::Passed:
        return CheckState::Passed;
    case ProbeResult::Outcome::Failed:
        return CheckState::Failed;
    case ProbeResult::Outcome::Skipped:
        return CheckState::Skipped;
    }
    return CheckState::Waiting;
}

CheckRow rowOf(const TriedProbe &tried)
{
    CheckRow row;
    row.name = words::ProbeWords::name(tried.id, tried.variant);
    if (tried.result) {
        row.state = stateOf(tried.result->outcome);
        row.stateText = words::ProbeWords::outcome(tried.result->outcome);
        row.detail = words::ProbeWords::detail(*tried.result);
    } else {
        row.state = CheckState::Running;
        row.stateText = words::WindowWords::beingTried();
    }
    return row;
}

} // namespace

TestPage::TestPage(DoctorSession &session, QWidget *parent)
    : widgets::Page(parent)
    , m_session(session)
    , m_progress(new QProgressBar)
    , m_checks(new widgets::CheckList)
{
    m_progress->setRange(0, 0); // how long a server takes is not known
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Test is running"));
    m_checks->setObjectName(QStringLiteral("checks"));
    m_checks->setAccessibleName(tr("Checks"));
    body()->addWidget(m_progress);
    body()->addWidget(m_checks);
    m_next = addText(words::WindowWords::afterItWorks());
    body()->addStretch(1);

    connect(&m_session, &DoctorSession::testStarted, this, &TestPage::refresh);
    connect(&m_session, &DoctorSession::testProgressed, this, &TestPage::refresh);
    connect(&m_session, &DoctorSession::testFinished, this, &TestPage::refresh);
    connect(&m_session, &DoctorSession::resultDropped, this, &TestPage::refresh);
    refresh();
}

void TestPage::refresh()
{
    std::vector<CheckRow> rows;
    for (const TriedProbe &tried : m_session.tried()) {
        rows.push_back(rowOf(tried));
    }
    if (m_session.isLookingElsewhere())
        rows.push_back(
            {words::WindowWords::lookElsewhere(), CheckState::Running, words::WindowWords::beingTried(), {}});
    m_checks->setRows(rows);
    m_progress->setVisible(m_session.testState() == DoctorSession::TestState::Running);
    m_next->setVisible(m_session.keyWorks());
}

} // namespace pages
