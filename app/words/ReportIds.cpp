// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ReportIds.h"

namespace words {

QString id(inspect::Detail detail)
{
    switch (detail) {
    case inspect::Detail::Nothing:
        return QStringLiteral("nothing");
    case inspect::Detail::OnlyBlanks:
        return QStringLiteral("only-blanks");
    case inspect::Detail::LineBreak:
        return QStringLiteral("line-break");
    case inspect::Detail::Blank:
        return QStringLiteral("blank");
    case inspect::Detail::ZeroWidth:
        return QStringLiteral("zero-width");
    case inspect::Detail::DirectionMark:
        return QStringLiteral("direction-mark");
    case inspect::Detail::BlankLetter:
        return QStringLiteral("blank-letter");
    case inspect::Detail::VariationSelector:
        return QStringLiteral("variation-selector");
    case inspect::Detail::TagCharacters:
        return QStringLiteral("tag-characters");
    case inspect::Detail::ControlCharacter:
        return QStringLiteral("control-character");
    case inspect::Detail::TerminalResidue:
        return QStringLiteral("terminal-residue");
    case inspect::Detail::InvalidUtf8:
        return QStringLiteral("invalid-utf-8");
    case inspect::Detail::Utf16Text:
        return QStringLiteral("utf-16");
    case inspect::Detail::MisreadCharacters:
        return QStringLiteral("misread-characters");
    case inspect::Detail::OtherScript:
        return QStringLiteral("other-script");
    case inspect::Detail::MathematicalLetter:
        return QStringLiteral("mathematical-letter");
    case inspect::Detail::FullwidthForm:
        return QStringLiteral("fullwidth-form");
    case inspect::Detail::CurlyQuote:
        return QStringLiteral("curly-quote");
    case inspect::Detail::Dash:
        return QStringLiteral("dash");
    case inspect::Detail::Ellipsis:
        return QStringLiteral("ellipsis");
    case inspect::Detail::BoxDrawing:
        return QStringLiteral("box-drawing");
    case inspect::Detail::ReplacementCharacter:
        return QStringLiteral("replacement-character");
    case inspect::Detail::OtherCharacter:
        return QStringLiteral("other-character");
    case inspect::Detail::Quotes:
        return QStringLiteral("quotes");
    case inspect::Detail::Backticks:
        return QStringLiteral("backticks");
    case inspect::Detail::BearerPrefix:
        return QStringLiteral("bearer");
    case inspect::Detail::HeaderName:
        return QStringLiteral("header-name");
    case inspect::Detail::Assignment:
        return QStringLiteral("assignment");
    case inspect::Detail::StructuredLine:
        return QStringLiteral("structured-line");
    case inspect::Detail::TrailingPunctuation:
        return QStringLiteral("trailing-punctuation");
    case inspect::Detail::Brackets:
        return QStringLiteral("brackets");
    case inspect::Detail::Label:
        return QStringLiteral("label");
    case inspect::Detail::PercentEncoded:
        return QStringLiteral("percent-encoded");
    case inspect::Detail::Base64Encoded:
        return QStringLiteral("base64");
    case inspect::Detail::HexEncoded:
        return QStringLiteral("hexadecimal");
    case inspect::Detail::LiteralEscape:
        return QStringLiteral("literal-escape");
    case inspect::Detail::Repeated:
        return QStringLiteral("repeated");
    case inspect::Detail::PlaceholderWords:
        return QStringLiteral("placeholder-words");
    case inspect::Detail::VariableReference:
        return QStringLiteral("variable-reference");
    case inspect::Detail::MaskedValue:
        return QStringLiteral("masked-value");
    case inspect::Detail::ShortenedValue:
        return QStringLiteral("shortened-value");
    case inspect::Detail::EmptyWord:
        return QStringLiteral("empty-word");
    case inspect::Detail::ServicePrefix:
        return QStringLiteral("service-prefix");
    case inspect::Detail::ServiceShape:
        return QStringLiteral("service-shape");
    case inspect::Detail::UnusualLength:
        return QStringLiteral("unusual-length");
    case inspect::Detail::UnusualCharacters:
        return QStringLiteral("unusual-characters");
    }
    return {};
}

QString id(probe::Meaning meaning)
{
    switch (meaning) {
    case probe::Meaning::NoReply:
        return QStringLiteral("no-reply");
    case probe::Meaning::RerankResults:
        return QStringLiteral("rerank-results");
    case probe::Meaning::KeyValid:
        return QStringLiteral("key-valid");
    case probe::Meaning::KeyInvalid:
        return QStringLiteral("key-invalid");
    case probe::Meaning::NoKeyArrived:
        return QStringLiteral("no-key-arrived");
    case probe::Meaning::KeyUnknown:
        return QStringLiteral("key-unknown");
    case probe::Meaning::KeyExpired:
        return QStringLiteral("key-expired");
    case probe::Meaning::OtherUnauthorized:
        return QStringLiteral("other-unauthorized");
    case probe::Meaning::Billing:
        return QStringLiteral("billing");
    case probe::Meaning::EdgeBlocked:
        return QStringLiteral("edge-blocked");
    case probe::Meaning::Forbidden:
        return QStringLiteral("forbidden");
    case probe::Meaning::ModelNotFound:
        return QStringLiteral("model-not-found");
    case probe::Meaning::PathNotFound:
        return QStringLiteral("path-not-found");
    case probe::Meaning::ProxyLogin:
        return QStringLiteral("proxy-login");
    case probe::Meaning::RequestInvalid:
        return QStringLiteral("request-invalid");
    case probe::Meaning::RateLimited:
        return QStringLiteral("rate-limited");
    case probe::Meaning::QuotaUsedUp:
        return QStringLiteral("quota-used-up");
    case probe::Meaning::ContentBlocked:
        return QStringLiteral("content-blocked");
    case probe::Meaning::ServiceError:
        return QStringLiteral("service-error");
    case probe::Meaning::Redirect:
        return QStringLiteral("redirect");
    case probe::Meaning::LoginPage:
        return QStringLiteral("login-page");
    case probe::Meaning::UnexpectedReply:
        return QStringLiteral("unexpected-reply");
    case probe::Meaning::OtherStatus:
        return QStringLiteral("other-status");
    }
    return {};
}

QString id(probe::NetworkFailure failure)
{
    switch (failure) {
    case probe::NetworkFailure::NameNotFound:
        return QStringLiteral("name-not-found");
    case probe::NetworkFailure::NoNameServer:
        return QStringLiteral("no-name-server");
    case probe::NetworkFailure::ConnectionRefused:
        return QStringLiteral("connection-refused");
    case probe::NetworkFailure::ConnectionClosed:
        return QStringLiteral("connection-closed");
    case probe::NetworkFailure::HostUnreachable:
        return QStringLiteral("host-unreachable");
    case probe::NetworkFailure::TimedOut:
        return QStringLiteral("timed-out");
    case probe::NetworkFailure::TimedOutInReply:
        return QStringLiteral("timed-out-in-reply");
    case probe::NetworkFailure::CertificateUntrusted:
        return QStringLiteral("certificate-untrusted");
    case probe::NetworkFailure::TlsHandshakeFailed:
        return QStringLiteral("tls-handshake-failed");
    case probe::NetworkFailure::ProxyLoginNeeded:
        return QStringLiteral("proxy-login-needed");
    case probe::NetworkFailure::ProxyNotFound:
        return QStringLiteral("proxy-not-found");
    case probe::NetworkFailure::ProxyRefused:
        return QStringLiteral("proxy-refused");
    case probe::NetworkFailure::ProxyTooSlow:
        return QStringLiteral("proxy-too-slow");
    case probe::NetworkFailure::ProxyDenied:
        return QStringLiteral("proxy-denied");
    case probe::NetworkFailure::NotHttp:
        return QStringLiteral("not-http");
    case probe::NetworkFailure::ReplyTooLarge:
        return QStringLiteral("reply-too-large");
    case probe::NetworkFailure::Cancelled:
        return QStringLiteral("cancelled");
    case probe::NetworkFailure::KeyNotSendable:
        return QStringLiteral("key-not-sendable");
    case probe::NetworkFailure::Other:
        return QStringLiteral("other");
    }
    return {};
}

QString id(probe::CertificateProblem problem)
{
    switch (problem) {
    case probe::CertificateProblem::None:
        return QStringLiteral("none");
    case probe::CertificateProblem::SelfSigned:
        return QStringLiteral("self-signed");
    case probe::CertificateProblem::UnknownAuthority:
        return QStringLiteral("unknown-authority");
    case probe::CertificateProblem::IssuerNotSent:
        return QStringLiteral("issuer-not-sent");
    case probe::CertificateProblem::WrongHostName:
        return QStringLiteral("wrong-host-name");
    case probe::CertificateProblem::Expired:
        return QStringLiteral("expired");
    case probe::CertificateProblem::NotYetValid:
        return QStringLiteral("not-yet-valid");
    case probe::CertificateProblem::Other:
        return QStringLiteral("other");
    }
    return {};
}

QString id(probe::EndpointKind kind)
{
    switch (kind) {
    case probe::EndpointKind::Cohere:
        return QStringLiteral("cohere");
    case probe::EndpointKind::CohereOldHost:
        return QStringLiteral("cohere-old-host");
    case probe::EndpointKind::CohereOther:
        return QStringLiteral("cohere-other");
    case probe::EndpointKind::CohereWebSite:
        return QStringLiteral("cohere-web-site");
    case probe::EndpointKind::AzureFoundry:
        return QStringLiteral("azure-foundry");
    case probe::EndpointKind::AwsBedrock:
        return QStringLiteral("aws-bedrock");
    case probe::EndpointKind::AwsSageMaker:
        return QStringLiteral("aws-sagemaker");
    case probe::EndpointKind::OracleCloud:
        return QStringLiteral("oracle-cloud");
    case probe::EndpointKind::LiteLlm:
        return QStringLiteral("litellm");
    case probe::EndpointKind::OtherProvider:
        return QStringLiteral("other-provider");
    case probe::EndpointKind::ThisComputer:
        return QStringLiteral("this-computer");
    case probe::EndpointKind::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

QString id(probe::TargetFailure failure)
{
    switch (failure) {
    case probe::TargetFailure::EmptyUrl:
        return QStringLiteral("empty-url");
    case probe::TargetFailure::MalformedUrl:
        return QStringLiteral("malformed-url");
    case probe::TargetFailure::UnsupportedScheme:
        return QStringLiteral("unsupported-scheme");
    case probe::TargetFailure::UnprotectedHttp:
        return QStringLiteral("unprotected-http");
    case probe::TargetFailure::LoginInUrl:
        return QStringLiteral("login-in-url");
    case probe::TargetFailure::QueryInUrl:
        return QStringLiteral("query-in-url");
    case probe::TargetFailure::ForeignCharacters:
        return QStringLiteral("foreign-characters");
    case probe::TargetFailure::KeyAsHost:
        return QStringLiteral("key-as-host");
    case probe::TargetFailure::HeaderWithoutKey:
        return QStringLiteral("header-without-key");
    case probe::TargetFailure::HeaderMalformed:
        return QStringLiteral("header-malformed");
    }
    return {};
}

QString id(errortext::Sign sign)
{
    switch (sign) {
    case errortext::Sign::NothingArrived:
        return QStringLiteral("nothing-arrived");
    case errortext::Sign::TokenInvalid:
        return QStringLiteral("token-invalid");
    case errortext::Sign::TokenExpired:
        return QStringLiteral("token-expired");
    case errortext::Sign::BillingNeeded:
        return QStringLiteral("billing-needed");
    case errortext::Sign::ModelGone:
        return QStringLiteral("model-gone");
    case errortext::Sign::PathUnknown:
        return QStringLiteral("path-unknown");
    case errortext::Sign::RequestInvalid:
        return QStringLiteral("request-invalid");
    case errortext::Sign::MinuteLimit:
        return QStringLiteral("minute-limit");
    case errortext::Sign::MonthLimit:
        return QStringLiteral("month-limit");
    case errortext::Sign::ContentRefused:
        return QStringLiteral("content-refused");
    case errortext::Sign::ServerTrouble:
        return QStringLiteral("server-trouble");
    case errortext::Sign::KeyNotSet:
        return QStringLiteral("key-not-set");
    case errortext::Sign::KeyEmpty:
        return QStringLiteral("key-empty");
    case errortext::Sign::CharacterNamed:
        return QStringLiteral("character-named");
    case errortext::Sign::HeaderRefused:
        return QStringLiteral("header-refused");
    case errortext::Sign::BaseUrlUnusable:
        return QStringLiteral("base-url-unusable");
    case errortext::Sign::Unauthorized:
        return QStringLiteral("unauthorized");
    case errortext::Sign::Forbidden:
        return QStringLiteral("forbidden");
    case errortext::Sign::NotFound:
        return QStringLiteral("not-found");
    case errortext::Sign::LimitUnclear:
        return QStringLiteral("limit-unclear");
    case errortext::Sign::EdgeRefused:
        return QStringLiteral("edge-refused");
    case errortext::Sign::GatewayRefused:
        return QStringLiteral("gateway-refused");
    case errortext::Sign::LoginPage:
        return QStringLiteral("login-page");
    case errortext::Sign::ProxyLogin:
        return QStringLiteral("proxy-login");
    case errortext::Sign::CertificateUntrusted:
        return QStringLiteral("certificate-untrusted");
    case errortext::Sign::CertificateDates:
        return QStringLiteral("certificate-dates");
    case errortext::Sign::NameUnknown:
        return QStringLiteral("name-unknown");
    case errortext::Sign::NoConnection:
        return QStringLiteral("no-connection");
    case errortext::Sign::NetworkFailed:
        return QStringLiteral("network-failed");
    case errortext::Sign::OldClass:
        return QStringLiteral("old-class");
    case errortext::Sign::OtherService:
        return QStringLiteral("other-service");
    }
    return {};
}

} // namespace words
