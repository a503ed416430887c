// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

#include <algorithm>

namespace diagnosis {

namespace {

/// Causes that the characters of a key show: they are in the copy that the program reads.
bool isAboutKeyText(Cause cause)
{
    switch (cause) {
    case Cause::HiddenCharacters:
    case Cause::LookalikeCharacters:
    case Cause::WrappedKey:
    case Cause::PlaceholderKey:
    case Cause::OtherServiceKey:
        return true;
    default:
        return false;
    }
}

/// Where a program gets its key from, if not the one that was tested: none at all, or another one.
std::vector<Cause> otherCopies(Cause cause)
{
    switch (cause) {
    case Cause::KeyMissing:
        return {Cause::WrongVariable, Cause::EnvFileNotLoaded, Cause::StaleEnvironment};
    case Cause::KeyRejected:
    case Cause::KeyExpired:
        return {Cause::StaleEnvironment, Cause::ConflictingKeys, Cause::ContainerEnvironment};
    default:
        return {};
    }
}

/// The key that was tested works: what the program says of its key is about another copy of it.
void addOtherCopies(const CauseFound &said, CauseCollector &causes)
{
    std::vector<EvidenceItem> evidence{{.fact = Fact::KeyWorksHereNotThere}};
    evidence.insert(evidence.end(), said.evidence.begin(), said.evidence.end());
    if (isAboutKeyText(said.cause))
        return causes.add(said.cause, std::max(said.status, Status::Likely), std::move(evidence));
    const std::vector<Cause> copies = otherCopies(said.cause);
    for (const Cause copy : copies)
        causes.add(copy, Status::Possible, evidence);
    if (copies.empty())
        causes.add(said.cause, Status::Possible, said.evidence);
}

} // namespace

void weighErrorText(const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes)
{
    CauseCollector said;
    readErrorText(evidence, said);
    const bool tested = outcome.decisive != nullptr;
    for (CauseFound &cause : said.ranked()) {
        if (cause.status == Status::RuledOut)
            continue;
        // The characters of the key at hand were looked at.
        if (!outcome.acceptedAsGiven && cause.status == Status::Possible && isAboutKeyText(cause.cause))
            continue;
        if (outcome.acceptedAsGiven)
            addOtherCopies(cause, causes);
        else // what was seen here and now goes before what was printed at another time
            causes.add(cause.cause, std::max(cause.status, tested ? Status::Possible : Status::Likely),
                std::move(cause.evidence));
    }
}

} // namespace diagnosis
