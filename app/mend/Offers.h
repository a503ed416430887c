// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"
#include "mend/Mend.h"
#include "mend/UsualFile.h"

#include <optional>
#include <vector>

namespace diagnosis {
struct Evidence;
}

namespace mend {

/// Which key an act writes. Only keys that an endpoint has accepted are.
enum class KeyToWrite : std::uint8_t {
    None, ///< the act writes none
    AsTested,
    Cleaned, ///< the tested one, cleaned
    OfOtherPlace, ///< the one of Evidence::otherTested
};

/// Something that the program can do by itself: a MendRequest without its key.
struct Offer {
    MendKind kind = MendKind::EnvLine;
    QString file{};
    QString folder{};
    QString variable{};
    QString fromVariable{}; ///< as in MendRequest
    KeyToWrite key = KeyToWrite::None;

    friend bool operator==(const Offer &, const Offer &) = default;
};

/// What can be done about a cause with the places that are known, most telling first. Without a cause: with a key that
/// works. Nothing that would be of no use where the user's program runs. Pure.
[[nodiscard]] std::vector<Offer> offers(std::optional<diagnosis::Cause> cause, const diagnosis::Evidence &evidence,
    const diagnosis::FixContext &context, const Reach &reach);

} // namespace mend
