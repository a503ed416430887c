// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace guide {

/// What is asked of somebody who has no key at hand. words/GuideWords has one sentence for each, and for each answer;
/// guide/QuestionTable knows which causes fit to each answer, in the same order. No question asks for the key or a part
/// of it.
enum class Question : std::uint8_t {
    // What the message says
    WhatDoesItSay, ///< which words stand in the message
    AccountWords, ///< what it says about the account
    NetworkWords, ///< what it says about the connection
    RequestWords, ///< what it says about the request
    PageWords, ///< what the page says, or the server about itself
    CharacterKind, ///< which character it complains about
    WhoseName, ///< who wrote it
    ForbiddenForm, ///< a page or a line
    // What happened
    WorksElsewhere,
    WorkedBefore,
    ChangedSinceStart, ///< of the program, with the key
    FailsWithWhat, ///< every text, or some
    // Where the key is, and how it came there
    WhereKept,
    RightName, ///< of the variable
    SecondKey,
    HowCopied,
    WhatIsSeen, ///< by somebody who may look at the key and reads nothing out
    EnvLoaded, ///< whether the program loads the .env file
    TrialKey,
    // What stands between, and what is asked for
    WhatIsBetween,
    HeaderForm,
    WebPagesOpen,
    ClockRight,
    WhichModel,
};

inline constexpr int questionCount = static_cast<int>(Question::WhichModel) + 1;

/// An answer to a question.
struct Answered {
    static constexpr int unknown = -1; ///< "I don't know"

    Question question = Question::WhatDoesItSay;
    int answer = unknown; ///< its place among the question's answers

    friend bool operator==(const Answered &, const Answered &) = default;
};

} // namespace guide
