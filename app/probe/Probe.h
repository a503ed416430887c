// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/HeaderKey.h"
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
enum class ProbeId { NameLookup, Connect, Tls, CheckApiKey, Rerank };

/// Which copy of the key a probe carries.
enum class Variant {
    None, ///< no key: name lookup, connection, TLS
    AsGiven,
    Cleaned,
    OtherPlace, ///< the key of another place that holds a different one
};

/// One thing to try. `number` is the check's own: a reply to an older check is dropped by it.
struct ProbeRequest {
    int number = 0;
    ProbeId id = ProbeId::NameLookup;
    Variant variant = Variant::None;
    Target target;
    std::optional<key::HeaderKey> key; ///< for CheckApiKey and Rerank
    std::chrono::milliseconds timeout{15'000};
};

/// Why no whole HTTP reply came, or why a connection could not be made.
enum class NetworkFailure {
    NameNotFound,
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
    NotHttp, ///< the answer is not HTTP
    ReplyTooLarge, ///< more than HttpProber::maximumBody; the rest was not read
    Cancelled,
    KeyNotSendable, ///< skipped: the key may not stand in a header
    Other,
};

enum class CertificateProblem { None, SelfSigned, UnknownAuthority, WrongHostName, Expired, NotYetValid, Other };

struct TlsFacts {
    CertificateProblem problem = CertificateProblem::None;
    QString issuer; ///< organisation or common name of the issuer of the server's certificate
    QString subject; ///< common name of the server's certificate
    QDateTime validFrom;
    QDateTime validUntil;
    QString protocol; ///< "TLSv1.3"
};

/// What came back. Holds no request, so no key; the body is as the server sent it (it may repeat a key:
/// what is shown of it goes through ReplyReader, which redacts).
struct ProbeReply {
    int number = 0;
    ProbeId id = ProbeId::NameLookup;
    Variant variant = Variant::None;
    std::optional<NetworkFailure> failure;
    int status = 0; ///< HTTP status; 0 where there was none
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body; ///< at most maximumBody bytes
    std::chrono::milliseconds elapsed{0};
    QStringList addresses; ///< NameLookup: what the name means
    QString host; ///< the host asked (the proxy's, where viaProxy)
    int port = 0;
    bool viaProxy = false;
    TlsFacts tls;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
};

/// A reply's body beyond this many bytes is cut off.
inline constexpr qint64 maximumBody = qint64{1024} * 1024;
/// A reply's headers beyond this many bytes end it.
inline constexpr qint64 maximumHeaders = qint64{64} * 1024;

} // namespace probe

Q_DECLARE_METATYPE(probe::ProbeReply)
