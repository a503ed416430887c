// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace probe {

/// Whose endpoint a base URL names, as far as the URL tells.
enum class EndpointKind {
    Cohere, ///< api.cohere.com
    CohereOldHost, ///< api.cohere.ai, production.api.cohere.ai: older clients ask there
    CohereOther, ///< another host of Cohere's, such as a Model Vault: takes the usual key
    CohereWebSite, ///< dashboard, docs, the front page: pages for people, no endpoint
    AzureFoundry, ///< wants Azure's own key, in the header api-key
    AwsBedrock, ///< wants AWS credentials
    AwsSageMaker, ///< wants AWS credentials
    OracleCloud, ///< wants signed requests
    LiteLlm, ///< a LiteLLM proxy: wants a key of its own
    OtherProvider, ///< OpenAI, OpenRouter, Jina, Voyage …: wants its own key
    ThisComputer, ///< loopback: a practice endpoint, a local gateway
    Unknown, ///< a private deployment or a company's gateway: the URL does not tell
};

/// Cohere's own documentation and those of the platforms (2026-08). By host, port and path alone; asks nobody.
[[nodiscard]] EndpointKind endpointKind(const QUrl &base);

/// True for every host of Cohere's own.
[[nodiscard]] bool isOfCohere(EndpointKind kind);
/// True where a platform takes no Cohere key at all.
[[nodiscard]] bool isOtherPlatform(EndpointKind kind);

/// The base without the end of it that belongs to the endpoint's own path: "/v2/rerank", "/v1/rerank", "/rerank",
/// "/v2", "/v1", "/compatibility/v1". The same URL where it has none.
[[nodiscard]] QUrl withoutEndpointPath(const QUrl &base);

} // namespace probe
