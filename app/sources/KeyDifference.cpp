// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/KeyDifference.h"

#include "inspect/Cleaner.h"
#include "inspect/KeyText.h"
#include "key/Wiped.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sources {

namespace {

using Text = std::u32string_view;
using OwnedText = key::Wiped<std::u32string>;
using Kind = KeyDifference::Kind;

/// Shorter texts are alike by chance.
constexpr qsizetype minimumCommon = 16;

constexpr bool isBetween(char32_t character, char32_t from, char32_t to)
{
    return character >= from && character <= to;
}

CharacterClass classOf(char32_t character)
{
    if (isBetween(character, U'a', U'z'))
        return CharacterClass::SmallLetter;
    if (isBetween(character, U'A', U'Z'))
        return CharacterClass::CapitalLetter;
    if (isBetween(character, U'0', U'9'))
        return CharacterClass::Digit;
    return isBetween(character, U'!', U'~') ? CharacterClass::Sign : CharacterClass::Other;
}

char32_t toSmall(char32_t character)
{
    return classOf(character) == CharacterClass::CapitalLetter ? character + (U'a' - U'A') : character;
}

bool areTakenForOneAnother(char32_t a, char32_t b)
{
    constexpr std::array<Text, 5> groups = {U"0Oo", U"1lI", U"5S", U"8B", U"2Z"};
    return std::any_of(groups.begin(), groups.end(),
        [=](Text group) { return group.find(a) != Text::npos && group.find(b) != Text::npos; });
}

qsizetype commonStart(Text a, Text b)
{
    const std::size_t shorter = std::min(a.size(), b.size());
    return std::mismatch(a.begin(), a.begin() + static_cast<qsizetype>(shorter), b.begin()).first - a.begin();
}

qsizetype commonEnd(Text a, Text b)
{
    const std::size_t shorter = std::min(a.size(), b.size());
    return std::mismatch(a.rbegin(), a.rbegin() + static_cast<qsizetype>(shorter), b.rbegin()).first - a.rbegin();
}

void nameCharacters(KeyDifference &difference, Text a, Text b)
{
    const auto at = static_cast<std::size_t>(difference.position);
    difference.first = classOf(a[at]);
    difference.second = classOf(b[at]);
    if (areTakenForOneAnother(a[at], b[at])) {
        difference.firstLookalike = static_cast<char>(a[at]);
        difference.secondLookalike = static_cast<char>(b[at]);
    }
}

KeyDifference ofOneLength(Text a, Text b)
{
    KeyDifference difference;
    difference.position = commonStart(a, b);
    bool onlyCase = true;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference.count += a[i] != b[i] ? 1 : 0;
        onlyCase = onlyCase && toSmall(a[i]) == toSmall(b[i]);
    }
    const bool few = difference.count <= maximumFew && std::ssize(a) - difference.count >= minimumCommon;
    difference.kind = few ? Kind::FewCharacters : onlyCase ? Kind::OnlyCase : Kind::Unrelated;
    if (difference.kind != Kind::Unrelated)
        nameCharacters(difference, a, b);
    return difference;
}

/// `a` is the longer one.
KeyDifference ofTwoLengths(Text a, Text b)
{
    KeyDifference difference;
    difference.count = std::ssize(a) - std::ssize(b);
    const qsizetype start = commonStart(a, b);
    const qsizetype end = commonEnd(a, b);
    const bool oneGap = start + end >= std::ssize(b) && std::ssize(b) >= minimumCommon;
    if (!oneGap) {
        difference.kind = Kind::Unrelated;
        return difference;
    }
    const bool atAnEnd = start == std::ssize(b) || end == std::ssize(b);
    difference.kind = atAnEnd ? Kind::CutOff : difference.count <= maximumFew ? Kind::FewCharacters : Kind::Unrelated;
    difference.position = end == std::ssize(b) ? 0 : start;
    difference.first = classOf(a[static_cast<std::size_t>(difference.position)]);
    return difference;
}

KeyDifference compareTexts(Text a, Text b)
{
    if (a == b)
        return {};
    if (a.size() == b.size())
        return ofOneLength(a, b);
    if (a.size() > b.size())
        return ofTwoLengths(a, b);
    KeyDifference difference = ofTwoLengths(b, a);
    std::swap(difference.first, difference.second);
    return difference;
}

} // namespace

bool KeyDifference::nearlySame() const
{
    return kind == Kind::FewCharacters || kind == Kind::OnlyCase || kind == Kind::CutOff;
}

KeyDifference compareKeys(const key::Secret &first, const key::Secret &second)
{
    if (first == second)
        return {};
    const OwnedText a(inspect::decode(inspect::clean(first).secret.bytes()).codePoints);
    const OwnedText b(inspect::decode(inspect::clean(second).secret.bytes()).codePoints);
    KeyDifference difference = compareTexts(a.value, b.value);
    if (difference.kind != Kind::Same)
        return difference;
    const OwnedText dirtyA(inspect::decode(first.bytes()).codePoints);
    const OwnedText dirtyB(inspect::decode(second.bytes()).codePoints);
    difference.kind = Kind::OnlyDirt;
    difference.position = commonStart(dirtyA.value, dirtyB.value);
    return difference;
}

} // namespace sources
