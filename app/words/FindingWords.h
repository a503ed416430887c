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
    /// The same as a short line for a summary, without numbers where the place has a name: "The key has a no-break
    /// space at its end.", "The key is in quotes.", "This is a placeholder, not a key."
    [[nodiscard]] static QString brief(const inspect::Finding &finding, qsizetype keyLength);
    /// How such a thing gets into a key: "It comes along when text is copied from a web page or a chat."
    [[nodiscard]] static QString origin(const inspect::Finding &finding);
    /// What to do: "It does not belong to the key and can be removed."
    [[nodiscard]] static QString advice(const inspect::Finding &finding);
    /// For a screen reader and a tooltip: "character 12 of 41: zero width space, U+200B". A byte that is not UTF-8 is
    /// given as inspect::KeyText has it (0xDC80–0xDCFF).
    [[nodiscard]] static QString position(char32_t codePoint, qsizetype offset, qsizetype keyLength);
    /// One line over all findings: "2 characters do not belong to the key."; for a clean key "The key has no hidden
    /// characters.".
    [[nodiscard]] static QString summary(const inspect::Inspection &inspection);

private:
    static QString characterSentence(const inspect::Finding &finding, qsizetype keyLength);
    static QString runSentence(const inspect::Finding &finding, qsizetype keyLength);
    static QString wholeSentence(const inspect::Finding &finding);
    static QString characterBrief(const inspect::Finding &finding, qsizetype keyLength);
    static QString foreignBrief(const inspect::Finding &finding, qsizetype keyLength);
    static QString wrapperBrief(const inspect::Finding &finding);
    static QString noun(const inspect::Finding &finding);
    static QString hiddenOrigin(const inspect::Finding &finding);
    static QString wrapperOrigin(const inspect::Finding &finding);
};

} // namespace words
