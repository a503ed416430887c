// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext/HeaderDecoders.h"
#include "errortext/NeedleSearch.h"
#include "errortext/SignTable.h"
#include "errortext/Squeezed.h"
#include "errortext/TextCleaner.h"

namespace errortext {

/// A text made ready, and all words of the tables that were found in it.
struct Findings {
    template <typename Row> struct Found {
        const Row *row = nullptr; ///< never nullptr; lives as long as the program
        std::uint32_t begin = 0; ///< letters of `squeezed`
        std::uint32_t end = 0;
    };
    struct Number {
        int status = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    CleanText clean;
    Squeezed squeezed;
    std::vector<Found<SignRow>> signs; ///< all in the order of the text
    std::vector<Found<MarkRow>> marks;
    std::vector<Found<ClientRow>> clients;
    std::vector<Found<HeaderRow>> headers;
    std::vector<Number> statuses; ///< numbers that stand where a status stands
    std::vector<std::uint32_t> pages; ///< where HTML begins
};

[[nodiscard]] Findings findAll(QByteArrayView bytes);

} // namespace errortext
