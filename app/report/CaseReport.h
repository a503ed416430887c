// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"
#include "diagnosis/FixPlan.h"
#include "report/SafeText.h"

#include <QDateTime>
#include <QLatin1String>
#include <QString>

#include <optional>
#include <vector>

namespace sources {
struct Client;
}

namespace report {

/// The circumstances of a report: what it says of the computer, and what it must not say of it.
struct Circumstances {
    QString caseNumber;
    QString programVersion;
    QString system; ///< name and version of the operating system
    QString qtVersion;
    QDateTime now; ///< with its time zone
    Surroundings surroundings;
};

/// Those of this computer, with a new case number.
[[nodiscard]] Circumstances circumstancesHere();

/// A character or a run of them in the key: its class and its place, and never what it stands between.
struct ReportedFinding {
    inspect::FindingKind kind = inspect::FindingKind::HiddenCharacters;
    inspect::Detail detail = inspect::Detail::Blank;
    inspect::Action action = inspect::Action::Remove;
    qsizetype offset = 0; ///< from 0, in code points
    qsizetype length = 1;
    /// Of a character that can be no part of a key, such as a blank or a dash; 0 for others. Letters of other scripts
    /// stay unnamed: a key in full-width letters would be told by the names of its characters.
    char32_t codePoint = 0;
};

struct ReportedKey {
    bool present = false;
    qsizetype length = 0;
    QString fingerprint; ///< "9c1f-42ab", or empty
    std::vector<ReportedFinding> findings;
    qsizetype findingCount = 0; ///< all, also those that are not listed
    bool cleanedDiffers = false;
    qsizetype cleanedLength = 0;
    QString cleanedFingerprint;
};

struct ReportedPlace {
    sources::PlaceKind kind = sources::PlaceKind::Paste;
    bool tested = false; ///< the key was taken from here
    QString variable; ///< SafeText::variable()
    QString file; ///< SafeText::file()
    int line = 0;
    QLatin1String program; ///< a shell or an interpreter of a table of ours: "bash"; empty for any other
    qint64 process = 0; ///< the running program's number; 0 where there is none
    QDateTime since; ///< when that program was started, or the file last changed
    bool set = false;
    bool present = false;
    bool reference = false;
    qsizetype length = 0;
    QString fingerprint;
    std::vector<inspect::FindingKind> findings;
    sources::Standing standing = sources::Standing::Apart;
    bool tracked = false; ///< git keeps the file
    QStringList readBy; ///< ids of our table of clients
};

/// What disagrees: places by their numbers in CaseReport::places, from 0.
struct ReportedProblem {
    sources::PlaceProblem problem = sources::PlaceProblem::OtherPlaceDiffers;
    std::optional<std::size_t> place;
    std::optional<std::size_t> other;
};

struct ReportedProbe {
    probe::ProbeId id = probe::ProbeId::NameLookup;
    probe::Variant variant = probe::Variant::None;
    diagnosis::ProbeResult::Outcome outcome = diagnosis::ProbeResult::Outcome::Skipped;
    std::optional<probe::NetworkFailure> failure;
    int status = 0;
    probe::Meaning meaning = probe::Meaning::NoReply;
    probe::Answerer answerer = probe::Answerer::Nobody;
    /// The part of Cohere's own documented message that stood in the answer: "invalid api token". Out of our table, so
    /// that nothing else of an answer comes in; empty for any other message.
    QLatin1String message;
    QLatin1String gateway; ///< of our table of gateways
    std::vector<QLatin1String> passedBy; ///< of our table of gateways
    qint64 elapsedMs = 0;
    std::optional<qint64> retryAfterSeconds;
};

/// Where the calls went.
struct ReportedRoute {
    /// Cohere's own host name, where it was one of those that everybody uses; else empty.
    QString cohereHost;
    bool practice = false;
    probe::EndpointKind endpoint = probe::EndpointKind::Unknown;
    std::optional<probe::TargetFailure> targetFailure;
    bool proxyKnown = false; ///< it was looked at whether there is one
    bool proxyUsed = false;
    probe::ProxyReason proxyReason = probe::ProxyReason::NoneSet;
    bool proxySocks = false;
    bool proxyLogin = false; ///< a login was given; nothing of it is here
    QString issuer; ///< SafeText::name() of the issuer of the server's certificate
    QLatin1String inspector; ///< of our table of products
    probe::CertificateProblem certificate = probe::CertificateProblem::None;
    std::optional<qint64> clockAheadSeconds;
};

struct ReportedCause {
    diagnosis::Cause cause = diagnosis::Cause::KeyMissing;
    diagnosis::Status status = diagnosis::Status::Possible;
};

/// What the error text of the user's program told, without a word of it.
struct ReportedErrorText {
    struct Sighting {
        errortext::Sign sign = errortext::Sign::NothingArrived;
        int status = 0;
        int line = 0;
        QLatin1String message; ///< as ReportedProbe::message
    };
    std::vector<Sighting> sightings;
    std::vector<qsizetype> offsets; ///< of the characters that it names in the key, where it tells
    const sources::Client *client = nullptr; ///< of our table
    QString clientVersion; ///< digits and dots, or empty
    int keysMasked = 0;
    bool cutOff = false;
};

/// A check as it may be shared. Made member by member from a list of what may be in it: what is not named here is in no
/// report. No values, no part of a key, no host but Cohere's own, no names of people, no text of an answer.
struct CaseReport {
    QString caseNumber;
    QString programVersion;
    QString system;
    QString qtVersion;
    QDateTime time;
    const sources::Client *client = nullptr; ///< of our table; nullptr where it is not known
    diagnosis::Verdict verdict = diagnosis::Verdict::Unknown;
    bool cancelled = false;
    bool keyAtHand = true;
    ReportedKey key;
    std::vector<ReportedPlace> places; ///< the tested one first
    std::vector<ReportedProblem> problems;
    std::vector<ReportedProbe> probes;
    ReportedRoute route;
    std::vector<ReportedCause> causes;
    std::optional<ReportedErrorText> errorText;
    std::vector<guide::Answered> answers;
    /// For the sentences of the next steps: without hosts, URLs and paths.
    diagnosis::FixContext fixes;
};

[[nodiscard]] CaseReport makeReport(const check::CheckResult &result, const diagnosis::FixContext &fixes,
    const sources::Client *client, const Circumstances &circumstances);

/// The next steps: those of the first cause that is not ruled out. Empty where there is none.
[[nodiscard]] diagnosis::FixPlan nextSteps(const CaseReport &report);

} // namespace report
