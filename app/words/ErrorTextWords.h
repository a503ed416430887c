// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// What an error text, a traceback or a log tells.
class ErrorTextWords {
    Q_DECLARE_TR_FUNCTIONS(ErrorTextWords)
public:
    /// One sentence or two; empty for a fact of another subject.
    [[nodiscard]] static QString sentence(const diagnosis::EvidenceItem &item);
    /// That the text still shows keys to whoever can read it; empty where it held none.
    [[nodiscard]] static QString heldKeys(int count);
    /// "In line 12: “…”"
    [[nodiscard]] static QString quote(int line, const QString &text);

private:
    static QString character(const inspect::Finding &finding, bool placeKnown);
};

} // namespace words
