// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QtGlobal>

namespace sources {

/// What kind of character it is, as far as may be told of a key.
enum class CharacterClass {
    None, ///< the key has one character less here than the other
    SmallLetter,
    CapitalLetter,
    Digit,
    Sign, ///< any other visible ASCII character
    Other, ///< hidden, or beyond ASCII
};

/// Where two copies of a key differ. Shows no character of either, but for those that are taken for one another.
struct KeyDifference {
    enum class Kind {
        Same,
        OnlyDirt, ///< cleaned, they are the same
        FewCharacters, ///< at most maximumFew characters are others, or are missing in one of them at one place
        OnlyCase, ///< only capitals and small letters differ
        CutOff, ///< one is the other without its beginning or its end
        Unrelated, ///< two keys
    };

    Kind kind = Kind::Same;
    /// Of the first character that differs, from 0, in code points; for CutOff where the longer one goes on. Counted in
    /// the keys as they are cleaned, but for OnlyDirt.
    qsizetype position = 0;
    qsizetype count = 0; ///< how many characters differ, or are missing
    CharacterClass first = CharacterClass::None; ///< in the first key, at `position`
    CharacterClass second = CharacterClass::None;
    /// The two characters are often taken for one another (0 O, 1 l I, 5 S, 8 B, 2 Z): one of the keys is mistyped.
    char firstLookalike = 0; ///< the character itself; 0 where they are not
    char secondLookalike = 0;

    /// They are copies of one key, and at least one of them is not right.
    [[nodiscard]] bool nearlySame() const;

    friend bool operator==(const KeyDifference &, const KeyDifference &) = default;
};

inline constexpr qsizetype maximumFew = 3;

/// Compares two keys. Pure.
[[nodiscard]] KeyDifference compareKeys(const key::Secret &first, const key::Secret &second);

} // namespace sources
