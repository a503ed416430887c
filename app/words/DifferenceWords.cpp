// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/DifferenceWords.h"

namespace words {

using sources::CharacterClass;
using sources::KeyDifference;
using Kind = KeyDifference::Kind;

namespace {

/// "the letter O": only for a character that is taken for another one.
QString named(char character)
{
    const QChar shown = QLatin1Char(character);
    if (shown.isDigit())
        //: %1 is a digit
        return DifferenceWords::tr("the digit %1").arg(shown);
    if (shown.isLower())
        //: %1 is a small letter
        return DifferenceWords::tr("the small letter %1").arg(shown);
    //: %1 is a capital letter
    return DifferenceWords::tr("the letter %1").arg(shown);
}

QString named(CharacterClass characterClass)
{
    switch (characterClass) {
    case CharacterClass::SmallLetter:
        return DifferenceWords::tr("a small letter");
    case CharacterClass::CapitalLetter:
        return DifferenceWords::tr("a capital letter");
    case CharacterClass::Digit:
        return DifferenceWords::tr("a digit");
    case CharacterClass::Sign:
        return DifferenceWords::tr("a sign");
    case CharacterClass::Other:
    case CharacterClass::None:
        break;
    }
    return DifferenceWords::tr("another character");
}

QString oneCharacter(const KeyDifference &difference, const QString &place)
{
    if (difference.firstLookalike != 0) {
        //: %1 is the number of a character, %2 and %3 are characters, such as "the letter O"
        return DifferenceWords::tr(
            "They differ in character %1 alone: %2 and %3. The two are easily taken for one another.")
            .arg(place, named(difference.firstLookalike), named(difference.secondLookalike));
    }
    if (difference.first == difference.second) {
        //: %1 is the number of a character, %2 its kind, such as "a digit"
        return DifferenceWords::tr("They differ in character %1 alone, which is %2 in both.")
            .arg(place, named(difference.first));
    }
    //: %1 is the number of a character, %2 and %3 are kinds of characters, such as "a digit"
    return DifferenceWords::tr("They differ in character %1 alone: %2 and %3.")
        .arg(place, named(difference.first), named(difference.second));
}

QString severalCharacters(const KeyDifference &difference, const QString &place)
{
    const int count = static_cast<int>(difference.count);
    if (difference.firstLookalike != 0) {
        //: %1 is the number of a character, %2 and %3 are characters, such as "the letter O"
        return DifferenceWords::tr("They differ in %n character(s), first in character %1: %2 and %3. The two are "
                                   "easily taken for one another.",
            nullptr, count)
            .arg(place, named(difference.firstLookalike), named(difference.secondLookalike));
    }
    //: %1 is the number of a character
    return DifferenceWords::tr("They differ in %n character(s), first in character %1.", nullptr, count).arg(place);
}

QString fewCharacters(const KeyDifference &difference, const QString &place)
{
    const bool missing = difference.first == CharacterClass::None || difference.second == CharacterClass::None;
    if (missing) {
        //: %1 is the number of a character
        return DifferenceWords::tr(
            "One of them has %n character(s) more, at character %1.", nullptr, static_cast<int>(difference.count))
            .arg(place);
    }
    return difference.count == 1 ? oneCharacter(difference, place) : severalCharacters(difference, place);
}

} // namespace

QString DifferenceWords::sentence(const KeyDifference &difference)
{
    const QString place = QString::number(difference.position + 1);
    const int count = static_cast<int>(difference.count);
    switch (difference.kind) {
    case Kind::Same:
    case Kind::Unrelated:
        return {};
    case Kind::OnlyDirt:
        return tr("Without what does not belong to a key, they are the same.");
    case Kind::FewCharacters:
        return fewCharacters(difference, place);
    case Kind::OnlyCase:
        //: %1 is the number of a character
        return tr("They differ in capital and small letters alone, first in character %1.").arg(place);
    case Kind::CutOff:
        return difference.position == 0 ? tr("One of them lacks the first %n character(s).", nullptr, count)
                                        : tr("One of them lacks the last %n character(s).", nullptr, count);
    }
    return {};
}

} // namespace words
