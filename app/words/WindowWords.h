// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QtGlobal>

namespace words {

/// What the pages of the window say by themselves, beside the words for findings, causes and fixes.
class WindowWords {
    Q_DECLARE_TR_FUNCTIONS(WindowWords)
public:
    // The window's command line
    [[nodiscard]] static QString programSummary();
    [[nodiscard]] static QString practiceOption();
    [[nodiscard]] static QString projectOption();
    [[nodiscard]] static QString noKeyAsArgument();
    [[nodiscard]] static QString argumentsNotUnderstood();
    [[nodiscard]] static QString noSuchFolder();

    // Key
    [[nodiscard]] static QString pasteHint();
    [[nodiscard]] static QString noKeyAtHand(); ///< rich text with one link
    [[nodiscard]] static QString noVariableHere();
    [[nodiscard]] static QString variableHint();
    [[nodiscard]] static QString noKeyInKeychain();
    [[nodiscard]] static QString keyTaken(const QString &name); ///< from a variable, or from the keychain
    [[nodiscard]] static QString tooLongForAKey();
    [[nodiscard]] static QString moreFindings(qsizetype count);
    [[nodiscard]] static QString practice(const QString &baseUrl);
    [[nodiscard]] static QString projectFolder(const QString &folder);

    // Cleaning
    [[nodiscard]] static QString cleaned();
    [[nodiscard]] static QString cleanedNotTested();

    // Test
    [[nodiscard]] static QString testing();
    [[nodiscard]] static QString beingTried();
    [[nodiscard]] static QString cancelled();
    [[nodiscard]] static QString afterItWorks();

    // Causes and fix
    [[nodiscard]] static QString causesIntroduction();
    [[nodiscard]] static QString noCauses();
    [[nodiscard]] static QString causesUsedUp();

    // Keep safe
    [[nodiscard]] static QString keepSafeIntroduction();
    [[nodiscard]] static QString keyStillDirty();
    [[nodiscard]] static QString keyNotProven();
    [[nodiscard]] static QString keySaved(const QString &name);
    [[nodiscard]] static QString readBack();
    [[nodiscard]] static QString deleteCopies();
};

} // namespace words
