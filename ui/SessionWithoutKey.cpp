// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DoctorSession for those who have no key at hand.
#include "DoctorSession.h"

#include "sources/Clients.h"

void DoctorSession::connectWithoutKey()
{
    connect(&m_errorText, &ErrorTextSession::textChanged, this, [this] {
        if (m_testState == TestState::WithoutKey) {
            dropResult();
        }
    });
    connect(&m_errorText, &ErrorTextSession::readingFinished, this, [this] {
        if (sources::findClient(m_errorText.reading()->clientId) != nullptr) {
            setClientId(m_errorText.reading()->clientId);
        }
    });
    connect(&m_errorText, &ErrorTextSession::explained, this, [this] {
        if (m_keyAtHand) {
            test(); // it has waited for this
            return;
        }
        m_guide.clear();
        diagnoseWithoutKey();
    });
    connect(&m_guide, &GuideSession::finished, this, &DoctorSession::diagnoseWithoutKey);
}

void DoctorSession::setKeyAtHand(bool atHand)
{
    if (atHand == m_keyAtHand) {
        return;
    }
    m_keyAtHand = atHand;
    dropResult();
    Q_EMIT keyAtHandChanged();
}

QString DoctorSession::clientOfText() const
{
    const std::optional<errortext::ErrorReading> &reading = m_errorText.reading();
    const bool isChosen = reading && !reading->clientId.isEmpty() && reading->clientId == m_clientId;
    return isChosen ? sources::findClient(m_clientId)->name : QString();
}

void DoctorSession::startGuide()
{
    m_guide.clear();
    m_guide.start(guide::openCauses(diagnosis::diagnose(evidenceWithoutKey()).causes));
}

diagnosis::Evidence DoctorSession::evidenceWithoutKey() const
{
    diagnosis::Evidence evidence;
    evidence.keyAtHand = false;
    evidence.errorText = m_errorText.reading();
    evidence.answers = m_guide.answers();
    return evidence;
}

void DoctorSession::diagnoseWithoutKey()
{
    check::CheckResult result{evidenceWithoutKey(), {}};
    result.diagnosis = diagnosis::diagnose(result.evidence);
    dropResult();
    if (result.diagnosis.causes.empty()) {
        return; // nothing was recognised in the text: the questions are left
    }
    m_result = std::move(result);
    m_testState = TestState::WithoutKey;
    m_currentCause = nextCause(0);
    Q_EMIT testFinished();
    Q_EMIT currentCauseChanged();
}
