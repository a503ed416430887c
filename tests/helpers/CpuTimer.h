// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <ctime>

/// Measures how long the processor has worked for this program (on Windows: how long it took): what else the computer
/// does at the same time is no matter then. For what computes; not for what waits.
class CpuTimer {
public:
    void start() { m_start = std::clock(); }
    /// What elapsed() gives, then start().
    qint64 restart()
    {
        const qint64 elapsed = this->elapsed();
        start();
        return elapsed;
    }
    /// Milliseconds since start().
    [[nodiscard]] qint64 elapsed() const { return nsecsElapsed() / 1'000'000; }
    [[nodiscard]] qint64 nsecsElapsed() const
    {
        return static_cast<qint64>(static_cast<double>(std::clock() - m_start) * 1e9 / CLOCKS_PER_SEC);
    }

private:
    std::clock_t m_start = std::clock();
};
