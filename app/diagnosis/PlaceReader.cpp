// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

namespace diagnosis {

namespace {

using sources::PlaceFinding;
using sources::PlaceProblem;

struct Row {
    Cause cause;
    Fact fact;
};

Row rowOf(PlaceProblem problem)
{
    switch (problem) {
    case PlaceProblem::OtherNameSet:
        return {Cause::WrongVariable, Fact::KeyUnderOtherName};
    case PlaceProblem::OtherPlaceDiffers:
        return {Cause::ConflictingKeys, Fact::OtherPlaceDiffers};
    case PlaceProblem::EmptyVariableHides:
        return {Cause::ConflictingKeys, Fact::EmptyVariableHides};
    case PlaceProblem::OlderValue:
        return {Cause::StaleEnvironment, Fact::PlaceHoldsOlderValue};
    case PlaceProblem::NearlySame:
        return {Cause::KeyRejected, Fact::KeysDifferAt};
    case PlaceProblem::FileNotLoaded:
        return {Cause::EnvFileNotLoaded, Fact::FileNotLoaded};
    case PlaceProblem::LineMisread:
        return {Cause::EnvFileSyntax, Fact::FileLineMisread};
    case PlaceProblem::ContainerOwnValue:
    case PlaceProblem::TrackedByGit:
        break;
    }
    return {Cause::ContainerEnvironment, Fact::ContainerSetsOwn};
}

bool isAbout(const PlaceFinding &finding, const std::optional<sources::Place> &tested)
{
    return tested && !tested->fingerprint.isEmpty()
        && (finding.place.fingerprint == tested->fingerprint
            || (finding.other && finding.other->fingerprint == tested->fingerprint));
}

/// What became of the other key that was tried, where this finding is about it.
enum class OtherKey { NotTried, Accepted, NotKnown };

OtherKey otherKey(const PlaceFinding &finding, const Evidence &evidence)
{
    const ProbeResult *tried = evidence.find(probe::ProbeId::Rerank, probe::Variant::OtherPlace);
    if (tried == nullptr || !isAbout(finding, evidence.otherTested))
        return OtherKey::NotTried;
    if (tried->reading.keyAccepted())
        return OtherKey::Accepted;
    return tried->reading.meaning == probe::Meaning::KeyUnknown ? OtherKey::NotKnown : OtherKey::NotTried;
}

Status statusOf(const PlaceFinding &finding, const Evidence &evidence, const KeyOutcome &outcome)
{
    // A key that works may still not be the one that the user's program reads: worth a word, no more.
    if (outcome.acceptedAsGiven || outcome.acceptedCleaned)
        return Status::Possible;
    switch (otherKey(finding, evidence)) {
    case OtherKey::Accepted:
        return Status::Confirmed;
    case OtherKey::NotKnown:
        return Status::Possible;
    case OtherKey::NotTried:
        break;
    }
    switch (finding.problem) {
    case PlaceProblem::OtherPlaceDiffers: // which of the two is the right one is not known
    case PlaceProblem::NearlySame:
        return Status::Likely;
    case PlaceProblem::OlderValue:
        // Where nothing stands, the older state is the whole matter; else the newer key may be no better.
        if (finding.place.present)
            return isAbout(finding, evidence.source) ? Status::Likely : Status::Possible;
        break;
    case PlaceProblem::ContainerOwnValue:
    case PlaceProblem::LineMisread:
        // Where nothing shows that the user's program runs in that container, or loads that file in that way.
        if (!finding.certain)
            return Status::Possible;
        break;
    default:
        break;
    }
    return finding.certain ? Status::Confirmed : Status::Likely;
}

} // namespace

void readPlaces(const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes)
{
    for (const PlaceFinding &finding : evidence.placeFindings) {
        if (finding.problem == PlaceProblem::TrackedByGit)
            continue; // a danger, but no call fails by it
        if (finding.problem == PlaceProblem::NearlySame && !outcome.rejectedAsGiven && !outcome.rejectedCleaned)
            continue; // that a copy differs is no reason to doubt a key that was not refused
        const Row row = rowOf(finding.problem);
        std::vector<EvidenceItem> items = {
            {.fact = row.fact, .place = finding.place, .other = finding.other, .difference = finding.difference}};
        const OtherKey tried = otherKey(finding, evidence);
        if (tried != OtherKey::NotTried) {
            items.push_back({.fact = tried == OtherKey::Accepted ? Fact::OtherPlaceWorks : Fact::OtherPlaceRejected,
                .place = evidence.otherTested});
        }
        causes.add(row.cause, statusOf(finding, evidence, outcome), std::move(items));
    }
}

} // namespace diagnosis
