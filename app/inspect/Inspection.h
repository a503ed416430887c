// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/CharacterClasses.h"
#include "inspect/Finding.h"
#include "key/Secret.h"

#include <QString>

#include <vector>

namespace inspect {

/// Everything that the characters of a key tell. Holds no part of the key but what `masked` shows.
struct Inspection {
    bool present = false; ///< something is left of it when blanks are taken away
    qsizetype length = 0; ///< code points, of the text as it was given
    QString fingerprint; ///< key::fingerprint of the bytes as they were given; empty without a key
    QString masked;
    std::vector<Finding> findings; ///< in the order of their places; at most maximumShown of them
    qsizetype findingCount = 0; ///< all, also those not shown
    bool headerSafe = false; ///< it may stand in a header as it is (key::HeaderKey)
    CharacterClasses characters; ///< as the bytes were given: what clientReadings() wants

    struct Cleaned {
        bool changed = false;
        bool headerSafe = false;
        qsizetype length = 0;
        QString fingerprint;
    } cleaned;

    /// True where a finding other than the hint UnusualShape was made.
    [[nodiscard]] bool hasFindings() const;
    [[nodiscard]] bool has(FindingKind kind) const;
};

/// Findings beyond this number are counted, not kept.
inline constexpr qsizetype maximumShown = 100;

/// Looks at a key's characters. Pure; time grows linearly with the size; any bytes are welcome.
[[nodiscard]] Inspection inspect(const key::Secret &secret);

} // namespace inspect
