// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Cause.h"
#include "diagnosis/Evidence.h"
#include "inspect/Finding.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace diagnosis {

/// What was seen that speaks for a cause, or against it. words/EvidenceWords has one sentence for each.
enum class Fact {
    // the key's text
    NoKeyAtAll,
    KeyIsOnlyBlanks,
    VariableNotSet, ///< name
    VariableEmpty, ///< name
    CharacterFound, ///< finding
    MoreCharactersFound, ///< number: how many beyond those named
    KeyNotSendable, ///< such a key may not stand in a header
    CleanedKeyAccepted, ///< without it, the endpoint accepts the key
    CleanedKeyRejected,
    CleanedKeyUntested,
    KeyWorksAsGiven, ///< speaks against a finding
    KeyShapeUsual,
    KeyShapeUnusual,
    // places
    OtherPlaceDiffers, ///< place, other
    EmptyVariableHides, ///< place hides other
    KeyUnderOtherName, ///< place
    PlaceHoldsOlderValue, ///< place, other: where the newer one is
    FileNotLoaded, ///< place
    FileLineMisread, ///< place
    ContainerSetsOwn, ///< place, other
    KeysDifferAt, ///< place, other, difference: in a few characters alone
    OtherPlaceWorks, ///< place: its key was tested, and is accepted
    OtherPlaceRejected, ///< place: its key was tested, and is not known either
    // replies
    ServiceSaid, ///< number: status, detail: message
    SomethingInFrontSaid, ///< number: status, detail: message, may be empty; name: the product, where it is known
    UnclearWhoSaid, ///< number: status, detail: message, may be empty
    AnswererSign, ///< detail: "server: nginx"
    KeyWasSent,
    CheckSaysValid,
    CheckSaysInvalid,
    SameWithoutKey, ///< the same answer comes without any key
    OtherWithoutKey, ///< another answer comes without a key. number: status, detail: message, may be empty
    HeaderFormWorks, ///< the service judges the key then. detail: the header, "X-API-Key: {key}", number: status
    HeaderFormChanges, ///< name: the header as it was sent. number: status, detail: message, may be empty
    WorksWithoutKey, ///< without any key, the endpoint answers with results
    HeaderFormsTried, ///< no other form was taken
    PathWorks, ///< name: the base URL that leads there, detail: the path behind it
    PathOfUserMissing, ///< detail: the whole path that the user's base URL leads to. number: status
    DirectWorks, ///< without the proxy, the key is accepted
    DirectAnswered, ///< without the proxy, the service answers. number: status, detail: message, may be empty
    DirectFailsToo, ///< failure: why
    AnswerChanges, ///< to the same call, made once more. number: status, detail: message, may be empty
    EndpointIs, ///< endpoint: whose it is, and what it wants
    PassedBy, ///< detail: the product that the answer came through
    RetryAfter, ///< number: seconds
    PracticeKnowsItsOwnKeys, ///< the practice endpoint knows its practice keys alone
    PageInsteadOfReply, ///< number: status
    RedirectTo, ///< number: status, detail: scheme and host
    UnexpectedReply, ///< number: status
    ReplyCutOff,
    // the route
    NameUnknown, ///< name: host
    NoNameServer, ///< name: host
    PortRefused, ///< name: host, number: port
    ConnectionClosedEarly, ///< name: host, number: port
    NoRoute, ///< name: host, number: port
    NoAnswerInTime, ///< name: host, number: port
    ReplyNeverEnded, ///< name: host, number: port
    ProxyAsked, ///< name: proxy host, number: port, proxy, detail: the kinds of login, where a password is of no use
    ProxySchemes, ///< detail: "Basic, Digest"
    ProxyChosen, ///< proxy: which one, and why
    AddressTried, ///< name: the address, failure
    ProxyDown, ///< name: proxy host, number: port
    ProxyTooSlow, ///< name: proxy host, number: port, detail: the host that was asked for
    ProxyDenied, ///< name: proxy host, number: port, detail: the status of its answer, where it has one
    NotTls, ///< name: host, number: port
    TlsEnded, ///< name: host, number: port
    CertificateWanted, ///< of whoever calls; name: host, number: port
    NotHttp, ///< name: host, number: port
    CertificateProblem, ///< problem, name: host, detail: issuer
    ClockDiffers, ///< number: seconds that this computer is ahead
    AddressUnusable, ///< targetFailure
    InspectedBy, ///< detail: the product that opens connections on the way
    CertificateDates, ///< from, until: when the certificate is valid
    ClockAgrees, ///< name: host, whose clock shows the same time
    ClockBeforeRelease, ///< from: what the clock shows, until: the day of this release, which must have been before
    TlsTooOld, ///< name: host, number: port
    NothingTested, ///< the key was not tested
    // the error text
    TextSays, ///< detail: the words, number: their line
    TextNamesCharacter, ///< finding: the character, and its place in the key where `number` is 1
    TextOfOtherService, ///< name: the service, detail: the words, number: their line
    TextNamesOldClass, ///< name: the class in the text, detail: what it is called now
    TextHeldKeys, ///< number: how many
    KeyWorksHereNotThere, ///< the program's error is about its key, and the key that was tested is accepted
    // the answers
    UserSaid, ///< answer
};

struct EvidenceItem {
    // Every member has its default written out, so that an item can be made with the few that it needs.
    Fact fact = Fact::NothingTested;
    QString name{};
    QString detail{};
    qint64 number = 0;
    std::optional<inspect::Finding> finding{};
    probe::CertificateProblem certificate = probe::CertificateProblem::None;
    probe::TargetFailure target = probe::TargetFailure::EmptyUrl;
    std::optional<sources::Place> place{};
    std::optional<sources::Place> other{};
    std::optional<sources::KeyDifference> difference{};
    std::optional<probe::EndpointKind> endpoint{};
    std::optional<probe::ProxyUse> proxy{};
    std::optional<probe::NetworkFailure> failure{};
    std::optional<guide::Answered> answer{};
    QDateTime from{};
    QDateTime until{};

    friend bool operator==(const EvidenceItem &, const EvidenceItem &) = default;
};

struct CauseFound {
    Cause cause = Cause::KeyMissing;
    Status status = Status::Possible;
    std::vector<EvidenceItem> evidence;
};

struct Diagnosis {
    Verdict verdict = Verdict::Unknown;
    std::vector<CauseFound> causes; ///< most likely first

    [[nodiscard]] const CauseFound *find(Cause cause) const;
};

/// From evidence to causes. Pure: the same evidence gives the same diagnosis.
[[nodiscard]] Diagnosis diagnose(const Evidence &evidence);

} // namespace diagnosis
