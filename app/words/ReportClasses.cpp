// SPDX-License-Identifier: GPL-3.0-or-later
// The classes of what a report names: of characters, of answers, of certificates.
#include "words/ReportWords.h"

namespace words {

QString ReportWords::finding(inspect::Detail detail)
{
    //: In all of these: what was found in a key, in a table
    switch (detail) {
    case inspect::Detail::Nothing:
        return tr("nothing at all");
    case inspect::Detail::OnlyBlanks:
        return tr("only blanks");
    case inspect::Detail::LineBreak:
        return tr("a line break");
    case inspect::Detail::Blank:
        return tr("a blank");
    case inspect::Detail::ZeroWidth:
        return tr("a character of zero width");
    case inspect::Detail::DirectionMark:
        return tr("a mark for the direction of writing");
    case inspect::Detail::BlankLetter:
        return tr("a letter that looks like a blank");
    case inspect::Detail::VariationSelector:
        return tr("a variation selector, which is invisible");
    case inspect::Detail::TagCharacters:
        return tr("invisible tag characters");
    case inspect::Detail::ControlCharacter:
        return tr("a control character");
    case inspect::Detail::TerminalResidue:
        return tr("a control sequence of a terminal");
    case inspect::Detail::InvalidUtf8:
        return tr("a byte that is no text in UTF-8");
    case inspect::Detail::Utf16Text:
        return tr("text in UTF-16");
    case inspect::Detail::MisreadCharacters:
        return tr("characters that were decoded wrongly");
    case inspect::Detail::OtherScript:
        return tr("a letter of another script");
    case inspect::Detail::MathematicalLetter:
        return tr("a mathematical letter");
    case inspect::Detail::FullwidthForm:
        return tr("a full-width form");
    case inspect::Detail::CurlyQuote:
        return tr("a curly quote");
    case inspect::Detail::Dash:
        return tr("a dash");
    case inspect::Detail::Ellipsis:
        return tr("an ellipsis, one character that looks like three dots");
    case inspect::Detail::BoxDrawing:
        return tr("a piece of a frame");
    case inspect::Detail::ReplacementCharacter:
        return tr("a mark for a lost character");
    case inspect::Detail::OtherCharacter:
        return tr("a character that no key has");
    case inspect::Detail::Quotes:
        return tr("quotation marks");
    case inspect::Detail::Backticks:
        return tr("backticks");
    case inspect::Detail::BearerPrefix:
        return tr("the word \"Bearer\"");
    case inspect::Detail::HeaderName:
        return tr("the name of a request header");
    case inspect::Detail::Assignment:
        return tr("the name of a variable");
    case inspect::Detail::StructuredLine:
        return tr("a piece of JSON or YAML");
    case inspect::Detail::TrailingPunctuation:
        return tr("a comma or semicolon");
    case inspect::Detail::Brackets:
        return tr("brackets");
    case inspect::Detail::Label:
        return tr("words beside the key");
    case inspect::Detail::PercentEncoded:
        return tr("percent-encoding");
    case inspect::Detail::Base64Encoded:
        return tr("a key encoded in base64");
    case inspect::Detail::HexEncoded:
        return tr("a key in hexadecimal digits");
    case inspect::Detail::LiteralEscape:
        return tr("a hidden character written out, such as \\n");
    case inspect::Detail::Repeated:
        return tr("the key once more");
    case inspect::Detail::PlaceholderWords:
        return tr("the words of an example");
    case inspect::Detail::VariableReference:
        return tr("the name of a variable, not replaced by its value");
    case inspect::Detail::MaskedValue:
        return tr("a masked key");
    case inspect::Detail::ShortenedValue:
        return tr("a shortened key");
    case inspect::Detail::EmptyWord:
        return tr("a word for \"no value\"");
    case inspect::Detail::ServicePrefix:
        return tr("the beginning of another service's key");
    case inspect::Detail::ServiceShape:
        return tr("the shape of another kind of key");
    case inspect::Detail::UnusualLength:
        return tr("not the usual length");
    case inspect::Detail::UnusualCharacters:
        return tr("not the usual letters and digits");
    }
    return {};
}

QString ReportWords::meaning(probe::Meaning meaning)
{
    //: In all of these: what an answer of the service says, in a table
    switch (meaning) {
    case probe::Meaning::NoReply:
        return tr("no answer");
    case probe::Meaning::RerankResults:
        return tr("results: the key works");
    case probe::Meaning::KeyValid:
        return tr("the key is valid");
    case probe::Meaning::KeyInvalid:
        return tr("the key is not valid");
    case probe::Meaning::NoKeyArrived:
        return tr("no key arrived");
    case probe::Meaning::KeyUnknown:
        return tr("the key is not known");
    case probe::Meaning::KeyExpired:
        return tr("the key has expired");
    case probe::Meaning::OtherUnauthorized:
        return tr("not let in, in words that are not Cohere's");
    case probe::Meaning::Billing:
        return tr("something about payment");
    case probe::Meaning::EdgeBlocked:
        return tr("blocked by address or region, before the key was looked at");
    case probe::Meaning::Forbidden:
        return tr("not allowed");
    case probe::Meaning::ModelNotFound:
        return tr("the model is not there");
    case probe::Meaning::PathNotFound:
        return tr("there is nothing at this path");
    case probe::Meaning::ProxyLogin:
        return tr("the proxy wants its own login");
    case probe::Meaning::RequestInvalid:
        return tr("the request is not right");
    case probe::Meaning::RateLimited:
        return tr("too many calls in a minute");
    case probe::Meaning::QuotaUsedUp:
        return tr("the month's calls are used up");
    case probe::Meaning::ContentBlocked:
        return tr("the text was refused, not the key");
    case probe::Meaning::ServiceError:
        return tr("trouble at the service");
    case probe::Meaning::Redirect:
        return tr("points to another address");
    case probe::Meaning::LoginPage:
        return tr("a web page instead of an answer");
    case probe::Meaning::UnexpectedReply:
        return tr("not what the endpoint sends");
    case probe::Meaning::OtherStatus:
        return tr("another answer");
    }
    return {};
}

QString ReportWords::certificate(probe::CertificateProblem problem)
{
    switch (problem) {
    case probe::CertificateProblem::None:
        break;
    case probe::CertificateProblem::SelfSigned:
        //: In all of these: what is wrong with a certificate, in a table
        return tr("self-signed");
    case probe::CertificateProblem::UnknownAuthority:
        return tr("made by an authority that this computer does not know");
    case probe::CertificateProblem::IssuerNotSent:
        return tr("sent without the certificate of its issuer");
    case probe::CertificateProblem::WrongHostName:
        return tr("for another host name");
    case probe::CertificateProblem::Expired:
        return tr("expired");
    case probe::CertificateProblem::NotYetValid:
        return tr("not valid yet");
    case probe::CertificateProblem::Other:
        return tr("not trusted");
    }
    return {};
}

QString ReportWords::sign(errortext::Sign sign)
{
    //: In all of these: what a program's error text says, in a table
    switch (sign) {
    case errortext::Sign::NothingArrived:
        return tr("no key arrived");
    case errortext::Sign::TokenInvalid:
        return tr("the key is not known");
    case errortext::Sign::TokenExpired:
        return tr("the key has expired");
    case errortext::Sign::BillingNeeded:
        return tr("something about payment");
    case errortext::Sign::ModelGone:
        return tr("the model is not there");
    case errortext::Sign::PathUnknown:
        return tr("there is nothing at this path");
    case errortext::Sign::RequestInvalid:
        return tr("the request is not right");
    case errortext::Sign::MinuteLimit:
        return tr("too many calls in a minute");
    case errortext::Sign::MonthLimit:
        return tr("the month's calls are used up");
    case errortext::Sign::ContentRefused:
        return tr("the text was refused, not the key");
    case errortext::Sign::ServerTrouble:
        return tr("trouble at the service");
    case errortext::Sign::KeyNotSet:
        return tr("no variable with a key is set");
    case errortext::Sign::KeyEmpty:
        return tr("the key was empty");
    case errortext::Sign::CharacterNamed:
        return tr("a character of the key may not be sent");
    case errortext::Sign::HeaderRefused:
        return tr("a header with the key may not be sent");
    case errortext::Sign::BaseUrlUnusable:
        return tr("the base URL cannot be used");
    case errortext::Sign::Unauthorized:
        return tr("not let in, without a reason");
    case errortext::Sign::Forbidden:
        return tr("not allowed");
    case errortext::Sign::NotFound:
        return tr("not found");
    case errortext::Sign::LimitUnclear:
        return tr("some limit was reached");
    case errortext::Sign::EdgeRefused:
        return tr("blocked by address or region, before the key was looked at");
    case errortext::Sign::GatewayRefused:
        return tr("something in front of the service refused the call");
    case errortext::Sign::LoginPage:
        return tr("a login page of the network");
    case errortext::Sign::ProxyLogin:
        return tr("the proxy wants its own login");
    case errortext::Sign::CertificateUntrusted:
        return tr("the certificate is not trusted");
    case errortext::Sign::CertificateDates:
        return tr("the certificate's dates do not fit the clock");
    case errortext::Sign::NameUnknown:
        return tr("the host's name is not known");
    case errortext::Sign::NoConnection:
        return tr("no connection");
    case errortext::Sign::NetworkFailed:
        return tr("the network failed, without a reason");
    case errortext::Sign::OldClass:
        return tr("the name of a class that no SDK has");
    case errortext::Sign::OtherService:
        return tr("an error of another service");
    }
    return {};
}

} // namespace words
