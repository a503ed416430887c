// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/TestPage.h"

#include "DoctorSession.h"
#include "pages/ExchangePanel.h"
#include "widgets/CheckList.h"
#include "words/ProbeWords.h"
#include "words/WindowWords.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

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
        row.stateText = words::ProbeWords::outcome(tried.result->outcome, tried.result->reply.failure);
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
    // However long the exchange below is, two or three rows stay in sight; more room than it needs the list leaves.
    constexpr int leastLines = 7;
    m_checks->setMinimumHeight(leastLines * fontMetrics().lineSpacing());
    m_checks->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    letListsGiveWay();
    body()->addWidget(m_progress);
    body()->addWidget(m_checks);
    m_next = addText(words::WindowWords::afterItWorks());
    m_exchange = new ExchangePanel(m_session);
    body()->addWidget(m_exchange, 1);
    body()->addStretch(0); // takes the room where no exchange does

    connect(m_checks->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TestPage::showExchange);
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
    m_exchange->setVisible(!m_session.tried().empty());
    chooseATellingRow();
    showExchange();
}

void TestPage::chooseATellingRow()
{
    const bool hasFailed = m_session.testState() == DoctorSession::TestState::Finished && !m_session.keyWorks();
    if (!hasFailed || m_checks->currentIndex().isValid())
        return;
    const std::vector<TriedProbe> &tried = m_session.tried();
    const auto tells = [](const TriedProbe &one) {
        return one.id == probe::ProbeId::Rerank && one.result && one.result->exchange
            && one.result->outcome == ProbeResult::Outcome::Failed;
    };
    auto found = std::find_if(tried.begin(), tried.end(), tells);
    if (found == tried.end()) { // no call came so far: where it ended, such as at the certificate
        found = std::find_if(tried.begin(), tried.end(),
            [](const TriedProbe &one) { return one.result && one.result->outcome == ProbeResult::Outcome::Failed; });
    }
    if (found != tried.end())
        m_checks->setCurrentIndex(m_checks->model()->index(static_cast<int>(found - tried.begin()), 0));
}

void TestPage::showExchange()
{
    const QModelIndex current = m_checks->currentIndex();
    const auto row = static_cast<std::size_t>(current.row());
    const bool isTried = current.isValid() && row < m_session.tried().size();
    m_exchange->showTried(isTried ? &m_session.tried()[row] : nullptr);
    // The focus alone makes a row current: what is shown below is then also seen to be chosen.
    if (current.isValid())
        m_checks->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect);
}

} // namespace pages
