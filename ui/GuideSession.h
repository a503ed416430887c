// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guide/Guide.h"

#include <QObject>

/// The questions that are being asked, and what was answered so far.
class GuideSession : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Begins anew, with the causes that are still open; empty for all.
    void start(std::vector<diagnosis::Cause> from);
    /// Forgets the answers.
    void clear();
    /// The question that is asked now; nothing where it is over or was not begun.
    [[nodiscard]] std::optional<guide::Question> question() const { return m_question; }
    /// Its number, from 1.
    [[nodiscard]] int number() const { return static_cast<int>(m_answers.size()) + 1; }
    [[nodiscard]] const std::vector<guide::Answered> &answers() const { return m_answers; }
    /// What it can still be, most likely first.
    [[nodiscard]] std::vector<diagnosis::Cause> remaining() const { return guide::remaining(m_answers, m_from); }
    /// Takes the answer with this place among those of the question, or guide::Answered::unknown.
    void answer(int answer);
    [[nodiscard]] bool canGoBack() const { return !m_answers.empty(); }
    /// To the question before, whose answer is taken back.
    void goBack();

Q_SIGNALS:
    /// Another question is asked.
    void questionChanged();
    /// There is nothing more to ask.
    void finished();

private:
    std::vector<diagnosis::Cause> m_from;
    std::vector<guide::Answered> m_answers;
    std::optional<guide::Question> m_question;
};
