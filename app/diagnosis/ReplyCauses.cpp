// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"
#include "diagnosis/Trials.h"
#include "probe/Variants.h"

namespace diagnosis {

namespace {

using probe::Answerer;
using probe::Meaning;
using probe::ProbeId;
using probe::Variant;

/// What a reply is read by, gathered once.
struct ReplyCase {
    const Evidence &evidence;
    const KeyOutcome &outcome;
    const ProbeResult &result;
    CauseCollector &causes;

    [[nodiscard]] Answerer answerer() const { return result.reading.answerer; }
    [[nodiscard]] bool fromCohere() const { return answerer() == Answerer::Cohere; }
    [[nodiscard]] bool ownBase() const { return !evidence.baseIsCohere && !evidence.baseIsPractice; }

    /// "It said 401: invalid api token", with the signs by which the answerer was told.
    [[nodiscard]] std::vector<EvidenceItem> said() const
    {
        const Fact fact = fromCohere()                 ? Fact::ServiceSaid
            : answerer() == Answerer::SomethingInFront ? Fact::SomethingInFrontSaid
                                                       : Fact::UnclearWhoSaid;
        std::vector<EvidenceItem> items = {{.fact = fact,
            .name = result.reading.gateway,
            .detail = result.reading.message,
            .number = result.reply.status}};
        if (!fromCohere()) {
            for (const QString &sign : result.reading.signs)
                items.push_back({.fact = Fact::AnswererSign, .detail = sign});
        }
        for (const QString &product : result.reading.passedBy)
            items.push_back({.fact = Fact::PassedBy, .detail = product});
        if (!fromCohere() && !result.reply.tls.inspector.isEmpty())
            items.push_back({.fact = Fact::InspectedBy, .detail = result.reply.tls.inspector});
        if (result.reply.proxyUse.isUsed())
            items.push_back({.fact = Fact::ProxyChosen, .proxy = result.reply.proxyUse});
        return items;
    }
    [[nodiscard]] std::vector<EvidenceItem> saidAnd(Fact fact) const
    {
        std::vector<EvidenceItem> items = said();
        items.push_back({.fact = fact});
        return items;
    }
    void add(Cause cause, Status status) const { causes.add(cause, status, said()); }
    void add(Cause cause, Status status, Fact further) const { causes.add(cause, status, saidAnd(further)); }
    /// Confirmed where Cohere said it itself, else likely.
    [[nodiscard]] Status bySpeaker() const { return fromCohere() ? Status::Confirmed : Status::Likely; }
};

/// What /v1/check-api-key said of the same copy of the key. Supports, never decides alone: whether a bad key gets
/// `valid: false` or a 401 there is not documented.
Meaning keyCheck(const ReplyCase &reply)
{
    const ProbeResult *check = reply.evidence.find(ProbeId::CheckApiKey, reply.result.variant);
    return check != nullptr ? check->reading.meaning : Meaning::NoReply;
}

/// Whether it was the user's key that was spoken of. At Cohere's own address it was; elsewhere, what stands there may
/// keep keys of its own and put one in its place, and only Cohere's own answer to a call without any key proves that it
/// did not.
bool isOfUsersKey(const ReplyCase &reply)
{
    const Variant variant = reply.result.variant;
    if (!reply.ownBase() || probe::headerForm(variant)) // in that header alone there was a key to judge
        return true;
    const ProbeResult *control = trial(reply.evidence, Variant::NoKey);
    const bool sameCall = variant == Variant::AsGiven || variant == Variant::Cleaned;
    return sameCall && control != nullptr && control->reading.meaning == Meaning::NoKeyArrived;
}

/// As bySpeaker(), and confirmed only where it was the user's key.
Status ofUsersKey(const ReplyCase &reply)
{
    return isOfUsersKey(reply) ? reply.bySpeaker() : Status::Likely;
}

void readUnknownKey(const ReplyCase &reply)
{
    if (keyCheck(reply) == Meaning::KeyValid) {
        // Two answers that exclude each other: nothing is proved, and a valid key is never called invalid.
        reply.add(Cause::NoRerankAccess, Status::Possible, Fact::CheckSaysValid);
        reply.add(Cause::GatewayRefused, Status::Possible, Fact::CheckSaysValid);
        return;
    }
    const bool explained = reply.causes.hasConfirmed(Verdict::FixKey);
    if (explained)
        return;
    // A key that is cleaned by guesswork and still not known, or not tested cleaned: the text may be the reason.
    const bool textMayBeTheReason = reply.evidence.inspection.hasFindings();
    // Cohere documents these words with 401 and 403; with another status, something changed the answer.
    const int code = reply.result.reply.status;
    const Status spoken = code == 401 || code == 403 ? ofUsersKey(reply) : Status::Likely;
    const Status status = !textMayBeTheReason ? spoken
        : reply.outcome.rejectedCleaned       ? Status::Likely
                                              : Status::Possible;
    const bool agreed = keyCheck(reply) == Meaning::KeyInvalid || keyCheck(reply) == Meaning::KeyUnknown;
    std::vector<EvidenceItem> items = reply.said();
    if (agreed)
        items.push_back({.fact = Fact::CheckSaysInvalid});
    if (!textMayBeTheReason) {
        const bool unusual = reply.evidence.inspection.has(inspect::FindingKind::UnusualShape);
        items.push_back({.fact = unusual ? Fact::KeyShapeUnusual : Fact::KeyShapeUsual});
    }
    if (reply.evidence.baseIsPractice)
        items.push_back({.fact = Fact::PracticeKnowsItsOwnKeys});
    reply.causes.add(Cause::KeyRejected, status, std::move(items));
}

/// A platform that documents that it takes no Cohere key, or a web site for people. True where it is one.
bool readOtherPlatform(const ReplyCase &reply)
{
    const probe::EndpointKind endpoint = reply.evidence.endpoint;
    const bool webSite = endpoint == probe::EndpointKind::CohereWebSite;
    if (!webSite && !probe::isOtherPlatform(endpoint))
        return false;
    std::vector<EvidenceItem> items = {{.fact = Fact::EndpointIs, .endpoint = endpoint}};
    for (EvidenceItem &item : reply.said())
        items.push_back(std::move(item));
    reply.causes.add(Cause::WrongEndpoint, webSite ? Status::Confirmed : Status::Likely, std::move(items));
    return true;
}

void readUnauthorized(const ReplyCase &reply)
{
    if (readOtherPlatform(reply)) {
        reply.add(Cause::OtherServiceKey, Status::Possible);
        return;
    }
    const bool inFront = reply.answerer() == Answerer::SomethingInFront;
    if (reply.fromCohere()) {
        reply.add(Cause::KeyRejected, Status::Likely);
        return;
    }
    const bool said401 = reply.result.reply.status == 401;
    reply.add(Cause::GatewayRefused, inFront && said401 ? Status::Confirmed : Status::Likely);
    if (reply.ownBase()) {
        reply.add(Cause::WrongHeader, Status::Possible);
        reply.add(Cause::WrongEndpoint, Status::Possible);
    }
    if (!inFront)
        reply.add(Cause::KeyRejected, Status::Possible);
}

void readForbidden(const ReplyCase &reply)
{
    if (readOtherPlatform(reply)) {
        reply.add(Cause::OtherServiceKey, Status::Possible);
        return;
    }
    if (keyCheck(reply) == Meaning::KeyValid && reply.answerer() != Answerer::SomethingInFront) {
        reply.add(Cause::NoRerankAccess, reply.bySpeaker(), Fact::CheckSaysValid);
        return;
    }
    if (reply.fromCohere()) {
        reply.add(Cause::NoRerankAccess, Status::Likely);
        reply.add(Cause::KeyRejected, Status::Possible);
        return;
    }
    reply.add(Cause::GatewayRefused, Status::Likely);
    reply.add(Cause::BlockedAddress, Status::Possible);
}

/// Who wrote it and what it passed, where that can be told.
void addWriter(const ReplyCase &reply, std::vector<EvidenceItem> &items)
{
    for (EvidenceItem &item : reply.said()) {
        if (item.fact != Fact::UnclearWhoSaid && !reply.fromCohere())
            items.push_back(std::move(item));
    }
}

/// A network's login page can only answer in another's name where nothing proves the name: over plain http.
bool isNameProven(const ReplyCase &reply)
{
    return !reply.result.reply.tls.protocol.isEmpty();
}

void readRedirect(const ReplyCase &reply)
{
    std::vector<EvidenceItem> items = {
        {.fact = Fact::RedirectTo, .detail = reply.result.reading.redirectTarget, .number = reply.result.reply.status}};
    addWriter(reply, items);
    const bool toLogin = reply.result.reading.redirectsToLogin;
    if (toLogin)
        reply.causes.add(Cause::GatewayRefused, Status::Likely, items);
    const bool proven = isNameProven(reply);
    if (!reply.ownBase() && !proven)
        reply.causes.add(Cause::CaptivePortal, Status::Likely, items);
    reply.causes.add(Cause::WrongEndpoint, toLogin ? Status::Possible : Status::Likely, items);
    if (reply.ownBase())
        reply.causes.add(Cause::CaptivePortal, toLogin && !proven ? Status::Likely : Status::Possible, items);
}

std::vector<EvidenceItem> pageInsteadOfReply(const ReplyCase &reply)
{
    std::vector<EvidenceItem> items = {{.fact = Fact::PageInsteadOfReply, .number = reply.result.reply.status}};
    addWriter(reply, items);
    return items;
}

/// Of a product that is known: no network for guests, but what guards one.
void readPageOfGateway(const ReplyCase &reply)
{
    const std::vector<EvidenceItem> items = pageInsteadOfReply(reply);
    reply.causes.add(Cause::GatewayRefused, Status::Likely, items);
    reply.causes.add(Cause::CaptivePortal, Status::Possible, items);
    reply.causes.add(Cause::WrongEndpoint, Status::Possible, items);
}

void readLoginPage(const ReplyCase &reply)
{
    constexpr int networkAuthenticationRequired = 511; // RFC 6585
    const std::vector<EvidenceItem> items = pageInsteadOfReply(reply);
    if (reply.result.reply.status == networkAuthenticationRequired) {
        reply.causes.add(Cause::CaptivePortal, Status::Confirmed, items);
        return;
    }
    if (!reply.result.reading.gateway.isEmpty())
        return readPageOfGateway(reply);
    const probe::EndpointKind endpoint = reply.evidence.endpoint;
    if (endpoint == probe::EndpointKind::CohereWebSite) {
        reply.causes.add(
            Cause::WrongEndpoint, Status::Confirmed, {{.fact = Fact::EndpointIs, .endpoint = endpoint}, items.front()});
        return;
    }
    if (isNameProven(reply)) {
        reply.causes.add(reply.ownBase() ? Cause::WrongEndpoint : Cause::GatewayRefused, Status::Likely, items);
        reply.causes.add(reply.ownBase() ? Cause::GatewayRefused : Cause::CaptivePortal, Status::Possible, items);
        return;
    }
    reply.causes.add(Cause::CaptivePortal, Status::Likely, items);
    reply.causes.add(Cause::WrongEndpoint, reply.ownBase() ? Status::Likely : Status::Possible, items);
}

/// A cause that passes by itself, and when: by the answer's own headers.
void addPassing(const ReplyCase &reply, Cause cause)
{
    std::vector<EvidenceItem> items = reply.said();
    if (const auto seconds = reply.result.reading.retryAfterSeconds)
        items.push_back({.fact = Fact::RetryAfter, .number = *seconds});
    if (cause == Cause::ServiceTrouble && keyCheck(reply) == Meaning::KeyValid)
        items.push_back({.fact = Fact::CheckSaysValid});
    reply.causes.add(cause, reply.bySpeaker(), std::move(items));
}

void readServiceError(const ReplyCase &reply)
{
    // 501 of anything but Cohere: a server that does not know POST, a file server (RFC 9110, section 15.6.2).
    constexpr int notImplemented = 501;
    if (reply.result.reply.status == notImplemented && !reply.fromCohere())
        return reply.add(Cause::WrongEndpoint, Status::Likely);
    addPassing(reply, Cause::ServiceTrouble);
}

void readPathNotFound(const ReplyCase &reply)
{
    if (!readOtherPlatform(reply))
        reply.add(Cause::WrongEndpoint, reply.bySpeaker());
}

void readUnexpected(const ReplyCase &reply)
{
    reply.causes.add(
        Cause::WrongEndpoint, Status::Likely, {{.fact = Fact::UnexpectedReply, .number = reply.result.reply.status}});
    reply.causes.add(Cause::GatewayRefused, Status::Possible,
        {{.fact = Fact::UnexpectedReply, .number = reply.result.reply.status}});
}

void readMeaning(const ReplyCase &reply)
{
    switch (reply.result.reading.meaning) {
    case Meaning::NoReply: // the route's matter
    case Meaning::RerankResults:
    case Meaning::KeyValid: // said by check-api-key alone
    case Meaning::KeyInvalid:
        return;
    case Meaning::ProxyLogin: // with no proxy in use that would have said it to the route already
        reply.add(Cause::ProxyLogin, Status::Likely);
        return reply.add(Cause::GatewayRefused, Status::Possible);
    case Meaning::NoKeyArrived:
        reply.add(Cause::HeaderStripped, reply.fromCohere() ? Status::Confirmed : Status::Likely, Fact::KeyWasSent);
        if (reply.fromCohere() && !reply.result.reply.tls.inspector.isEmpty())
            reply.causes.add(Cause::HeaderStripped, Status::Possible,
                {{.fact = Fact::InspectedBy, .detail = reply.result.reply.tls.inspector}});
        if (reply.ownBase())
            reply.add(Cause::WrongHeader, Status::Possible);
        return;
    case Meaning::KeyUnknown:
        return readUnknownKey(reply);
    case Meaning::KeyExpired:
        return reply.add(Cause::KeyExpired, ofUsersKey(reply));
    case Meaning::OtherUnauthorized:
        return readUnauthorized(reply);
    case Meaning::Billing:
        return reply.add(Cause::Billing, ofUsersKey(reply));
    case Meaning::EdgeBlocked:
        return reply.add(Cause::BlockedAddress, reply.ownBase() ? Status::Likely : Status::Confirmed);
    case Meaning::Forbidden:
        return readForbidden(reply);
    case Meaning::ModelNotFound:
        return reply.add(Cause::ModelUnavailable, reply.bySpeaker());
    case Meaning::PathNotFound:
        return readPathNotFound(reply);
    case Meaning::RequestInvalid:
        return reply.add(Cause::RequestMalformed, reply.bySpeaker());
    case Meaning::RateLimited:
        return addPassing(reply, Cause::RateLimited);
    case Meaning::QuotaUsedUp:
        return reply.add(Cause::QuotaUsedUp, ofUsersKey(reply));
    case Meaning::ContentBlocked:
        return reply.add(Cause::ContentBlocked, reply.bySpeaker());
    case Meaning::ServiceError:
        return readServiceError(reply);
    case Meaning::Redirect:
        return readRedirect(reply);
    case Meaning::LoginPage:
        return readLoginPage(reply);
    case Meaning::UnexpectedReply:
        return readUnexpected(reply);
    case Meaning::OtherStatus:
        return reply.add(Cause::GatewayRefused, Status::Possible);
    }
}

const ProbeResult *judgedByTrial(const Evidence &evidence)
{
    if (const ProbeResult *direct = firstJudged(evidence, std::array{Variant::Direct}))
        return direct;
    const ProbeResult *result = firstJudged(evidence, probe::headerVariants);
    return result != nullptr ? result : firstJudged(evidence, probe::pathVariants);
}

bool accepted(const ProbeResult *result)
{
    return result != nullptr && result->reading.keyAccepted();
}

bool rejected(const ProbeResult *result)
{
    return result != nullptr && result->reading.meaning == Meaning::KeyUnknown
        && result->reading.answerer == Answerer::Cohere;
}

} // namespace

KeyOutcome keyOutcome(const Evidence &evidence)
{
    const ProbeResult *asGiven = trial(evidence, Variant::AsGiven);
    const ProbeResult *cleaned = trial(evidence, Variant::Cleaned);
    KeyOutcome outcome;
    outcome.acceptedAsGiven = accepted(asGiven);
    outcome.acceptedCleaned = accepted(cleaned);
    outcome.rejectedAsGiven = rejected(asGiven);
    outcome.rejectedCleaned = rejected(cleaned);
    const bool cleanedDecides = cleaned != nullptr && (asGiven == nullptr || outcome.acceptedCleaned);
    outcome.decisive = cleanedDecides ? cleaned : asGiven;
    outcome.judgedByTrial = judgedByTrial(evidence);
    if (outcome.judgedByTrial != nullptr) {
        const bool asItIs = evidence.inspection.headerSafe;
        (asItIs ? outcome.acceptedAsGiven : outcome.acceptedCleaned) |= accepted(outcome.judgedByTrial);
        (asItIs ? outcome.rejectedAsGiven : outcome.rejectedCleaned) |= rejected(outcome.judgedByTrial);
    }
    return outcome;
}

void readReplies(const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes)
{
    if (outcome.decisive != nullptr && !outcome.decisive->reply.failure)
        readMeaning({evidence, outcome, *outcome.decisive, causes});
    // What the service says of the key once the way to it is right: a matter of its own.
    if (outcome.judgedByTrial != nullptr)
        readMeaning({evidence, outcome, *outcome.judgedByTrial, causes});
}

} // namespace diagnosis
