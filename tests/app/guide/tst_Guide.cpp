// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/Guide.h"
#include "guide/QuestionTable.h"
#include "helpers/DoctorTest.h"
#include "words/CauseWords.h"
#include "words/EvidenceWords.h"
#include "words/GuideWords.h"
#include "words/Ids.h"

#include <QRegularExpression>
#include <QSet>

#include <limits>

using diagnosis::Cause;
using diagnosis::CauseFound;
using diagnosis::Fact;
using diagnosis::Status;
using guide::Answered;
using guide::CauseSet;
using guide::Question;

using Answers = std::vector<Answered>;

class TestGuide : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void reachesEveryCauseInSevenQuestions();
    void followsEveryWayToAnEnd();
    void beginsWithTheMessage();
    void asksTheQuestionThatLeavesTheFewest();
    void leadsFromWhatIsSaidToTheCause_data();
    void leadsFromWhatIsSaidToTheCause();
    void asksNothingTwice();
    void takesDontKnow();
    void endsKindlyWhereAnswersContradict();
    void doesNotAskAboutAMessageThatIsNotThere();
    void beginsWithTheCausesOfAnErrorText();
    void hasAnAnswerForEveryCause();
    void hasASentenceForEveryAnswer();
    void neverAsksForTheKey();
    void saysWhatSpeaksForACause();
    void makesADiagnosisWithoutAKey();
};

namespace {

/// What is known of the ways to one cause.
struct Ways {
    int fewest = std::numeric_limits<int>::max();
    int most = 0;
    std::size_t mostLeft = 0; ///< where every question was answered for this cause
    qint64 ends = 0;
    qint64 first = 0; ///< ends at which it is the first
};

/// Answers every question in every way that fits to the cause.
void walkFor(Cause cause, Answers &answers, Ways &ways)
{
    const std::optional<Question> question = guide::nextQuestion(answers);
    if (!question) {
        const std::vector<Cause> left = guide::remaining(answers);
        const int asked = static_cast<int>(answers.size());
        QVERIFY2(std::find(left.begin(), left.end(), cause) != left.end(), qPrintable(words::id(cause)));
        ways.ends += 1;
        ways.first += left.front() == cause ? 1 : 0;
        if (left.front() == cause) {
            ways.fewest = std::min(ways.fewest, asked);
            ways.most = std::max(ways.most, asked);
        }
        ways.mostLeft = std::max(ways.mostLeft, left.size());
        return;
    }
    const guide::QuestionRow &row = guide::rowOf(*question);
    for (int answer = 0; answer < row.answerCount(); ++answer) {
        const bool isLeftOver = row.fitting(answer) == CauseSet::all();
        if (isLeftOver || !row.fitting(answer).has(cause))
            continue;
        answers.push_back({*question, answer});
        walkFor(cause, answers, ways);
        answers.pop_back();
    }
}

/// Every answer to every question, "I don't know" too.
void walkAll(Answers &answers, QSet<int> &firsts, qint64 &ends)
{
    const std::optional<Question> question = guide::nextQuestion(answers);
    if (!question) {
        const std::vector<Cause> left = guide::remaining(answers);
        QVERIFY(!left.empty());
        QVERIFY(static_cast<int>(answers.size()) <= guide::mostQuestions);
        firsts.insert(static_cast<int>(left.front()));
        ends += 1;
        return;
    }
    for (int answer = Answered::unknown; answer < guide::answerCount(*question); ++answer) {
        answers.push_back({*question, answer});
        walkAll(answers, firsts, ends);
        answers.pop_back();
    }
}

} // namespace

void TestGuide::reachesEveryCauseInSevenQuestions()
{
    qInfo("%-24s %9s %9s %7s %12s", "cause", "questions", "ways", "first", "left at most");
    for (const Cause cause : diagnosis::allCauses()) {
        Ways ways;
        Answers answers;
        walkFor(cause, answers, ways);
        QVERIFY2(ways.first > 0, qPrintable(words::id(cause)));
        QVERIFY2(ways.most <= 7, qPrintable(words::id(cause)));
        qInfo("%-24s %4d to %d %9lld %7lld %12zu", qPrintable(words::id(cause)), ways.fewest, ways.most, ways.ends,
            ways.first, ways.mostLeft);
        QVERIFY2(ways.mostLeft <= 4, qPrintable(words::id(cause)));
    }
}

void TestGuide::followsEveryWayToAnEnd()
{
    Answers answers;
    QSet<int> firsts;
    qint64 ends = 0;
    walkAll(answers, firsts, ends);
    qInfo("%lld ways", ends);
    QCOMPARE(firsts.size(), qsizetype{diagnosis::causeCount});
}

void TestGuide::beginsWithTheMessage()
{
    QCOMPARE(guide::nextQuestion({}), Question::WhatDoesItSay);
    QCOMPARE(guide::remaining({}).size(), std::size_t{diagnosis::causeCount});
    QCOMPARE(guide::remaining({}).front(), Cause::WrongEndpoint); // what people hit most often
}

