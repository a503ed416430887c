// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace guide {

/// What is asked of somebody who has no key at hand. words/GuideWords has one sentence for each, and for each answer.
enum class Question : std::uint8_t {
    WhatDoesItSay, ///< which words stand in the message
};

/// An answer to a question.
struct Answered {
    static constexpr int unknown = -1; ///< "I don't know"

    Question question = Question::WhatDoesItSay;
    int answer = unknown; ///< its place among the question's answers

    friend bool operator==(const Answered &, const Answered &) = default;
};

} // namespace guide
