// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Evidence.h"

#include <array>

namespace diagnosis {

/// The trials of Variant::NoKey and after it: the plain rerank call once more, with one thing changed.

/// The plain call: rerank with the key as it is, or cleaned where only that could be sent. nullptr where none was made.
[[nodiscard]] const ProbeResult *plainCall(const Evidence &evidence);

/// The trial of this kind, where it was made; nullptr otherwise.
[[nodiscard]] const ProbeResult *trial(const Evidence &evidence, probe::Variant variant);

/// The same status, from the same one, with the same words. Numbers and ids in the words do not count.
[[nodiscard]] bool isSameAnswer(const ProbeResult &a, const ProbeResult &b);

/// True where a rerank service, Cohere's or what speaks as it does, has looked at the key and took it or not.
[[nodiscard]] bool isJudgedByService(const ProbeResult &result);

/// True where the answer can be held against another one: not where it says "not now", whatever was asked.
[[nodiscard]] bool isComparable(const ProbeResult &result);

/// The trial of a path that leads to the endpoint, where the base URL as it is does not; nullptr where there is none.
/// Whoever asks for another key there is on the way to it, too.
[[nodiscard]] const ProbeResult *pathThatLeads(const Evidence &evidence);

/// The first of these trials after which that is so; nullptr where there is none.
template <std::size_t count>
[[nodiscard]] const ProbeResult *firstJudged(
    const Evidence &evidence, const std::array<probe::Variant, count> &variants)
{
    for (const probe::Variant variant : variants) {
        const ProbeResult *result = trial(evidence, variant);
        if (result != nullptr && isJudgedByService(*result))
            return result;
    }
    return nullptr;
}

} // namespace diagnosis
