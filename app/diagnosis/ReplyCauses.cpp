// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

#include <algorithm>

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
        std::vector<EvidenceItem> items = {
            {.fact = fact, .detail = result.reading.message, .number = result.reply.status}};
        if (!fromCohere()) {
            for (const QString &sign : result.reading.signs)
                items.push_back({.fact = Fact::AnswererSign, .detail = sign});
        }
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

void readUnknownKey(const ReplyCase &reply)
{
    if (keyCheck(reply) == Meaning::KeyValid) {
        // Two answers that exclude each other: nothing is proved, and a valid key is never called invalid.
        reply.add(Cause::NoRerankAccess, Status::Possible, Fact::CheckSaysValid);
        reply.add(Cause::GatewayRefused, Status::Possible, Fact::CheckSaysValid);
        return;
    }
    const bool explained = reply.causes.hasConfirmed();
    if (explained)
        return;
    // A key that is cleaned by guesswork and still not known, or not tested cleaned: the text may be the reason.
    const bool textMayBeTheReason = reply.evidence.inspection.hasFindings();
    const Status status = !textMayBeTheReason ? reply.bySpeaker()
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

void readUnauthorized(const ReplyCase &reply)
{
    const bool inFront = reply.answerer() == Answerer::SomethingInFront;
    if (reply.fromCohere()) {
        reply.add(Cause::KeyRejected, Status::Likely);
        return;
    }
    reply.add(Cause::GatewayRefused, inFront ? Status::Confirmed : Status::Likely);
    if (reply.ownBase()) {
        reply.add(Cause::WrongHeader, Status::Possible);
        reply.add(Cause::WrongEndpoint, Status::Possible);
    }
    if (!inFront)
        reply.add(Cause::KeyRejected, Status::Possible);
}

void readForbidden(const ReplyCase &reply)
{
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

void readRedirect(const ReplyCase &reply)
{
    const std::vector<EvidenceItem> items = {
        {.fact = Fact::RedirectTo, .detail = reply.result.reading.redirectTarget, .number = reply.result.reply.status}};
    // A network's login page can only answer in another's name where nothing proves the name: over plain http.
    const bool proven = !reply.result.reply.tls.protocol.isEmpty();
    if (!reply.ownBase() && !proven)
        reply.causes.add(Cause::CaptivePortal, Status::Likely, items);
    reply.causes.add(Cause::WrongEndpoint, Status::Likely, items);
    if (reply.ownBase())
        reply.causes.add(Cause::CaptivePortal, Status::Possible, items);
}

void readLoginPage(const ReplyCase &reply)
{
    const int status = reply.result.reply.status;
    const std::vector<EvidenceItem> items = {{.fact = Fact::PageInsteadOfReply, .number = status}};
    constexpr int networkAuthenticationRequired = 511; // RFC 6585
    if (status == networkAuthenticationRequired) {
        reply.causes.add(Cause::CaptivePortal, Status::Confirmed, items);
        return;
    }
    reply.causes.add(Cause::CaptivePortal, Status::Likely, items);
    reply.causes.add(Cause::WrongEndpoint, reply.ownBase() ? Status::Likely : Status::Possible, items);
}

void readServiceError(const ReplyCase &reply)
{
    if (keyCheck(reply) == Meaning::KeyValid)
        reply.add(Cause::ServiceTrouble, reply.bySpeaker(), Fact::CheckSaysValid);
    else
        reply.add(Cause::ServiceTrouble, reply.bySpeaker());
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
    case Meaning::ProxyLogin: // the route's matter
        return;
    case Meaning::NoKeyArrived:
        reply.add(Cause::HeaderStripped, reply.fromCohere() ? Status::Confirmed : Status::Likely, Fact::KeyWasSent);
        if (reply.ownBase())
            reply.add(Cause::WrongHeader, Status::Possible);
        return;
    case Meaning::KeyUnknown:
        return readUnknownKey(reply);
    case Meaning::KeyExpired:
        return reply.add(Cause::KeyExpired, reply.bySpeaker());
    case Meaning::OtherUnauthorized:
        return readUnauthorized(reply);
    case Meaning::Billing:
        return reply.add(Cause::Billing, reply.bySpeaker());
    case Meaning::EdgeBlocked:
        return reply.add(Cause::BlockedAddress, reply.ownBase() ? Status::Likely : Status::Confirmed);
    case Meaning::Forbidden:
        return readForbidden(reply);
    case Meaning::ModelNotFound:
        return reply.add(Cause::ModelUnavailable, reply.bySpeaker());
    case Meaning::PathNotFound:
        return reply.add(Cause::WrongEndpoint, reply.bySpeaker());
    case Meaning::RequestInvalid:
        return reply.add(Cause::RequestMalformed, reply.bySpeaker());
    case Meaning::RateLimited:
        return reply.add(Cause::RateLimited, reply.bySpeaker());
    case Meaning::QuotaUsedUp:
        return reply.add(Cause::QuotaUsedUp, reply.bySpeaker());
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

const ProbeResult *tried(const Evidence &evidence, Variant variant)
{
    const ProbeResult *result = evidence.find(ProbeId::Rerank, variant);
    return result != nullptr && result->outcome != ProbeResult::Outcome::Skipped ? result : nullptr;
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
    const ProbeResult *asGiven = tried(evidence, Variant::AsGiven);
    const ProbeResult *cleaned = tried(evidence, Variant::Cleaned);
    KeyOutcome outcome;
    outcome.acceptedAsGiven = accepted(asGiven);
    outcome.acceptedCleaned = accepted(cleaned);
    outcome.rejectedAsGiven = rejected(asGiven);
    outcome.rejectedCleaned = rejected(cleaned);
    const bool cleanedDecides = cleaned != nullptr && (asGiven == nullptr || outcome.acceptedCleaned);
    outcome.decisive = cleanedDecides ? cleaned : asGiven;
    return outcome;
}

void readReplies(const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes)
{
    if (outcome.decisive == nullptr || outcome.decisive->reply.failure)
        return;
    readMeaning({evidence, outcome, *outcome.decisive, causes});
}

} // namespace diagnosis
