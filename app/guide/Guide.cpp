// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/Guide.h"

#include "guide/QuestionTable.h"

#include <algorithm>

namespace guide {

using diagnosis::Cause;

namespace {

using PerCause = std::array<double, diagnosis::causeCount>;

/// How often people hit a cause, by the number of public threads, shared out among the causes that they stand for.
/// A cause that was seen in none counts as one.
double weight(Cause cause)
{
    switch (cause) {
    case Cause::WrongEndpoint:
        return 8;
    case Cause::BlockedAddress:
        return 7;
    case Cause::KeyMissing:
    case Cause::EnvFileNotLoaded:
    case Cause::ConflictingKeys:
    case Cause::OtherServiceKey:
    case Cause::OtherServiceError:
    case Cause::RateLimited:
    case Cause::KeyRejected:
    case Cause::ModelUnavailable:
        return 3;
    case Cause::WrongVariable:
    case Cause::StaleEnvironment:
    case Cause::ContainerEnvironment:
    case Cause::HiddenCharacters:
    case Cause::QuotaUsedUp:
        return 2;
    default:
        return 1;
    }
}

/// QuestionRow::likelihood() for every question, answer and cause: reckoned once, since each step asks for most of
/// them.
class Likelihoods {
public:
    Likelihoods()
    {
        for (const QuestionRow &row : questionTable()) {
            for (int answer = 0; answer < row.answerCount(); ++answer) {
                for (const Cause cause : diagnosis::allCauses())
                    m_values.at(index(row.question, answer)).at(static_cast<std::size_t>(cause)) =
                        row.likelihood(answer, cause);
            }
        }
    }

    [[nodiscard]] const PerCause &of(Question question, int answer) const
    {
        return m_values.at(index(question, answer));
    }

private:
    [[nodiscard]] static std::size_t index(Question question, int answer)
    {
        return static_cast<std::size_t>(question) * QuestionRow::mostAnswers + static_cast<std::size_t>(answer);
    }

    std::array<PerCause, static_cast<std::size_t>(questionCount) * QuestionRow::mostAnswers> m_values{};
};

const PerCause &likelihoods(Question question, int answer)
{
    static const Likelihoods all;
    return all.of(question, answer);
}

/// What is known after the answers.
struct State {
    CauseSet left = CauseSet::all();
    PerCause likelihood{};
    std::array<bool, questionCount> asked{};
    bool hasMessage = true;
};

double &of(PerCause &values, Cause cause)
{
    return values.at(static_cast<std::size_t>(cause));
}

State stateAfter(const std::vector<Answered> &answers, const std::vector<Cause> &from)
{
    State state;
    CauseSet start;
    for (const Cause cause : from)
        start = start | CauseSet{cause};
    if (!from.empty())
        state.left = start;
    for (const Cause cause : diagnosis::allCauses())
        of(state.likelihood, cause) = weight(cause);
    // What an error text leaves open comes with the likeliest one first.
    double factor = 1;
    for (const Cause cause : from)
        of(state.likelihood, cause) = weight(cause) * (factor /= 2);
    for (const Answered &answered : answers) {
        state.asked.at(static_cast<std::size_t>(answered.question)) = true;
        const bool isKnown = answered.answer >= 0 && answered.answer < answerCount(answered.question);
        if (answered.question == Question::WhatDoesItSay)
            state.hasMessage = isKnown && answered.answer != noMessage;
        if (!isKnown)
            continue;
        const QuestionRow &row = rowOf(answered.question);
        const CauseSet left = state.left & row.fitting(answered.answer);
        if (left.isEmpty())
            continue; // it contradicts the others
        state.left = left;
        // A cause that fits to this answer alone made it likelier than one that fits to any.
        const PerCause &given = likelihoods(answered.question, answered.answer);
        for (std::size_t i = 0; i < given.size(); ++i)
            state.likelihood[i] *= given[i];
    }
    return state;
}

bool makesSense(const QuestionRow &row, const State &state)
{
    switch (row.sense) {
    case Sense::Always:
        return true;
    case Sense::WithMessage:
        return state.hasMessage;
    case Sense::WithinTopic:
        return state.hasMessage && state.left.without(row.topic()).isEmpty();
    }
    return false;
}

/// How many causes can be expected to be left after the question.
double expectedLeft(const QuestionRow &row, const State &state)
{
    double expected = 0;
    double total = 0;
    const int count = row.answerCount();
    for (int answer = 0; answer < count; ++answer) {
        const CauseSet left = state.left & row.fitting(answer);
        const PerCause &given = likelihoods(row.question, answer);
        double probability = 0;
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (left.has(static_cast<Cause>(i)))
                probability += state.likelihood[i] * given[i];
        }
        expected += probability * left.size();
        total += probability;
    }
    return expected / total;
}

} // namespace

std::vector<Cause> remaining(const std::vector<Answered> &answers, const std::vector<Cause> &from)
{
    State state = stateAfter(answers, from);
    std::vector<Cause> causes;
    for (const Cause cause : diagnosis::allCauses()) {
        if (state.left.has(cause))
            causes.push_back(cause);
    }
    std::stable_sort(causes.begin(), causes.end(),
        [&state](Cause a, Cause b) { return of(state.likelihood, a) > of(state.likelihood, b); });
    return causes;
}

std::optional<Question> nextQuestion(const std::vector<Answered> &answers, const std::vector<Cause> &from)
{
    const State state = stateAfter(answers, from);
    if (static_cast<int>(answers.size()) >= mostQuestions || state.left.size() <= 1)
        return std::nullopt;
    std::optional<Question> best;
    constexpr double leastGain = 0.01;
    double fewest = state.left.size() - leastGain;
    for (const QuestionRow &row : questionTable()) {
        if (state.asked.at(static_cast<std::size_t>(row.question)) || !makesSense(row, state))
            continue;
        const double left = expectedLeft(row, state);
        if (left < fewest) {
            fewest = left;
            best = row.question;
        }
    }
    return best;
}

std::vector<Cause> openCauses(const std::vector<diagnosis::CauseFound> &known)
{
    std::vector<Cause> open;
    for (const diagnosis::CauseFound &found : known) {
        if (found.status != diagnosis::Status::RuledOut)
            open.push_back(found.cause);
    }
    return open.size() > 1 ? open : std::vector<Cause>{};
}

int answerCount(Question question)
{
    return rowOf(question).answerCount();
}

std::vector<Answered> speakingFor(Cause cause, const std::vector<Answered> &answers)
{
    std::vector<Answered> speaking;
    std::copy_if(answers.begin(), answers.end(), std::back_inserter(speaking), [cause](const Answered &answered) {
        const bool isKnown = answered.answer >= 0 && answered.answer < answerCount(answered.question);
        return isKnown && rowOf(answered.question).speaksFor(answered.answer, cause);
    });
    return speaking;
}

} // namespace guide
