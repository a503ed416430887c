// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Ids.h"

namespace words {

using diagnosis::Cause;

QString id(Cause cause)
{
    switch (cause) {
    case Cause::KeyMissing:
        return QStringLiteral("key-missing");
    case Cause::WrongVariable:
        return QStringLiteral("wrong-variable");
    case Cause::ConflictingKeys:
        return QStringLiteral("conflicting-keys");
    case Cause::HiddenCharacters:
        return QStringLiteral("hidden-characters");
    case Cause::LookalikeCharacters:
        return QStringLiteral("lookalike-characters");
    case Cause::WrappedKey:
        return QStringLiteral("wrapped-key");
    case Cause::PlaceholderKey:
        return QStringLiteral("placeholder-key");
    case Cause::OtherServiceKey:
        return QStringLiteral("other-service-key");
    case Cause::KeyRejected:
        return QStringLiteral("key-rejected");
    case Cause::KeyExpired:
        return QStringLiteral("key-expired");
    case Cause::StaleEnvironment:
        return QStringLiteral("stale-environment");
    case Cause::EnvFileNotLoaded:
        return QStringLiteral("env-file-not-loaded");
    case Cause::EnvFileSyntax:
        return QStringLiteral("env-file-syntax");
    case Cause::ContainerEnvironment:
        return QStringLiteral("container-environment");
    case Cause::NoRerankAccess:
        return QStringLiteral("no-rerank-access");
    case Cause::Billing:
        return QStringLiteral("billing");
    case Cause::QuotaUsedUp:
        return QStringLiteral("quota-used-up");
    case Cause::RateLimited:
        return QStringLiteral("rate-limited");
    case Cause::ServiceTrouble:
        return QStringLiteral("service-trouble");
    case Cause::BlockedAddress:
        return QStringLiteral("blocked-address");
    case Cause::WrongEndpoint:
        return QStringLiteral("wrong-endpoint");
    case Cause::WrongHeader:
        return QStringLiteral("wrong-header");
    case Cause::GatewayRefused:
        return QStringLiteral("gateway-refused");
    case Cause::HeaderStripped:
        return QStringLiteral("header-stripped");
    case Cause::ProxyLogin:
        return QStringLiteral("proxy-login");
    case Cause::TlsUntrusted:
        return QStringLiteral("tls-untrusted");
    case Cause::ClockWrong:
        return QStringLiteral("clock-wrong");
    case Cause::NameNotFound:
        return QStringLiteral("name-not-found");
    case Cause::Unreachable:
        return QStringLiteral("unreachable");
    case Cause::CaptivePortal:
        return QStringLiteral("captive-portal");
    case Cause::ModelUnavailable:
        return QStringLiteral("model-unavailable");
    case Cause::RequestMalformed:
        return QStringLiteral("request-malformed");
    case Cause::ContentBlocked:
        return QStringLiteral("content-blocked");
    case Cause::OtherServiceError:
        return QStringLiteral("other-service-error");
    }
    return {};
}

QString id(diagnosis::Status status)
{
    switch (status) {
    case diagnosis::Status::Confirmed:
        return QStringLiteral("confirmed");
    case diagnosis::Status::Likely:
        return QStringLiteral("likely");
    case diagnosis::Status::Possible:
        return QStringLiteral("possible");
    case diagnosis::Status::RuledOut:
        return QStringLiteral("ruled-out");
    }
    return {};
}

QString id(diagnosis::Verdict verdict)
{
    switch (verdict) {
    case diagnosis::Verdict::Works:
        return QStringLiteral("works");
    case diagnosis::Verdict::FixKey:
        return QStringLiteral("fix-key");
    case diagnosis::Verdict::FixAccess:
        return QStringLiteral("fix-access");
    case diagnosis::Verdict::FixRoute:
        return QStringLiteral("fix-route");
    case diagnosis::Verdict::FixRequest:
        return QStringLiteral("fix-request");
    case diagnosis::Verdict::Wait:
        return QStringLiteral("wait");
    case diagnosis::Verdict::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

QString id(diagnosis::Platform platform)
{
    switch (platform) {
    case diagnosis::Platform::WindowsPowerShell:
        return QStringLiteral("windows-powershell");
    case diagnosis::Platform::WindowsCmd:
        return QStringLiteral("windows-cmd");
    case diagnosis::Platform::MacZsh:
        return QStringLiteral("macos-zsh");
    case diagnosis::Platform::LinuxBash:
        return QStringLiteral("linux-bash");
    case diagnosis::Platform::LinuxZsh:
        return QStringLiteral("linux-zsh");
    case diagnosis::Platform::LinuxFish:
        return QStringLiteral("linux-fish");
    case diagnosis::Platform::Docker:
        return QStringLiteral("docker");
    case diagnosis::Platform::Compose:
        return QStringLiteral("compose");
    case diagnosis::Platform::Kubernetes:
        return QStringLiteral("kubernetes");
    case diagnosis::Platform::GitHubActions:
        return QStringLiteral("github-actions");
    case diagnosis::Platform::Jupyter:
        return QStringLiteral("jupyter");
    case diagnosis::Platform::VsCode:
        return QStringLiteral("vscode");
    case diagnosis::Platform::Systemd:
        return QStringLiteral("systemd");
    }
    return {};
}

QString id(diagnosis::ProbeResult::Outcome outcome)
{
    switch (outcome) {
    case diagnosis::ProbeResult::Outcome::Passed:
        return QStringLiteral("passed");
    case diagnosis::ProbeResult::Outcome::Failed:
        return QStringLiteral("failed");
    case diagnosis::ProbeResult::Outcome::Skipped:
        return QStringLiteral("skipped");
    }
    return {};
}

QString id(probe::ProbeId probe)
{
    switch (probe) {
    case probe::ProbeId::NameLookup:
        return QStringLiteral("name-lookup");
    case probe::ProbeId::Connect:
        return QStringLiteral("connect");
    case probe::ProbeId::Tls:
        return QStringLiteral("tls");
    case probe::ProbeId::ServerTime:
        return QStringLiteral("server-time");
    case probe::ProbeId::CheckApiKey:
        return QStringLiteral("check-api-key");
    case probe::ProbeId::Rerank:
        return QStringLiteral("rerank");
    }
    return {};
}

QString id(probe::Variant variant)
{
    switch (variant) {
    case probe::Variant::None:
        return {};
    case probe::Variant::AsGiven:
        return QStringLiteral("as-given");
    case probe::Variant::Cleaned:
        return QStringLiteral("cleaned");
    case probe::Variant::OtherPlace:
        return QStringLiteral("other-place");
    case probe::Variant::NoKey:
        return QStringLiteral("no-key");
    case probe::Variant::Direct:
        return QStringLiteral("direct");
    case probe::Variant::BearerHeader:
        return QStringLiteral("header:Bearer");
    case probe::Variant::BareHeader:
        return QStringLiteral("header:Authorization");
    case probe::Variant::XApiKeyHeader:
        return QStringLiteral("header:X-API-Key");
    case probe::Variant::ApiKeyHeader:
        return QStringLiteral("header:api-key");
    case probe::Variant::PathOnce:
        return QStringLiteral("path:once");
    case probe::Variant::V1Path:
        return QStringLiteral("path:v1");
    case probe::Variant::WithoutPath:
        return QStringLiteral("path:none");
    case probe::Variant::Again:
        return QStringLiteral("again");
    }
    return {};
}

QString id(probe::ProxyReason reason)
{
    switch (reason) {
    case probe::ProxyReason::NoneSet:
        return QStringLiteral("none-set");
    case probe::ProxyReason::SwitchedOff:
        return QStringLiteral("switched-off");
    case probe::ProxyReason::ThisComputer:
        return QStringLiteral("this-computer");
    case probe::ProxyReason::Given:
        return QStringLiteral("given");
    case probe::ProxyReason::Variable:
        return QStringLiteral("variable");
    case probe::ProxyReason::ExceptedByVariable:
        return QStringLiteral("excepted-by-variable");
    case probe::ProxyReason::System:
        return QStringLiteral("system");
    case probe::ProxyReason::VariableUnreadable:
        return QStringLiteral("variable-unreadable");
    }
    return {};
}

QString id(probe::Answerer answerer)
{
    switch (answerer) {
    case probe::Answerer::Nobody:
        return QStringLiteral("nobody");
    case probe::Answerer::Cohere:
        return QStringLiteral("cohere");
    case probe::Answerer::SomethingInFront:
        return QStringLiteral("something-in-front");
    case probe::Answerer::Unclear:
        return QStringLiteral("unclear");
    }
    return {};
}

} // namespace words
