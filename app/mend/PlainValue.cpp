// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/PlainValue.h"

#include "inspect/HiddenCharacters.h"
#include "inspect/KeyText.h"
#include "inspect/Lookalikes.h"
#include "key/HeaderKey.h"
#include "key/Wiped.h"
#include "sources/envfile/Text.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace mend {

namespace {

bool isPlainByte(char byte)
{
    constexpr QByteArrayView others = "-.+/=:@%,"; // "~" is a home folder, "#" a comment, "$" a variable
    return sources::envfile::isNameByte(byte) || others.contains(byte);
}

bool isAround(char32_t codePoint)
{
    constexpr std::u32string_view quotes = U"\"'`";
    return inspect::isBlankOrBreak(codePoint) || inspect::hiddenClass(codePoint).has_value()
        || inspect::isCurlyQuote(codePoint) || quotes.find(codePoint) != std::u32string_view::npos;
}

bool isBehind(char32_t codePoint)
{
    return isAround(codePoint) || codePoint == U',' || codePoint == U';';
}

} // namespace

bool isPlain(QByteArrayView value)
{
    return !value.isEmpty() && value.size() <= key::HeaderKey::maximumLength
        && std::all_of(value.begin(), value.end(), isPlainByte);
}

key::Secret withoutEdges(QByteArrayView value)
{
    const key::Wiped<std::u32string> text(inspect::decodeUtf8(value));
    std::u32string_view rest = text.value;
    while (!rest.empty() && isAround(rest.front()))
        rest.remove_prefix(1);
    while (!rest.empty() && isBehind(rest.back()))
        rest.remove_suffix(1);
    const key::Wiped<std::string> bytes(inspect::encodeUtf8(rest));
    return key::Secret(QByteArrayView(bytes.value));
}

} // namespace mend
