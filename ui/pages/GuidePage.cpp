// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/GuidePage.h"

#include "GuideSession.h"
#include "widgets/RowList.h"
#include "words/CauseWords.h"
#include "words/GuideWords.h"

#include <QLabel>
#include <QVBoxLayout>

using words::GuideWords;

namespace pages {

namespace {

widgets::Row rowOf(const QString &text)
{
    widgets::Row row;
    row.title = text;
    row.spoken = text;
    row.isBold = false;
    return row;
}

} // namespace

GuidePage::GuidePage(GuideSession &guide, QWidget *parent)
    : widgets::Page(parent)
    , m_guide(guide)
    , m_answers(new widgets::RowList)
    , m_remaining(new widgets::RowList)
{
    addText(GuideWords::introduction());
    m_question = addText();
    m_question->setObjectName(QStringLiteral("question"));
    QFont strong = m_question->font();
    strong.setBold(true);
    m_question->setFont(strong);
    m_answers->setObjectName(QStringLiteral("answers"));
    m_answers->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    body()->addWidget(m_answers);
    m_left = addText();
    m_left->setObjectName(QStringLiteral("left"));
    m_remaining->setObjectName(QStringLiteral("remaining"));
    m_remaining->setAccessibleName(tr("What it can still be"));
    m_remaining->setSelectionMode(QAbstractItemView::NoSelection);
    body()->addWidget(m_remaining, 1);
    letListsGiveWay();

    connect(m_answers, &widgets::RowList::rowChosen, this, &GuidePage::onAnswerChosen);
    connect(&m_guide, &GuideSession::questionChanged, this, &GuidePage::showQuestion);
}

void GuidePage::focusAnswers()
{
    m_answers->setFocus(Qt::OtherFocusReason);
}

void GuidePage::showQuestion()
{
    if (!m_guide.question())
        return;
    const guide::Question question = *m_guide.question();
    std::vector<widgets::Row> answers;
    const QStringList sentences = GuideWords::answers(question);
    for (const QString &sentence : sentences)
        answers.push_back(rowOf(sentence));
    answers.push_back(rowOf(GuideWords::unknown()));
    m_question->setText(GuideWords::question(question));
    m_answers->setAccessibleName(m_question->text()); // read out when the focus comes to it
    m_answers->showRows(answers);
    m_answers->setCurrentIndex(m_answers->model()->index(0, 0));

    std::vector<widgets::Row> causes;
    const std::vector<diagnosis::Cause> remaining = m_guide.remaining();
    causes.reserve(remaining.size());
    for (const diagnosis::Cause cause : remaining)
        causes.push_back(rowOf(words::CauseWords::title(cause)));
    m_left->setText(GuideWords::left(static_cast<qsizetype>(causes.size())));
    m_remaining->showRows(causes);
    m_remaining->scrollToTop();
}

void GuidePage::onAnswerChosen(int row)
{
    const std::optional<guide::Question> question = m_guide.question();
    if (question)
        m_guide.answer(row < guide::answerCount(*question) ? row : guide::Answered::unknown);
}

} // namespace pages
