// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"
#include "diagnosis/FixPlan.h"
#include "inspect/Finding.h"
#include "probe/Probe.h"
#include "sources/PlaceFinding.h"
#include "sources/SkippedFile.h"

#include <QString>

namespace words {

/// The stable ids of the JSON and the command line. Never translated; never changed once released.
[[nodiscard]] QString id(diagnosis::Cause cause);
[[nodiscard]] QString id(diagnosis::Status status);
[[nodiscard]] QString id(diagnosis::Verdict verdict);
[[nodiscard]] QString id(diagnosis::Platform platform);
[[nodiscard]] QString id(diagnosis::ProbeResult::Outcome outcome);
[[nodiscard]] QString id(inspect::FindingKind kind);
[[nodiscard]] QString id(inspect::Action action);
[[nodiscard]] QString id(probe::ProbeId probe);
[[nodiscard]] QString id(probe::Variant variant);
[[nodiscard]] QString id(probe::ProxyReason reason);
[[nodiscard]] QString id(probe::Answerer answerer);
[[nodiscard]] QString id(sources::PlaceKind kind);
[[nodiscard]] QString id(sources::Standing standing);
[[nodiscard]] QString id(sources::EnvLoader loader);
[[nodiscard]] QString id(sources::LoaderReading::Outcome outcome);
[[nodiscard]] QString id(sources::PlaceProblem problem);
[[nodiscard]] QString id(sources::SkipReason reason);

} // namespace words
