// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/Literal.h"

#include <algorithm>

namespace sources::configs {

namespace {

constexpr std::size_t longestLiteral = 1024;

struct Quotes {
    std::string_view sign; ///< one quote, or three
    bool escapes = true;
    bool severalLines = false;
};

std::optional<Quotes> quotesAt(std::string_view text, std::size_t at, LiteralForm form)
{
    const char quote = at < text.size() ? text[at] : '\0';
    if (quote != '"' && quote != '\'' && (quote != '`' || form == LiteralForm::Toml))
        return std::nullopt;
    const bool raw = form == LiteralForm::Toml && quote == '\'';
    const std::string_view three = text.substr(at, 3);
    if (quote != '`' && three == std::string_view(quote == '"' ? R"(""")" : "'''"))
        return Quotes{.sign = three, .escapes = !raw, .severalLines = true};
    return Quotes{.sign = text.substr(at, 1), .escapes = !raw, .severalLines = quote == '`'};
}

/// What "\n" and its like stand for; the two characters themselves where they are none of the usual ones.
void appendEscaped(GrowingText &value, std::string_view pair)
{
    switch (pair.back()) {
    case 'n':
        value.append("\n");
        break;
    case 'r':
        value.append("\r");
        break;
    case 't':
        value.append("\t");
        break;
    case '"':
    case '\'':
    case '\\':
    case '`':
        value.append(pair.substr(1));
        break;
    default:
        value.append(pair);
        break;
    }
}

} // namespace

std::optional<Literal> readLiteral(std::string_view text, std::size_t at, LiteralForm form)
{
    const auto quotes = quotesAt(text, at, form);
    if (!quotes)
        return std::nullopt;
    Literal literal;
    at += quotes->sign.size();
    // The line break right behind three quotes of TOML is none of the text.
    if (form == LiteralForm::Toml && quotes->severalLines && text.substr(at, 1) == "\n")
        ++at;
    const std::size_t limit = std::min(text.size(), at + longestLiteral);
    while (at < limit) {
        if (text.substr(at, quotes->sign.size()) == quotes->sign) {
            literal.end = at + quotes->sign.size();
            return literal;
        }
        if (text[at] == '\n' && !quotes->severalLines)
            return std::nullopt;
        if (text[at] == '\\' && quotes->escapes && at + 1 < limit) {
            appendEscaped(literal.value, text.substr(at, 2));
            at += 2;
        } else {
            literal.value.append(text.substr(at++, 1));
        }
    }
    return std::nullopt;
}

int LineCounter::lineAt(std::string_view text, std::size_t at)
{
    at = std::min(at, text.size());
    for (; m_at < at; ++m_at)
        m_line += text[m_at] == '\n' ? 1 : 0;
    return m_line;
}

} // namespace sources::configs
