// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace errortext {

/// What a piece of an error text says. diagnosis/ErrorTextReader knows which cause each leads to.
enum class Sign : std::uint8_t {
    // what Cohere itself says (facts: its errors page and OpenAPI file, 2026-08)
    NothingArrived, ///< "no api key supplied"
    TokenInvalid, ///< "invalid api token"
    TokenExpired,
    BillingNeeded,
    ModelGone,
    PathUnknown, ///< 404 of a path, or a base URL that gives a part of it twice
    RequestInvalid,
    MinuteLimit,
    MonthLimit,
    ContentRefused, ///< 498: the text was refused, not the key
    ServerTrouble,
    // what a client says before it sends anything
    KeyNotSet, ///< no variable that the client reads is set
    KeyEmpty, ///< the header was "Bearer " and nothing more
    CharacterNamed, ///< a character of the key that no header may hold; it is in `characters`
    HeaderRefused, ///< the key has such a character, and the text does not tell which
    BaseUrlUnusable,
    // a status of Cohere's, without its message; of an unknown service where `owner` is not Cohere
    Unauthorized,
    Forbidden,
    NotFound,
    LimitUnclear,
    // somebody in front of Cohere
    EdgeRefused, ///< 403 as a page: the address or region, not the key
    GatewayRefused, ///< `service` names the product where it is known
    LoginPage,
    ProxyLogin,
    // the way there
    CertificateUntrusted,
    CertificateDates, ///< expired or not yet valid: or the clock is wrong
    NameUnknown,
    NoConnection,
    NetworkFailed, ///< "fetch failed": the text keeps the reason to itself
    // besides
    OldClass, ///< cohere.error.AuthenticationError, which no SDK has
    OtherService, ///< an error of the service that `service` names
};

/// Whose error it is.
enum class Owner : std::uint8_t {
    Unknown, ///< the text names no service
    Cohere,
    Other,
};

/// One thing that was recognised.
struct Sighting {
    Sign sign = Sign::NothingArrived;
    int line = 0; ///< from 1
    QString quote{}; ///< the words that say it, safe to show: one line, keys masked
    int status = 0; ///< the HTTP status that stands with it; 0 where none does
    Owner owner = Owner::Unknown;
    QString service{}; ///< of OtherService and GatewayRefused: whose it is, as its makers write it; may be empty

    friend bool operator==(const Sighting &, const Sighting &) = default;
};

/// A character of the key that a message names.
struct NamedCharacter {
    char32_t codePoint = 0;
    std::optional<qsizetype> offset; ///< its place in the key, from 0; nothing where the text does not tell

    friend bool operator==(const NamedCharacter &, const NamedCharacter &) = default;
};

/// What an error text, a traceback or a log tells. Holds no key.
struct ErrorReading {
    std::vector<Sighting> sightings; ///< the most telling one first; empty: nothing was recognised
    std::vector<NamedCharacter> characters;
    QString clientId; ///< of sources::clients(); empty where the text does not show it
    QString version; ///< of that client, as written; empty where the text does not show it
    int keysMasked = 0; ///< how many keys the text held
    bool cutOff = false; ///< the text was longer than longestErrorText: its end was not read
};

/// No longer text is read, in bytes.
inline constexpr qsizetype longestErrorText = qsizetype{10} * 1024 * 1024;

/// Reads a text in any encoding, with whatever stands around the error: prefixes of logs, colours, frames, escapes.
/// Pure; the time grows linearly with the text.
[[nodiscard]] ErrorReading readErrorText(QByteArrayView text);

} // namespace errortext
