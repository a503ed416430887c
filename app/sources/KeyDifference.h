// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace sources {

/// What kind of character it is, as far as may be told of a key.
enum class CharacterClass {
    None, ///< the other key is longer: nothing stands there
    SmallLetter,
    CapitalLetter,
    Digit,
    Sign, ///< any other visible ASCII character
    Hidden, ///< a blank, a control or an invisible character
    Other, ///< beyond ASCII
};

/// Where two copies of a key differ. Shows no character of either, but for those that are taken for one another.
struct KeyDifference {
    enum class Kind {
        Same,
        OnlyDirt, ///< cleaned, they are the same
        FewCharacters, ///< copies of one key: at most maximumFew characters differ
        DifferentCase, ///< only capitals and small letters differ
        CutOff, ///< one is the other without its beginning or its end
        Unrelated, ///< two keys
    };

    Kind kind = Kind::Same;
    qsizetype position = 0; ///< of the first character that differs, from 0, in code points
    qsizetype count = 0; ///< how many characters differ
    CharacterClass first = CharacterClass::None; ///< in the first key, at `position`
    CharacterClass second = CharacterClass::None;
    /// The two characters are often taken for one another: 0 O o, 1 l I, 5 S, 8 B, 2 Z. One of them was mistyped.
    bool lookalike = false;
    char firstLookalike = 0; ///< set where `lookalike` is: the character itself
    char secondLookalike = 0;

    friend bool operator==(const KeyDifference &, const KeyDifference &) = default;
};

inline constexpr qsizetype maximumFew = 3;

/// Compares two keys. Pure.
[[nodiscard]] KeyDifference compareKeys(QByteArrayView first, QByteArrayView second);

} // namespace sources
