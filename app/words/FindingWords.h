// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Inspection.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// Sentences about what stands in a key. None of them holds the raw character or a part of the key.
class FindingWords {
    Q_DECLARE_TR_FUNCTIONS(FindingWords)
public:
    /// What and where: "Character 41 of 41 is U+00A0 NO-BREAK SPACE."
    [[nodiscard]] static QString sentence(const inspect::Finding &finding, qsizetype keyLength);
    /// How such a thing gets into a key: "It comes along when text is copied from a web page or a chat."
    [[nodiscard]] static QString origin(const inspect::Finding &finding);
    /// What to do: "It does not belong to the key and can be removed."
    /// A short sentence for a summary: "The key has a no-break space at its end."
    [[nodiscard]] static QString brief(const inspect::Finding &finding, qsizetype keyLength);
    [[nodiscard]] static QString advice(const inspect::Finding &finding);
    /// For a screen reader and a tooltip: "character 12 of 41: zero width space, U+200B".
    [[nodiscard]] static QString position(char32_t codePoint, qsizetype offset, qsizetype keyLength);
    /// One line over all findings: "2 characters do not belong to the key."; for a clean key "The key has no hidden
    /// characters.".
    [[nodiscard]] static QString summary(const inspect::Inspection &inspection);
};

} // namespace words
