// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Clients.h"

#include <algorithm>
#include <utility>

namespace sources {

namespace {

constexpr auto isUsed = EmptyVariable::IsUsed;
constexpr auto isPassedOver = EmptyVariable::IsPassedOver;
constexpr auto dotenv = EnvLoader::PythonDotenv;
constexpr auto node = EnvLoader::Node;

constexpr const char *pythonSays = "The client must be instantiated be either passing in token or setting CO_API_KEY";

Client client(const char *id, const char *name, const QStringList &variables = {},
    EmptyVariable empty = EmptyVariable::NotKnown, const char *says = "", std::optional<EnvLoader> loader = {})
{
    return {.id = QLatin1String(id),
        .name = QLatin1String(name),
        .variables = variables,
        .empty = empty,
        .whenNothingIsSet = QLatin1String(says),
        .loader = loader};
}

/// Cohere's own. What an empty variable does:
/// - Python 5, cohere-python src/cohere/client.py: os.getenv("CO_API_KEY", os.getenv("COHERE_API_KEY")); also measured
/// - Python 4, cohere/utils.py, is_api_key_valid(): "if not key", the same error as for none
/// - TypeScript, src/auth/BearerAuthProvider.ts: only null and undefined are none
/// - Java, CohereBuilder.java: only null is none
/// - Go, client/client.go and core/request_option.go: an empty token is none
void addSdks(std::vector<Client> &all)
{
    const QString co = QStringLiteral("CO_API_KEY");
    const QString cohere = QStringLiteral("COHERE_API_KEY");
    all.push_back(
        client("cohere-python", "Cohere SDK for Python, 5.3 and later", {co, cohere}, isUsed, pythonSays, dotenv));
    all.push_back(client("cohere-python-5.0", "Cohere SDK for Python, 5.0 to 5.2", {co}, isUsed, pythonSays, dotenv));
    all.push_back(client("cohere-python-4", "Cohere SDK for Python, 4.x", {co}, isPassedOver,
        "No API key provided. Provide the API key in the client initialization or the CO_API_KEY environment variable.",
        dotenv));
    all.push_back(client("cohere-typescript", "Cohere SDK for TypeScript", {co}, isUsed,
        "Please provide 'token' when initializing the client, or set the 'CO_API_KEY' environment variable", node));
    all.push_back(client("cohere-java", "Cohere SDK for Java", {co}, isUsed,
        "Please provide token or set the CO_API_KEY environment variable."));
    all.push_back(client("cohere-go", "Cohere SDK for Go", {co}, isPassedOver));
}

/// Libraries for programs. What an empty variable does:
/// - LangChain, langchain_core/utils/utils.py, secret_from_env(): "in os.environ", so an empty one is taken, and
///   langchain_cohere/rerank.py hands it to Cohere's client, which takes it too
/// - LangChain.js, langchain-cohere/src/rerank.ts: "if (!token)"
/// - LlamaIndex, postprocessor/cohere_rerank: os.environ["COHERE_API_KEY"] as it is
/// - Haystack, haystack/utils/auth.py, EnvVarSecret: "value is not None"
/// - LiteLLM, litellm/llms/cohere/rerank/transformation.py: get_secret_str(…) or get_secret_str(…)
/// - Vercel, packages/provider-utils/src/load-api-key.ts: "apiKey == null"
void addLibraries(std::vector<Client> &all)
{
    const QString co = QStringLiteral("CO_API_KEY");
    const QString cohere = QStringLiteral("COHERE_API_KEY");
    all.push_back(client("langchain-python", "LangChain for Python", {cohere, co}, isUsed, pythonSays, dotenv));
    all.push_back(client("langchain-js", "LangChain.js", {cohere}, isPassedOver,
        "Please set the COHERE_API_KEY environment variable or pass it to the constructor as the apiKey field.", node));
    all.push_back(client("llamaindex", "LlamaIndex", {cohere}, isUsed, "KeyError: 'COHERE_API_KEY'", dotenv));
    all.push_back(client("haystack", "Haystack", {cohere, co}, isUsed,
        "None of the following authentication environment variables are set: ('COHERE_API_KEY', 'CO_API_KEY')",
        dotenv));
    all.push_back(client("litellm", "LiteLLM", {cohere, co}, isPassedOver,
        "Cohere API key is required. Please set 'COHERE_API_KEY' or 'CO_API_KEY' or 'litellm.cohere_key'", dotenv));
    all.push_back(client("vercel-ai-sdk", "Vercel AI SDK", {cohere}, isUsed,
        "Cohere API key is missing. Pass it using the 'apiKey' parameter or the COHERE_API_KEY environment variable.",
        node));
}

/// Programs that people install, databases, and agents. What an empty variable does:
/// - AnythingLLM, server/utils/AiProviders/cohere: "if (!process.env.COHERE_API_KEY)"
/// - Chroma, utils/embedding_functions/cohere_embedding_function.py: COHERE_API_KEY is chosen where it "is not None",
///   and then refused for being empty
/// - Weaviate, modules/reranker-cohere/clients/ranker.go: c.apiKey != ""
/// - Pydantic AI, pydantic_ai/providers/cohere.py: "if not api_key"
void addApplications(std::vector<Client> &all)
{
    const QString cohere = QStringLiteral("COHERE_API_KEY");
    all.push_back(client("anythingllm", "AnythingLLM", {cohere}, isPassedOver, "No Cohere API key was set."));
    all.push_back(client("chroma", "Chroma", {cohere, QStringLiteral("CHROMA_COHERE_API_KEY")}, isUsed,
        "The CHROMA_COHERE_API_KEY environment variable is not set.", dotenv));
    all.push_back(client("weaviate", "Weaviate", {QStringLiteral("COHERE_APIKEY")}, isPassedOver,
        "no api key found neither in request header: X-Cohere-Api-Key nor in environment variable under "
        "COHERE_APIKEY"));
    all.push_back(client("pydantic-ai", "Pydantic AI", {QStringLiteral("CO_API_KEY")}, isPassedOver,
        "Set the `CO_API_KEY` environment variable or pass it via `CohereProvider(api_key=...)`", dotenv));
    for (const auto &[id, name] : {std::pair("dify", "Dify"), std::pair("n8n", "n8n"), std::pair("flowise", "Flowise"),
             std::pair("continue", "Continue"), std::pair("ragflow", "RAGFlow"), std::pair("open-webui", "Open WebUI")})
        all.push_back(client(id, name));
}

std::vector<Client> makeClients()
{
    std::vector<Client> all;
    addSdks(all);
    addLibraries(all);
    addApplications(all);
    return all;
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

QStringList usualVariables()
{
    return {QStringLiteral("CO_API_KEY"), QStringLiteral("COHERE_API_KEY")};
}

QStringList variablesFor(const Client *client)
{
    return client != nullptr && !client->variables.isEmpty() ? client->variables : usualVariables();
}

EnvLoader loaderFor(const Client *client)
{
    return client != nullptr && client->loader ? *client->loader : EnvLoader::PythonDotenv;
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
