// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"

namespace diagnosis {

/// The command that starts a program with a key from the keychain: rerank-key run --keychain NAME -- PROGRAM.
/// `name` is the entry's name. `program` is a command line as the user types it into this shell; where it is more than
/// one program with its arguments (a pipe, an assignment, a variable), the shell is the program that is started.
/// Empty: "python app.py", as an example.
[[nodiscard]] QString runCommand(const QString &name, const QString &program, const FixContext &context);

/// The command that reads a key from the keychain into the context's variable, for the programs that are started from
/// this terminal. Empty on Windows: no command of its own prints a password there.
[[nodiscard]] QString readVariableCommand(const QString &name, const FixContext &context);

} // namespace diagnosis
