// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// What the window says while it looks for keys on this computer and in the keychain.
class SourceWords {
    Q_DECLARE_TR_FUNCTIONS(SourceWords)
public:
    // This computer
    [[nodiscard]] static QString looking(qint64 files);
    [[nodiscard]] static QString nothingLookedForYet();
    [[nodiscard]] static QString keysFound(qsizetype count);
    [[nodiscard]] static QString noKeyFound();
    [[nodiscard]] static QString searchStopped();
    [[nodiscard]] static QString shellSilent();
    [[nodiscard]] static QString noProjectFolder();
    [[nodiscard]] static QString whoWins(const QString &client); ///< empty: the user does not know the client
    [[nodiscard]] static QString nothingDisagrees();
    [[nodiscard]] static QString filesNotRead(qsizetype count);

    // Keychain
    [[nodiscard]] static QString noKeyInKeychain();
    [[nodiscard]] static QString keychainAsked();
    [[nodiscard]] static QString othersFound(qsizetype count);
    [[nodiscard]] static QString noOthersFound();
    [[nodiscard]] static QString otherEntry(const keychain::OtherEntry &entry);
    [[nodiscard]] static QString holderOf(const keychain::OtherEntry &entry); ///< never empty
    [[nodiscard]] static QString deleteQuestion(const QString &name);
    [[nodiscard]] static QString deleted(const QString &name);
    [[nodiscard]] static QString keychainWorks();
    [[nodiscard]] static QString selfCheckFailed(const keychain::SelfCheckFailure &failure);
};

} // namespace words
