// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/KeyDifference.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// Where two copies of a key differ, without showing them.
class DifferenceWords {
    Q_DECLARE_TR_FUNCTIONS(DifferenceWords)
public:
    /// "They differ in character 7 alone: the letter O and the digit 0." Empty for two keys that have nothing to do
    /// with one another.
    [[nodiscard]] static QString sentence(const sources::KeyDifference &difference);
};

} // namespace words
