// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <bitset>
#include <cstddef>

namespace inspect {

/// What a program that sends a key as a header tells apart about its characters.
enum class CharacterClass {
    LeadingBlank, ///< spaces and tabs before the key
    InnerBlank,
    TrailingBlank,
    LeadingLineBreak, ///< LF, CR
    InnerLineBreak,
    TrailingLineBreak,
    VerticalSpace, ///< VT, FF
    Control, ///< any other of U+0001–U+001F, and U+007F
    Nul,
    Latin1, ///< U+0080–U+00FF
    AboveLatin1,
    InvalidUtf8,
};

inline constexpr std::size_t characterClassCount = static_cast<std::size_t>(CharacterClass::InvalidUtf8) + 1;

/// Which classes a text has characters of. Holds nothing of the text.
class CharacterClasses {
public:
    void add(CharacterClass one) { m_bits.set(static_cast<std::size_t>(one)); }
    [[nodiscard]] bool has(CharacterClass one) const { return m_bits.test(static_cast<std::size_t>(one)); }

    friend bool operator==(const CharacterClasses &, const CharacterClasses &) = default;

private:
    std::bitset<characterClassCount> m_bits;
};

/// Reads the bytes as UTF-8. Pure.
[[nodiscard]] CharacterClasses characterClasses(QByteArrayView bytes);

} // namespace inspect
