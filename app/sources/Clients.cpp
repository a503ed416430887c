// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Clients.h"

#include <algorithm>

namespace sources {

namespace {

std::vector<Client> makeClients()
{
    const QString coApiKey = QStringLiteral("CO_API_KEY");
    const QString cohereApiKey = QStringLiteral("COHERE_API_KEY");
    const auto client = [](const char *id, const char *name, const QStringList &variables) {
        return Client{.id = QLatin1String(id), .name = QLatin1String(name), .variables = variables};
    };
    return {
        client("cohere-python", "Cohere SDK for Python, 5.3 and later", {coApiKey, cohereApiKey}),
        client("cohere-python-5.0", "Cohere SDK for Python, 5.0 to 5.2", {coApiKey}),
        client("cohere-python-4", "Cohere SDK for Python, 4.x", {coApiKey}),
        client("cohere-typescript", "Cohere SDK for TypeScript", {coApiKey}),
        client("cohere-java", "Cohere SDK for Java", {coApiKey}),
        client("cohere-go", "Cohere SDK for Go", {coApiKey}),
        client("langchain-python", "LangChain for Python", {cohereApiKey, coApiKey}),
        client("langchain-js", "LangChain.js", {cohereApiKey}),
        client("llamaindex", "LlamaIndex", {cohereApiKey}),
        client("haystack", "Haystack", {cohereApiKey, coApiKey}),
        client("litellm", "LiteLLM", {cohereApiKey, coApiKey}),
        client("vercel-ai-sdk", "Vercel AI SDK", {cohereApiKey}),
        client("anythingllm", "AnythingLLM", {cohereApiKey}),
        client("chroma", "Chroma", {cohereApiKey, QStringLiteral("CHROMA_COHERE_API_KEY")}),
        client("weaviate", "Weaviate", {QStringLiteral("COHERE_APIKEY")}),
        client("pydantic-ai", "Pydantic AI", {coApiKey}),
        client("dify", "Dify", {}),
        client("n8n", "n8n", {}),
        client("flowise", "Flowise", {}),
        client("continue", "Continue", {}),
        client("ragflow", "RAGFlow", {}),
        client("open-webui", "Open WebUI", {}),
    };
}

} // namespace

const std::vector<Client> &clients()
{
    static const std::vector<Client> all = makeClients();
    return all;
}

const Client *findClient(const QString &id)
{
    const auto &all = clients();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Client &client) { return client.id == id; });
    return found == all.end() ? nullptr : &*found;
}

QStringList clientsReading(const QString &variable)
{
    QStringList ids;
    for (const Client &client : clients()) {
        if (client.variables.contains(variable))
            ids.append(client.id);
    }
    return ids;
}

} // namespace sources
