// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace report {

/// The letters and digits of case numbers: none that is taken for another one, in writing or on a screen.
inline constexpr char caseAlphabet[] = "3479ACDEFGHJKMNPQRTWXY";

/// A number by which two people find out that they look at the same report: "RKD-7QX4-M2PF" in form, random, and made
/// of caseAlphabet. Tells nothing about the computer or the key.
[[nodiscard]] QString makeCaseNumber();

/// Whether a number can have come from makeCaseNumber(). One wrong character is noticed, and so are two neighbours in
/// the wrong order. Small letters, blanks around it and missing hyphens are forgiven.
[[nodiscard]] bool isCaseNumber(const QString &text);

} // namespace report
