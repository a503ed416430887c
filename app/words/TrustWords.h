// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// What was seen of certificates, of who made them, and of the clocks by which they are valid.
class TrustWords {
    Q_DECLARE_TR_FUNCTIONS(TrustWords)
public:
    /// Empty for what is no fact of trust. EvidenceWords has the whole.
    [[nodiscard]] static QString sentence(const diagnosis::EvidenceItem &item);
    /// The certificates that a server sent, one line each: for whom, by whom, how long, for which names.
    [[nodiscard]] static QStringList certificates(const probe::TlsFacts &tls);
};

} // namespace words
