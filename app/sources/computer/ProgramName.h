// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace sources {

/// A running program as a person knows it: "firefox", "python3 app.py", "java server.jar". Never an argument that is
/// not the name of a script: arguments may hold secrets. Pure.
/// @param commandLine the arguments, the program's name first, with a NUL behind each; empty for some programs
/// @param shortName what the system calls it, for where the command line does not tell
[[nodiscard]] QString programName(QByteArrayView commandLine, QByteArrayView shortName);

} // namespace sources
