// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/OtherServices.h"

#include "inspect/Ascii.h"
#include "inspect/KeyShape.h"

#include <array>
#include <limits>

namespace inspect {

namespace {

using View = std::u32string_view;

constexpr std::size_t anyLength = std::numeric_limits<std::size_t>::max();

struct Prefix {
    View begin;
    std::size_t shortest; ///< of the whole key
    std::size_t longest;
    Detail detail;
    const char *service;
};

/// The longer prefix before the shorter one. Sources: the services' own documentation and the secret scanners' rules,
/// August 2026. The lengths are kept wide where a service does not state them.
constexpr std::array prefixes = {
    Prefix{U"sk-ant-", 20, anyLength, Detail::ServicePrefix, "Anthropic"},
    Prefix{U"sk-or-v1-", 20, anyLength, Detail::ServicePrefix, "OpenRouter"},
    Prefix{U"sk-proj-", 20, anyLength, Detail::ServicePrefix, "OpenAI"},
    Prefix{U"sk-svcacct-", 20, anyLength, Detail::ServicePrefix, "OpenAI"},
    Prefix{U"sk-admin-", 20, anyLength, Detail::ServicePrefix, "OpenAI"},
    // LiteLLM, DeepSeek and many gateways give out keys that begin like OpenAI's
    Prefix{U"sk-", 20, anyLength, Detail::ServiceShape, "OpenAI"},
    Prefix{U"hf_", 20, anyLength, Detail::ServicePrefix, "Hugging Face"},
    Prefix{U"gsk_", 20, anyLength, Detail::ServicePrefix, "Groq"},
    Prefix{U"pplx-", 20, anyLength, Detail::ServicePrefix, "Perplexity"},
    Prefix{U"AIza", 39, 39, Detail::ServicePrefix, "Google"},
    Prefix{U"ghp_", 20, anyLength, Detail::ServicePrefix, "GitHub"},
    Prefix{U"gho_", 20, anyLength, Detail::ServicePrefix, "GitHub"},
    Prefix{U"ghs_", 20, anyLength, Detail::ServicePrefix, "GitHub"},
    Prefix{U"github_pat_", 20, anyLength, Detail::ServicePrefix, "GitHub"},
    Prefix{U"glpat-", 20, anyLength, Detail::ServicePrefix, "GitLab"},
    Prefix{U"xai-", 20, anyLength, Detail::ServicePrefix, "xAI"},
    Prefix{U"jina_", 20, anyLength, Detail::ServicePrefix, "Jina AI"},
    Prefix{U"nvapi-", 20, anyLength, Detail::ServicePrefix, "NVIDIA"},
    Prefix{U"tvly-", 20, anyLength, Detail::ServicePrefix, "Tavily"},
    Prefix{U"pcsk_", 20, anyLength, Detail::ServicePrefix, "Pinecone"},
    Prefix{U"lsv2_", 20, anyLength, Detail::ServicePrefix, "LangSmith"},
    Prefix{U"pa-", 43, anyLength, Detail::ServiceShape, "Voyage AI"},
    Prefix{U"AKIA", 20, 20, Detail::ServicePrefix, "AWS"},
    Prefix{U"ASIA", 20, 20, Detail::ServicePrefix, "AWS"},
    Prefix{U"ABSK", 100, anyLength, Detail::ServicePrefix, "Amazon Bedrock"},
    Prefix{U"xoxb-", 20, anyLength, Detail::ServicePrefix, "Slack"},
    Prefix{U"xoxp-", 20, anyLength, Detail::ServicePrefix, "Slack"},
    Prefix{U"xoxa-", 20, anyLength, Detail::ServicePrefix, "Slack"},
};

bool isPlain(char32_t c)
{
    return c > 0x20 && c < 0x7f;
}

/// Three parts in base64url with dots between them, the first of which begins as every JSON object does.
bool isWebToken(View text)
{
    const auto belongs = [](char32_t c) { return isKeyLikeCharacter(c) || c == U'.'; };
    const std::size_t first = text.find(U'.');
    const std::size_t last = text.rfind(U'.');
    return text.starts_with(U"eyJ") && std::count(text.begin(), text.end(), U'.') == 2 && last > first + 1
        && std::all_of(text.begin(), text.end(), belongs);
}

/// 8-4-4-4-12 hexadecimal digits.
bool isUuid(View text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != U'-' : !ascii::isHexDigit(text[i]))
            return false;
    }
    return true;
}

/// 84 letters and digits with Microsoft's signature among them.
bool isAzureKey(View text)
{
    return text.size() == 84 && text.substr(52, 5) == U"JQQJ9"
        && std::all_of(text.begin(), text.end(), ascii::isAlphanumeric);
}

} // namespace

std::optional<OtherService> otherService(View text)
{
    const auto found = [](Detail detail, const char *service) {
        return OtherService{detail, QString::fromLatin1(service)};
    };
    if (isUsualShape(text) || text.size() > longestKeyLike || !std::all_of(text.begin(), text.end(), isPlain))
        return std::nullopt;
    for (const Prefix &prefix : prefixes) {
        if (text.starts_with(prefix.begin) && text.size() >= prefix.shortest && text.size() <= prefix.longest)
            return found(prefix.detail, prefix.service);
    }
    if (isAzureKey(text))
        return found(Detail::ServicePrefix, "Azure AI");
    if (isWebToken(text))
        return found(Detail::ServiceShape, "JWT");
    if (isUuid(text))
        return found(Detail::ServiceShape, "UUID");
    return std::nullopt;
}

} // namespace inspect
