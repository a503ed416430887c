// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Diagnosis.h"

#include "diagnosis/Readers.h"

#include <algorithm>

namespace diagnosis {

namespace {

bool mayRerank(const ProbeResult *result)
{
    return result != nullptr && result->reading.meaning == probe::Meaning::RerankResults;
}

Verdict verdict(const Evidence &evidence, const std::vector<CauseFound> &causes)
{
    if (mayRerank(evidence.find(probe::ProbeId::Rerank, probe::Variant::AsGiven)))
        return Verdict::Works;
    if (causes.empty() || causes.front().status > Status::Likely)
        return Verdict::Unknown;
    return verdictOf(causes.front().cause);
}

/// The key, where it is kept, and what came of testing it.
void readKey(const Evidence &evidence, CauseCollector &causes)
{
    const KeyOutcome outcome = keyOutcome(evidence);
    // Where no key is, the place that holds one says more than that it is missing.
    if (!evidence.inspection.present)
        readPlaces(evidence, outcome, causes);
    readKeyText(evidence, outcome, causes);
    if (evidence.inspection.present)
        readPlaces(evidence, outcome, causes);
    readReplies(evidence, outcome, causes);
    readRoute(evidence, causes);
    readTrials(evidence, causes);
    if (evidence.errorText)
        weighErrorText(evidence, outcome, causes);
}

} // namespace

const ProbeResult *Evidence::find(probe::ProbeId id, probe::Variant variant) const
{
    const auto found = std::find_if(probes.begin(), probes.end(),
        [=](const ProbeResult &result) { return result.id == id && result.variant == variant; });
    return found == probes.end() ? nullptr : &*found;
}

const CauseFound *Diagnosis::find(Cause cause) const
{
    const auto found =
        std::find_if(causes.begin(), causes.end(), [=](const CauseFound &item) { return item.cause == cause; });
    return found == causes.end() ? nullptr : &*found;
}

Diagnosis diagnose(const Evidence &evidence)
{
    CauseCollector causes;
    if (evidence.keyAtHand)
        readKey(evidence, causes);
    else
        readErrorText(evidence, causes);
    readAnswers(evidence, causes);

    Diagnosis diagnosis;
    diagnosis.causes = causes.ranked();
    diagnosis.verdict = verdict(evidence, diagnosis.causes);
    return diagnosis;
}

} // namespace diagnosis
