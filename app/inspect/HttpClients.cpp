// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/HttpClients.h"

#include <algorithm>

namespace inspect {

namespace {

using Act = ClientAct;

/// What each client does where a class of characters is in the key, in the order of HttpClient.
struct Row {
    CharacterClass characters;
    std::array<ClientAct, httpClientCount> acts;
};

constexpr Act sends = Act::Sends;
constexpr Act trims = Act::Trims;
constexpr Act changed = Act::SendsChanged;
constexpr Act breaks = Act::BreaksHeader;
constexpr Act refuses = Act::Refuses;
constexpr Act shows = Act::RefusesAndShowsKey;

// Measured against a server on loopback, 2026-08: httpx 0.23 with h11 0.14 (the transport of cohere 5), requests 2.28
// (that of cohere 4), Node 20, Java 17, curl 7.88 and Qt 6.4.
// clang-format off
constexpr std::array<Row, characterClassCount> rows{{
    //                                   cohere 5  cohere 4  fetch    http     requests  Java     curl     Qt
    {CharacterClass::LeadingBlank,      {sends,    sends,    sends,   sends,   sends,    sends,   sends,   sends}},
    {CharacterClass::InnerBlank,        {sends,    sends,    sends,   sends,   sends,    sends,   sends,   sends}},
    {CharacterClass::TrailingBlank,     {shows,    sends,    trims,   sends,   sends,    trims,   sends,   sends}},
    {CharacterClass::LeadingLineBreak,  {shows,    shows,    shows,   refuses, shows,    shows,   breaks,  breaks}},
    {CharacterClass::InnerLineBreak,    {shows,    shows,    shows,   refuses, shows,    shows,   breaks,  breaks}},
    {CharacterClass::TrailingLineBreak, {shows,    shows,    trims,   refuses, shows,    shows,   breaks,  breaks}},
    {CharacterClass::VerticalSpace,     {shows,    sends,    refuses, refuses, sends,    shows,   sends,   sends}},
    {CharacterClass::Control,           {sends,    sends,    refuses, refuses, sends,    shows,   sends,   sends}},
    {CharacterClass::Nul,               {shows,    sends,    shows,   refuses, sends,    shows,   changed, sends}},
    {CharacterClass::Latin1,            {refuses,  sends,    sends,   sends,   sends,    changed, sends,   sends}},
    {CharacterClass::AboveLatin1,       {refuses,  refuses,  refuses, refuses, refuses,  shows,   sends,   sends}},
    {CharacterClass::InvalidUtf8,       {refuses,  refuses,  refuses, refuses, refuses,  shows,   sends,   sends}},
}};
// clang-format on

constexpr bool rowsAreInOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows.at(i).characters != static_cast<CharacterClass>(i))
            return false;
    }
    return true;
}
static_assert(rowsAreInOrder(), "each class of characters has its row");

/// httpx and fetch turn the whole text into bytes before they look at single characters: where that fails, the message
/// names a character and its place, and shows no key, whatever else is in it.
bool failsAtEncoding(HttpClient client, const Row &row)
{
    const bool encodesFirst = client == HttpClient::CoherePython || client == HttpClient::CohereTypescript;
    return encodesFirst && row.characters >= CharacterClass::Latin1
        && row.acts.at(static_cast<std::size_t>(client)) == refuses;
}

ClientAct actOf(HttpClient client, const CharacterClasses &classes)
{
    ClientAct worst = sends;
    for (const Row &row : rows) {
        if (!classes.has(row.characters))
            continue;
        if (failsAtEncoding(client, row))
            return refuses;
        worst = std::max(worst, row.acts.at(static_cast<std::size_t>(client)));
    }
    return worst;
}

} // namespace

std::array<ClientReading, httpClientCount> clientReadings(const CharacterClasses &classes)
{
    std::array<ClientReading, httpClientCount> readings{};
    for (std::size_t i = 0; i < httpClientCount; ++i) {
        const auto client = static_cast<HttpClient>(i);
        readings.at(i) = {client, actOf(client, classes)};
    }
    return readings;
}

} // namespace inspect
