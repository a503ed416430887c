// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Interrupt.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

#ifdef _WIN32
#include <windows.h>
#endif

namespace cli {

namespace {

// A handler may touch no more than this: no lock, no memory, no output.
std::atomic<int> caught = 0;
static_assert(std::atomic<int>::is_always_lock_free);

#ifdef _WIN32
BOOL WINAPI onControl(DWORD control)
{
    caught = control == CTRL_C_EVENT || control == CTRL_BREAK_EVENT ? SIGINT : SIGTERM;
    return TRUE;
}
#else
void onSignal(int signal)
{
    caught = signal;
}
#endif

} // namespace

void catchInterrupts()
{
    caught = 0;
#ifdef _WIN32
    SetConsoleCtrlHandler(onControl, TRUE);
#else
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
#endif
}

Interrupt waitForInterrupt()
{
    while (caught == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return caught == SIGINT ? Interrupt::Interrupted : Interrupt::Terminated;
}

} // namespace cli
