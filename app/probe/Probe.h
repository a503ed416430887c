// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/HeaderKey.h"
#include "probe/ProxyUse.h"
#include "probe/Target.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace probe {

/// What is tried. The order is the order of a check.
enum class ProbeId {
    NameLookup,
    Connect,
    Tls,
    ServerTime, ///< what time it is at a server whose certificate has the wrong dates; carries no key
    CheckApiKey,
    Rerank,
};

/// What is different about a probe. From NoKey on: the same call once more with one thing changed, to see what that
/// changes about the answer. Those that carry the tested key carry it as it is, or cleaned where only that can be sent.
enum class Variant {
    None, ///< nothing but the route: name lookup, connection, TLS, time
    AsGiven,
    Cleaned,
    OtherPlace, ///< the key of another place that holds a different one
    NoKey, ///< no key at all: does it play a part in the answer?
    Direct, ///< without the proxy
    BearerHeader, ///< Authorization: Bearer KEY, where the user has chosen another form
    BareHeader, ///< Authorization: KEY
    XApiKeyHeader, ///< X-API-Key: KEY
    ApiKeyHeader, ///< api-key: KEY
    PathOnce, ///< the base URL without the end of it that is the endpoint's path already
    V1Path, ///< /v1/rerank
    WithoutPath, ///< the base URL without any path
    Again, ///< nothing changed at all: does the first answer still come?
};

/// One thing to try. `number` is the check's own: a reply to an older check is dropped by it.
struct ProbeRequest {
    int number = 0;
    ProbeId id = ProbeId::NameLookup;
    Variant variant = Variant::None;
    Target target;
    std::optional<key::HeaderKey> key; ///< for CheckApiKey and Rerank, other than with Variant::NoKey
    /// Where to connect, the best first: what NameLookup found, later the one that Connect has found to answer. The
    /// proxy's, where one applies. Empty: the name is looked up.
    QStringList addresses;
    std::chrono::milliseconds timeout{15'000};
};

/// Why no whole HTTP reply came, or why a connection could not be made.
enum class NetworkFailure {
    NameNotFound,
    NoNameServer, ///< no name server gave an answer
    ConnectionRefused,
    ConnectionClosed, ///< reset, or closed before a whole reply
    HostUnreachable, ///< no route
    TimedOut, ///< nothing came in time
    TimedOutInReply, ///< a reply began and did not end in time
    CertificateUntrusted, ///< unknown authority, self-signed, wrong host name: TlsFacts::problem says which
    TlsHandshakeFailed, ///< the other side does not speak TLS, or no version in common
    ProxyLoginNeeded, ///< 407
    ProxyNotFound, ///< the proxy's name is not known
    ProxyRefused, ///< the proxy does not answer
    ProxyTooSlow, ///< the proxy took the connection, and made none to the target in time
    ProxyDenied, ///< the proxy answers, and makes no connection: ProbeReply::status says more, where it speaks HTTP
    NotHttp, ///< the answer is not HTTP
    ReplyTooLarge, ///< more than HttpProber::maximumBody; the rest was not read
    Cancelled,
    KeyNotSendable, ///< skipped: the key may not stand in a header
    Other,
};

enum class CertificateProblem {
    None,
    SelfSigned,
    UnknownAuthority,
    IssuerNotSent, ///< the server sent its own certificate alone, and its issuer's is not known here
    WrongHostName,
    Expired,
    NotYetValid,
    Other,
};

/// True where dates are what is wrong: which clock is right, the certificate alone does not tell.
[[nodiscard]] bool isAboutDates(CertificateProblem problem);

/// One certificate of those that a server sent. Its texts hold no character that a terminal obeys, and are cut.
struct CertificateFacts {
    QString subject; ///< common name, else organisation
    QString issuer; ///< organisation, else common name
    QDateTime validFrom;
    QDateTime validUntil;
    QStringList names; ///< the host names and addresses that it is for; at most mostCertificateNames
};

/// What is kept of a chain and of a certificate's names; what a server sends has no such bounds.
inline constexpr qsizetype mostCertificates = 10;
inline constexpr qsizetype mostCertificateNames = 20;

struct TlsFacts {
    CertificateProblem problem = CertificateProblem::None;
    QString issuer; ///< organisation or common name of the issuer of the server's certificate
    QString subject; ///< common name of the server's certificate
    QList<CertificateFacts> chain; ///< as the server sent it, its own first
    bool otherName = false; ///< the certificate is not for the host that was asked for, whatever else is wrong with it
    QString inspector; ///< the product that opens connections on the way, where the issuer tells: "Zscaler"
    /// When the server's certificate is valid. Where dates are the problem: when those are that are out of date, which
    /// can be an authority's.
    QDateTime validFrom;
    QDateTime validUntil;
    QDateTime seenAt; ///< by this computer's clock
    QString protocol; ///< "TLSv1.3"
    bool alerted = false; ///< the other side ended the connection by an alert, as TLS has it
    bool wantsCertificate = false; ///< the alert says that it wants a certificate of whoever calls
    bool tooOld = false; ///< TlsHandshakeFailed: the other side speaks TLS, but no version from 1.2 on
};

/// One address of a name, and whether a connection to it could be made.
struct AddressAttempt {
    QString address;
    std::optional<NetworkFailure> failure; ///< Cancelled where another one was quicker
};

/// What came back. Holds no request, so no key; the body is as the server sent it (it may repeat a key:
/// what is shown of it goes through ReplyReader, which redacts).
struct ProbeReply {
    int number = 0;
    ProbeId id = ProbeId::NameLookup;
    Variant variant = Variant::None;
    std::optional<NetworkFailure> failure;
    int status = 0; ///< HTTP status, also of a proxy that makes no connection; 0 where there was none
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body; ///< at most maximumBody bytes
    std::chrono::milliseconds elapsed{0};
    QStringList addresses; ///< NameLookup: what the name means
    /// The host asked: the proxy's, where viaProxy; but the target's, where the failure is what the proxy says of it,
    /// or came after the proxy had made its connection.
    QString host;
    int port = 0;
    QString address; ///< the address of `host` that was connected to; empty where none was, or where it is not known
    QList<AddressAttempt> attempts; ///< Connect: every address that was tried
    bool viaProxy = false;
    ProxyUse proxyUse; ///< which proxy, and why
    TlsFacts tls;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
};

/// A reply's body beyond this many bytes is cut off.
inline constexpr qint64 maximumBody = qint64{1024} * 1024;
/// A reply's headers beyond this many bytes end it.
inline constexpr qint64 maximumHeaders = qint64{64} * 1024;

} // namespace probe

Q_DECLARE_METATYPE(probe::ProbeReply)
