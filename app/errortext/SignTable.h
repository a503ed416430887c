// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext/ErrorReading.h"

#include <span>

namespace errortext {

/// Words that tell something, and what. They are looked for in a squeezed text (Squeezed).
struct SignRow {
    enum class Kind : std::uint8_t {
        Own, ///< Cohere's own words, or those of its clients
        Others, ///< the own words of another service, `service`
        Gateway, ///< the own words of a product in front of a server, `service`; empty: of one, no telling which
        Anyones, ///< anybody's words: who said them is told by what stands around
        CoheresOnly, ///< the same, and they tell nothing unless it was Cohere
        BesideCohere, ///< a plain word, which tells nothing unless Cohere's name stands with it
        NeedsVariable, ///< "is not set": tells something where the name of a variable stands close by
    };

    const char *words;
    Sign sign;
    Kind kind;
    const char *service = "";
    int status = 0; ///< the one that always comes with it
    bool wholeWord = false; ///< no letter or digit may stand before or behind it
};

/// The table. Of rows with the same words, the first counts.
[[nodiscard]] std::span<const SignRow> signRows();

/// A name that shows of which service or variable a text speaks.
struct MarkRow {
    enum class Kind : std::uint8_t { Service, Variable };

    const char *words;
    const char *service; ///< empty: Cohere
    Kind kind = Kind::Service;
};

[[nodiscard]] std::span<const MarkRow> markRows();

/// A name that shows which client printed a text.
struct ClientRow {
    const char *words;
    const char *clientId; ///< of sources::clients()
    int weight; ///< of several clients, a library built on another one counts more than that one
};

[[nodiscard]] std::span<const ClientRow> clientRows();

} // namespace errortext
