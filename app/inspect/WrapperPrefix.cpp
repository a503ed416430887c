// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/WrapperPrefix.h"

#include "inspect/Cursor.h"
#include "inspect/KeyLabel.h"
#include "inspect/KeyShape.h"

#include <array>

namespace inspect {

namespace {

constexpr std::size_t longestName = 64;

bool isQuote(char32_t c)
{
    return c == U'"' || c == U'\'';
}

bool isNameCharacter(char32_t c)
{
    return ascii::isAlphanumeric(c) || c == U'_' || c == U'-' || c == U'.';
}

std::u32string_view readName(Cursor &cursor)
{
    if (!ascii::isLetter(cursor.next()) && cursor.next() != U'_')
        return {};
    return cursor.read(isNameCharacter, longestName + 1); // one more than isKeyName accepts
}

/// "Bearer KEY", "bearer:KEY"; "BearerKEY" where a key of the usual shape follows.
std::size_t bearer(std::u32string_view text)
{
    Cursor cursor(text);
    if (!cursor.skipText(U"bearer"))
        return 0;
    const std::size_t word = cursor.place();
    cursor.skipBlanks();
    if (cursor.skip(U':') || cursor.skip(U'='))
        cursor.skipBlanks();
    const bool separated = cursor.place() > word;
    return separated || cursor.atEnd() || isUsualShape(cursor.rest()) ? cursor.place() : 0;
}

/// "Authorization: ", "X-API-Key:"; also the "-H " of a command before it.
std::size_t headerName(std::u32string_view text)
{
    constexpr std::array<std::u32string_view, 5> names = {
        U"authorization", U"proxy-authorization", U"x-api-key", U"api-key", U"x-cohere-api-key"};
    Cursor cursor(text);
    const std::u32string_view name = readName(cursor);
    const bool known = std::any_of(names.begin(), names.end(),
        [name](std::u32string_view header) { return ascii::equalsIgnoringCase(name, header); });
    cursor.skipBlanks();
    if (!known || !(cursor.skip(U':') || cursor.skip(U'：')))
        return 0;
    cursor.skipBlanks();
    return cursor.place();
}

std::size_t headerOption(std::u32string_view text)
{
    Cursor cursor(text);
    if (!text.starts_with(U"-H") && !text.starts_with(U"--header"))
        return 0;
    cursor.read([](char32_t c) { return c == U'-' || ascii::isLetter(c); }, 8);
    cursor.skip(U'=');
    cursor.skipBlanks();
    Cursor value = cursor;
    value.skipIf(isQuote);
    return headerName(value.rest()) > 0 ? cursor.place() : 0;
}

/// `export `, `set -gx `, `setx `: the words that may stand before a name.
bool skipKeyword(Cursor &cursor)
{
    constexpr std::array<std::u32string_view, 11> keywords = {
        U"export", U"set", U"setx", U"env", U"arg", U"const", U"let", U"var", U"declare", U"typeset", U"local"};
    Cursor ahead = cursor;
    const std::u32string_view word = ahead.read(ascii::isLetter, longestName);
    const bool known = std::any_of(keywords.begin(), keywords.end(),
        [word](std::u32string_view keyword) { return ascii::equalsIgnoringCase(word, keyword); });
    if (!known || !ahead.skipBlanks())
        return false;
    while (ahead.next() == U'-') { // -x, -gx
        ahead.read([](char32_t c) { return c == U'-' || ascii::isLetter(c); }, longestName);
        ahead.skipBlanks();
    }
    cursor = ahead;
    return true;
}

/// `os.environ["CO_API_KEY"]`: what stands in brackets behind the name.
bool skipSubscript(Cursor &cursor)
{
    Cursor ahead = cursor;
    if (!ahead.skip(U'[') || !ahead.skipIf(isQuote) || readName(ahead).empty() || !ahead.skipIf(isQuote)
        || !ahead.skip(U']'))
        return false;
    cursor = ahead;
    return true;
}

/// "NAME=", "export NAME=", "$env:NAME = ", "--api-key ".
std::size_t assignment(std::u32string_view text)
{
    Cursor cursor(text);
    const bool keyword = skipKeyword(cursor);
    if (keyword && isQuote(cursor.next())) { // set "NAME=KEY": the quotes are a wrapper of their own
        Cursor inside(cursor.rest().substr(1));
        return !readName(inside).empty() && inside.next() == U'=' ? cursor.place() : 0;
    }
    const bool option = cursor.skipText(U"--");
    const bool reference = cursor.skipText(U"$env:") || cursor.skip(U'$');
    const std::u32string_view name = readName(cursor);
    const bool subscript = skipSubscript(cursor);
    if (name.empty() || name.size() > longestName || !(keyword || reference || subscript || isKeyName(name)))
        return 0;
    const bool blanks = cursor.skipBlanks();
    if (cursor.skip(U'=')) {
        if (cursor.next() == U'=')
            return 0; // the padding of base64
        cursor.skipBlanks();
        // A text in base64 that ends with "key=" is no assignment of nothing.
        constexpr std::size_t longestOfNothing = 24;
        return cursor.atEnd() && name.size() > longestOfNothing ? 0 : cursor.place();
    }
    return (keyword || option) && blanks && isKeyName(name) && !cursor.atEnd() ? cursor.place() : 0;
}

/// The "- " of a list in YAML, before a name.
std::size_t listItem(std::u32string_view text)
{
    Cursor cursor(text);
    if (!cursor.skip(U'-') || !cursor.skipBlanks())
        return 0;
    Cursor value = cursor;
    value.skipIf(isQuote);
    return assignment(value.rest()) > 0 || structuredPrefixLength(cursor.rest()) > 0 ? cursor.place() : 0;
}

} // namespace

std::size_t structuredPrefixLength(std::u32string_view text)
{
    Cursor cursor(text);
    constexpr int deepest = 8;
    for (int depth = 0; depth < deepest && (cursor.skip(U'{') || cursor.skip(U'[')); ++depth)
        cursor.skipBlanks();
    const char32_t quote = cursor.next();
    const bool quoted = cursor.skipIf(isQuote);
    const auto belongsToName = [quote](char32_t c) { return c != quote && c != U'\n' && c != U'\r'; };
    const std::u32string_view name = quoted ? cursor.read(belongsToName, longestName) : readName(cursor);
    if (name.empty() || (quoted && !cursor.skip(quote)))
        return 0;
    cursor.skipBlanks();
    if (quoted && (cursor.skipText(U"=>") || cursor.skip(U'=') || cursor.skip(U':'))) {
        cursor.skipBlanks();
        return cursor.place();
    }
    // Without quotes a blank, or a quote, must tell it from a key with a colon in it.
    if (!isKeyName(name) || !cursor.skip(U':') || !(cursor.skipBlanks() || cursor.atEnd() || isQuote(cursor.next())))
        return 0;
    return cursor.place();
}

WrapperPrefix wrapperPrefix(std::u32string_view text)
{
    if (text.empty())
        return {};
    if (const std::size_t length = bearer(text); length > 0)
        return {Detail::BearerPrefix, length};
    for (const auto read : {headerOption, headerName}) {
        if (const std::size_t length = read(text); length > 0)
            return {Detail::HeaderName, length};
    }
    for (const auto read : {structuredPrefixLength, listItem}) {
        if (const std::size_t length = read(text); length > 0)
            return {Detail::StructuredLine, length};
    }
    if (const std::size_t length = assignment(text); length > 0)
        return {Detail::Assignment, length};
    return {Detail::Label, labelLength(text)};
}

} // namespace inspect
