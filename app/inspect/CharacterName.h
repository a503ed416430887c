// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inspect {

/// The Unicode name of a code point ("NO-BREAK SPACE"), from ICU; for controls the first alias that Unicode's
/// NameAliases.txt gives ("LINE FEED"); for unassigned ones ICU's label ("noncharacter-FFFF").
[[nodiscard]] QString characterName(char32_t codePoint);

/// "U+00A0"; at least four digits.
[[nodiscard]] QString codePointText(char32_t codePoint);

/// What stands in a chip of the key box: "NBSP", "ZWSP", "LF"; for others the code point.
[[nodiscard]] QString shortName(char32_t codePoint);

} // namespace inspect
