// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"

#include <optional>
#include <string_view>

/// Characters that one does not see, or sees as nothing, and that never belong to a key.
namespace inspect {

/// The class of a character that may be removed wherever it stands; nothing for all others, and for the bytes that
/// are not UTF-8 Detail::InvalidUtf8. Tables explain; what they do not know is asked of Unicode's own properties.
[[nodiscard]] std::optional<Detail> hiddenClass(char32_t codePoint);

/// A blank or a line break: what may stand between the parts of a wrapper.
[[nodiscard]] bool isBlankOrBreak(char32_t codePoint);

/// Several characters that make one: an escape sequence of a terminal, a text in tags, a character that was decoded
/// wrongly.
struct HiddenRun {
    Detail detail = Detail::Blank;
    std::size_t length = 0; ///< 0: none stands here
    QString text; ///< as Finding::text
};

/// The run, or the single hidden character, at the beginning of a text. Blanks and line breaks are none.
[[nodiscard]] HiddenRun hiddenRunAt(std::u32string_view text);

/// A character whose UTF-8 was read as Latin-1 or Windows-1252 stands at the beginning of `text`: "Â " was U+00A0.
struct Misread {
    std::size_t length = 0; ///< 0: none stands here
    char32_t codePoint = 0; ///< what it was
};
[[nodiscard]] Misread misreadAt(std::u32string_view text);

/// The length of an escape sequence of a terminal at the beginning of a text; 0 where none is.
[[nodiscard]] std::size_t escapeSequenceAt(std::u32string_view text);

} // namespace inspect
