// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"

namespace diagnosis {

/// Any text as one word of a shell, whatever it holds. For cmd: one word to a program, in a line that is typed (a batch
/// file reads % in another way); see `canBeWord`.
[[nodiscard]] QString shellWord(const QString &text, Shell shell);

/// False where a shell has no way to write a text: cmd knows no escape for a line break, nor for what a terminal obeys.
[[nodiscard]] bool canBeWord(const QString &text, Shell shell);

/// Letters, digits, dots, dashes and slashes: the same in every shell and every format.
[[nodiscard]] bool isPlainWord(const QString &text);

/// The same as `shellWord`, without quotes around it where it needs none.
[[nodiscard]] QString plainShellWord(const QString &text, Shell shell);

/// A text between double quotes, as JSON, YAML and Python read it.
[[nodiscard]] QString quotedText(const QString &text);

/// Whether every shell takes it for the name of a variable: what else stands there would be read as a command.
[[nodiscard]] bool isVariableName(const QString &text);

} // namespace diagnosis
