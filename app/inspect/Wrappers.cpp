// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/Wrappers.h"

#include "inspect/CharacterName.h"
#include "inspect/HiddenCharacters.h"
#include "inspect/KeyLabel.h"
#include "inspect/KeyShape.h"
#include "inspect/Lookalikes.h"
#include "inspect/Placeholders.h"
#include "inspect/WrapperPrefix.h"

#include <array>

namespace inspect {

namespace {

using View = std::u32string_view;

/// One blank, line break, curly quote or line of a frame: nothing of it can belong to the key at its ends.
Layer foreignEnd(View text)
{
    const auto at = [](char32_t c, std::size_t front, std::size_t back) -> Layer {
        if (isCurlyQuote(c))
            return {FindingKind::LookalikeCharacters, Detail::CurlyQuote, front, back, {}};
        if (isBoxDrawing(c))
            return {FindingKind::LookalikeCharacters, Detail::BoxDrawing, front, back, {}};
        if (isBlankOrBreak(c))
            return {FindingKind::HiddenCharacters, *hiddenClass(c), front, back, {}};
        return {};
    };
    const Layer front = at(text.front(), 1, 0);
    return front.isEmpty() ? at(text.back(), 0, 1) : front;
}

/// A curly quote that was decoded wrongly ("â€œ"), at one of the ends.
Layer misreadQuote(View text)
{
    const Misread first = misreadAt(text);
    if (first.length > 0 && isCurlyQuote(first.codePoint))
        return {
            FindingKind::HiddenCharacters, Detail::MisreadCharacters, first.length, 0, codePointText(first.codePoint)};
    for (const std::size_t length : {3U, 2U}) {
        const Misread last = misreadAt(text.substr(text.size() - std::min(length, text.size())));
        if (last.length == length && isCurlyQuote(last.codePoint))
            return {FindingKind::HiddenCharacters, Detail::MisreadCharacters, 0, length, codePointText(last.codePoint)};
    }
    return {};
}

/// A key with nothing around it but blanks, quotes and brackets.
bool holdsKey(View text)
{
    const auto isAround = [](char32_t c) { return View(U"<>{}[]()$\"'`").find(c) != View::npos || isBlankOrBreak(c); };
    if (text.size() > 2 * longestKeyLike)
        return false;
    while (!text.empty() && isAround(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isAround(text.back()))
        text.remove_suffix(1);
    return isKeyLike(text) && !isKeyName(text);
}

/// Straight quotes and backticks: in pairs always, alone where the rest is a key.
Layer quotes(View text)
{
    const auto detailOf = [](char32_t c) { return c == U'`' ? Detail::Backticks : Detail::Quotes; };
    const auto isQuote = [](char32_t c) { return c == U'"' || c == U'\'' || c == U'`'; };
    const char32_t first = text.front();
    const char32_t last = text.back();
    if (isQuote(first) && structuredPrefixLength(text) > 0)
        return {}; // the quotes of the name, "apiKey": "KEY"
    if (isQuote(first) && (first == last || text.size() == 1))
        return {FindingKind::WrappedKey, detailOf(first), 1, text.size() > 1 ? 1U : 0U, {}};
    if (text.size() > 4 && text.starts_with(U"\\\"") && text.ends_with(U"\\\"")) // JSON within JSON
        return {FindingKind::WrappedKey, Detail::Quotes, 2, 2, {}};
    if (isQuote(first) && holdsKey(text.substr(1)))
        return {FindingKind::WrappedKey, detailOf(first), 1, 0, {}};
    if (isQuote(last) && holdsKey(text.substr(0, text.size() - 1)))
        return {FindingKind::WrappedKey, detailOf(last), 0, 1, {}};
    return {};
}

/// The escape sequences of a bracketed paste whose ESC was lost or written as "^[".
Layer pasteMarks(View text)
{
    for (const View mark : {View(U"^[[200~"), View(U"[200~")}) {
        if (text.starts_with(mark))
            return {FindingKind::HiddenCharacters, Detail::TerminalResidue, mark.size(), 0, {}};
    }
    for (const View mark : {View(U"^[[201~"), View(U"[201~")}) {
        if (text.ends_with(mark))
            return {FindingKind::HiddenCharacters, Detail::TerminalResidue, 0, mark.size(), {}};
    }
    return {};
}

/// "<KEY>", "${KEY}", "{KEY}", "$KEY": template syntax that was left around a key. A name in it is a placeholder.
Layer brackets(View text)
{
    struct Pair {
        View open;
        View close;
    };
    constexpr std::array<Pair, 8> pairs = {Pair{U"${{", U"}}"}, Pair{U"{{", U"}}"}, Pair{U"${", U"}"}, Pair{U"<", U">"},
        Pair{U"{", U"}"}, Pair{U"[", U"]"}, Pair{U"(", U")"}, Pair{U"%", U"%"}};
    const auto layer = [](std::size_t front, std::size_t back) -> Layer {
        return {FindingKind::WrappedKey, Detail::Brackets, front, back, {}};
    };
    if (View(U"${<[(%").find(text.front()) == View::npos && View(U"}>])").find(text.back()) == View::npos)
        return {};
    if (placeholder(text))
        return {};
    for (const auto &[open, close] : pairs) {
        if (text.size() >= open.size() + close.size() && text.starts_with(open) && text.ends_with(close)
            && holdsKey(text.substr(open.size(), text.size() - open.size() - close.size())))
            return layer(open.size(), close.size());
    }
    for (const auto &[open, close] : pairs) { // half of it was copied
        if (open != U"%" && text.starts_with(open) && holdsKey(text.substr(open.size())))
            return layer(open.size(), 0);
        if (close != U"%" && text.ends_with(close) && holdsKey(text.substr(0, text.size() - close.size())))
            return layer(0, close.size());
    }
    return text.starts_with(U'$') && isUsualShape(text.substr(1)) ? layer(1, 0) : Layer{};
}

Layer punctuation(View text, Context context)
{
    if (text.back() == U',' || text.back() == U';')
        return {FindingKind::WrappedKey, Detail::TrailingPunctuation, 0, 1, {}};
    if (context == Context::StructuredLine && (text.back() == U'}' || text.back() == U']'))
        return {FindingKind::WrappedKey, Detail::StructuredLine, 0, 1, {}};
    return {};
}

Layer words(View text)
{
    if (const WrapperPrefix prefix = wrapperPrefix(text); prefix.length > 0)
        return {FindingKind::WrappedKey, prefix.detail, prefix.length, 0, {}};
    return {FindingKind::WrappedKey, Detail::Label, 0, commentLength(text), {}};
}

} // namespace

Layer outermostLayer(View text, Context context)
{
    if (text.empty())
        return {};
    // words() may read over a long run of blanks in vain, so what can be taken off at the end goes before it:
    // otherwise a text made for it would need the square of its size.
    Layer layer = punctuation(text, context);
    for (const auto read : {foreignEnd, quotes, misreadQuote, pasteMarks, words, brackets}) {
        if (!layer.isEmpty())
            break;
        layer = read(text);
    }
    return layer;
}

} // namespace inspect
