// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/TrialWords.h"

#include "words/ProbeWords.h"
#include "words/TimeWords.h"

namespace words {

using diagnosis::EvidenceItem;
using diagnosis::Fact;
using probe::EndpointKind;

namespace {

QString ofControl(const EvidenceItem &item)
{
    switch (item.fact) {
    case Fact::SameWithoutKey:
        return TrialWords::tr(
            "The same answer comes without any key, so it does not show whether this key was looked at.");
    case Fact::OtherWithoutKey:
        return item.detail.isEmpty()
            ? TrialWords::tr("Without any key, the answer is another one: %1. So the key was looked at.")
                  .arg(item.number)
            //: %1 is an HTTP status such as 401, %2 the message of the answer
            : TrialWords::tr("Without any key, the answer is another one: %1, “%2”. So the key was looked at.")
                  .arg(QString::number(item.number), item.detail);
    case Fact::WorksWithoutKey:
        return TrialWords::tr("Without any key, the endpoint answers with results: it wants none.");
    default:
        return {};
    }
}

constexpr int firstRefusal = 400;

QString ofHeader(const EvidenceItem &item)
{
    switch (item.fact) {
    case Fact::HeaderFormWorks:
        if (item.number >= firstRefusal) // it arrives there, and is refused for another reason
            //: %1 is a header, such as "X-API-Key: {key}", %2 an HTTP status
            return TrialWords::tr("Sent as “%1”, the key reaches the service, which answers %2.")
                .arg(item.detail, QString::number(item.number));
        //: %1 is a header, such as "X-API-Key: {key}"
        return TrialWords::tr("Sent as “%1”, the key is taken.").arg(item.detail);
    case Fact::HeaderFormChanges:
        return item.detail.isEmpty()
            ? TrialWords::tr("Sent as “%1”, the answer is another one: %2.")
                  .arg(item.name, QString::number(item.number))
            //: %1 is a header, such as "X-API-Key: {key}", %2 an HTTP status, %3 the message of the answer
            : TrialWords::tr("Sent as “%1”, the answer is another one: %2, “%3”.")
                  .arg(item.name, QString::number(item.number), item.detail);
    case Fact::HeaderFormsTried:
        return TrialWords::tr("The other usual forms of the header were tried, and none was taken.");
    default:
        return {};
    }
}

QString ofPath(const EvidenceItem &item)
{
    switch (item.fact) {
    case Fact::PathOfUserMissing:
        //: %1 is a path, such as /v2/v2/rerank, %2 an HTTP status
        return TrialWords::tr("With the base URL as it is, the call goes to %1, and the answer there is %2.")
            .arg(item.detail, QString::number(item.number));
    case Fact::PathWorks:
        //: %1 is a base URL, %2 a path, such as /v2/rerank
        return TrialWords::tr("With the base URL %1, the call goes to %2, and the endpoint answers there.")
            .arg(item.name, item.detail);
    default:
        return {};
    }
}

QString ofDirect(const EvidenceItem &item)
{
    switch (item.fact) {
    case Fact::DirectWorks:
        return TrialWords::tr("Without the proxy, the service accepts the key.");
    case Fact::DirectAnswered:
        return item.detail.isEmpty()
            ? TrialWords::tr("Without the proxy, the service itself answers: %1.").arg(item.number)
            //: %1 is an HTTP status such as 401, %2 the message of the answer
            : TrialWords::tr("Without the proxy, the service itself answers: %1, “%2”.")
                  .arg(QString::number(item.number), item.detail);
    case Fact::DirectFailsToo:
        if (item.failure)
            //: %1 is a sentence that says what went wrong
            return TrialWords::tr("It was tried without the proxy, too. %1").arg(ProbeWords::failure(*item.failure));
        return TrialWords::tr("Without the proxy, no answer comes from the service either.");
    case Fact::AnswerChanges:
        return item.detail.isEmpty()
            ? TrialWords::tr("The same call, made once more, got another answer: %1. So the answer changes by itself.")
                  .arg(item.number)
            //: %1 is an HTTP status such as 200, %2 the message of the answer
            : TrialWords::tr(
                "The same call, made once more, got another answer: %1, “%2”. So the answer changes by itself.")
                  .arg(QString::number(item.number), item.detail);
    case Fact::PassedBy:
        //: %1 is the name of a product, such as Cloudflare
        return TrialWords::tr("The answer came through %1.").arg(item.detail);
    case Fact::RetryAfter:
        //: %1 is a time, such as "60 seconds" or "2 hours"
        return TrialWords::tr("The answer says when to try again: in %1.").arg(duration(item.number));
    default:
        return {};
    }
}

} // namespace

QString TrialWords::sentence(const EvidenceItem &item)
{
    if (item.fact == Fact::EndpointIs)
        return item.endpoint ? endpoint(*item.endpoint) : QString();
    for (const QString &part : {ofControl(item), ofHeader(item), ofPath(item), ofDirect(item)}) {
        if (!part.isEmpty())
            return part;
    }
    return {};
}

QString TrialWords::endpoint(EndpointKind kind)
{
    switch (kind) {
    case EndpointKind::CohereOldHost:
        return tr("This is an older address of Cohere's. It takes the same keys; the present one is "
                  "https://api.cohere.com.");
    case EndpointKind::CohereWebSite:
        return tr("This is a web site of Cohere's, for people to read. The address for programs is "
                  "https://api.cohere.com.");
    case EndpointKind::AzureFoundry:
        return tr("This address is Azure's. It wants Azure's own key, in the header api-key or as a Bearer token; a "
                  "Cohere key does not work there.");
    case EndpointKind::AwsBedrock:
    case EndpointKind::AwsSageMaker:
        return tr("This address is Amazon's. It wants AWS credentials; a Cohere key does not work there.");
    case EndpointKind::OracleCloud:
        return tr("This address is Oracle's. It wants signed requests; a Cohere key does not work there.");
    case EndpointKind::OtherProvider:
        return tr("This address is another provider's. It wants that provider's key; a Cohere key does not work "
                  "there.");
    case EndpointKind::LiteLlm:
        return tr("This looks like the address of a LiteLLM proxy. It mostly wants a key of its own, and keeps the "
                  "Cohere key itself.");
    case EndpointKind::Cohere:
    case EndpointKind::CohereOther:
    case EndpointKind::ThisComputer:
    case EndpointKind::Unknown:
        break;
    }
    return {};
}

} // namespace words
