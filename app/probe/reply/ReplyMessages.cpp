// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/ReplyMessages.h"

#include <algorithm>
#include <array>

namespace probe {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int anyError = 0;

/// Cohere has no machine codes: the status and the prose are all there is (errors page, 2026-08). Of several
/// rows that fit, the first counts.
constexpr std::array documentedMessages{
    // Documented with 401, and the second with 403 in the OpenAPI file; a gateway may pass the words on with a status
    // of its own.
    DocumentedMessage{anyError, "no api key supplied"_L1, Meaning::NoKeyArrived},
    DocumentedMessage{anyError, "invalid api token"_L1, Meaning::KeyUnknown},
    DocumentedMessage{anyError, "api key has expired"_L1, Meaning::KeyExpired},
    DocumentedMessage{402, "payment method"_L1, Meaning::Billing},
    DocumentedMessage{402, "billing reached"_L1, Meaning::Billing},
    DocumentedMessage{404, "make sure the correct model id"_L1, Meaning::ModelNotFound},
    DocumentedMessage{404, "was removed on"_L1, Meaning::ModelNotFound},
    DocumentedMessage{404, "invalid url at"_L1, Meaning::PathNotFound},
    DocumentedMessage{400, "invalid request:"_L1, Meaning::RequestInvalid},
    DocumentedMessage{400, "unknown field:"_L1, Meaning::RequestInvalid},
    DocumentedMessage{422, "invalid request:"_L1, Meaning::RequestInvalid},
    DocumentedMessage{422, "unknown field:"_L1, Meaning::RequestInvalid},
    DocumentedMessage{429, "/ month"_L1, Meaning::QuotaUsedUp},
    DocumentedMessage{429, "trial key"_L1, Meaning::RateLimited},
    DocumentedMessage{429, "per minute request limit"_L1, Meaning::RateLimited},
    DocumentedMessage{429, "please wait and try again later"_L1, Meaning::RateLimited},
    DocumentedMessage{429, "trial token rate limit"_L1, Meaning::RateLimited},
    DocumentedMessage{498, "blocked input"_L1, Meaning::ContentBlocked},
    DocumentedMessage{499, "request cancelled"_L1, Meaning::ServiceError},
    DocumentedMessage{500, "reported to our developers"_L1, Meaning::ServiceError},
};

} // namespace

const DocumentedMessage *findDocumentedMessage(int status, const QString &message)
{
    const auto found =
        std::find_if(documentedMessages.begin(), documentedMessages.end(), [&](const DocumentedMessage &row) {
            const bool fits = row.status == status || (row.status == anyError && status >= 400);
            return fits && message.contains(row.part, Qt::CaseInsensitive);
        });
    return found == documentedMessages.end() ? nullptr : &*found;
}

Meaning meaningOfStatus(int status)
{
    switch (status) {
    case 400:
    case 422:
        return Meaning::RequestInvalid;
    case 401:
        return Meaning::OtherUnauthorized;
    case 402:
        return Meaning::Billing;
    case 403:
        return Meaning::Forbidden;
    case 404:
    case 405:
        return Meaning::PathNotFound;
    case 407:
        return Meaning::ProxyLogin;
    case 408:
    case 499: // the caller gave up
        return Meaning::ServiceError;
    case 429:
        return Meaning::RateLimited;
    case 498: // the SDK calls it InvalidTokenError, but it was the text that was refused
        return Meaning::ContentBlocked;
    case 511:
        return Meaning::LoginPage;
    default:
        break;
    }
    if (status >= 500 && status <= 599)
        return Meaning::ServiceError;
    return status >= 300 && status <= 399 ? Meaning::Redirect : Meaning::OtherStatus;
}

} // namespace probe
