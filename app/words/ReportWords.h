// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"
#include "inspect/Finding.h"
#include "probe/Probe.h"
#include "report/SaveReport.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>

namespace words {

/// What a report says, and what is said about it.
class ReportWords {
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
public:
    // The command
    [[nodiscard]] static QString verbSummary();
    [[nodiscard]] static QString verbSynopsis();
    [[nodiscard]] static QString verbDescription();
    [[nodiscard]] static QString formatOption();
    [[nodiscard]] static QString wrongFormat();

    // To read aloud
    /// "nine, Charlie, one, Foxtrot": letters by the alphabet of the radio (ITU), digits as words. Other characters are
    /// left out.
    [[nodiscard]] static QString spelled(const QString &text);

    /// The language of all these texts, for machines: "en".
    [[nodiscard]] static QString language();

    // Headings
    [[nodiscard]] static QString title(const QString &caseNumber);
    [[nodiscard]] static QString nextHeading();
    [[nodiscard]] static QString causesHeading();
    [[nodiscard]] static QString keyHeading();
    [[nodiscard]] static QString findingsHeading();
    [[nodiscard]] static QString placesHeading();
    [[nodiscard]] static QString triedHeading();
    [[nodiscard]] static QString routeHeading();
    [[nodiscard]] static QString errorTextHeading();
    [[nodiscard]] static QString answersHeading();
    [[nodiscard]] static QString circumstancesHeading();

    // Columns, and names of rows
    enum class Label : std::uint8_t {
        Name,
        Value,
        Cause,
        Status,
        Id,
        Characters,
        Class,
        Character,
        Act,
        Number,
        Place,
        Content,
        Fingerprint,
        Findings,
        Use,
        Tried,
        Result,
        Answer,
        AnsweredBy,
        Line,
        Message,
        Length,
        FingerprintAloud,
        Cleaned,
        Host,
        Proxy,
        Issuer,
        Certificate,
        Clock,
        CaseNumber,
        CaseNumberAloud,
        Program,
        System,
        Time,
        Client,
        KeysMasked,
    };
    [[nodiscard]] static QString label(Label label);

    // Cells
    [[nodiscard]] static QString finding(inspect::Detail detail);
    [[nodiscard]] static QString meaning(probe::Meaning meaning);
    [[nodiscard]] static QString certificate(probe::CertificateProblem problem);
    [[nodiscard]] static QString sign(errortext::Sign sign);
    [[nodiscard]] static QString kind(inspect::FindingKind kind);
    [[nodiscard]] static QString act(inspect::Action action);
    [[nodiscard]] static QString position(const report::ReportedFinding &finding, qsizetype keyLength);
    [[nodiscard]] static QString content(const report::ReportedPlace &place);
    [[nodiscard]] static QString use(const report::ReportedPlace &place);
    [[nodiscard]] static QString someProgram();
    /// "401: the key is not known (“invalid api token”)"; without a status or a message, the rest.
    [[nodiscard]] static QString said(int status, const QString &what, QLatin1String message);
    [[nodiscard]] static QString answer(const report::ReportedProbe &probe);
    [[nodiscard]] static QString answerer(const report::ReportedProbe &probe);
    [[nodiscard]] static QString host(const report::ReportedRoute &route);
    [[nodiscard]] static QString proxy(const report::ReportedRoute &route);
    [[nodiscard]] static QString clock(qint64 secondsAhead);
    [[nodiscard]] static QString length(qsizetype codePoints);
    [[nodiscard]] static QString noKey();
    [[nodiscard]] static QString noKeyAtHand();
    [[nodiscard]] static QString cleaned(qsizetype codePoints, const QString &fingerprint);
    [[nodiscard]] static QString moreFindings(qsizetype count);
    [[nodiscard]] static QString unknownClient();
    [[nodiscard]] static QString programAndVersion(const QString &program, const QString &version);
    [[nodiscard]] static QString spelledCaseNumber(const QString &caseNumber);

    /// What is never in a report, in one sentence.
    [[nodiscard]] static QString promise();

    // Saving
    [[nodiscard]] static QString saved(const QString &file);
    [[nodiscard]] static QString notSaved(report::SaveFailure failure);
    [[nodiscard]] static QString copied();
};

} // namespace words
