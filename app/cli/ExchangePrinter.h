// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"
#include "cli/Console.h"
#include "diagnosis/FixPlan.h"

namespace cli {

/// The details that a person asks for, on standard output: what was sent and what came back, a command that makes the
/// call again, and what each client does with the key.
class ExchangePrinter {
public:
    void printDetails(const check::CheckResult &result, const diagnosis::FixContext &context,
        const tl::expected<probe::Target, probe::TargetFailure> &target) const;
    /// What each client does with the key; for one with findings alone.
    void printClients(const inspect::Inspection &inspection) const;

private:
    void printExchanges(const diagnosis::Evidence &evidence) const;
    void printCommand(
        const diagnosis::Evidence &evidence, const diagnosis::FixContext &context, const probe::Target &target) const;

    Console m_out{stdout};
};

} // namespace cli
