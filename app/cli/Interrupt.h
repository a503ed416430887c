// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cli {

/// What asked the program to end.
enum class Interrupt { None, Interrupted, Terminated };

/// From now on Ctrl+C and a request to terminate do not end the program but waitForInterrupt().
/// To be called before other threads are started.
void catchInterrupts();
/// Waits until the program is asked to end.
[[nodiscard]] Interrupt waitForInterrupt();

} // namespace cli
