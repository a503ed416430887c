// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext/ErrorReading.h"
#include "errortext/Squeezed.h"

#include <span>

namespace errortext {

/// How a client's message tells which character of a header it refuses.
enum class HeaderForm : std::uint8_t {
    ValueBehind, ///< "Illegal header value b'Bearer …\n'"
    ValueBefore, ///< "Headers.append: "Bearer …" is an invalid header value."
    Codec, ///< "'ascii' codec can't encode character '\u2019' in position 7"
    ByteString, ///< "… the character at index 7 has a value of 8217 which is greater than 255."
    CharAt, ///< "Unexpected char 0x0a at 47 in Authorization value"
};

struct HeaderRow {
    const char *words;
    HeaderForm form;
};

[[nodiscard]] std::span<const HeaderRow> headerRows();

/// What such a message tells. Holds nothing of the key.
struct HeaderReading {
    bool known = false; ///< false: the message is of another kind, or cut off
    bool empty = false; ///< the header was "Bearer " and nothing more
    bool heldKey = false; ///< the message shows a key
    std::vector<NamedCharacter> characters; ///< the telling one first
    qsizetype valueBegin = 0; ///< where the header's value stands in the text, which must not be shown
    qsizetype valueEnd = 0;
};

/// Reads the message that has the words of `form` from `begin` to `end` (letters of `squeezed`).
[[nodiscard]] HeaderReading readHeader(
    HeaderForm form, QStringView text, const Squeezed &squeezed, std::size_t begin, std::size_t end);

} // namespace errortext
