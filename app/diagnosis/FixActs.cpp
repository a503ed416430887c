// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/FixActs.h"

namespace diagnosis {

namespace {

Acts joined(std::initializer_list<Acts> parts)
{
    Acts all;
    for (const Acts &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// What makes a program take a value that has changed where it reads it.
Acts restarting(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Docker:
        return {Act::RemoveContainer, Act::RecreateContainer};
    case Runtime::Compose:
        return {Act::RecreateContainer};
    case Runtime::Systemd:
        return {Act::ReloadUnits, Act::RestartProgram};
    case Runtime::Terminal:
    case Runtime::Kubernetes:
    case Runtime::GitHubActions:
    case Runtime::Jupyter:
    case Runtime::VsCode:
        break;
    }
    return {Act::RestartProgram};
}

/// The program takes the key from a file: nothing but the file has to change.
bool isReadFromFile(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Kubernetes:
    case Runtime::GitHubActions:
    case Runtime::Systemd:
        return false;
    case Runtime::Terminal:
    case Runtime::Docker:
    case Runtime::Compose:
    case Runtime::Jupyter:
    case Runtime::VsCode:
        break;
    }
    return context.keyIsInFile;
}

/// Another key in the place of one that the program already reads.
Acts replacing(const FixContext &context)
{
    if (isReadFromFile(context)
        && context.runtime == Runtime::Docker) // it takes quotes for a part of the key, and this program does not
        return joined({{Act::MendEnvLine}, restarting(context)});
    if (isReadFromFile(context))
        return joined({{Act::MendEnvLine, Act::TestEnvFile}, restarting(context)});
    switch (context.runtime) {
    case Runtime::Terminal:
    case Runtime::VsCode:
        return {Act::SetVariable, Act::KeepVariable, Act::RestartProgram};
    case Runtime::Docker:
    case Runtime::Compose:
        return joined({{Act::SetVariable}, restarting(context)});
    case Runtime::Kubernetes:
    case Runtime::Systemd:
        return {Act::SetVariable, Act::StoreKey, Act::RestartProgram};
    case Runtime::GitHubActions:
        return {Act::StoreKey, Act::RestartProgram};
    case Runtime::Jupyter:
        break;
    }
    return {Act::SetVariable};
}

/// A key where there was none.
Acts settingUp(const FixContext &context)
{
    if (isReadFromFile(context))
        return replacing(context);
    switch (context.runtime) {
    case Runtime::Terminal:
        return {Act::SetVariable, Act::KeepVariable, Act::HandToDock, Act::RestartProgram};
    case Runtime::Compose:
        return {Act::SetVariable, Act::PassVariable, Act::RecreateContainer};
    case Runtime::Kubernetes:
        return {Act::SetVariable, Act::StoreKey, Act::PassVariable, Act::PublishChange};
    case Runtime::GitHubActions:
        return {Act::StoreKey, Act::PassVariable, Act::PublishChange};
    case Runtime::Systemd:
        return {Act::SetVariable, Act::StoreKey, Act::PassVariable, Act::ReloadUnits, Act::RestartProgram};
    case Runtime::Docker:
    case Runtime::Jupyter:
    case Runtime::VsCode:
        break;
    }
    return replacing(context);
}

/// The same key under the name that the client reads.
Acts renaming(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Terminal:
    case Runtime::VsCode:
        return {Act::CopyVariable, Act::KeepVariable, Act::RestartProgram};
    case Runtime::Kubernetes:
    case Runtime::GitHubActions:
        return {Act::CopyVariable, Act::PublishChange};
    case Runtime::Jupyter:
        return {Act::CopyVariable};
    case Runtime::Docker:
    case Runtime::Compose:
    case Runtime::Systemd:
        break;
    }
    return joined({{Act::CopyVariable}, restarting(context)});
}

/// What stands in the file, into the program.
Acts loading(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Terminal:
        return {Act::LoadEnvFile, Act::LoadIntoTerminal, Act::RestartProgram};
    case Runtime::Docker:
        return {Act::RemoveContainer, Act::LoadEnvFile};
    case Runtime::Kubernetes:
        return {Act::LoadEnvFile, Act::PassVariable, Act::PublishChange};
    case Runtime::GitHubActions:
        return {Act::LoadEnvFile, Act::StoreKey, Act::PassVariable, Act::PublishChange};
    case Runtime::Jupyter:
        return {Act::LoadEnvFile};
    case Runtime::Compose:
    case Runtime::VsCode:
    case Runtime::Systemd:
        break;
    }
    return joined({{Act::LoadEnvFile}, restarting(context)});
}

