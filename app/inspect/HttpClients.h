// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/CharacterClasses.h"

#include <array>

namespace inspect {

/// A library or program that sends a key in a header.
enum class HttpClient {
    CoherePython, ///< version 5 and later (httpx)
    CoherePython4, ///< version 4 (requests)
    CohereTypescript, ///< Node's fetch
    NodeHttp,
    PythonRequests,
    JavaHttpClient,
    Curl,
    Qt,
};

inline constexpr std::size_t httpClientCount = static_cast<std::size_t>(HttpClient::Qt) + 1;

/// What it does with a key that holds characters which do not belong there. The later, the worse.
enum class ClientAct {
    Sends, ///< as it is
    Trims, ///< sends it without the blanks and line breaks at its ends
    SendsChanged, ///< other characters arrive than the key has
    BreaksHeader, ///< a line break is sent: the header ends there, and the rest becomes a line of its own
    Refuses, ///< sends nothing
    RefusesAndShowsKey, ///< sends nothing, and its message holds the key
};

struct ClientReading {
    HttpClient client = HttpClient::CoherePython;
    ClientAct act = ClientAct::Sends;
};

/// What each client does with a key of these characters after "Authorization: Bearer ". Pure. Where several classes of
/// characters are there, the worst counts, but for a client that fails before it looks for the others. Measured with
/// the clients themselves, 2026-08.
[[nodiscard]] std::array<ClientReading, httpClientCount> clientReadings(const CharacterClasses &classes);

} // namespace inspect
