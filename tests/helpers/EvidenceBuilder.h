// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Evidence.h"

/// Evidence for rows of tests: a clean key that was tested at Cohere's own host, and what came back.
class EvidenceBuilder {
public:
    EvidenceBuilder();

    EvidenceBuilder &finding(inspect::FindingKind kind, inspect::Detail detail, inspect::Action action);
    /// The key may not stand in a header as it is; `cleanable` tells whether it may once it is cleaned.
    EvidenceBuilder &notSendable(bool cleanable);
    EvidenceBuilder &missing(bool variableIsSet);
    EvidenceBuilder &place(sources::PlaceProblem problem, bool certain);
    EvidenceBuilder &ownBase();
    EvidenceBuilder &base(const QUrl &url);
    EvidenceBuilder &practice();
    EvidenceBuilder &targetFailure(probe::TargetFailure failure);
    EvidenceBuilder &check(probe::Answerer answerer, probe::Meaning meaning, int status);
    EvidenceBuilder &rerank(probe::Answerer answerer, probe::Meaning meaning, int status);
    EvidenceBuilder &cleaned(probe::Answerer answerer, probe::Meaning meaning, int status);
    /// The key of the last place() was tried, too.
    EvidenceBuilder &otherPlace(probe::Answerer answerer, probe::Meaning meaning, int status);
    EvidenceBuilder &skipped();
    EvidenceBuilder &fails(probe::ProbeId id, probe::NetworkFailure failure,
        probe::CertificateProblem problem = probe::CertificateProblem::None);
    /// Rerank once more, with one thing changed.
    EvidenceBuilder &trial(probe::Variant variant, probe::Answerer answerer, probe::Meaning meaning, int status);
    /// What the user's program prints.
    EvidenceBuilder &errorText(const char *text);
    EvidenceBuilder &trialFails(probe::Variant variant, probe::NetworkFailure failure);
    // About the last reply:
    EvidenceBuilder &viaProxy();
    EvidenceBuilder &replyStatus(int status);
    EvidenceBuilder &replyHost(const QString &host);
    EvidenceBuilder &forAnotherName(); ///< its certificate
    EvidenceBuilder &message(const QString &message);
    EvidenceBuilder &loginSchemes(const QStringList &schemes);
    EvidenceBuilder &clockAhead(qint64 seconds);

    [[nodiscard]] diagnosis::Evidence evidence() const { return m_evidence; }

private:
    void reply(probe::ProbeId id, probe::Variant variant, probe::Answerer answerer, probe::Meaning meaning, int status);

    diagnosis::Evidence m_evidence;
};