/// A container's own value, or its image's.
Acts renewingContainer(const FixContext &context)
{
    if (context.runtime == Runtime::Docker)
        return {Act::KeepOnlyKey, Act::CheckImage, Act::RebuildImage, Act::RemoveContainer, Act::RecreateContainer,
            Act::CheckLength};
    if (context.runtime == Runtime::Kubernetes)
        return {Act::KeepOnlyKey, Act::SetVariable, Act::StoreKey, Act::RestartProgram, Act::CheckLength,
            Act::CheckImage, Act::RebuildImage};
    return {Act::KeepOnlyKey, Act::RecreateContainer, Act::CheckImage, Act::RebuildImage};
}

Acts changingBaseUrl(const FixContext &context)
{
    const Act test = context.baseUrl.isEmpty() ? Act::TestDirect : Act::TestBaseUrl;
    const bool atOnce = context.runtime == Runtime::Terminal || context.runtime == Runtime::Jupyter
        || context.runtime == Runtime::Kubernetes || context.runtime == Runtime::VsCode;
    Acts after = atOnce ? Acts{} : restarting(context);
    if (context.runtime == Runtime::GitHubActions)
        after = {Act::PublishChange};
    if (context.runtime == Runtime::Docker && !context.baseUrl.isEmpty()) // it is given when the container is made
        return {Act::ShowBaseUrl, Act::RemoveContainer, Act::SetBaseUrl, test};
    return joined({{Act::ShowBaseUrl, Act::SetBaseUrl, Act::UnsetBaseUrl}, after, {test}});
}

Acts ofKeyText(Cause cause, const FixContext &context)
{
    switch (cause) {
    case Cause::HiddenCharacters:
        return joined({{Act::CleanKey, Act::TestAgain, Act::CleanPlace}, replacing(context), {Act::CheckLength}});
    case Cause::WrappedKey:
        return joined({{Act::CleanKey, Act::TestAgain, Act::KeepOnlyKey}, replacing(context), {Act::CheckLength}});
    case Cause::LookalikeCharacters:
    case Cause::PlaceholderKey:
        return joined({{Act::OpenKeysPage, Act::CopyKeyAgain, Act::TestAgain}, replacing(context), {Act::CheckLength}});
    case Cause::OtherServiceKey:
        return joined(
            {{Act::OpenKeysPage, Act::CopyKeyAgain, Act::TestAgain}, replacing(context), {Act::KeepOtherKeyApart}});
    case Cause::KeyRejected:
        return joined({{Act::OpenKeysPage, Act::CompareEnd, Act::MakeNewKey, Act::TestAgain}, replacing(context),
            {Act::DeleteOldKey, Act::DoNotRetry}});
    case Cause::KeyExpired:
        return joined({{Act::OpenKeysPage, Act::MakeProductionKey, Act::TestAgain}, replacing(context),
            {Act::CheckLength, Act::DoNotRetry}});
    default:
        return {};
    }
}

Acts ofPlace(Cause cause, const FixContext &context)
{
    switch (cause) {
    case Cause::KeyMissing:
        return joined({{Act::OpenKeysPage}, settingUp(context), {Act::CheckLength, Act::TestVariable}});
    case Cause::WrongVariable:
        return joined({renaming(context), {Act::CheckLength, Act::TestVariable}});
    case Cause::ConflictingKeys:
        return joined({{Act::TestBoth, Act::UnsetOther, Act::RemoveForGood}, restarting(context), {Act::TestVariable}});
    case Cause::StaleEnvironment:
        return joined(
            {{Act::CompareWithNew, Act::HandToDock}, restarting(context), {Act::CheckLength, Act::TestVariable}});
    case Cause::EnvFileNotLoaded:
        return joined({{Act::TestEnvFile}, loading(context), {Act::CheckLength}});
    case Cause::EnvFileSyntax:
        return joined({{Act::MendEnvLine, Act::TestEnvFile}, restarting(context), {Act::CheckLength}});
    case Cause::ContainerEnvironment:
        return renewingContainer(context);
    default:
        return {};
    }
}

Acts ofService(Cause cause, const FixRoute &route)
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
        if (route.atOwnServer() && route.status != 0) // a gateway of somebody's own may need its owner
            return {Act::TestLater, Act::TellServerOwner, Act::OpenStatusPage};
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

} // namespace

Acts fixActs(Cause cause, const FixContext &context)
{
    if (cause == Cause::WrongEndpoint)
        return changingBaseUrl(context);
    return joined({ofKeyText(cause, context), ofPlace(cause, context), routeActs(cause, context.route),
        ofService(cause, context.route)});
}

} // namespace diagnosis
