// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"
#include "cli/Console.h"
#include "diagnosis/FixPlan.h"

namespace cli {

/// A check for a person to read: what is tried goes to standard error as it happens, the outcome to standard output.
class CheckPrinter {
public:
    void printNotice(const probe::Target &target) const;
    void printProbe(const diagnosis::ProbeResult &result) const;
    void printSearch() const;
    void printResult(const check::CheckResult &result, const diagnosis::FixContext &context) const;
    /// The causes alone, each with its evidence and its fix.
    void printCauses(const check::CheckResult &result, const diagnosis::FixContext &context) const;

private:
    void printCause(int number, const diagnosis::CauseFound &found, qsizetype keyLength) const;
    void printSteps(diagnosis::Cause cause, const diagnosis::FixContext &context) const;

    Console m_progress{stderr};
    Console m_out{stdout};
};

} // namespace cli
