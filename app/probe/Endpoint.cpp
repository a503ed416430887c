// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/Endpoint.h"

#include "probe/Target.h"

#include <QLatin1String>

#include <algorithm>
#include <array>

namespace probe {

namespace {

using namespace Qt::Literals::StringLiterals;

struct HostRow {
    QLatin1String end; ///< the host, or what it ends in after a dot
    EndpointKind kind;
};

/// Of several rows that fit, the first counts.
constexpr std::array hostRows{
    HostRow{"api.cohere.com"_L1, EndpointKind::Cohere},
    HostRow{"production.api.cohere.ai"_L1, EndpointKind::CohereOldHost},
    HostRow{"api.cohere.ai"_L1, EndpointKind::CohereOldHost},
    HostRow{"dashboard.cohere.com"_L1, EndpointKind::CohereWebSite},
    HostRow{"dashboard.cohere.ai"_L1, EndpointKind::CohereWebSite},
    HostRow{"docs.cohere.com"_L1, EndpointKind::CohereWebSite},
    HostRow{"docs.cohere.ai"_L1, EndpointKind::CohereWebSite},
    HostRow{"status.cohere.com"_L1, EndpointKind::CohereWebSite},
    HostRow{"www.cohere.com"_L1, EndpointKind::CohereWebSite},
    HostRow{"www.cohere.ai"_L1, EndpointKind::CohereWebSite},
    HostRow{"cohere.com"_L1, EndpointKind::CohereOther},
    HostRow{"cohere.ai"_L1, EndpointKind::CohereOther},
    HostRow{"services.ai.azure.com"_L1, EndpointKind::AzureFoundry},
    HostRow{"models.ai.azure.com"_L1, EndpointKind::AzureFoundry},
    HostRow{"inference.ai.azure.com"_L1, EndpointKind::AzureFoundry},
    HostRow{"openai.azure.com"_L1, EndpointKind::AzureFoundry},
    HostRow{"cognitiveservices.azure.com"_L1, EndpointKind::AzureFoundry},
    HostRow{"inference.ml.azure.com"_L1, EndpointKind::AzureFoundry},
    HostRow{"oci.oraclecloud.com"_L1, EndpointKind::OracleCloud},
    HostRow{"api.openai.com"_L1, EndpointKind::OtherProvider},
    HostRow{"openrouter.ai"_L1, EndpointKind::OtherProvider},
    HostRow{"api.jina.ai"_L1, EndpointKind::OtherProvider},
    HostRow{"api.voyageai.com"_L1, EndpointKind::OtherProvider},
    HostRow{"api.together.xyz"_L1, EndpointKind::OtherProvider},
    HostRow{"api.mistral.ai"_L1, EndpointKind::OtherProvider},
    HostRow{"api.anthropic.com"_L1, EndpointKind::OtherProvider},
    HostRow{"googleapis.com"_L1, EndpointKind::OtherProvider},
    HostRow{"huggingface.co"_L1, EndpointKind::OtherProvider},
    HostRow{"api.nvidia.com"_L1, EndpointKind::OtherProvider},
};

/// The longest first: "/v2/rerank" before "/rerank".
constexpr std::array endpointPaths{
    "/v2/rerank"_L1, "/v1/rerank"_L1, "/rerank"_L1, "/v1/check-api-key"_L1, "/compatibility/v1"_L1, "/v2"_L1, "/v1"_L1};

/// The front pages. What is below them may be a Model Vault.
constexpr std::array frontPages{"cohere.com"_L1, "cohere.ai"_L1};

bool endsIn(const QString &host, QLatin1String end)
{
    return host == end || (host.endsWith(end) && host.at(host.size() - end.size() - 1) == u'.');
}

} // namespace

EndpointKind endpointKind(const QUrl &base)
{
    const QString host = hostOf(base);
    if (std::find(frontPages.begin(), frontPages.end(), host) != frontPages.end())
        return EndpointKind::CohereWebSite;
    const auto row = std::find_if(
        hostRows.begin(), hostRows.end(), [&host](const HostRow &candidate) { return endsIn(host, candidate.end); });
    if (row != hostRows.end())
        return row->kind;
    if (endsIn(host, "amazonaws.com"_L1) || endsIn(host, "amazonaws.com.cn"_L1) || endsIn(host, "api.aws"_L1))
        return host.contains("bedrock"_L1)  ? EndpointKind::AwsBedrock
            : host.contains("sagemaker"_L1) ? EndpointKind::AwsSageMaker
                                            : EndpointKind::Unknown;
    constexpr int liteLlmPort = 4000; // LiteLLM's default (its proxy's quick start)
    if (host.contains("litellm"_L1) || base.port() == liteLlmPort)
        return EndpointKind::LiteLlm;
    return isLoopback(base) ? EndpointKind::ThisComputer : EndpointKind::Unknown;
}

bool isOfCohere(EndpointKind kind)
{
    return kind == EndpointKind::Cohere || kind == EndpointKind::CohereOldHost || kind == EndpointKind::CohereOther
        || kind == EndpointKind::CohereWebSite;
}

bool isOtherPlatform(EndpointKind kind)
{
    switch (kind) {
    case EndpointKind::AzureFoundry:
    case EndpointKind::AwsBedrock:
    case EndpointKind::AwsSageMaker:
    case EndpointKind::OracleCloud:
    case EndpointKind::OtherProvider:
        return true;
    default:
        return false;
    }
}

QUrl withoutEndpointPath(const QUrl &base)
{
    const auto withoutSlashes = [](QString path) {
        while (path.endsWith(u'/'))
            path.chop(1);
        return path;
    };
    QString rest = base.path(QUrl::FullyEncoded);
    const auto stripped = [&] {
        const QString path = withoutSlashes(rest); // "/v2//rerank"
        const auto end = std::find_if(endpointPaths.begin(), endpointPaths.end(),
            [&path](QLatin1String known) { return path.endsWith(known, Qt::CaseInsensitive); });
        if (end == endpointPaths.end())
            return false;
        rest = withoutSlashes(path.chopped(end->size()));
        return true;
    };
    while (stripped()) { } // "/v2/rerank/v2/rerank" was seen, too
    QUrl url = base;
    url.setPath(rest, QUrl::StrictMode);
    return url;
}

} // namespace probe
