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
    NothingArrived, ///< "no api key supplied"
    TokenInvalid, ///< "invalid api token"
};

/// One thing that was recognised.
struct Sighting {
    Sign sign = Sign::NothingArrived;
    int line = 0; ///< from 1
    QString quote{}; ///< the words that say it, safe to show: one line, keys masked
    int status = 0; ///< the HTTP status that stands with it; 0 where none does

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
