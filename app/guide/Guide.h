// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"

#include <optional>
#include <vector>

/// Questions that lead to a cause where nobody has the key at hand, such as on the phone.
namespace guide {

/// No more are asked on any way.
inline constexpr int mostQuestions = 7;

/// The causes that fit to all answers, most likely first; never empty. An answer that would leave none is passed over.
/// `from`: the causes to begin with, such as those that an error text leaves open; empty for all.
[[nodiscard]] std::vector<diagnosis::Cause> remaining(
    const std::vector<Answered> &answers, const std::vector<diagnosis::Cause> &from = {});

/// The question after whose answer the fewest causes can be expected to remain; nothing where one cause is left, no
/// question tells those that are left apart, or enough was asked.
[[nodiscard]] std::optional<Question> nextQuestion(
    const std::vector<Answered> &answers, const std::vector<diagnosis::Cause> &from = {});

/// The causes to begin with where some are known already; empty, which stands for all, where at most one is: who
/// answers questions still doubts that one.
[[nodiscard]] std::vector<diagnosis::Cause> openCauses(const std::vector<diagnosis::CauseFound> &known);

/// How many answers a question has, beside "I don't know".
[[nodiscard]] int answerCount(Question question);

/// The answers that speak for a cause: another answer to the same question would speak against it.
[[nodiscard]] std::vector<Answered> speakingFor(diagnosis::Cause cause, const std::vector<Answered> &answers);

} // namespace guide