void TestGuide::asksTheQuestionThatLeavesTheFewest()
{
    // Each of these alone tells all apart that are left.
    QCOMPARE(guide::nextQuestion({{Question::WhatDoesItSay, 3}}), Question::NetworkWords);
    QCOMPARE(guide::nextQuestion({}, {Cause::TlsUntrusted, Cause::ClockWrong}), Question::ClockRight);
    QCOMPARE(guide::nextQuestion({}, {Cause::EnvFileSyntax, Cause::EnvFileNotLoaded}), Question::EnvLoaded);
    QCOMPARE(guide::nextQuestion({}, {Cause::Billing}), std::nullopt);
}

void TestGuide::leadsFromWhatIsSaidToTheCause_data()
{
    QTest::addColumn<Answers>("answers");
    QTest::addColumn<Cause>("cause");
    const auto row = [](const char *name, Answers answers, Cause cause) {
        QTest::newRow(name) << std::move(answers) << cause;
    };
    using Q = Question;
    row("the calls of a month", {{Q::WhatDoesItSay, 2}, {Q::AccountWords, 2}}, Cause::QuotaUsedUp);
    row("a blocked text", {{Q::WhatDoesItSay, 4}, {Q::RequestWords, 1}}, Cause::ContentBlocked);
    row("a proxy's login", {{Q::WhatDoesItSay, 3}, {Q::NetworkWords, 0}}, Cause::ProxyLogin);
    row("a clock", {{Q::WhatDoesItSay, 3}, {Q::NetworkWords, 1}, {Q::ClockRight, 1}}, Cause::ClockWrong);
    row("an old model", {{Q::WhatDoesItSay, 4}, {Q::RequestWords, 0}}, Cause::ModelUnavailable);
    row("a page that forbids", {{Q::WhatDoesItSay, 5}, {Q::PageWords, 1}}, Cause::BlockedAddress);
    row("a page to sign in", {{Q::WhatDoesItSay, 5}, {Q::PageWords, 0}}, Cause::CaptivePortal);
    row("a file that nothing loads",
        {{Q::WhatDoesItSay, 0}, {Q::WhereKept, 1}, {Q::EnvLoaded, 1}, {Q::RightName, 0}, {Q::SecondKey, 1}},
        Cause::EnvFileNotLoaded);
    row("another service", {{Q::WhatDoesItSay, 1}, {Q::WhoseName, 1}}, Cause::OtherServiceError);
}

void TestGuide::leadsFromWhatIsSaidToTheCause()
{
    QFETCH(const Answers, answers);
    QFETCH(const Cause, cause);
    QCOMPARE(words::id(guide::remaining(answers).front()), words::id(cause));
}

void TestGuide::asksNothingTwice()
{
    Answers answers;
    QSet<int> asked;
    while (const std::optional<Question> question = guide::nextQuestion(answers)) {
        QVERIFY(!asked.contains(static_cast<int>(*question)));
        asked.insert(static_cast<int>(*question));
        answers.push_back({*question, Answered::unknown});
    }
    QCOMPARE(asked.size(), qsizetype{guide::mostQuestions});
}

void TestGuide::takesDontKnow()
{
    const Answers said{{Question::WhatDoesItSay, 0}};
    Answers unsure = said;
    unsure.push_back({Question::WhereKept, Answered::unknown});
    QCOMPARE(guide::remaining(unsure), guide::remaining(said));
    // An answer that the question does not have is none either.
    unsure.back().answer = 99;
    QCOMPARE(guide::remaining(unsure), guide::remaining(said));
    QVERIFY(words::GuideWords::said(unsure.back()).isEmpty());
}

void TestGuide::endsKindlyWhereAnswersContradict()
{
    const Answers clear{{Question::WhatDoesItSay, 2}, {Question::AccountWords, 0}};
    Answers contradicting = clear;
    contradicting.push_back({Question::WorkedBefore, 4}); // a key that has expired does not work now and then
    QCOMPARE(guide::remaining(contradicting), std::vector<Cause>{Cause::KeyExpired});
    QVERIFY(guide::speakingFor(Cause::KeyExpired, contradicting) == clear);
}

void TestGuide::doesNotAskAboutAMessageThatIsNotThere()
{
    for (const int answer : {guide::noMessage, Answered::unknown}) {
        Answers answers{{Question::WhatDoesItSay, answer}};
        while (const std::optional<Question> question = guide::nextQuestion(answers)) {
            QVERIFY(guide::rowOf(*question).sense == guide::Sense::Always);
            answers.push_back({*question, 0});
        }
    }
}

