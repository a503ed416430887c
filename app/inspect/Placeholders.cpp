// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/Placeholders.h"

#include "inspect/Cursor.h"
#include "inspect/KeyShape.h"
#include "inspect/PlaceholderWords.h"

#include <array>

namespace inspect {

namespace {

using View = std::u32string_view;

/// No placeholder seen was longer; and it keeps the time for a text of any size the same.
constexpr std::size_t longest = 200;

bool isEmptyWord(View text)
{
    constexpr std::array<View, 14> words = {U"none", U"null", U"undefined", U"nil", U"nan", U"true", U"false", U"n/a",
        U"empty", U"unset", U"(null)", U"<nil>", U"<no value>", U"[object object]"};
    return std::any_of(words.begin(), words.end(), [text](View word) { return ascii::equalsIgnoringCase(text, word); });
}

bool isStar(char32_t c)
{
    return View(U"*•●∙⋅·◦▪■█░∗＊").find(c) != View::npos;
}

std::size_t longestRun(View text, bool (*accepts)(char32_t))
{
    std::size_t run = 0;
    std::size_t best = 0;
    for (const char32_t c : text) {
        run = accepts(c) ? run + 1 : 0;
        best = std::max(best, run);
    }
    return best;
}

/// Stars or dots instead of characters; or x, which may stand in a key, but not so many in a row.
bool isMasked(View text)
{
    constexpr std::size_t stars = 3;
    constexpr std::size_t manyX = 8;
    const auto isX = [](char32_t c) { return c == U'x' || c == U'X'; };
    return longestRun(text, isStar) >= stars || longestRun(text, isX) >= manyX
        || (text.size() >= 3 && std::all_of(text.begin(), text.end(), isX));
}

/// "abc…xyz", "abc...xyz", "...": less than a whole key is left beside the dots.
bool isShortened(View text)
{
    const bool dots = text.find(U"...") != View::npos || text.find(U'…') != View::npos || text == U"..";
    const auto letters = std::count_if(text.begin(), text.end(), ascii::isAlphanumeric);
    return dots && static_cast<std::size_t>(letters) < usualLength;
}

bool isIdentifier(View text)
{
    constexpr std::size_t longestName = 64;
    return !text.empty() && text.size() <= longestName && !isUsualShape(text) && !ascii::isDigit(text.front())
        && std::all_of(text.begin(), text.end(), [](char32_t c) { return ascii::isAlphanumeric(c) || c == U'_'; });
}

/// What stands between the signs of a template, if it is a template: it must not be a key.
bool isTemplateContent(View text)
{
    while (!text.empty() && isBlankOrBreak(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlankOrBreak(text.back()))
        text.remove_suffix(1);
    return isKeyName(text) || isIdentifier(text.substr(0, text.find(U':'))) || !isKeyLike(text);
}

bool isBetween(View text, View open, View close, bool (*accepts)(View))
{
    return text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close)
        && accepts(text.substr(open.size(), text.size() - open.size() - close.size()));
}

/// $NAME, ${NAME}, %NAME%, {{NAME}}, $(command), process.env.NAME, op://vault/item.
bool isReference(View text)
{
    constexpr std::array<View, 8> beginnings = {U"process.env.", U"import.meta.env.", U"os.environ[",
        U"os.environ.get(", U"os.getenv(", U"secrets.", U"op://", U"$env:"};
    if (text.starts_with(U'$') && isKeyName(text.substr(1)))
        return true;
    if (isBetween(text, U"${", U"}", isTemplateContent) || isBetween(text, U"{{", U"}}", isTemplateContent)
        || isBetween(text, U"$(", U")", [](View) { return true; }) || isBetween(text, U"%", U"%", isIdentifier)
        || isBetween(text, U"{", U"}", [](View name) { return isKeyName(name) && isIdentifier(name); }))
        return true;
    return std::any_of(beginnings.begin(), beginnings.end(),
        [text](View begin) { return ascii::startsWithIgnoringCase(text, begin); });
}

/// "<your key>": what stands in angle brackets is to be replaced, unless it is a key.
bool isAngled(View text)
{
    return isBetween(text, U"<", U">", [](View inside) {
        return !isKeyLike(inside) && std::all_of(inside.begin(), inside.end(), [](char32_t c) {
            return c >= 0x80 || ascii::isAlphanumeric(c) || View(U" _-.'").find(c) != View::npos;
        });
    });
}

/// CO_API_KEY, ACME_TOKEN: the name of the variable instead of its value.
bool isNameItself(View text)
{
    const auto shouted = [](char32_t c) { return ascii::isUpper(c) || ascii::isDigit(c) || c == U'_'; };
    return isKeyName(text) && text.find(U'_') != View::npos && std::all_of(text.begin(), text.end(), shouted)
        && (text.ends_with(U"KEY") || text.ends_with(U"TOKEN") || text.ends_with(U"SECRET"));
}

} // namespace

std::optional<Detail> placeholder(View text)
{
    if (text.empty() || text.size() > longest)
        return std::nullopt;
    if (isEmptyWord(text))
        return Detail::EmptyWord;
    if (isReference(text))
        return Detail::VariableReference;
    if (isMasked(text))
        return Detail::MaskedValue;
    if (isShortened(text))
        return Detail::ShortenedValue;
    if (isAngled(text) || isNameItself(text) || isMadeOfPlaceholderWords(text))
        return Detail::PlaceholderWords;
    return std::nullopt;
}

} // namespace inspect
