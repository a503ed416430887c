// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/Interpolation.h"

#include "sources/configs/KeyNames.h"

#include <algorithm>
#include <utility>

namespace sources::configs {

namespace {

/// ${A:-${B:-${C…}}}: how deep that may go.
constexpr int deepest = 8;

std::size_t nameEnd(std::string_view text, std::size_t at)
{
    const bool digit = at < text.size() && text[at] >= '0' && text[at] <= '9';
    while (!digit && at < text.size() && isWordCharacter(text[at]))
        ++at;
    return at;
}

/// The place of the "}" that ends what begins behind a "${"; npos where it never ends.
std::size_t closingBrace(std::string_view text, std::size_t at)
{
    // "${A${A${A…": each would look through all that follows.
    constexpr std::size_t longest = 512;
    const std::size_t limit = std::min(text.size(), at + longest);
    int open = 1;
    for (; at < limit; ++at) {
        if (text[at] == '$' && at + 1 < text.size() && text[at + 1] == '{')
            ++open;
        else if (text[at] == '}' && --open == 0)
            return at;
    }
    return std::string_view::npos;
}

void fill(std::string_view text, const Lookup &lookup, Filled &filled, int depth);

/// What stands behind the name in ${NAME…}, such as ":-text".
void fillBraced(std::string_view name, std::string_view rest, const Lookup &lookup, Filled &filled, int depth)
{
    const auto value = lookup(name);
    const bool emptyCounts = rest.starts_with(':');
    if (emptyCounts)
        rest.remove_prefix(1);
    const char sign = rest.empty() ? '\0' : rest.front();
    const std::string_view word = rest.empty() ? rest : rest.substr(1);
    const bool has = value && !(emptyCounts && value->isEmpty());
    if ((sign == '-' && !has) || (sign == '+' && has)) {
        fill(word, lookup, filled, depth + 1);
        return;
    }
    filled.elsewhere = true;
    if (sign == '+')
        return;
    if (value)
        filled.text.append({value->bytes().data(), static_cast<std::size_t>(value->bytes().size())});
    else
        filled.known = false;
}

std::size_t fillOne(std::string_view text, std::size_t at, const Lookup &lookup, Filled &filled, int depth)
{
    const bool braced = at + 1 < text.size() && text[at + 1] == '{';
    const std::size_t begin = at + (braced ? 2 : 1);
    const std::size_t end = nameEnd(text, begin);
    const std::size_t close = braced ? closingBrace(text, begin) : end;
    if (end == begin || close == std::string_view::npos || depth > deepest) {
        filled.text.append(text.substr(at, 1));
        return at + 1;
    }
    const std::string_view rest = text.substr(end, close - end);
    fillBraced(text.substr(begin, end - begin), rest, lookup, filled, depth);
    return braced ? close + 1 : close;
}

void fill(std::string_view text, const Lookup &lookup, Filled &filled, int depth)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t dollar = std::min(text.find('$', at), text.size());
        filled.text.append(text.substr(at, dollar - at));
        at = dollar;
        if (at == text.size())
            return;
        if (text.substr(at, 2) == "$$") {
            filled.text.append("$");
            at += 2;
        } else {
            at = fillOne(text, at, lookup, filled, depth);
        }
    }
}

} // namespace

void GrowingText::append(std::string_view more)
{
    std::string &text = m_text.value;
    more = more.substr(0, maximum - text.size());
    const std::size_t needed = text.size() + more.size();
    if (needed > text.capacity()) {
        key::Wiped<std::string> larger;
        larger.value.reserve(2 * needed);
        larger.value.append(text);
        m_text = std::move(larger);
    }
    m_text.value.append(more);
}

std::size_t fillVariable(std::string_view text, std::size_t at, const Lookup &lookup, Filled &filled)
{
    return fillOne(text, at, lookup, filled, 0);
}

Filled fillCompose(std::string_view text, const Lookup &lookup)
{
    Filled filled;
    fill(text, lookup, filled, 0);
    return filled;
}

} // namespace sources::configs
