// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TargetSession.h"
#include "diagnosis/Evidence.h"
#include "diagnosis/FixPlan.h"

/// What the user can change in this window, so that the next test takes another way.
struct TargetRemedy {
    TargetField field = TargetField::BaseUrl;
    QString value; ///< what the field is to hold; empty: it stays as it is, for the user to change
    bool isProven = false; ///< a trial of the last test has gone this way, and the key was taken
};

/// The remedy for a cause, as far as it lies in where and how the key is sent; none in practice, where nothing can be
/// changed.
[[nodiscard]] std::optional<TargetRemedy> targetRemedy(diagnosis::Cause cause, const diagnosis::Evidence &evidence,
    const diagnosis::FixContext &fixes, const TargetSession &target);
