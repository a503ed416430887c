// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportSession.h"

#include "DoctorSession.h"
#include "sources/Clients.h"

ReportSession::ReportSession(const DoctorSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_session, &DoctorSession::testFinished, this, &ReportSession::onTestFinished);
    connect(&m_session, &DoctorSession::testStarted, this, &ReportSession::reportChanged);
    connect(&m_session, &DoctorSession::resultDropped, this, &ReportSession::reportChanged);
}

bool ReportSession::hasReport() const
{
    return m_session.result().has_value() && m_session.testState() != DoctorSession::TestState::Running
        && !m_circumstances.caseNumber.isEmpty();
}

report::CaseReport ReportSession::report() const
{
    return report::makeReport(
        *m_session.result(), m_session.fixContext(), sources::findClient(m_session.clientId()), m_circumstances);
}

void ReportSession::onTestFinished()
{
    m_circumstances = report::circumstancesHere();
    Q_EMIT reportChanged();
}
