// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/ProgramText.h"

#include "sources/configs/KeyNames.h"

#include <algorithm>
#include <array>

namespace sources::configs {

namespace {

constexpr std::size_t none = std::string_view::npos;
/// How far a value may stand from its name, and a name from the call that it belongs to.
constexpr std::size_t nearby = 600;

bool isQuote(char c)
{
    return c == '"' || c == '\'' || c == '`';
}

bool isSpace(char c)
{
    return isBlank(c) || c == '\n' || c == '\r';
}

template <std::size_t size> bool isOneOf(std::string_view word, const std::array<std::string_view, size> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

ProgramText::ProgramText(std::string_view text)
    : m_text(text)
    , m_importsCohere(text.find("from cohere import") != none)
{
}

std::size_t ProgramText::skipBlanks(std::size_t place) const
{
    while (isBlank(at(place)))
        ++place;
    return place;
}

std::size_t ProgramText::skipSpace(std::size_t place) const
{
    const std::size_t limit = place + nearby;
    while (place < limit && isSpace(at(place)))
        ++place;
    return place;
}

/// What may stand between a sign and a literal: SecretStr("…"), String::from("…"), r"…".
std::size_t ProgramText::skipWrapping(std::size_t place) const
{
    constexpr std::array<std::string_view, 6> wrappings = {
        "SecretStr(", "Secret(", "String::from(", "Some(", "Secret.from_token(", "r"};
    place = skipSpace(place);
    for (const std::string_view wrapping : wrappings) {
        const std::size_t behind = place + wrapping.size();
        if (m_text.substr(place, wrapping.size()) == wrapping && isQuote(at(behind)))
            return behind;
    }
    return place;
}

/// NAME: str = "…", NAME: &'static str = "…": the place of the "=", or the same place where no type stands there.
std::size_t ProgramText::skipAnnotation(std::size_t place) const
{
    constexpr std::size_t longest = 60;
    for (std::size_t i = place; i < place + longest; ++i) {
        const char c = at(i);
        if (c == '=' && at(i + 1) != '=')
            return i;
        if (!isWordCharacter(c) && !isBlank(c) && std::string_view("[]&'|<>.?").find(c) == none)
            break;
    }
    return place;
}

std::size_t ProgramText::valueOf(std::size_t begin, std::size_t end) const
{
    const bool quoted = begin > 0 && isQuote(at(begin - 1)) && at(end) == at(begin - 1);
    std::size_t place = skipBlanks(end + (quoted ? 1 : 0));
    if (quoted && at(place) == ',')
        return skipWrapping(place + 1);
    if (!quoted && at(place) == '(')
        return skipWrapping(place + 1);
    if (at(place) == ']')
        place = skipBlanks(place + 1);
    if (at(place) == '!')
        return none;
    if (at(place) == ':' && at(place + 1) != '=') {
        const std::size_t direct = skipWrapping(place + 1);
        if (quoted || isQuote(at(direct)))
            return direct;
        place = skipAnnotation(place + 1);
    }
    const std::string_view two = m_text.substr(std::min(place, m_text.size()), 2);
    if (two == ":=" || two == "=>" || two == "||" || two == "??")
        return skipWrapping(place + 2);
    if (at(place) == '=' && two != "==")
        return skipWrapping(place + 1);
    // fish: set -x NAME value; Windows: setx NAME "value"
    const std::string_view first = firstWordOfLine(begin);
    const bool setsByBlank = first == "set" || first == "setx";
    return setsByBlank && place > end ? place : none;
}

std::string_view ProgramText::firstWordOfLine(std::size_t place) const
{
    const std::size_t limit = place > nearby ? place - nearby : 0;
    std::size_t begin = place;
    while (begin > limit && at(begin - 1) != '\n')
        --begin;
    begin = skipBlanks(begin);
    std::size_t end = begin;
    while (end < place && !isSpace(at(end)))
        ++end;
    return m_text.substr(begin, end - begin);
}

std::string_view ProgramText::bareValue(std::size_t begin, std::size_t end, std::size_t value, bool isScript) const
{
    constexpr std::array<std::string_view, 7> commands = {"export", "!export", "%env", "set", "setx", "SET", "env"};
    const std::string_view first = firstWordOfLine(begin);
    const bool beginsLine = first.empty() && isScript;
    if ((!beginsLine && !isOneOf(first, commands)) || value > skipBlanks(end + 1))
        return {};
    std::size_t last = value;
    while (last < m_text.size() && !isSpace(at(last)) && std::string_view(";&|<>()#\"'`").find(at(last)) == none)
        ++last;
    return m_text.substr(value, last - value);
}

std::size_t ProgramText::wordBegin(std::size_t end) const
{
    while (end > 0 && isWordCharacter(at(end - 1)))
        --end;
    return end;
}

std::size_t ProgramText::firstArgument(std::size_t end) const
{
    const std::size_t place = skipBlanks(end);
    return at(place) == '(' ? skipWrapping(place + 1) : none;
}

bool ProgramText::isCallOfCohere(std::size_t begin, std::size_t end) const
{
    constexpr std::array<std::string_view, 4> clients = {"Client", "ClientV2", "AsyncClient", "AsyncClientV2"};
    constexpr std::array<std::string_view, 7> classes = {"CohereClient", "CohereClientV2", "CohereRerank",
        "CohereEmbeddings", "ChatCohere", "CohereRanker", "CohereEmbeddingFunction"};
    if (at(skipBlanks(end)) != '(')
        return false;
    const std::string_view word = m_text.substr(begin, end - begin);
    if (isOneOf(word, classes))
        return true;
    constexpr std::string_view module = "cohere.";
    const bool inModule = begin >= module.size() && m_text.substr(begin - module.size(), module.size()) == module;
    return isOneOf(word, clients) && (inModule || m_importsCohere);
}

bool ProgramText::isInCallOfCohere(std::size_t place) const
{
    // Cohere.builder().token("…"): the name is called itself.
    constexpr std::size_t longestChain = 200;
    const std::size_t chain = place > longestChain ? place - longestChain : 0;
    if (place > 0 && at(place - 1) == '.')
        return m_text.substr(chain, place - chain).find("Cohere.builder(") != none;
    const std::size_t limit = place > nearby ? place - nearby : 0;
    int open = 0;
    for (std::size_t i = place; i > limit; --i) {
        const char c = at(i - 1);
        if (c == ')')
            ++open;
        if (c != '(' || open-- > 0)
            continue;
        const std::size_t begin = wordBegin(i - 1);
        const std::string_view callee = m_text.substr(begin, i - 1 - begin);
        return isCallOfCohere(begin, i - 1) || callee == "createCohere" || callee == "CohereProvider"
            || (callee.ends_with("Cohere") && mentionsCohere(callee)) || callee.starts_with("Cohere");
    }
    return false;
}

bool ProgramText::isNearCohere(std::size_t place) const
{
    const std::size_t begin = place > nearby ? place - nearby : 0;
    return mentionsCohere(m_text.substr(begin, 2 * nearby));
}

} // namespace sources::configs
