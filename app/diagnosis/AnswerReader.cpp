// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

#include "guide/Guide.h"

#include <algorithm>

namespace diagnosis {

namespace {

std::vector<EvidenceItem> itemsOf(const std::vector<guide::Answered> &answers)
{
    std::vector<EvidenceItem> items;
    items.reserve(answers.size());
    for (const guide::Answered &answered : answers)
        items.push_back({.fact = Fact::UserSaid, .answer = answered});
    return items;
}

} // namespace

void readAnswers(const Evidence &evidence, CauseCollector &causes)
{
    if (evidence.answers.empty())
        return;
    const std::vector<CauseFound> known = causes.ranked();
    const std::vector<Cause> fitting = guide::remaining(evidence.answers, guide::openCauses(known));
    for (const CauseFound &found : known) {
        const bool fits = std::find(fitting.begin(), fitting.end(), found.cause) != fitting.end();
        if (!fits && found.status != Status::Confirmed)
            causes.ruleOut(found.cause, itemsOf(evidence.answers));
    }
    // The likeliest one goes to the front last.
    for (auto cause = fitting.rbegin(); cause != fitting.rend(); ++cause) {
        const Status status = *cause == fitting.front() ? Status::Likely : Status::Possible;
        causes.addFirst(*cause, status, itemsOf(guide::speakingFor(*cause, evidence.answers)));
    }
}

} // namespace diagnosis
