// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QStringList>

#include <csignal>

namespace cli {

/// What this process was given at its start and may have changed since: Qt ignores SIGPIPE as soon as it uses a socket,
/// and a program that is started so would not end when its reader goes away.
class GivenSignals {
public:
    /// To be made before the network is used.
    GivenSignals();
    /// Gives them back as they were. Handlers need nothing: no other program gets them.
    void restore() const;

#ifndef Q_OS_WIN
private:
    struct sigaction m_brokenPipe { };
    sigset_t m_mask{};
#endif
};

enum class StartFailure {
    NotFound,
    NotRunnable, ///< it is there, but is no program, or may not be run
};

/// Sets CO_API_KEY and COHERE_API_KEY and becomes the program: the same process, with its standard input and output and
/// its other open files, its directory and its signals. The key may hold no NUL. Returns only where that failed; on
/// Windows, where no process becomes another, waits and ends with the program's exit code.
[[nodiscard]] StartFailure becomeProgram(
    const QStringList &programAndArguments, const key::Secret &secret, const GivenSignals &signals);

} // namespace cli
