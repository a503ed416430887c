// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"

#include <optional>

/// Characters that are not ASCII and show something. They are named, and never replaced: tables guess wrong.
namespace inspect {

struct Lookalike {
    Detail detail = Detail::OtherCharacter;
    QString resembles; ///< the one ASCII character that it resembles, where that is well known
};

/// What a visible character outside ASCII is; nothing for one of ASCII. Do not ask for hidden characters.
[[nodiscard]] std::optional<Lookalike> lookalike(char32_t codePoint);

/// Quotation marks of every language, other than the straight ones of ASCII.
[[nodiscard]] bool isCurlyQuote(char32_t codePoint);
/// Lines and blocks, as the frames of terminal programs are drawn with.
[[nodiscard]] bool isBoxDrawing(char32_t codePoint);

} // namespace inspect
