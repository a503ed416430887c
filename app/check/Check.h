// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"
#include "key/Secret.h"
#include "probe/Prober.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

namespace check {

struct CheckRequest {
    key::Secret secret;
    sources::Place source;
    std::vector<sources::Place> places;
    tl::expected<probe::Target, probe::TargetFailure> target;
    std::chrono::milliseconds timeout{15'000}; ///< for the whole check
};

struct CheckResult {
    diagnosis::Evidence evidence;
    diagnosis::Diagnosis diagnosis;
};

/// Drives a check: looks at the key, tries the route, then the key as it is and cleaned, and diagnoses.
/// The same for the window and the command. One check at a time; starting another one ends the first.
class Check : public QObject {
    Q_OBJECT
public:
    explicit Check(probe::Prober &prober, QObject *parent = nullptr);

    void start(CheckRequest request);
    /// Ends the check at once; checkFinished comes with what was seen so far, and `cancelled` set.
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void probeStarted(probe::ProbeId id, probe::Variant variant);
    void probeFinished(const diagnosis::ProbeResult &result);
    void checkFinished(const check::CheckResult &result);
};

} // namespace check
