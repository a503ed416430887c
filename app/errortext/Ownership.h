// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext/Findings.h"

namespace errortext {

/// Tells whose error words are that anybody may say: of the names that stand around them, the nearest decides, and one
/// before the words more than one behind them.
class Ownership {
public:
    explicit Ownership(const Findings &found);

    struct Verdict {
        Owner owner = Owner::Unknown;
        const char *service = ""; ///< where it is another one's
    };

    /// Of anybody's words. Lines are not looked at: a traceback names its library far above its last line.
    [[nodiscard]] Verdict ofWords(std::uint32_t begin, std::uint32_t end) const;
    /// Of Cohere's own words: another service's only where its name stands with them and Cohere's does not.
    [[nodiscard]] Verdict ofOwnWords(std::uint32_t begin, std::uint32_t end) const;
    /// Of a plain word: Cohere's where its name and no other one stands with it.
    [[nodiscard]] Verdict ofPlainWord(std::uint32_t begin, std::uint32_t end) const;
    /// Of words such as "is not set": whose variable stands close by.
    [[nodiscard]] Verdict ofVariable(std::uint32_t begin, std::uint32_t end) const;
    /// Of the words of `service`, which others may have taken over from it: whose name stands with them.
    [[nodiscard]] const char *nameFor(const char *service, std::uint32_t begin, std::uint32_t end) const;

private:
    struct Mark {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        const char *service = "";
        bool variable = false;
        bool sure = false; ///< another service's own words: they count more than a name
    };

    template <typename Use> void around(std::uint32_t begin, std::uint32_t end, std::uint32_t reach, Use use) const;

    std::vector<Mark> m_marks; ///< in the order of the text
    bool m_cohereAlone = false; ///< the text names Cohere and no other service
};

} // namespace errortext
