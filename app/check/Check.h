// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"
#include "key/Secret.h"
#include "probe/Prober.h"

#include <QDeadlineTimer>
#include <QObject>

#include <chrono>
#include <utility>
#include <vector>

namespace check {

inline constexpr std::chrono::milliseconds defaultTimeout{15'000};

struct CheckRequest {
    key::Secret secret;
    sources::Place source; ///< where the key was taken from
    std::vector<sources::Place> places; ///< every place that was looked at
    std::vector<sources::PlaceFinding> placeFindings;
    tl::expected<probe::Target, probe::TargetFailure> target;
    std::chrono::milliseconds timeout = defaultTimeout; ///< for the whole check
};

struct CheckResult {
    diagnosis::Evidence evidence;
    diagnosis::Diagnosis diagnosis;
};

/// Drives a check: looks at the key, tries the route, then the key as it is and cleaned, and diagnoses.
/// The same for the window and the command. One check at a time; starting another one ends the first silently.
///
/// At most three requests carry a key: check-api-key and rerank side by side, and rerank once more with the cleaned
/// key where it differs and the first was refused. A trial key has ten calls a minute.
class Check : public QObject {
    Q_OBJECT
public:
    explicit Check(probe::Prober &prober, QObject *parent = nullptr);
    ~Check() override;

    void start(CheckRequest request);
    /// Ends the check; checkFinished comes with what was seen so far, and `cancelled` set.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void probeStarted(probe::ProbeId id, probe::Variant variant);
    void probeFinished(const diagnosis::ProbeResult &result);
    /// Never from within start().
    void checkFinished(const check::CheckResult &result);

private:
    enum class Stage { NameLookup, Connect, Tls, Key, CleanedKey };

    void begin(Stage stage);
    void advance();
    void beginKeyStage();
    void probe(probe::ProbeId id, probe::Variant variant);
    void skip(probe::ProbeId id, probe::Variant variant, probe::NetworkFailure why);
    void record(diagnosis::ProbeResult result);
    void onProbeFinished(const probe::ProbeReply &reply);
    void finish();

    [[nodiscard]] const key::Secret &secretOf(probe::Variant variant) const;
    [[nodiscard]] bool cleanedIsWorthATry() const;

    probe::Prober &m_prober;
    int m_number = 0; ///< of the check that runs: a reply with another one is dropped
    bool m_running = false;
    Stage m_stage = Stage::NameLookup;
    std::vector<std::pair<probe::ProbeId, probe::Variant>> m_open; ///< probes under way
    QDeadlineTimer m_deadline;
    probe::Target m_target;
    key::Secret m_secret;
    key::Secret m_cleaned;
    diagnosis::Evidence m_evidence;
};

} // namespace check
