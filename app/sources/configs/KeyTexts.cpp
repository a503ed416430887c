// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/KeyTexts.h"

#include "inspect/Inspection.h"
#include "sources/configs/KeyNames.h"

#include <algorithm>

namespace sources::configs {

namespace {

/// A placeholder that somebody was to replace; not "None", and not a variable's name, which a program fills in.
bool isEvidentPlaceholder(std::string_view text)
{
    const inspect::Inspection inspection = inspect::inspect(secretOf(text));
    return std::any_of(inspection.findings.begin(), inspection.findings.end(), [](const inspect::Finding &finding) {
        return finding.detail == inspect::Detail::PlaceholderWords || finding.detail == inspect::Detail::MaskedValue
            || finding.detail == inspect::Detail::ShortenedValue;
    });
}

} // namespace

bool couldBeKey(std::string_view text)
{
    constexpr std::string_view bearer = "Bearer ";
    if (text.starts_with(bearer))
        text.remove_prefix(bearer.size());
    constexpr std::size_t longest = 200;
    // Another name for it: COHERE_API_KEY = "COHERE_API_KEY".
    if (text.empty() || text.size() > longest || isKeyVariable(text))
        return false;
    if (text.find_first_of("{}()/\\@:,;&?=%$") != std::string_view::npos)
        return false;
    const auto isLetter = [](char c) { return lowered(c) >= 'a' && lowered(c) <= 'z'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isInnerBlank = [](char c) { return c == ' ' || c == '\t'; };
    const auto letters = std::count_if(text.begin(), text.end(), isLetter);
    const auto digits = std::count_if(text.begin(), text.end(), isDigit);
    const auto blanks = std::count_if(text.begin() + 1, text.end() - 1, isInnerBlank);
    constexpr std::ptrdiff_t shortestKey = 20;
    constexpr std::ptrdiff_t fewDigits = 3;
    if (letters + digits >= shortestKey && letters > 0 && digits >= fewDigits && blanks <= 1
        && text.find_first_of("_.<>[]") == std::string_view::npos)
        return true;
    // "your api key", but not "is missing".
    return (blanks == 0 || isKeyishName(text)) && isEvidentPlaceholder(text);
}

} // namespace sources::configs
