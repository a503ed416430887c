// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/KeyNames.h"

#include <algorithm>
#include <array>

namespace sources::configs {

namespace {

bool equalsLowered(std::string_view text, std::string_view lower)
{
    return text.size() == lower.size()
        && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return lowered(a) == b; });
}

bool containsLowered(std::string_view text, std::string_view lower)
{
    const auto found = std::search(
        text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) { return lowered(a) == b; });
    return found != text.end();
}

bool endsWithLowered(std::string_view text, std::string_view lower)
{
    return text.size() >= lower.size() && equalsLowered(text.substr(text.size() - lower.size()), lower);
}

} // namespace

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isWordCharacter(char c)
{
    const char low = lowered(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isKeyVariable(std::string_view name)
{
    static const QStringList names = keyVariables();
    const QLatin1String wanted(name.data(), static_cast<qsizetype>(name.size()));
    return std::any_of(names.begin(), names.end(), [&](const QString &one) { return one == wanted; });
}

bool isKeyishName(std::string_view name)
{
    constexpr std::size_t longestName = 100;
    constexpr std::array<std::string_view, 3> keyWords = {"key", "token", "secret"};
    constexpr std::array<std::string_view, 8> otherEnds = {
        "file", "path", "name", "url", "id", "keys", "tokens", "length"};
    if (name.size() > longestName)
        return false;
    const auto contains = [name](std::string_view word) { return containsLowered(name, word); };
    const auto ends = [name](std::string_view word) { return endsWithLowered(name, word); };
    return std::any_of(keyWords.begin(), keyWords.end(), contains)
        && std::none_of(otherEnds.begin(), otherEnds.end(), ends);
}

bool isCohereKeyName(std::string_view name)
{
    return isKeyVariable(name) || (mentionsCohere(name) && isKeyishName(name));
}

bool mentionsCohere(std::string_view text)
{
    // Its three usual spellings, since looking for one exact text is many times faster than comparing every letter.
    for (const std::string_view spelling : {"cohere", "Cohere", "COHERE"}) {
        if (text.find(spelling) != std::string_view::npos)
            return true;
    }
    return false;
}

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

key::Secret secretOf(std::string_view text)
{
    return key::Secret(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
}

} // namespace sources::configs
