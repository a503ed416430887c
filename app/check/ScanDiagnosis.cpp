// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/ScanDiagnosis.h"

#include "sources/Clients.h"
#include "sources/Comparison.h"
#include "sources/Standings.h"

#include <algorithm>

namespace check {

using sources::PlaceProblem;

namespace {

/// The variable that the client looks at first, which is not set.
sources::Place nothingSet(const sources::Client *client)
{
    const QStringList names = sources::namesRead(client);
    sources::Place place;
    place.kind = sources::PlaceKind::Environment;
    place.name = names.isEmpty() ? QString() : names.constFirst();
    place.readBy = sources::clientsReading(place.name);
    return place;
}

} // namespace

CheckResult diagnosePlaces(const SearchResult &found, const sources::Client *client)
{
    CheckResult result;
    diagnosis::Evidence &evidence = result.evidence;
    const key::Secret nothing;
    const sources::FoundKey *winner = sources::findWinner(found.keys, client);
    const key::Secret &secret = winner != nullptr ? winner->secret : nothing;
    evidence.source = winner != nullptr ? winner->place : nothingSet(client);
    evidence.inspection = inspect::inspect(secret);
    for (const sources::FoundKey &key : found.keys)
        evidence.places.push_back(key.place);
    evidence.placeFindings = found.findings;
    sources::addFindingsOfTested(evidence.placeFindings, found.keys, evidence.source, secret, client);
    evidence.cancelled = found.cancelled;
    result.diagnosis = diagnosis::diagnose(evidence);
    return result;
}

bool needsAttention(const CheckResult &scan)
{
    const diagnosis::Evidence &evidence = scan.evidence;
    // A key in a file that a program has to load is how it is meant to be.
    const bool conflict =
        std::any_of(evidence.placeFindings.begin(), evidence.placeFindings.end(), [](const auto &finding) {
            return finding.problem != PlaceProblem::FileNotLoaded && finding.problem != PlaceProblem::TrackedByGit;
        });
    return conflict || !evidence.inspection.present || evidence.inspection.hasFindings();
}

} // namespace check
