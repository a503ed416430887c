// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/PlaceSearch.h"
#include "diagnosis/Diagnosis.h"
#include "key/Secret.h"
#include "probe/Prober.h"
#include "probe/message/RequestHead.h"
#include "redact/Redactor.h"

#include <QDeadlineTimer>
#include <QObject>

#include <chrono>
#include <utility>
#include <vector>

namespace check {

inline constexpr std::chrono::milliseconds defaultTimeout{15'000};

/// When a check looks for keys elsewhere on this computer.
enum class SearchWish {
    Never,
    WhereInDoubt, ///< the key is missing or was refused
    Always,
};

struct CheckRequest {
    key::Secret secret;
    sources::Place source; ///< where the key was taken from
    std::vector<sources::Place> places; ///< every place that was looked at
    std::vector<sources::PlaceFinding> placeFindings;
    tl::expected<probe::Target, probe::TargetFailure> target;
    std::chrono::milliseconds timeout = defaultTimeout; ///< for the whole check
    const sources::Client *client = nullptr; ///< nullptr where the user does not know it
    SearchWish search = SearchWish::WhereInDoubt;
    QString projectFolder{}; ///< searched too; empty where there is none
    std::optional<errortext::ErrorReading> errorText{}; ///< what the user's program prints, where they show it
};

struct CheckResult {
    diagnosis::Evidence evidence;
    diagnosis::Diagnosis diagnosis;
};

/// Drives a check: looks at the key, tries the route, then the key, then rerank once more with one thing changed where
/// the answer calls for it (NextTrial), looks for keys elsewhere where the key is in doubt, and diagnoses. The same for
/// the window and the command. One check at a time; starting another one ends the first silently.
class Check : public QObject {
    Q_OBJECT
public:
    /// `search` is nullptr where nothing is to be searched.
    explicit Check(probe::Prober &prober, PlaceSearch *search = nullptr, QObject *parent = nullptr);
    ~Check() override;

    void start(CheckRequest request);
    /// Ends the check; checkFinished comes with what was seen so far, and `cancelled` set.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void probeStarted(probe::ProbeId id, probe::Variant variant);
    void probeFinished(const diagnosis::ProbeResult &result);
    /// The computer is searched for other keys now: no probe is under way.
    void searchStarted();
    /// Never from within start().
    void checkFinished(const check::CheckResult &result);

private:
    enum class Stage { NameLookup, Connect, Tls, ServerTime, Key, Trial, Search, OtherKey };

    /// A probe under way, and what it sends.
    struct OpenProbe {
        probe::ProbeId id = probe::ProbeId::NameLookup;
        probe::Variant variant = probe::Variant::None;
        std::optional<probe::RequestHead> head; ///< empty where no request is made
    };

    void begin(Stage stage);
    void advance();
    void beginKeyStage();
    void beginTrial();
    void probe(probe::ProbeId id, probe::Variant variant);
    void skip(probe::ProbeId id, probe::Variant variant, probe::NetworkFailure why);
    void record(diagnosis::ProbeResult result);
    void onProbeFinished(const probe::ProbeReply &reply);
    void onSearchFinished(const std::shared_ptr<const SearchResult> &found);
    void takeFound(const SearchResult &found);
    void conclude();
    void beginSearch();
    void finish();

    [[nodiscard]] const key::Secret &secretOf(probe::Variant variant) const;
    [[nodiscard]] diagnosis::ProbeResult readResult(const probe::ProbeReply &reply, const OpenProbe &open) const;

    probe::Prober &m_prober;
    PlaceSearch *m_search = nullptr;
    int m_number = 0; ///< of the check that runs: a reply with another one is dropped
    bool m_running = false;
    Stage m_stage = Stage::NameLookup;
    std::vector<OpenProbe> m_open;
    QDeadlineTimer m_deadline;
    probe::Target m_target;
    QStringList m_addresses; ///< of the host or its proxy: all that are known, then the one that answers
    key::Secret m_secret;
    key::Secret m_cleaned;
    key::Secret m_other;
    std::optional<redact::Redactor> m_redactor; ///< knows all of them: a server may repeat whichever was sent before
    const sources::Client *m_client = nullptr;
    SearchWish m_searchWish = SearchWish::Never;
    QString m_projectFolder;
    diagnosis::Evidence m_evidence;
};

} // namespace check
