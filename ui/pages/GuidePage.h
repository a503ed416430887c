// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Page.h"

class GuideSession;

namespace widgets {
class RowList;
} // namespace widgets

namespace pages {

/// A part of the first step, where nobody has the key at hand: one question, its answers, and what it can still be.
class GuidePage : public widgets::Page {
    Q_OBJECT
public:
    explicit GuidePage(GuideSession &guide, QWidget *parent = nullptr);

    /// Puts the focus on the answers.
    void focusAnswers();

private:
    void showQuestion();
    void onAnswerChosen(int row);

    GuideSession &m_guide;
    QLabel *m_question = nullptr;
    widgets::RowList *m_answers = nullptr;
    QLabel *m_left = nullptr;
    widgets::RowList *m_remaining = nullptr;
};

} // namespace pages
