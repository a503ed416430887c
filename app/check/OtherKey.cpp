// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/OtherKey.h"

#include "key/HeaderKey.h"

#include <algorithm>

namespace check {

using diagnosis::ProbeResult;
using probe::Meaning;
using sources::PlaceKind;
using sources::PlaceProblem;

namespace {

const ProbeResult *rerankAsGiven(const diagnosis::Evidence &evidence)
{
    return evidence.find(probe::ProbeId::Rerank, probe::Variant::AsGiven);
}

bool isOfThisComputer(PlaceKind kind)
{
    return kind != PlaceKind::Paste && kind != PlaceKind::StandardInput && kind != PlaceKind::Clipboard
        && kind != PlaceKind::Practice;
}

/// A key of Cohere's, as far as its characters tell, that may stand in a header.
bool isSendable(const sources::FoundKey &key)
{
    const auto &findings = key.place.findings;
    const bool doubtful = std::any_of(findings.begin(), findings.end(),
        [](inspect::FindingKind kind) { return kind != inspect::FindingKind::UnusualShape; });
    return !doubtful && key::HeaderKey::parse(key.secret).has_value();
}

const sources::FoundKey *find(const std::vector<sources::FoundKey> &keys, const QString &fingerprint)
{
    const auto found = std::find_if(keys.begin(), keys.end(),
        [&](const sources::FoundKey &key) { return key.place.fingerprint == fingerprint && !key.secret.isEmpty(); });
    return found == keys.end() ? nullptr : &*found;
}

} // namespace

bool isPlaceInDoubt(const diagnosis::Evidence &evidence)
{
    if (!evidence.inspection.present)
        return true;
    // The user's program fails, perhaps with another key than this one.
    if (evidence.errorText && !evidence.errorText->sightings.empty())
        return true;
    if (evidence.targetFailure)
        return false;
    if (!evidence.inspection.headerSafe && !evidence.inspection.cleaned.headerSafe)
        return true;
    return std::any_of(evidence.probes.begin(), evidence.probes.end(), [](const ProbeResult &result) {
        const Meaning meaning = result.reading.meaning;
        return meaning == Meaning::KeyUnknown || meaning == Meaning::KeyExpired || meaning == Meaning::KeyInvalid
            || meaning == Meaning::OtherUnauthorized;
    });
}

const sources::FoundKey *otherKeyWorthATry(
    const diagnosis::Evidence &evidence, const std::vector<sources::FoundKey> &keys, bool baseIsHere)
{
    const ProbeResult *tested = rerankAsGiven(evidence);
    const bool refused = tested != nullptr
        && (tested->reading.meaning == Meaning::KeyUnknown || tested->reading.meaning == Meaning::KeyExpired);
    const bool budgetIsUsedUp = evidence.find(probe::ProbeId::Rerank, probe::Variant::Cleaned) != nullptr;
    if (!refused || budgetIsUsedUp || !isOfThisComputer(evidence.source.kind) || !(evidence.baseIsCohere || baseIsHere))
        return nullptr;
    for (const sources::PlaceFinding &finding : evidence.placeFindings) {
        const bool twoKeys = finding.problem == PlaceProblem::OlderValue
            || finding.problem == PlaceProblem::OtherPlaceDiffers || finding.problem == PlaceProblem::NearlySame;
        if (!twoKeys || !finding.other)
            continue;
        const bool placeIsTested = finding.place.fingerprint == evidence.source.fingerprint;
        const bool otherIsTested = finding.other->fingerprint == evidence.source.fingerprint;
        if (placeIsTested == otherIsTested)
            continue; // of two keys that are both others, nothing is said about the tested one
        const sources::FoundKey *other =
            find(keys, placeIsTested ? finding.other->fingerprint : finding.place.fingerprint);
        if (other != nullptr && isSendable(*other))
            return other;
    }
    return nullptr;
}

} // namespace check
