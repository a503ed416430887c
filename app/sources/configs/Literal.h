// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/configs/Interpolation.h"

#include <QtGlobal>

#include <optional>
#include <string_view>

/// String literals as programs and settings have them.
namespace sources::configs {

/// Larger texts are not read: no program that people write comes near it.
inline constexpr qsizetype maximumText = qsizetype{1024} * 1024;

enum class LiteralForm {
    Program, ///< "…", '…', `…`, and """…""" of Python
    Toml, ///< "…", '…' without escapes, """…""", '''…'''
};

struct Literal {
    GrowingText value; ///< with the escapes undone
    std::size_t end = 0; ///< the place behind the closing quote
};

/// The literal that begins with its quote at `text[at]`; nothing where none begins there, where it does not end, or
/// where it is longer than any key.
[[nodiscard]] std::optional<Literal> readLiteral(std::string_view text, std::size_t at, LiteralForm form);

/// Counts lines up to places that come in order.
class LineCounter {
public:
    /// The line, from 1, of a place that is not before the one asked for last.
    int lineAt(std::string_view text, std::size_t at);

private:
    std::size_t m_at = 0;
    int m_line = 1;
};

} // namespace sources::configs
