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

Status statusOf(const PlaceFinding &finding, const KeyOutcome &outcome)
{
    // A key that works may still not be the one that the user's program reads: worth a word, no more.
    if (outcome.acceptedAsGiven || outcome.acceptedCleaned)
        return Status::Possible;
    // That two keys differ does not say which of them is the right one.
    if (finding.problem == PlaceProblem::OtherPlaceDiffers)
        return Status::Likely;
    return finding.certain ? Status::Confirmed : Status::Likely;
}

} // namespace

void readPlaces(const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes)
{
    for (const PlaceFinding &finding : evidence.placeFindings) {
        if (finding.problem == PlaceProblem::TrackedByGit)
            continue; // a danger, but no call fails by it
        const Row row = rowOf(finding.problem);
        causes.add(row.cause, statusOf(finding, outcome),
            {{.fact = row.fact, .place = finding.place, .other = finding.other, .difference = finding.difference}});
    }
}

} // namespace diagnosis
