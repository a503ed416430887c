// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// What is said about keeping a key in the keychain, and about programs that get it from there.
class KeychainWords {
    Q_DECLARE_TR_FUNCTIONS(KeychainWords)
public:
    // Help
    static QString keychainSummary();
    static QString keychainHelp();
    static QString saveSynopsis();
    static QString saveDescription();
    static QString listSynopsis();
    static QString listDescription();
    static QString deleteSynopsis();
    static QString deleteDescription();
    static QString checkSynopsis();
    static QString checkDescription();
    static QString runSummary();
    static QString runSynopsis();
    static QString runDescription();
    static QString nameArgument();
    static QString nameToDelete();
    static QString asIsOption();
    static QString noCheckOption();

    // Wrong usage: one line that says what is wrong and what to type
    static QString noKeychainVerb();
    static QString nameMissing();
    static QString nameUnusable();
    static QString runWithoutKeychain();
    static QString runWithoutProgram();

    // Saving
    static QString saved(const QString &name);
    static QString savedCleaned(qsizetype removedCount);
    static QString savedWithFindings();
    static QString nothingToSave();
    static QString cannotBeCleaned();

    // Listing
    /// "Cohere production (kept by Python keyring library)"; marked where it is locked.
    static QString otherEntry(const keychain::OtherEntry &entry);
    static QString otherEntriesHeading();
    static QString nothingKept();

    static QString deleted(const QString &name);

    // The self-check
    static QString selfCheckPassed();
    static QString selfCheckFailed(const keychain::SelfCheckFailure &failure);

    // Running a program
    static QString nothingStarted();
    static QString startWithoutCheck();
    static QString programNotFound(const QString &program);
    static QString programNotRunnable(const QString &program);
    static QString keyNotForVariable();
};

} // namespace words
