// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// The proof, in sentences.
class EvidenceWords {
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)
public:
    [[nodiscard]] static QString sentence(const diagnosis::EvidenceItem &item, qsizetype keyLength);
};

} // namespace words
