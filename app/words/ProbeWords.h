// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Evidence.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// What is tried, and how it went.
class ProbeWords {
    Q_DECLARE_TR_FUNCTIONS(ProbeWords)
public:
    /// "Test the key as it is at the rerank endpoint"
    [[nodiscard]] static QString name(probe::ProbeId id, probe::Variant variant);
    /// "passed", "failed", "not tried"; "stopped" where it was under way when the user stopped the test
    [[nodiscard]] static QString outcome(
        diagnosis::ProbeResult::Outcome outcome, std::optional<probe::NetworkFailure> failure);
    /// "The endpoint answered 401: invalid api token."
    [[nodiscard]] static QString detail(const diagnosis::ProbeResult &result);
    /// "The connection was refused."
    [[nodiscard]] static QString failure(probe::NetworkFailure failure);
    /// What is sent before a test, said before it: one smallest rerank call, which counts as a trial call.
    [[nodiscard]] static QString notice(const probe::Target &target);
};

} // namespace words
