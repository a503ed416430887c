// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/Needles.h"

#include <algorithm>
#include <string_view>

namespace sources {

namespace {

/// Letters in small; '_' becomes DEL, and some other characters one another: enough for a first look.
constexpr unsigned char folded(unsigned char c)
{
    return static_cast<unsigned char>(c | 0x20U);
}
constexpr unsigned char foldedUnderscore = folded('_');

/// "coh" or "co_". Without branches, so that the compiler looks at 16 or more places at once.
constexpr unsigned char mayBegin(const unsigned char *text)
{
    const unsigned char c = folded(text[0]) == 'c';
    const unsigned char o = folded(text[1]) == 'o';
    const unsigned char h = folded(text[2]) == 'h';
    const unsigned char underscore = folded(text[2]) == foldedUnderscore;
    return static_cast<unsigned char>(c & o & (h | underscore));
}

bool begins(QByteArrayView text, std::string_view needle)
{
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; };
    return static_cast<std::size_t>(text.size()) >= needle.size()
        && std::equal(needle.begin(), needle.end(), text.begin(), [&](char a, char b) { return a == small(b); });
}

} // namespace

bool mentionsKey(QByteArrayView text)
{
    constexpr qsizetype block = 64;
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    const qsizetype last = text.size() - 2; // the first three characters of a needle begin before this
    for (qsizetype start = 0; start < last; start += block) {
        const qsizetype count = std::min(block, last - start);
        unsigned char found = 0;
        if (count == block) {
            for (qsizetype i = 0; i < block; ++i)
                found |= mayBegin(bytes + start + i);
        }
        for (qsizetype i = 0; (found != 0 || count < block) && i < count; ++i) {
            const QByteArrayView rest = text.sliced(start + i);
            if (mayBegin(bytes + start + i) != 0 && (begins(rest, "cohere") || begins(rest, "co_api_key")))
                return true;
        }
    }
    return false;
}

} // namespace sources
