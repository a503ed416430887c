// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

namespace redact {
class Redactor;
}

namespace probe {

/// Who wrote a reply.
enum class Answerer {
    Nobody, ///< there was no HTTP reply
    Cohere, ///< Cohere's words, JSON shape or trace headers; also a practice endpoint or a deployment that speaks so
    SomethingInFront, ///< a login page, a WWW-Authenticate: Basic, HTML, JSON of another shape
    Unclear, ///< it could be either: an empty body, {"message": "Unauthorized"}
};

/// What a reply says. One meaning a row of "Statuses" in the documentation of Cohere's errors.
enum class Meaning {
    NoReply,
    RerankResults, ///< 200 with results: the key works
    KeyValid, ///< check-api-key: 200 {"valid": true}
    KeyInvalid, ///< check-api-key: 200 {"valid": false}
    NoKeyArrived, ///< 401 "no api key supplied"
    KeyUnknown, ///< 401 "invalid api token"
    KeyExpired, ///< 401 "Your API key has expired"
    OtherUnauthorized, ///< 401 with other words
    Billing, ///< 402
    EdgeBlocked, ///< 403 HTML page of the edge: <title>403</title>403 Forbidden
    Forbidden, ///< any other 403
    ModelNotFound, ///< 404 model … not found, or was removed
    PathNotFound, ///< any other 404, and 405
    ProxyLogin, ///< 407
    RequestInvalid, ///< 400, 422
    RateLimited, ///< 429 a minute
    QuotaUsedUp, ///< 429 a month
    ContentBlocked, ///< 498
    ServiceError, ///< 5xx, 499, 408
    Redirect, ///< 3xx
    LoginPage, ///< 511, or a 200 that is HTML: a captive portal, or another web site
    UnexpectedReply, ///< a 2xx that is not what the endpoint sends: other JSON, broken JSON
    OtherStatus,
};

struct Reading {
    Answerer answerer = Answerer::Nobody;
    Meaning meaning = Meaning::NoReply;
    /// The reply's own message, redacted, on one line, at most 300 characters; empty where it has none.
    QString message;
    /// Where a redirect points: scheme and host alone.
    QString redirectTarget;
    bool redirectsToLogin = false; ///< to a page where a person signs in: a gateway's, or a network's for its guests
    /// The signs by which the answerer was told: "server: nginx", "www-authenticate: Basic". Redacted.
    QStringList signs;
    /// Seconds from the server's Date header to this computer's clock; empty without a Date.
    std::optional<qint64> clockAheadSeconds;
    bool trialKey = false; ///< trial headers were there
    /// The product that wrote the reply, where its signs tell: "nginx". Empty for Cohere and for unknown ones.
    QString gateway;
    /// Products that the reply passed on its way and did not come from: "Cloudflare".
    QStringList passedBy;
    /// The schemes that a 407 or a 401 asks for: "Basic", "Negotiate". Each once.
    QStringList loginSchemes;
    /// Seconds until a further call makes sense, by Retry-After or the limit's own headers; empty where none says.
    std::optional<qint64> retryAfterSeconds;

    /// The service looked at the key and took it: everything that a wrong key never gets.
    [[nodiscard]] bool keyAccepted() const;
};

/// Reads a reply by what Cohere documents. Pure. What is kept of its text goes through `redactor`, which knows the keys
/// that were sent.
[[nodiscard]] Reading readReply(const ProbeReply &reply, const redact::Redactor &redactor, const QDateTime &now);

} // namespace probe
