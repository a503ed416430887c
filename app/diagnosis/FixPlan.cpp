// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/FixPlan.h"

#include <initializer_list>

namespace diagnosis {

namespace {

using Acts = std::vector<Act>;

Acts actsForKey(Cause cause)
{
    switch (cause) {
    case Cause::KeyMissing:
        return {Act::OpenKeysPage, Act::SetVariable, Act::CheckLength, Act::RestartProgram, Act::TestAgain};
    case Cause::WrongVariable:
        return {Act::CopyVariable, Act::CheckLength, Act::RestartProgram, Act::TestVariable};
    case Cause::ConflictingKeys:
        return {Act::TestBoth, Act::UnsetOther, Act::RestartProgram, Act::TestVariable};
    case Cause::HiddenCharacters:
        return {Act::CleanKey, Act::TestAgain, Act::CleanPlace, Act::CheckLength, Act::RestartProgram};
    case Cause::WrappedKey:
        return {Act::CleanKey, Act::TestAgain, Act::KeepOnlyKey, Act::CheckLength, Act::RestartProgram};
    case Cause::LookalikeCharacters:
        return {Act::OpenKeysPage, Act::CopyKeyAgain, Act::TestAgain, Act::SetVariable, Act::RestartProgram};
    case Cause::PlaceholderKey:
        return {Act::OpenKeysPage, Act::CopyKeyAgain, Act::TestAgain, Act::SetVariable, Act::RestartProgram};
    case Cause::OtherServiceKey:
        return {Act::OpenKeysPage, Act::CopyKeyAgain, Act::TestAgain, Act::SetVariable, Act::KeepOtherKeyApart};
    case Cause::KeyRejected:
        return {Act::OpenKeysPage, Act::CompareEnd, Act::MakeNewKey, Act::TestAgain, Act::SetVariable,
            Act::RestartProgram, Act::DeleteOldKey, Act::DoNotRetry};
    case Cause::KeyExpired:
        return {Act::OpenKeysPage, Act::MakeProductionKey, Act::TestAgain, Act::SetVariable, Act::RestartProgram,
            Act::DoNotRetry};
    case Cause::StaleEnvironment:
        return {Act::RestartProgram, Act::CheckLength, Act::TestVariable};
    case Cause::EnvFileNotLoaded:
        return {Act::TestEnvFile, Act::LoadEnvFile, Act::RestartProgram};
    case Cause::EnvFileSyntax:
        return {Act::MendEnvLine, Act::TestEnvFile, Act::RestartProgram};
    case Cause::ContainerEnvironment:
        return {Act::KeepOnlyKey, Act::RecreateContainer, Act::RebuildImage};
    default:
        return {};
    }
}

Acts actsForRoute(Cause cause)
{
    switch (cause) {
    case Cause::BlockedAddress:
        return {Act::TryOtherNetwork, Act::TestAgain, Act::WriteToSupport};
    case Cause::WrongEndpoint:
        return {Act::ShowBaseUrl, Act::SetBaseUrl, Act::UnsetBaseUrl, Act::TestDirect};
    case Cause::WrongHeader:
        return {Act::UseHeader, Act::TryOtherHeader, Act::AskGatewayOwner, Act::DoNotRetry, Act::TestAgain};
    case Cause::GatewayRefused:
        return {Act::TestDirect, Act::AskGatewayOwner, Act::DoNotRetry, Act::TestAgain};
    case Cause::HeaderStripped:
        return {Act::TestDirect, Act::AskToPassHeader, Act::DoNotRetry, Act::TestAgain};
    case Cause::ProxyLogin:
        return {Act::SetProxyLogin, Act::AskNetworkOwner, Act::TestAgain};
    case Cause::TlsUntrusted:
        return {Act::AskNetworkOwner, Act::GiveAuthority, Act::KeepCertificateChecks, Act::TestAgain};
    case Cause::ClockWrong:
        return {Act::SetClock, Act::TestAgain};
    case Cause::NameNotFound:
        return {Act::CheckHostSpelling, Act::LookUpHost, Act::CheckConnection, Act::TestAgain};
    case Cause::Unreachable:
        return {Act::CheckConnection, Act::CheckHostSpelling, Act::CheckFirewall, Act::TestAgain};
    case Cause::CaptivePortal:
        return {Act::SignInToNetwork, Act::TestAgain};
    default:
        return {};
    }
}

Acts actsForService(Cause cause)
{
    switch (cause) {
    case Cause::NoRerankAccess:
        return {Act::OpenKeysPage, Act::AskOwner, Act::MakeNewKey, Act::TestAgain, Act::WriteToSupport};
    case Cause::Billing:
        return {Act::OpenBilling, Act::AskOwner, Act::TestAgain};
    case Cause::QuotaUsedUp:
        return {Act::MakeProductionKey, Act::WaitForMonth, Act::TestAgain};
    case Cause::RateLimited:
        return {Act::WaitAMinute, Act::TestAgain, Act::CallLessOften};
    case Cause::ServiceTrouble:
        return {Act::TestLater, Act::OpenStatusPage};
    case Cause::ModelUnavailable:
        return {Act::UseCurrentModel, Act::TestAgain};
    case Cause::RequestMalformed:
        return {Act::ReadMessage, Act::CompareRequest, Act::TestAgain};
    case Cause::ContentBlocked:
        return {Act::ChangeText, Act::TestAgain};
    case Cause::OtherServiceError:
        return {Act::FindOtherService, Act::TestAgain};
    default:
        return {};
    }
}

/// Some steps make sense only where a trial has shown what works.
bool isOfUse(Act act, const FixContext &context)
{
    switch (act) {
    case Act::UseHeader:
        return !context.header.isEmpty();
    case Act::AskGatewayOwner:
        return context.header.isEmpty();
    case Act::SetBaseUrl:
        return !context.baseUrl.isEmpty();
    case Act::UnsetBaseUrl:
        return context.baseUrl.isEmpty();
    default:
        return true;
    }
}

/// The pages of Cohere that a step leads to (dashboard and documentation, as of August 2026).
QString linkOf(Act act)
{
    switch (act) {
    case Act::OpenKeysPage:
        return QStringLiteral("https://dashboard.cohere.com/api-keys");
    case Act::OpenBilling:
        return QStringLiteral("https://dashboard.cohere.com/billing?tab=payment");
    case Act::OpenStatusPage:
        return QStringLiteral("https://status.cohere.com");
    case Act::WriteToSupport:
        return QStringLiteral("mailto:support@cohere.com");
    case Act::CompareRequest:
        return QStringLiteral("https://docs.cohere.com/reference/rerank");
    default:
        return {};
    }
}

} // namespace

FixPlan fixPlan(Cause cause, const FixContext &context)
{
    Acts acts = actsForKey(cause);
    for (const auto &further : {actsForRoute(cause), actsForService(cause)})
        acts.insert(acts.end(), further.begin(), further.end());

    FixPlan plan;
    plan.reserve(acts.size());
    for (const Act act : acts) {
        if (isOfUse(act, context))
            plan.push_back({act, fixCommand(act, context), linkOf(act)});
    }
    return plan;
}

} // namespace diagnosis
