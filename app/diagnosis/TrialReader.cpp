// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

#include "diagnosis/Trials.h"
#include "probe/Variants.h"

#include <algorithm>

namespace diagnosis {

namespace {

using probe::Variant;

EvidenceItem changedBy(const ProbeResult &result)
{
    return {.fact = Fact::HeaderFormChanges,
        .name = probe::written(*probe::headerForm(result.variant)),
        .detail = result.reading.message,
        .number = result.reply.status};
}

/// What the key was refused for as it was sent is no matter of the key where it is taken another way.
void ruleOutRefusals(CauseCollector &causes, std::initializer_list<Cause> refusals, const EvidenceItem &against)
{
    for (const Cause cause : refusals)
        causes.ruleOut(cause, {against});
}

void readHeaderForms(const Evidence &evidence, const ProbeResult &plain, CauseCollector &causes)
{
    const ProbeResult *judged = firstJudged(evidence, probe::headerVariants);
    const bool accepted = judged != nullptr && judged->reading.keyAccepted();
    if (judged != nullptr && (accepted || !isJudgedByService(plain))) {
        const EvidenceItem works{.fact = Fact::HeaderFormWorks,
            .detail = probe::written(*probe::headerForm(judged->variant)),
            .number = judged->reply.status};
        const EvidenceItem seen = accepted ? works : changedBy(*judged);
        ruleOutRefusals(causes, {Cause::GatewayRefused, Cause::HeaderStripped, Cause::WrongEndpoint}, seen);
        if (accepted)
            ruleOutRefusals(causes, {Cause::KeyRejected, Cause::KeyExpired}, seen);
        return causes.addFirst(Cause::WrongHeader, Status::Confirmed, {seen});
    }
    bool tried = false;
    for (const Variant variant : probe::headerVariants) {
        const ProbeResult *result = trial(evidence, variant);
        if (result == nullptr || !isComparable(*result))
            continue;
        tried = true;
        // "invalid key" in place of "no key": whoever answers reads this header.
        if (!isSameAnswer(*result, plain))
            causes.add(Cause::WrongHeader, Status::Likely, {changedBy(*result)});
    }
    if (tried && causes.has(Cause::WrongHeader))
        causes.add(Cause::WrongHeader, Status::Possible, {{.fact = Fact::HeaderFormsTried}});
}

void readPaths(const Evidence &evidence, const ProbeResult &plain, CauseCollector &causes)
{
    const ProbeResult *leads = pathThatLeads(evidence);
    if (leads == nullptr)
        return;
    const auto pathOf = [](const probe::Target &asked) {
        return probe::endpointUrl(asked.base, asked.rerankPath).path(QUrl::FullyEncoded);
    };
    probe::Target target;
    target.base = evidence.base;
    const probe::Target there = probe::targetOf(leads->variant, target);
    const EvidenceItem works{.fact = Fact::PathWorks, .name = there.base.toString(), .detail = pathOf(there)};
    const bool judged = isJudgedByService(*leads);
    if (judged)
        ruleOutRefusals(causes, {Cause::GatewayRefused, Cause::WrongHeader}, works);
    if (leads->reading.keyAccepted())
        ruleOutRefusals(causes, {Cause::KeyRejected, Cause::KeyExpired}, works);
    causes.addFirst(Cause::WrongEndpoint, judged ? Status::Confirmed : Status::Likely,
        {{.fact = Fact::PathOfUserMissing, .detail = pathOf(target), .number = plain.reply.status}, works});
}

/// The service takes calls without a key, and refuses those with one.
void readWorksWithoutKey(CauseCollector &causes)
{
    const EvidenceItem works{.fact = Fact::WorksWithoutKey};
    ruleOutRefusals(causes,
        {Cause::GatewayRefused, Cause::BlockedAddress, Cause::WrongEndpoint, Cause::KeyRejected, Cause::KeyExpired},
        works);
    causes.addFirst(Cause::WrongHeader, Status::Confirmed, {works});
}

/// Refused as Cohere refuses a key, but without a key, too: a gateway may send one of its own, and nothing is proved of
/// the user's. A service of somebody's own may also have the same words for both: on this computer, it is a stand-in
/// for Cohere as a rule, whose words are meant as they are.
void readRefusalOfAnotherKey(const Evidence &evidence, const ProbeResult &plain, CauseCollector &causes)
{
    const bool isStandIn = evidence.endpoint == probe::EndpointKind::ThisComputer;
    for (const Cause cause : {Cause::KeyRejected, Cause::KeyExpired}) {
        causes.weaken(cause, isStandIn ? Status::Likely : Status::Possible);
        if (causes.has(cause))
            causes.add(cause, Status::Possible, {{.fact = Fact::SameWithoutKey}});
    }
    std::vector<EvidenceItem> items{
        {.fact = Fact::UnclearWhoSaid, .detail = plain.reading.message, .number = plain.reply.status},
        {.fact = Fact::SameWithoutKey}};
    if (isStandIn)
        causes.add(Cause::GatewayRefused, Status::Likely, std::move(items));
    else
        causes.addFirst(Cause::GatewayRefused, Status::Likely, std::move(items));
}

/// Whoever answers the same with a key and without has not shown to whom the refusal goes: to the key, or to its place.
void readSameWithoutKey(const Evidence &evidence, const ProbeResult &plain, CauseCollector &causes)
{
    const bool ofCohere = probe::isOfCohere(evidence.endpoint);
    if (!causes.has(Cause::GatewayRefused)) // another platform's address
        return causes.add(Cause::WrongEndpoint, Status::Possible, {{.fact = Fact::SameWithoutKey}});
    // At a base URL of somebody's own, a header of another name could still be what is wanted, or another key.
    causes.addFirst(
        Cause::GatewayRefused, ofCohere ? Status::Confirmed : Status::Likely, {{.fact = Fact::SameWithoutKey}});
    if (ofCohere)
        return causes.ruleOut(Cause::KeyRejected, {{.fact = Fact::SameWithoutKey}});
    const QStringList &schemes = plain.reading.loginSchemes;
    const bool wantsLogin = !schemes.isEmpty() && !schemes.contains(QLatin1String("Bearer"), Qt::CaseInsensitive);
    const bool isNamed = !plain.reading.gateway.isEmpty() || wantsLogin;
    if (!isNamed && firstJudged(evidence, probe::headerVariants) == nullptr) {
        causes.weaken(Cause::GatewayRefused, Status::Likely);
        causes.add(Cause::KeyRejected, Status::Possible, {{.fact = Fact::SameWithoutKey}});
    }
}

void readControl(const Evidence &evidence, const ProbeResult &plain, CauseCollector &causes)
{
    const ProbeResult *control = trial(evidence, Variant::NoKey);
    if (control == nullptr || !isComparable(*control))
        return;
    if (control->reading.meaning == probe::Meaning::RerankResults)
        return readWorksWithoutKey(causes);
    const bool isSame = isSameAnswer(*control, plain);
    const probe::Meaning meaning = plain.reading.meaning;
    if (isSame && (meaning == probe::Meaning::KeyUnknown || meaning == probe::Meaning::KeyExpired))
        return readRefusalOfAnotherKey(evidence, plain, causes);
    if (isSame)
        return readSameWithoutKey(evidence, plain, causes);
    if (causes.has(Cause::GatewayRefused))
        causes.add(Cause::GatewayRefused, Status::Possible,
            {{.fact = Fact::OtherWithoutKey, .detail = control->reading.message, .number = control->reply.status}});
}

/// What changed while nothing was changed: the trials show no more than that.
void readSecondLook(const Evidence &evidence, const ProbeResult &plain, CauseCollector &causes)
{
    const ProbeResult *again = trial(evidence, Variant::Again);
    if (again == nullptr || isSameAnswer(*again, plain))
        return;
    const bool changes = isComparable(*again);
    for (const Cause cause : {Cause::WrongHeader, Cause::WrongEndpoint, Cause::KeyRejected, Cause::KeyExpired})
        causes.weaken(cause, changes ? Status::Possible : Status::Likely);
    if (changes)
        causes.addFirst(Cause::GatewayRefused, Status::Likely,
            {{.fact = Fact::AnswerChanges, .detail = again->reading.message, .number = again->reply.status}});
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
    const EvidenceItem seen{.fact = fact, .detail = direct->reading.message, .number = direct->reply.status};
    causes.addFirst(cause, Status::Confirmed, {seen});
    causes.ruleOut(Cause::ServiceTrouble, {seen});
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
    readSecondLook(evidence, *plain, causes);
}

} // namespace diagnosis
