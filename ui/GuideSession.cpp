// SPDX-License-Identifier: GPL-3.0-or-later
#include "GuideSession.h"

void GuideSession::start(std::vector<diagnosis::Cause> from)
{
    m_answers.clear();
    m_from = std::move(from);
    m_question = guide::nextQuestion(m_answers, m_from);
    if (!m_question) { // no question tells these causes apart
        m_from.clear();
        m_question = guide::nextQuestion(m_answers);
    }
    Q_EMIT questionChanged();
}

void GuideSession::clear()
{
    m_answers.clear();
    m_from.clear();
    m_question.reset();
}

void GuideSession::answer(int answer)
{
    if (!m_question)
        return;
    m_answers.push_back({*m_question, answer});
    m_question = guide::nextQuestion(m_answers, m_from);
    if (m_question)
        Q_EMIT questionChanged();
    else
        Q_EMIT finished();
}

void GuideSession::goBack()
{
    if (m_answers.empty())
        return;
    m_question = m_answers.back().question;
    m_answers.pop_back();
    Q_EMIT questionChanged();
}
