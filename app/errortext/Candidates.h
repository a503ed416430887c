// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext/Findings.h"
#include "errortext/KeyMask.h"

namespace errortext {

/// How much words tell.
enum class Tier : std::uint8_t {
    Words, ///< a message
    Status, ///< a status, or the name of an error, alone
    Vague, ///< that something failed
};

/// Something in the text that may be the error.
struct Candidate {
    Sign sign = Sign::OtherService;
    Tier tier = Tier::Words;
    Owner owner = Owner::Unknown;
    const char *service = "";
    int status = 0; ///< 0: not known from the words
    std::uint32_t begin = 0; ///< letters of the squeezed text
    std::uint32_t end = 0;
};

struct Candidates {
    std::vector<Candidate> all;
    std::vector<NamedCharacter> characters;
    int headersWithKey = 0; ///< messages that show a header with a key
};

/// `mask` learns which places of the text hold a header's value.
[[nodiscard]] Candidates readCandidates(const Findings &found, KeyMask &mask);

/// Of two signs in the same event, the smaller one tells more.
[[nodiscard]] int orderOf(Sign sign);

} // namespace errortext