void TestGuide::beginsWithTheCausesOfAnErrorText()
{
    const std::vector<CauseFound> known{{Cause::RateLimited, Status::Likely, {}},
        {Cause::QuotaUsedUp, Status::Possible, {}}, {Cause::Billing, Status::RuledOut, {}}};
    const std::vector<Cause> from = guide::openCauses(known);
    QCOMPARE(from, (std::vector<Cause>{Cause::RateLimited, Cause::QuotaUsedUp}));
    QCOMPARE(guide::nextQuestion({}, from), Question::AccountWords);
    QCOMPARE(guide::remaining({{Question::AccountWords, 2}}, from), std::vector<Cause>{Cause::QuotaUsedUp});
    // Of one cause there is nothing to ask: all are asked for.
    QVERIFY(guide::openCauses({known.front()}).empty());
}

void TestGuide::hasAnAnswerForEveryCause()
{
    for (const guide::QuestionRow &row : guide::questionTable()) {
        QCOMPARE(guide::rowOf(row.question).question, row.question);
        QVERIFY(row.answerCount() >= 2);
        for (const Cause cause : diagnosis::allCauses()) {
            double sum = 0;
            for (int answer = 0; answer < row.answerCount(); ++answer)
                sum += row.likelihood(answer, cause);
            QVERIFY(qFuzzyCompare(sum, 1.0));
        }
    }
}

void TestGuide::hasASentenceForEveryAnswer()
{
    QSet<QString> questions;
    for (int number = 0; number < guide::questionCount; ++number) {
        const auto question = static_cast<Question>(number);
        const QString sentence = words::GuideWords::question(question);
        QVERIFY2(sentence.endsWith(QLatin1Char('?')), qPrintable(QString::number(number)));
        questions.insert(sentence);
        const QStringList answers = words::GuideWords::answers(question);
        QCOMPARE(static_cast<int>(answers.size()), guide::answerCount(question));
        QCOMPARE(QSet<QString>(answers.begin(), answers.end()).size(), answers.size());
        for (const QString &answer : answers)
            QVERIFY2(answer.endsWith(QLatin1Char('.')), qPrintable(answer));
    }
    QCOMPARE(questions.size(), qsizetype{guide::questionCount});
}

void TestGuide::neverAsksForTheKey()
{
    static const QRegularExpression asking(
        QStringLiteral("what is (the|your) key|tell .*key|read (the|your) key|spell|which characters|paste|last four|"
                       "first (letters|characters)"),
        QRegularExpression::CaseInsensitiveOption);
    for (int number = 0; number < guide::questionCount; ++number) {
        const auto question = static_cast<Question>(number);
        const QString all = words::GuideWords::question(question) + words::GuideWords::answers(question).join(u' ');
        QVERIFY2(!asking.match(all).hasMatch(), qPrintable(all));
    }
}

void TestGuide::saysWhatSpeaksForACause()
{
    const Answers answers{{Question::WhatDoesItSay, 1}, {Question::WhatIsSeen, 1}, {Question::WebPagesOpen, 0},
        {Question::SecondKey, Answered::unknown}};
    // Web pages that open say nothing about a wrapped key, and what is not known says nothing at all.
    QVERIFY(guide::speakingFor(Cause::WrappedKey, answers) == (Answers{answers[0], answers[1]}));
    QVERIFY(guide::speakingFor(Cause::WrappedKey, {{Question::WhatDoesItSay, guide::noMessage}}).empty());
}

void TestGuide::makesADiagnosisWithoutAKey()
{
    diagnosis::Evidence evidence;
    evidence.keyAtHand = false;
    QVERIFY(diagnosis::diagnose(evidence).causes.empty());
    evidence.answers = {{Question::WhatDoesItSay, 3}, {Question::NetworkWords, 1}};
    diagnosis::Diagnosis diagnosis = diagnosis::diagnose(evidence);
    QCOMPARE(diagnosis.verdict, diagnosis::Verdict::FixRoute);
    QCOMPARE(diagnosis.causes.size(), std::size_t(2));
    QCOMPARE(diagnosis.causes[0].status, Status::Likely);
    QCOMPARE(diagnosis.causes[1].status, Status::Possible);
    for (const CauseFound &found : diagnosis.causes) {
        QCOMPARE(found.evidence.size(), std::size_t(2));
        for (const diagnosis::EvidenceItem &item : found.evidence) {
            QCOMPARE(item.fact, Fact::UserSaid);
            QVERIFY(words::EvidenceWords::sentence(item, 0).contains(QLatin1String("you chose")));
        }
    }
    evidence.answers.push_back({Question::ClockRight, 1});
    diagnosis = diagnosis::diagnose(evidence);
    QCOMPARE(diagnosis.causes.size(), std::size_t(1));
    QCOMPARE(diagnosis.causes.front().cause, Cause::ClockWrong);
    QCOMPARE(diagnosis.causes.front().status, Status::Likely);
}

QTEST_GUILESS_MAIN(TestGuide)
#include "tst_Guide.moc"
