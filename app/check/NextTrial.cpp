// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/NextTrial.h"

#include "diagnosis/Trials.h"
#include "probe/Variants.h"

#include <algorithm>
#include <array>
#include <vector>

namespace check {

using diagnosis::Evidence;
using diagnosis::ProbeResult;
using probe::Answerer;
using probe::Meaning;
using probe::Variant;

namespace {

using Variants = std::vector<Variant>;

/// A refusal that Cohere itself has not spoken, as far as can be told: it says nothing of the key's own worth.
bool isRefusalInFront(const ProbeResult &call)
{
    const Meaning meaning = call.reading.meaning;
    return call.reading.answerer != Answerer::Cohere
        && (meaning == Meaning::OtherUnauthorized || meaning == Meaning::Forbidden);
}

/// A refusal of the key at somebody's own address. A gateway there may have put a key of its own in the user's place.
bool mayBeOfAnotherKey(const Evidence &evidence, const ProbeResult &call)
{
    const bool refused = call.reading.meaning == Meaning::KeyUnknown || call.reading.meaning == Meaning::KeyExpired;
    return refused && !probe::isOfCohere(evidence.endpoint);
}

bool mayCleaningHelp(const Evidence &evidence, const ProbeResult &plain)
{
    if (!evidence.inspection.cleaned.changed || !evidence.inspection.cleaned.headerSafe)
        return false;
    switch (plain.reading.meaning) {
    case Meaning::NoKeyArrived:
    case Meaning::KeyUnknown:
    case Meaning::KeyExpired:
    case Meaning::OtherUnauthorized:
    case Meaning::Forbidden:
    case Meaning::RequestInvalid:
        return true;
    default:
        return false; // not about the key
    }
}

Variants pathTrials(const Evidence &evidence, const probe::Target &target)
{
    const QUrl once = probe::withoutEndpointPath(target.base);
    Variants trials;
    if (once != target.base)
        trials.push_back(Variant::PathOnce);
    if (diagnosis::pathThatLeads(evidence) != nullptr)
        return trials;
    if (!probe::isOfCohere(evidence.endpoint))
        trials.push_back(Variant::V1Path);
    if (!once.path().isEmpty())
        trials.push_back(Variant::WithoutPath);
    return trials;
}

bool mayDirectHelp(const ProbeResult &call)
{
    if (!call.reply.viaProxy || call.reply.failure == probe::NetworkFailure::Cancelled)
        return false;
    return call.reply.failure || call.reading.answerer != Answerer::Cohere
        || call.reading.meaning == Meaning::NoKeyArrived;
}

/// Whoever asks for a user's login would not take the key in another header either. Kong names its own "Key".
bool wantsAnotherLogin(const ProbeResult &plain)
{
    static constexpr std::array logins{QLatin1String("Basic"), QLatin1String("Digest"), QLatin1String("Negotiate"),
        QLatin1String("NTLM"), QLatin1String("Kerberos")};
    const QStringList &schemes = plain.reading.loginSchemes;
    const auto isLogin = [](const QString &scheme) {
        return std::any_of(logins.begin(), logins.end(),
            [&scheme](QLatin1String login) { return scheme.compare(login, Qt::CaseInsensitive) == 0; });
    };
    return !schemes.isEmpty() && std::all_of(schemes.begin(), schemes.end(), isLogin);
}

Variants headerTrials(const Evidence &evidence, const probe::Target &target, const ProbeResult &plain)
{
    const bool speaksLikeCohere = probe::isOfCohere(evidence.endpoint) || evidence.baseIsPractice;
    const bool noneArrived = plain.reading.meaning == Meaning::NoKeyArrived;
    // "Bearer Bearer KEY" arrives as a key of another text.
    if (plain.reading.meaning == Meaning::KeyUnknown && target.header != probe::HeaderForm{})
        return {Variant::BearerHeader};
    if (!noneArrived && (!isRefusalInFront(plain) || wantsAnotherLogin(plain)))
        return {};
    if (!noneArrived) {
        // Only where the key played no part: else it was read from the right place, and refused.
        const ProbeResult *control = diagnosis::trial(evidence, Variant::NoKey);
        if (control == nullptr || !diagnosis::isSameAnswer(*control, plain))
            return {};
    }
    Variants trials;
    for (const Variant variant : probe::headerVariants) {
        const bool worthIt = variant == Variant::BearerHeader || !speaksLikeCohere;
        if (worthIt && probe::headerForm(variant) != target.header)
            trials.push_back(variant);
    }
    if (evidence.endpoint == probe::EndpointKind::AzureFoundry)
        std::stable_partition(
            trials.begin(), trials.end(), [](Variant variant) { return variant == Variant::ApiKeyHeader; });
    return trials;
}

bool isRequest(const ProbeResult &result)
{
    const bool asks = result.id == probe::ProbeId::CheckApiKey || result.id == probe::ProbeId::Rerank
        || result.id == probe::ProbeId::ServerTime;
    return asks && result.outcome != ProbeResult::Outcome::Skipped;
}

/// The trials that one reply calls for, the most telling first.
Variants trialsFor(const Evidence &evidence, const probe::Target &target, const ProbeResult &call)
{
    Variants trials;
    const auto append = [&trials](
                            const Variants &further) { trials.insert(trials.end(), further.begin(), further.end()); };
    if (mayDirectHelp(call))
        trials.push_back(Variant::Direct);
    if (call.id != probe::ProbeId::Rerank || call.reply.failure)
        return trials;
    if (mayCleaningHelp(evidence, call))
        trials.push_back(Variant::Cleaned);
    if (call.reading.meaning == Meaning::PathNotFound)
        append(pathTrials(evidence, target));
    const bool inFront = isRefusalInFront(call);
    // A gateway may ask for a login at every address, the wrong ones included.
    if (inFront && probe::withoutEndpointPath(target.base) != target.base)
        trials.push_back(Variant::PathOnce);
    // The practice endpoint plays a gateway for one of its keys alone.
    if ((inFront || mayBeOfAnotherKey(evidence, call)) && !evidence.baseIsPractice)
        trials.push_back(Variant::NoKey);
    append(headerTrials(evidence, target, call));
    return trials;
}

/// The call or, where none was made, the step of the route that failed.
const ProbeResult *whatFailed(const Evidence &evidence)
{
    if (const ProbeResult *plain = diagnosis::plainCall(evidence))
        return plain;
    const auto failed = std::find_if(evidence.probes.begin(), evidence.probes.end(),
        [](const ProbeResult &result) { return result.outcome == ProbeResult::Outcome::Failed; });
    return failed == evidence.probes.end() ? nullptr : &*failed;
}

/// A trial that was answered as hoped says what the matter is; one that was sent away for a while, that further ones
/// would be, too.
bool isSettled(const Evidence &evidence)
{
    return std::any_of(evidence.probes.begin(), evidence.probes.end(), [](const ProbeResult &result) {
        if (result.id != probe::ProbeId::Rerank || result.variant == Variant::AsGiven)
            return false;
        if (result.reading.meaning == Meaning::RateLimited)
            return true;
        // What is refused without a key, or cleaned, leaves the key as it is in doubt.
        const bool mustAccept = result.variant == Variant::Cleaned || result.variant == Variant::NoKey;
        return mustAccept ? result.reading.keyAccepted() : diagnosis::isJudgedByService(result);
    });
}

/// A change that makes the difference proves something only where the unchanged call is still answered as before. At
/// Cohere itself, a further call is not worth it.
bool mayHaveChangedByItself(const Evidence &evidence)
{
    if (probe::isOfCohere(evidence.endpoint) || evidence.baseIsPractice)
        return false;
    const ProbeResult *control = diagnosis::trial(evidence, Variant::NoKey);
    const bool worksWithoutKey = control != nullptr && control->reading.meaning == Meaning::RerankResults;
    return worksWithoutKey || diagnosis::firstJudged(evidence, probe::headerVariants) != nullptr
        || diagnosis::firstJudged(evidence, probe::pathVariants) != nullptr;
}

} // namespace

bool mayAskAgain(const Evidence &evidence)
{
    const auto asked = std::count_if(evidence.probes.begin(), evidence.probes.end(), isRequest);
    return asked < (probe::isOfCohere(evidence.endpoint) ? mostRequestsToCohere : mostRequests);
}

std::optional<Variant> nextTrial(const Evidence &evidence, const probe::Target &target)
{
    const ProbeResult *failed = whatFailed(evidence);
    if (failed == nullptr || failed->reading.keyAccepted() || !mayAskAgain(evidence))
        return std::nullopt;
    if (isSettled(evidence)) {
        const bool looked = evidence.find(probe::ProbeId::Rerank, Variant::Again) != nullptr;
        return !looked && mayHaveChangedByItself(evidence) ? std::optional(Variant::Again) : std::nullopt;
    }
    if (!evidence.inspection.headerSafe && !evidence.inspection.cleaned.headerSafe)
        return std::nullopt;
    const Variants trials = trialsFor(evidence, target, *failed);
    const auto next = std::find_if(trials.begin(), trials.end(),
        [&](Variant variant) { return evidence.find(probe::ProbeId::Rerank, variant) == nullptr; });
    return next == trials.end() ? std::nullopt : std::optional(*next);
}

} // namespace check
