// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"

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
    [[nodiscard]] static QString keyTaken(const QString &place); ///< as words::PlaceWords::nameAndWhere() names it
    [[nodiscard]] static QString tooLongForAKey();
    [[nodiscard]] static QString moreFindings(qsizetype count);
    [[nodiscard]] static QString practice(const QString &baseUrl);
    [[nodiscard]] static QString projectFolder(const QString &folder);

    // Where the key is tested
    [[nodiscard]] static QString headerHelp();
    [[nodiscard]] static QString proxyHelp();
    [[nodiscard]] static QString proxyLoginHelp();
    [[nodiscard]] static QString authorityHelp();

    // Cleaning
    [[nodiscard]] static QString cleaned();
    [[nodiscard]] static QString cleanedNotTested();

    // Test
    [[nodiscard]] static QString testing();
    [[nodiscard]] static QString beingTried();
    [[nodiscard]] static QString lookElsewhere();
    [[nodiscard]] static QString cancelled();
    [[nodiscard]] static QString afterItWorks();

    // What was sent and received
    [[nodiscard]] static QString sent();
    [[nodiscard]] static QString received();
    [[nodiscard]] static QString chooseALine();
    [[nodiscard]] static QString exchangeComes();
    [[nodiscard]] static QString nothingSent();
    [[nodiscard]] static QString noExchangeSeen();
    /// The shell is the one that the command is written for.
    [[nodiscard]] static QString curlCopied(const QString &variable, diagnosis::Shell shell);
    [[nodiscard]] static QString curlCopiedWithoutKey(diagnosis::Shell shell);
    [[nodiscard]] static QString exchangeCopied();

    // Causes and fix
    [[nodiscard]] static QString causesIntroduction();
    [[nodiscard]] static QString noCauses();
    [[nodiscard]] static QString causesUsedUp();

    // What this program does by itself
    [[nodiscard]] static QString mendPreparing();
    [[nodiscard]] static QString mendChanging();
    [[nodiscard]] static QString mendGoingBack();
    [[nodiscard]] static QString mendReading();
    [[nodiscard]] static QString mendUnread();
    [[nodiscard]] static QString mendTesting();
    [[nodiscard]] static QString mendProved();
    [[nodiscard]] static QString mendNotProved();

    // Keep safe
    [[nodiscard]] static QString keepSafeIntroduction();
    [[nodiscard]] static QString keyStillDirty();
    [[nodiscard]] static QString keyNotProven();
    [[nodiscard]] static QString keySaved(const QString &name);
    [[nodiscard]] static QString replaceQuestion(const QString &name);
    [[nodiscard]] static QString runProgram();
    [[nodiscard]] static QString readIntoVariable(const QString &variable);
    [[nodiscard]] static QString runProgramAlone();
    [[nodiscard]] static QString deleteCopies();
};

} // namespace words
