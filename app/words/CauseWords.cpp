// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/CauseWords.h"

namespace words {

using diagnosis::Cause;

QString CauseWords::title(Cause cause)
{
    switch (cause) {
    case Cause::KeyMissing:
        return tr("There is no key");
    case Cause::WrongVariable:
        return tr("The key is set under another name");
    case Cause::ConflictingKeys:
        return tr("Two places disagree about the key");
    case Cause::HiddenCharacters:
        return tr("The key has hidden characters");
    case Cause::LookalikeCharacters:
        return tr("The key has characters that only look right");
    case Cause::WrappedKey:
        return tr("More than the key was copied");
    case Cause::PlaceholderKey:
        return tr("This is an example, not a key");
    case Cause::OtherServiceKey:
        return tr("This is the key of another service");
    case Cause::KeyRejected:
        return tr("Cohere does not know this key");
    case Cause::KeyExpired:
        return tr("The key has expired");
    case Cause::StaleEnvironment:
        return tr("A running program still holds an older key");
    case Cause::EnvFileNotLoaded:
        return tr("Nothing has loaded the .env file");
    case Cause::EnvFileSyntax:
        return tr("The line in the .env file is read differently");
    case Cause::ContainerEnvironment:
        return tr("The container has a key of its own");
    case Cause::NoRerankAccess:
        return tr("The key may not use rerank");
    case Cause::Billing:
        return tr("The account's billing needs attention");
    case Cause::QuotaUsedUp:
        return tr("This month's free calls are used up");
    case Cause::RateLimited:
        return tr("Too many calls in this minute");
    case Cause::ServiceTrouble:
        return tr("The service has trouble");
    case Cause::BlockedAddress:
        return tr("Your network address is blocked");
    case Cause::WrongEndpoint:
        return tr("The address of the service is not right");
    case Cause::WrongHeader:
        return tr("The server wants the key in another form");
    case Cause::GatewayRefused:
        return tr("Something in front of Cohere refused the call");
    case Cause::HeaderStripped:
        return tr("The key was lost on the way");
    case Cause::ProxyLogin:
        return tr("The proxy wants a login of its own");
    case Cause::TlsUntrusted:
        return tr("The server's certificate is not trusted");
    case Cause::ClockWrong:
        return tr("This computer's clock is wrong");
    case Cause::NameNotFound:
        return tr("A server's name is not known");
    case Cause::Unreachable:
        return tr("The server cannot be reached");
    case Cause::CaptivePortal:
        return tr("The network wants you to sign in first");
    case Cause::ModelUnavailable:
        return tr("The model is not there");
    case Cause::RequestMalformed:
        return tr("The request must change, not the key");
    case Cause::ContentBlocked:
        return tr("The text was refused, not the key");
    case Cause::OtherServiceError:
        return tr("The error comes from another service");
    }
    return {};
}

namespace {

/// The explanations of causes that lie in the key itself.
QString explanationOfKey(Cause cause)
{
    switch (cause) {
    case Cause::KeyMissing:
        return CauseWords::tr(
            "No key was found in the place that was looked at, so a program that reads it there sends "
            "none. An API key is the long text that tells the service who is calling.");
    case Cause::WrongVariable:
        return CauseWords::tr(
            "A key is there, but under a name that your program does not read. An environment variable "
            "is a named value that a program gets when it starts.");
    case Cause::ConflictingKeys:
        return CauseWords::tr("Two places hold different keys, or one of them holds nothing. Programs look in "
                              "different orders, so one may work while "
                              "another gets the wrong key.");
    case Cause::HiddenCharacters:
        return CauseWords::tr("Characters that cannot be seen came along with the key. The service compares every "
                              "character, and many programs cannot even send such a key.");
    case Cause::LookalikeCharacters:
        return CauseWords::tr("Some characters look like the right ones but are others. No key can work with them, and "
                              "nobody can know for sure which ones belong there.");
    case Cause::WrappedKey:
        return CauseWords::tr("Quotes, a name or other text stands around the key. The service takes all of it for the "
                              "key, and does not know it.");
    case Cause::PlaceholderKey:
        return CauseWords::tr("The text is the kind that examples use, or a key that was masked or shortened for "
                              "showing. The real key must stand in its place.");
    case Cause::OtherServiceKey:
        return CauseWords::tr(
            "The text has the shape of a key that another service gives out. Cohere knows only its own "
            "keys.");
    case Cause::KeyRejected:
        return CauseWords::tr("A key that arrives and is not known is mistyped, revoked or deleted, or it belongs to "
                              "another service or platform.");
    case Cause::KeyExpired:
        return CauseWords::tr("The service knows this key and says that its time is over. A new key is needed.");
    default:
        return {};
    }
}

QString explanationOfPlace(Cause cause)
{
    switch (cause) {
    case Cause::StaleEnvironment:
        return CauseWords::tr("Programs keep the values that they started with. One that was started before the key "
                              "changed still uses the older key.");
    case Cause::EnvFileNotLoaded:
        return CauseWords::tr("The key stands in a .env file, a text file with one NAME=value a line. Such a file does "
                              "nothing until a program loads it.");
    case Cause::EnvFileSyntax:
        return CauseWords::tr("The programs that read .env files differ about quotes, blanks and # signs. What yours "
                              "reads is not what the line seems to say.");
    case Cause::ContainerEnvironment:
        return CauseWords::tr(
            "A container, a program packed with its own surroundings, keeps the key that its image or "
            "its compose file gave it. It does not see the key on your computer.");
    case Cause::NoRerankAccess:
        return CauseWords::tr(
            "The key is known, but it is not allowed to use rerank. The owner of the organisation can "
            "change that.");
    case Cause::Billing:
        return CauseWords::tr("The key is fine. The account needs a payment method, or its spending limit is reached.");
    case Cause::QuotaUsedUp:
        return CauseWords::tr(
            "The key works. It is a trial key, and its free calls for this month are used up. Waiting "
            "a minute does not help.");
    case Cause::RateLimited:
        return CauseWords::tr(
            "There were more calls in one minute than are let through, so whoever answered asks you to "
            "wait. Where that was Cohere, the key works.");
    case Cause::ServiceTrouble:
        return CauseWords::tr("The service, or a server in front of it, could not do what was asked. That says nothing "
                              "about the key, and it often passes by itself.");
    case Cause::ModelUnavailable:
        return CauseWords::tr("The key was accepted. The model of that name does not exist, or was shut down.");
    case Cause::RequestMalformed:
        return CauseWords::tr("The key was accepted. Something else in the request is not as the service wants it.");
    case Cause::ContentBlocked:
        return CauseWords::tr("The key was accepted. The service refused the text that was sent with it. Some programs "
                              "call this an invalid token, which means a piece of text here.");
    case Cause::OtherServiceError:
        return CauseWords::tr("The message was written by another service, so it says nothing about your Cohere key.");
    default:
        return {};
    }
}

QString explanationOfRoute(Cause cause)
{
    switch (cause) {
    case Cause::BlockedAddress:
        return CauseWords::tr("Calls from some network addresses and countries are refused before anyone looks at the "
                              "key. A good key then works from elsewhere.");
    case Cause::WrongEndpoint:
        return CauseWords::tr("The base URL is the address that a program sends its calls to. Where it is not right, "
                              "they do not reach Cohere's rerank endpoint, the function that ranks texts.");
    case Cause::WrongHeader:
        return CauseWords::tr("A header is a line with a name that goes along with a request. Servers differ in the "
                              "header that they read the key from.");
    case Cause::GatewayRefused:
        return CauseWords::tr("A gateway or proxy is a server that calls pass on their way. Where it refuses one by "
                              "itself, Cohere has not judged the key.");
    case Cause::HeaderStripped:
        return CauseWords::tr("The key travels in the Authorization header, a line of the request. Where something on "
                              "the way takes that line away, the service sees no key.");
    case Cause::ProxyLogin:
        return CauseWords::tr("A proxy is a server that calls go through on their way. This one asks for a user name "
                              "and a password of its own, and the call has not reached Cohere yet.");
    case Cause::TlsUntrusted:
        return CauseWords::tr("A certificate is a server's proof of who it is, and this one cannot be trusted. The key "
                              "was not sent.");
    case Cause::ClockWrong:
        return CauseWords::tr("A certificate, a server's proof of who it is, is valid between two days. Where the date "
                              "of a computer is off, good ones look expired or not yet valid.");
    case Cause::NameNotFound:
        return CauseWords::tr("Before a call, the name of a server is looked up. Where that fails, the name is "
                              "misspelt, or this network does not know it, or there is no connection.");
    case Cause::Unreachable:
        return CauseWords::tr("No whole answer came. That says nothing about the key.");
    case Cause::CaptivePortal:
        return CauseWords::tr("Networks in hotels, trains and offices answer with a page of their own until you sign "
                              "in. No call reaches the service before that.");
    default:
        return {};
    }
}

} // namespace

QString CauseWords::explanation(Cause cause)
{
    for (const auto &part : {explanationOfKey(cause), explanationOfPlace(cause), explanationOfRoute(cause)}) {
        if (!part.isEmpty())
            return part;
    }
    return {};
}

QString CauseWords::status(diagnosis::Status status)
{
    switch (status) {
    case diagnosis::Status::Confirmed:
        return tr("confirmed");
    case diagnosis::Status::Likely:
        return tr("likely");
    case diagnosis::Status::Possible:
        return tr("possible");
    case diagnosis::Status::RuledOut:
        return tr("ruled out");
    }
    return {};
}

} // namespace words
