// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/QuestionTable.h"

#include <algorithm>
#include <bit>

namespace guide {

namespace {

using enum diagnosis::Cause;

// What belongs together in many rows.
constexpr CauseSet inKey{HiddenCharacters, LookalikeCharacters, WrappedKey, PlaceholderKey, OtherServiceKey};
constexpr CauseSet inPlace{KeyMissing, WrongVariable, ConflictingKeys, StaleEnvironment, EnvFileNotLoaded,
    EnvFileSyntax, ContainerEnvironment};
constexpr CauseSet ofAccount{NoRerankAccess, Billing, QuotaUsedUp, RateLimited};
constexpr CauseSet onTheWay{BlockedAddress, GatewayRefused, HeaderStripped, ProxyLogin, TlsUntrusted, ClockWrong,
    NameNotFound, Unreachable, CaptivePortal};
constexpr CauseSet inProgram{WrongEndpoint, WrongHeader};
constexpr CauseSet ofRequest{ModelUnavailable, RequestMalformed, ContentBlocked};

using Rows = std::array<QuestionRow, questionCount>;

/// In the order of Question; the answers in the order of words/GuideWords.
constexpr Rows rows{{
    {Question::WhatDoesItSay, Sense::Always,
        {{
            // "no api key supplied", or a variable is not set
            inPlace | CauseSet{WrongHeader, HeaderStripped, GatewayRefused, OtherServiceError},
            // "invalid api token", or "unauthorized". Look-alikes hardly ever get that far: clients do not send them.
            inProgram
                | CauseSet{HiddenCharacters, WrappedKey, PlaceholderKey, OtherServiceKey, KeyRejected, ConflictingKeys,
                    StaleEnvironment, EnvFileSyntax, ContainerEnvironment, GatewayRefused, OtherServiceError},
            // expired, forbidden, payment, a limit
            ofAccount | CauseSet{KeyExpired, BlockedAddress, GatewayRefused},
            // the connection
            {ProxyLogin, TlsUntrusted, ClockWrong, NameNotFound, Unreachable, WrongEndpoint},
            // the model, the text, a field, a character
            ofRequest | CauseSet{HiddenCharacters, LookalikeCharacters, PlaceholderKey, EnvFileSyntax, WrongEndpoint},
            // a whole web page, or the server's own trouble
            {ServiceTrouble, BlockedAddress, CaptivePortal, GatewayRefused, WrongEndpoint},
            // nothing, or none of these
            CauseSet::all(),
        }}},
    {Question::AccountWords, Sense::WithinTopic,
        {{
            {KeyExpired},
            {RateLimited},
            {QuotaUsedUp},
            {Billing},
            {NoRerankAccess, BlockedAddress, GatewayRefused},
        }}},
    {Question::NetworkWords, Sense::WithinTopic,
        {{
            {ProxyLogin}, {TlsUntrusted, ClockWrong}, {NameNotFound}, {Unreachable},
            {WrongEndpoint}, // the address has no http:// or https://
        }}},
    {Question::RequestWords, Sense::WithinTopic,
        {{
            {ModelUnavailable}, {ContentBlocked}, {RequestMalformed},
            {HiddenCharacters, LookalikeCharacters, PlaceholderKey, EnvFileSyntax}, {WrongEndpoint}, // page not found
        }}},
    {Question::PageWords, Sense::WithinTopic,
        {{
            {CaptivePortal},
            {BlockedAddress, GatewayRefused},
            {WrongEndpoint, GatewayRefused}, // 401, 404
            {ServiceTrouble},
        }}},
    {Question::CharacterKind, Sense::WithinTopic,
        {{
            {HiddenCharacters, EnvFileSyntax}, // a line break or a blank
            {HiddenCharacters}, // ufeff, u200b and the like
            {LookalikeCharacters}, // a letter, quote or dash
            {PlaceholderKey}, // dots
        }}},
    {Question::WhoseName, Sense::WithMessage,
        {{
            // Cohere's
            inKey | inPlace | ofAccount | inProgram | ofRequest
                | CauseSet{KeyRejected, KeyExpired, ServiceTrouble, HeaderStripped},
            {OtherServiceError}, // another service's
            {GatewayRefused, BlockedAddress, CaptivePortal, HeaderStripped, WrongEndpoint}, // a server's in between
        }}},
    {Question::ForbiddenForm, Sense::WithinTopic,
        {{
            {BlockedAddress, GatewayRefused}, // a page
            {NoRerankAccess, GatewayRefused}, // a line
        }}},
    {Question::WorksElsewhere, Sense::Always,
        {{
            // with another program on the same computer
            inPlace | inProgram | ofRequest
                | CauseSet{HiddenCharacters, LookalikeCharacters, WrappedKey, PlaceholderKey, GatewayRefused,
                    HeaderStripped, ProxyLogin, TlsUntrusted, OtherServiceError},
            // on another computer or in another network alone
            inPlace | onTheWay | CauseSet{WrongEndpoint},
            // nowhere
            inKey | ofAccount | ofRequest | inProgram | CauseSet{KeyRejected, KeyExpired, ServiceTrouble},
        }}},
    {Question::WorkedBefore, Sense::Always,
        {{
            // never
            inKey | inProgram
                | CauseSet{KeyMissing, WrongVariable, ConflictingKeys, EnvFileNotLoaded, EnvFileSyntax,
                    ContainerEnvironment, KeyRejected, NoRerankAccess, BlockedAddress, GatewayRefused, HeaderStripped,
                    ProxyLogin, TlsUntrusted, NameNotFound, Unreachable, CaptivePortal, ModelUnavailable,
                    RequestMalformed, OtherServiceError},
            // until the key changed
            inKey | inPlace | CauseSet{KeyRejected},
            // until the network, the computer or the program changed
            inProgram | onTheWay
                | CauseSet{KeyMissing, WrongVariable, ConflictingKeys, EnvFileNotLoaded, ContainerEnvironment,
                    ModelUnavailable, RequestMalformed, OtherServiceError},
            // until it stopped by itself
            {KeyExpired, KeyRejected, NoRerankAccess, Billing, QuotaUsedUp, ServiceTrouble, BlockedAddress, ProxyLogin,
                TlsUntrusted, ClockWrong, NameNotFound, Unreachable, ModelUnavailable},
            // it works now and then
            {RateLimited, ServiceTrouble, Unreachable, ContentBlocked, RequestMalformed},
        }}},
    {Question::ChangedSinceStart, Sense::Always,
        {{
            {StaleEnvironment, ContainerEnvironment},
            inKey
                | CauseSet{KeyMissing, WrongVariable, ConflictingKeys, EnvFileNotLoaded, EnvFileSyntax,
                    ContainerEnvironment, KeyRejected},
        }}},
    {Question::FailsWithWhat, Sense::Always,
        {{
            {ModelUnavailable, RequestMalformed},
            {ContentBlocked, RequestMalformed},
        }}},
    {Question::WhereKept, Sense::Always,
        {{
            {KeyMissing, WrongVariable, ConflictingKeys, StaleEnvironment},
            {WrongVariable, ConflictingKeys, StaleEnvironment, EnvFileNotLoaded, EnvFileSyntax},
            {KeyMissing, WrongVariable, ConflictingKeys, ContainerEnvironment},
            {KeyMissing},
        }}},
    {Question::RightName, Sense::Always,
        {{
            {ConflictingKeys, StaleEnvironment, EnvFileNotLoaded, EnvFileSyntax, ContainerEnvironment}, {WrongVariable},
            {KeyMissing}, // there is none
        }}},
    {Question::SecondKey, Sense::Always,
        {{
            {ConflictingKeys, StaleEnvironment, ContainerEnvironment},
            inKey | CauseSet{KeyMissing, WrongVariable, StaleEnvironment, EnvFileNotLoaded, EnvFileSyntax, KeyRejected},
        }}},
    {Question::HowCopied, Sense::Always,
        {{
            {HiddenCharacters, WrappedKey, KeyRejected}, // with the button of Cohere's page
            {HiddenCharacters, LookalikeCharacters, WrappedKey, KeyRejected}, // out of a message or a document
            {LookalikeCharacters, PlaceholderKey, KeyRejected}, // typed, or it came with an example
            {OtherServiceKey}, // from the page of another service
        }}},
    {Question::WhatIsSeen, Sense::Always,
        {{
            // 40 letters and digits
            {HiddenCharacters, LookalikeCharacters, KeyRejected, KeyExpired, WrongVariable, ConflictingKeys,
                StaleEnvironment, EnvFileNotLoaded, EnvFileSyntax, ContainerEnvironment},
            {WrappedKey, EnvFileSyntax}, // something around it
            {PlaceholderKey}, // an example
            {OtherServiceKey, KeyRejected}, // another length or other signs
            {KeyMissing}, // nothing
        }}},
    {Question::EnvLoaded, Sense::Always,
        {{
            {EnvFileSyntax},
            {EnvFileNotLoaded},
        }}},
    {Question::TrialKey, Sense::Always,
        {{
            {QuotaUsedUp},
            {Billing, NoRerankAccess},
        }}},
    {Question::WhatIsBetween, Sense::Always,
        {{
            {BlockedAddress, TlsUntrusted, ClockWrong, NameNotFound, Unreachable}, // nothing
            inProgram
                | CauseSet{GatewayRefused, HeaderStripped, NameNotFound,
                    Unreachable}, // another address
                                  // a network of a company, a VPN, a proxy
            {ProxyLogin, TlsUntrusted, GatewayRefused, HeaderStripped, Unreachable, BlockedAddress, NameNotFound},
            {CaptivePortal, BlockedAddress}, // the network of a hotel
        }}},
    {Question::HeaderForm, Sense::Always,
        {{
            {HeaderStripped, WrongEndpoint, GatewayRefused},
            {WrongHeader},
        }}},
    {Question::WebPagesOpen, Sense::Always,
        {{
            {BlockedAddress, GatewayRefused, HeaderStripped, ProxyLogin, TlsUntrusted, WrongEndpoint, ServiceTrouble},
            {CaptivePortal},
            {ClockWrong, TlsUntrusted}, // with warnings about certificates
            {NameNotFound, Unreachable},
        }}},
    {Question::ClockRight, Sense::Always,
        {{
            {TlsUntrusted},
            {ClockWrong},
        }}},
    {Question::WhichModel, Sense::Always,
        {{
            {RequestMalformed, ContentBlocked},
            {ModelUnavailable},
        }}},
}};

} // namespace

int CauseSet::size() const
{
    return std::popcount(m_bits);
}

CauseSet QuestionRow::topic() const
{
    CauseSet topic;
    for (const CauseSet answer : answers)
        topic = topic | answer;
    return topic;
}

int QuestionRow::answerCount() const
{
    const auto last = std::find_if(answers.begin(), answers.end(), [](CauseSet answer) { return answer.isEmpty(); });
    return static_cast<int>(last - answers.begin());
}

CauseSet QuestionRow::fitting(int answer) const
{
    return answers.at(static_cast<std::size_t>(answer)) | CauseSet::all().without(topic());
}

double QuestionRow::likelihood(int answer, diagnosis::Cause cause) const
{
    constexpr double ofLeftOver = 0.2;
    double sum = 0;
    double own = 0;
    for (int i = 0; i < answerCount(); ++i) {
        if (!fitting(i).has(cause))
            continue;
        const double share = fitting(i) == CauseSet::all() ? ofLeftOver : 1;
        sum += share;
        if (i == answer)
            own = share;
    }
    return own / sum;
}

bool QuestionRow::speaksFor(int answer, diagnosis::Cause cause) const
{
    if (!fitting(answer).has(cause) || fitting(answer) == CauseSet::all())
        return false;
    int fits = 0;
    for (int i = 0; i < answerCount(); ++i)
        fits += fitting(i).has(cause) ? 1 : 0;
    return fits < answerCount();
}

const std::array<QuestionRow, questionCount> &questionTable()
{
    return rows;
}

const QuestionRow &rowOf(Question question)
{
    return rows.at(static_cast<std::size_t>(question));
}

} // namespace guide
