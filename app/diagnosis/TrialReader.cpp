// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

#include "diagnosis/Trials.h"
#include "probe/Variants.h"

#include <algorithm>

namespace diagnosis {

namespace {

using probe::Variant;

void readHeaderForms(const Evidence &evidence, const ProbeResult &plain, CauseCollector &causes)
{
    if (const ProbeResult *works = firstJudged(evidence, probe::headerVariants)) {
        for (const Cause other : {Cause::GatewayRefused, Cause::HeaderStripped, Cause::WrongEndpoint})
            causes.ruleOut(other);
        return causes.addFirst(Cause::WrongHeader, Status::Confirmed,
            {{.fact = Fact::HeaderFormWorks,
                .detail = probe::written(*probe::headerForm(works->variant)),
                .number = works->reply.status}});
    }
    bool tried = false;
    for (const Variant variant : probe::headerVariants) {
        const ProbeResult *result = trial(evidence, variant);
        if (result == nullptr || result->reply.failure)
            continue;
        tried = true;
        // "invalid key" in place of "no key": whoever answers reads this header.
        if (!isSameAnswer(*result, plain))
            causes.add(Cause::WrongHeader, Status::Likely,
                {{.fact = Fact::HeaderFormChanges,
                    .name = probe::written(*probe::headerForm(variant)),
                    .detail = result->reading.message,
                    .number = result->reply.status}});
    }
    if (tried && causes.has(Cause::WrongHeader))
        causes.add(Cause::WrongHeader, Status::Possible, {{.fact = Fact::HeaderFormsTried}});
}

void readPaths(const Evidence &evidence, const ProbeResult &plain, CauseCollector &causes)
{
    const ProbeResult *works = firstJudged(evidence, probe::pathVariants);
    if (works == nullptr)
        return;
    const auto pathOf = [](const probe::Target &asked) {
        return probe::endpointUrl(asked.base, asked.rerankPath).path(QUrl::FullyEncoded);
    };
    probe::Target target;
    target.base = evidence.base;
    const probe::Target there = probe::targetOf(works->variant, target);
    causes.addFirst(Cause::WrongEndpoint, Status::Confirmed,
        {{.fact = Fact::PathOfUserMissing, .detail = pathOf(target), .number = plain.reply.status},
            {.fact = Fact::PathWorks, .name = there.base.toString(), .detail = pathOf(there)}});
}

void readControl(const Evidence &evidence, const ProbeResult &plain, CauseCollector &causes)
{
    const ProbeResult *control = trial(evidence, Variant::NoKey);
    if (control == nullptr || control->reply.failure)
        return;
    if (control->reading.keyAccepted()) {
        causes.addFirst(Cause::WrongHeader, Status::Confirmed, {{.fact = Fact::WorksWithoutKey}});
        return;
    }
    if (!isSameAnswer(*control, plain)) {
        if (causes.has(Cause::GatewayRefused))
            causes.add(Cause::GatewayRefused, Status::Possible,
                {{.fact = Fact::OtherWithoutKey, .detail = control->reading.message, .number = control->reply.status}});
        return;
    }
    // At a base URL of somebody's own, a header of another name could still be what is wanted.
    const Status status = probe::isOfCohere(evidence.endpoint) ? Status::Confirmed : Status::Likely;
    if (causes.has(Cause::GatewayRefused))
        causes.add(Cause::GatewayRefused, status, {{.fact = Fact::SameWithoutKey}});
    else // another platform's address
        causes.add(Cause::WrongEndpoint, Status::Possible, {{.fact = Fact::SameWithoutKey}});
    const ProbeResult *inOtherHeader = firstJudged(evidence, probe::headerVariants);
    if (inOtherHeader == nullptr || inOtherHeader->reading.keyAccepted())
        causes.ruleOut(Cause::KeyRejected);
}

void readDirect(const Evidence &evidence, CauseCollector &causes)
{
    const ProbeResult *direct = trial(evidence, Variant::Direct);
    if (direct == nullptr)
        return;
    const auto cause = causes.firstOf(Verdict::FixRoute).value_or(Cause::GatewayRefused);
    if (!isJudgedByService(*direct)) {
        if (direct->reply.failure)
            causes.add(cause, Status::Possible, {{.fact = Fact::DirectFailsToo, .failure = direct->reply.failure}});
        return;
    }
    const Fact fact = direct->reading.keyAccepted() ? Fact::DirectWorks : Fact::DirectAnswered;
    causes.addFirst(
        cause, Status::Confirmed, {{.fact = fact, .detail = direct->reading.message, .number = direct->reply.status}});
    causes.ruleOut(Cause::ServiceTrouble);
}

} // namespace

void readTrials(const Evidence &evidence, CauseCollector &causes)
{
    readDirect(evidence, causes);
    const ProbeResult *plain = plainCall(evidence);
    if (plain == nullptr || plain->reply.failure)
        return;
    readControl(evidence, *plain, causes);
    readHeaderForms(evidence, *plain, causes);
    readPaths(evidence, *plain, causes);
}

} // namespace diagnosis
