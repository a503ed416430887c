// SPDX-License-Identifier: GPL-3.0-or-later
// The key under test against the places that were found. See Comparison.h.
#include "sources/Comparison.h"
#include "sources/Standings.h"

#include <algorithm>

namespace sources {

namespace {

using Keys = std::vector<FoundKey>;

/// A list of more helps nobody.
constexpr std::size_t maximumCopies = 3;

void addCopies(std::vector<PlaceFinding> &findings, const Keys &keys, const Place &tested, const key::Secret &secret)
{
    std::size_t copies = 0;
    QStringList seen;
    for (const FoundKey &key : keys) {
        if (key.secret.isEmpty() || key.place.fingerprint == tested.fingerprint || seen.contains(key.place.fingerprint)
            || copies == maximumCopies)
            continue;
        const KeyDifference difference = compareKeys(secret, key.secret);
        if (!difference.nearlySame())
            continue;
        seen.append(key.place.fingerprint);
        ++copies;
        findings.push_back({.problem = PlaceProblem::NearlySame,
            .place = tested,
            .other = key.place,
            .certain = true,
            .difference = difference});
    }
}

/// That these two disagree has been said already.
bool isNamed(const std::vector<PlaceFinding> &findings, const Place &a, const Place &b)
{
    return std::any_of(findings.begin(), findings.end(), [&](const PlaceFinding &finding) {
        if (!finding.other)
            return false;
        const QString &one = finding.place.fingerprint;
        const QString &two = finding.other->fingerprint;
        return (one == a.fingerprint && two == b.fingerprint) || (one == b.fingerprint && two == a.fingerprint);
    });
}

/// Nothing is to be tested here, and there it is.
void addKeysElsewhere(std::vector<PlaceFinding> &findings, const Keys &keys, const Place &tested, const Client *client)
{
    const QStringList names = namesRead(client);
    for (const FoundKey &key : keys) {
        const Place &place = key.place;
        if (!place.present || place.reference || !names.contains(place.name))
            continue;
        if (place.kind == PlaceKind::EnvFile)
            findings.push_back({.problem = PlaceProblem::FileNotLoaded, .place = place, .other = tested});
        else if (place.kind == PlaceKind::LoginShell || place.kind == PlaceKind::UserVariable)
            findings.push_back({.problem = PlaceProblem::OlderValue, .place = tested, .other = place, .certain = true});
    }
}

} // namespace

void addFindingsOfTested(std::vector<PlaceFinding> &findings, const Keys &keys, const Place &tested,
    const key::Secret &secret, const Client *client)
{
    if (!tested.present) {
        if (tested.kind == PlaceKind::Environment)
            addKeysElsewhere(findings, keys, tested, client);
        return;
    }
    const FoundKey *winner = findWinner(keys, client);
    if (winner != nullptr && winner->place.present && winner->place.fingerprint != tested.fingerprint
        && !isNamed(findings, winner->place, tested)) {
        findings.push_back({.problem = PlaceProblem::OtherPlaceDiffers,
            .place = winner->place,
            .other = tested,
            .certain = client != nullptr,
            .difference = compareKeys(winner->secret, secret)});
    }
    addCopies(findings, keys, tested, secret);
}

} // namespace sources
