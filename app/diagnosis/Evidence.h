// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext/ErrorReading.h"
#include "guide/Answered.h"
#include "inspect/Inspection.h"
#include "probe/Endpoint.h"
#include "probe/Exchange.h"
#include "probe/reply/ReplyReader.h"
#include "sources/PlaceFinding.h"

#include <optional>
#include <vector>

namespace diagnosis {

/// One thing tried, and how it went: the reply without its body, and what it says.
struct ProbeResult {
    enum class Outcome { Passed, Failed, Skipped };

    probe::ProbeId id = probe::ProbeId::NameLookup;
    probe::Variant variant = probe::Variant::None;
    Outcome outcome = Outcome::Skipped;
    probe::ProbeReply reply; ///< its body is empty
    probe::Reading reading;
    std::optional<probe::Exchange> exchange; ///< what was sent and what came back, where a request was made
};

/// All that is known when a diagnosis is made: values alone.
struct Evidence {
    /// False where nobody has the key at hand: the error text and the answers are all there is.
    bool keyAtHand = true;
    std::optional<errortext::ErrorReading> errorText; ///< what the user's program prints
    std::vector<guide::Answered> answers; ///< what the user says
    inspect::Inspection inspection;
    sources::Place source; ///< where the key was taken from
    std::vector<sources::Place> places; ///< other places where a key is, or could be
    std::vector<sources::PlaceFinding> placeFindings; ///< what was seen by comparing them
    std::optional<sources::Place> otherTested; ///< the place whose key was tried as Variant::OtherPlace
    std::optional<probe::TargetFailure> targetFailure; ///< the base URL cannot be used: nothing was tried
    bool baseIsCohere = false; ///< one of Cohere's own hosts
    bool baseIsPractice = false;
    QUrl base; ///< the base URL; empty where it cannot be used
    probe::EndpointKind endpoint = probe::EndpointKind::Unknown; ///< whose the base URL is
    std::vector<ProbeResult> probes;
    bool cancelled = false;

    [[nodiscard]] const ProbeResult *find(probe::ProbeId id, probe::Variant variant) const;
};

} // namespace diagnosis
