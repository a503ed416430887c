// SPDX-License-Identifier: GPL-3.0-or-later
// From what the user's program prints to causes.
#include "diagnosis/Readers.h"

#include "inspect/Inspection.h"
#include "key/Secret.h"

#include <algorithm>

namespace diagnosis {

namespace {

using errortext::NamedCharacter;
using errortext::Owner;
using errortext::Sighting;
using errortext::Sign;

/// A key that is made up around a character, so that inspect can tell what the character is, is no longer.
constexpr qsizetype longestMadeUp = 400;

EvidenceItem says(const Sighting &sighting)
{
    return {.fact = Fact::TextSays, .detail = sighting.quote, .number = sighting.line};
}

/// The causes of a sign, the likeliest first.
struct Meaning {
    Status first = Status::Likely;
    std::vector<Cause> causes;
};

Meaning meaningOf(const Sighting &sighting)
{
    const bool cohere = sighting.owner == Owner::Cohere;
    const Status likely = cohere ? Status::Likely : Status::Possible;
    switch (sighting.sign) {
    case Sign::NothingArrived:
        return {
            Status::Likely, {Cause::KeyMissing, Cause::WrongVariable, Cause::ConflictingKeys, Cause::HeaderStripped}};
    case Sign::TokenInvalid:
        return {
            Status::Likely, {Cause::KeyRejected, Cause::OtherServiceKey, Cause::WrappedKey, Cause::StaleEnvironment}};
    case Sign::TokenExpired:
        return {Status::Confirmed, {Cause::KeyExpired}};
    case Sign::BillingNeeded:
        return {Status::Confirmed, {Cause::Billing}};
    case Sign::ModelGone:
        return {Status::Confirmed, {Cause::ModelUnavailable}};
    case Sign::PathUnknown:
        return {Status::Likely, {Cause::WrongEndpoint}};
    case Sign::RequestInvalid:
        return {Status::Likely, {Cause::RequestMalformed}};
    case Sign::MinuteLimit:
        return {Status::Confirmed, {Cause::RateLimited}};
    case Sign::MonthLimit:
        return {Status::Confirmed, {Cause::QuotaUsedUp}};
    case Sign::ContentRefused:
        return {likely == Status::Likely ? Status::Confirmed : Status::Likely, {Cause::ContentBlocked}};
    case Sign::ServerTrouble:
        return {Status::Likely, {Cause::ServiceTrouble}};
    case Sign::KeyNotSet:
        return {Status::Likely, {Cause::KeyMissing, Cause::WrongVariable, Cause::EnvFileNotLoaded}};
    case Sign::KeyEmpty:
        return {Status::Confirmed, {Cause::KeyMissing, Cause::ConflictingKeys}};
    case Sign::HeaderRefused:
        return {Status::Likely, {Cause::HiddenCharacters, Cause::LookalikeCharacters}};
    case Sign::BaseUrlUnusable:
        return {Status::Likely, {Cause::WrongEndpoint}};
    case Sign::Unauthorized:
        if (cohere)
            return {Status::Likely, {Cause::KeyRejected, Cause::KeyMissing, Cause::GatewayRefused}};
        return {
            Status::Possible, {Cause::KeyRejected, Cause::KeyMissing, Cause::GatewayRefused, Cause::OtherServiceError}};
    case Sign::Forbidden:
        return {likely, {Cause::NoRerankAccess, Cause::BlockedAddress, Cause::GatewayRefused}};
    case Sign::NotFound:
        return {Status::Possible, {Cause::WrongEndpoint, Cause::ModelUnavailable}};
    case Sign::LimitUnclear:
        return {Status::Likely, {Cause::RateLimited, Cause::QuotaUsedUp}};
    case Sign::EdgeRefused:
        return {Status::Likely, {Cause::BlockedAddress}};
    case Sign::GatewayRefused:
        return {Status::Likely, {Cause::GatewayRefused}};
    case Sign::LoginPage:
        return {
            sighting.status == 511 ? Status::Likely : Status::Possible, {Cause::CaptivePortal, Cause::WrongEndpoint}};
    case Sign::ProxyLogin:
        return {Status::Likely, {Cause::ProxyLogin}};
    case Sign::CertificateUntrusted:
        return {Status::Likely, {Cause::TlsUntrusted}};
    case Sign::CertificateDates:
        return {Status::Likely, {Cause::TlsUntrusted, Cause::ClockWrong}};
    case Sign::NameUnknown:
        return {Status::Likely, {Cause::NameNotFound}};
    case Sign::NoConnection:
        return {Status::Likely, {Cause::Unreachable}};
    case Sign::NetworkFailed:
        return {Status::Possible, {Cause::Unreachable, Cause::NameNotFound, Cause::TlsUntrusted}};
    case Sign::CharacterNamed: // readCharacters() has them
    case Sign::OldClass:
    case Sign::OtherService:
        break;
    }
    return {};
}

std::optional<Cause> causeOf(inspect::FindingKind kind)
{
    switch (kind) {
    case inspect::FindingKind::HiddenCharacters:
        return Cause::HiddenCharacters;
    case inspect::FindingKind::LookalikeCharacters:
        return Cause::LookalikeCharacters;
    case inspect::FindingKind::WrappedKey:
        return Cause::WrappedKey;
    default:
        return std::nullopt;
    }
}

/// What inspect says about the character: it stands at its place in a made-up key of the usual length, or at its end.
std::optional<inspect::Finding> findingOf(const NamedCharacter &character)
{
    const QString madeUp = QStringLiteral("MadeUpKey1w2E3r4T5z6U7i8O9p0A1s2D3f4G5hJ");
    const qsizetype offset = character.offset.value_or(1);
    if (offset > longestMadeUp)
        return std::nullopt;
    QString text = madeUp.left(offset).leftJustified(offset, u'x');
    text += QStringView(QChar::fromUcs4(character.codePoint));
    text += QStringView(madeUp).mid(std::min(offset, madeUp.size()));
    const inspect::Inspection inspection = inspect::inspect(key::Secret(text.toUtf8()));
    const auto found = std::find_if(inspection.findings.begin(), inspection.findings.end(),
        [&](const inspect::Finding &finding) { return finding.offset == offset && causeOf(finding.kind); });
    return found == inspection.findings.end() ? std::nullopt : std::optional(*found);
}

void readCharacters(const errortext::ErrorReading &reading, const Sighting &sighting, CauseCollector &causes)
{
    const Status status = sighting.owner == Owner::Cohere ? Status::Confirmed : Status::Likely;
    if (reading.characters.empty()) {
        causes.add(Cause::HiddenCharacters, Status::Likely, {says(sighting)});
        causes.add(Cause::LookalikeCharacters, Status::Possible, {says(sighting)});
    }
    for (const NamedCharacter &character : reading.characters) {
        const auto finding = findingOf(character);
        const Cause cause = finding ? *causeOf(finding->kind) : Cause::HiddenCharacters;
        if (finding) {
            causes.add(cause, status,
                {{.fact = Fact::TextNamesCharacter, .number = character.offset ? 1 : 0, .finding = finding}});
        }
        causes.add(cause, status, {says(sighting)});
    }
}

void readOtherService(const Sighting &sighting, CauseCollector &causes)
{
    // The error of another service says nothing against Cohere's, where that one is in the text as well.
    const bool alone = !causes.hasConfirmed() && causes.ranked().empty();
    const Status status =
        alone || causes.ranked().front().cause == Cause::OtherServiceError ? Status::Likely : Status::Possible;
    causes.add(Cause::OtherServiceError, status,
        {{.fact = Fact::TextOfOtherService,
            .name = sighting.service,
            .detail = sighting.quote,
            .number = sighting.line}});
}

EvidenceItem oldClass()
{
    return {.fact = Fact::TextNamesOldClass,
        .name = QStringLiteral("cohere.error.AuthenticationError"),
        .detail = QStringLiteral("cohere.errors.unauthorized_error.UnauthorizedError")};
}

void readSighting(const errortext::ErrorReading &reading, const Sighting &sighting, CauseCollector &causes)
{
    if (sighting.sign == Sign::CharacterNamed)
        return readCharacters(reading, sighting, causes);
    if (sighting.sign == Sign::OtherService)
        return readOtherService(sighting, causes);
    const Meaning meaning = meaningOf(sighting);
    for (const Cause cause : meaning.causes) {
        const bool first = cause == meaning.causes.front();
        causes.add(cause, first ? meaning.first : Status::Possible, {says(sighting)});
    }
}

} // namespace

void readErrorText(const Evidence &evidence, CauseCollector &causes)
{
    if (!evidence.errorText)
        return;
    const errortext::ErrorReading &reading = *evidence.errorText;
    // What came earlier in the text, or was said besides, is possible still, and no more.
    CauseCollector ofText;
    bool first = true;
    for (const Sighting &sighting : reading.sightings) {
        CauseCollector one;
        if (sighting.sign == Sign::OtherService && !first)
            one.add(Cause::OtherServiceError, Status::Possible, {});
        readSighting(reading, sighting, first || sighting.sign == Sign::OtherService ? ofText : one);
        for (CauseFound &found : one.ranked())
            ofText.add(found.cause, Status::Possible, std::move(found.evidence));
        first = first && sighting.sign == Sign::OldClass;
    }
    const bool old = std::any_of(reading.sightings.begin(), reading.sightings.end(),
        [](const Sighting &sighting) { return sighting.sign == Sign::OldClass; });
    bool leading = true;
    for (CauseFound &found : ofText.ranked()) {
        if (leading && old)
            found.evidence.push_back(oldClass());
        if (leading && reading.keysMasked > 0)
            found.evidence.push_back({.fact = Fact::TextHeldKeys, .number = reading.keysMasked});
        leading = false;
        causes.add(found.cause, found.status, std::move(found.evidence));
    }
}

} // namespace diagnosis
