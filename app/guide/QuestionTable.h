// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Cause.h"
#include "guide/Answered.h"

#include <array>
#include <cstdint>
#include <initializer_list>

namespace guide {

/// Causes as bits.
class CauseSet {
public:
    constexpr CauseSet() = default;
    constexpr CauseSet(std::initializer_list<diagnosis::Cause> causes)
    {
        for (const diagnosis::Cause cause : causes)
            m_bits |= bit(cause);
    }

    [[nodiscard]] static constexpr CauseSet all() { return CauseSet((std::uint64_t{1} << diagnosis::causeCount) - 1); }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] constexpr bool has(diagnosis::Cause cause) const { return (m_bits & bit(cause)) != 0; }
    [[nodiscard]] constexpr CauseSet operator&(CauseSet other) const { return CauseSet(m_bits & other.m_bits); }
    [[nodiscard]] constexpr CauseSet operator|(CauseSet other) const { return CauseSet(m_bits | other.m_bits); }
    [[nodiscard]] constexpr CauseSet without(CauseSet other) const { return CauseSet(m_bits & ~other.m_bits); }
    [[nodiscard]] constexpr std::uint64_t bits() const { return m_bits; }
    [[nodiscard]] int size() const;

    friend constexpr bool operator==(CauseSet, CauseSet) = default;

private:
    explicit constexpr CauseSet(std::uint64_t bits)
        : m_bits(bits)
    {
    }
    [[nodiscard]] static constexpr std::uint64_t bit(diagnosis::Cause cause)
    {
        return std::uint64_t{1} << static_cast<unsigned>(cause);
    }

    std::uint64_t m_bits = 0;
};

/// When a question makes sense.
enum class Sense : std::uint8_t {
    Always,
    WithMessage, ///< unless there is no message, or nobody knows it
    WithinTopic, ///< the same, and every cause that is left is one that the question speaks of
};

/// One question, and which causes fit to each of its answers.
struct QuestionRow {
    static constexpr int mostAnswers = 8;

    Question question = Question::WhatDoesItSay;
    Sense sense = Sense::Always;
    std::array<CauseSet, mostAnswers> answers{};

    /// The causes that the question speaks of. Every other fits to each answer.
    [[nodiscard]] CauseSet topic() const;
    [[nodiscard]] int answerCount() const;
    [[nodiscard]] CauseSet fitting(int answer) const;
    /// How likely the answer is, 0 to 1, where this is the cause. An answer for whatever is left over is given seldom.
    [[nodiscard]] double likelihood(int answer, diagnosis::Cause cause) const;
    /// The answer fits to the cause, and another one would not have.
    [[nodiscard]] bool speaksFor(int answer, diagnosis::Cause cause) const;
};

/// The answer to WhatDoesItSay by which there is no message to ask about.
inline constexpr int noMessage = 6;

[[nodiscard]] const std::array<QuestionRow, questionCount> &questionTable();
[[nodiscard]] const QuestionRow &rowOf(Question question);

} // namespace guide
