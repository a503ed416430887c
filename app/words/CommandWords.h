// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Inspection.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace words {

/// What the command `rerank-key` says besides the diagnosis itself.
class CommandWords {
    Q_DECLARE_TR_FUNCTIONS(CommandWords)
public:
    // Help
    static QString programSummary();
    static QString usageLine();
    static QString moreHelp();
    static QString checkSummary();
    static QString checkSynopsis();
    static QString checkDescription();
    static QString inspectSummary();
    static QString inspectSynopsis();
    static QString inspectDescription();
    static QString practiceSummary();
    static QString practiceSynopsis();
    static QString practiceDescription();
    static QString helpOption();
    static QString jsonOption();
    static QString verboseOption();
    static QString clientOption();
    static QString errorOption();
    static QString systemOption();
    static QString stdinOption();
    static QString envOption();
    static QString envFileOption();
    static QString keychainOption();
    static QString clipboardOption();
    static QString urlOption();
    static QString modelOption();
    static QString headerOption();
    static QString proxyOption();
    static QString caOption();
    static QString timeoutOption();
    static QString practiceOption();
    static QString scenarioOption();
    static QString portOption();

    // Wrong usage: one line that says what is wrong and what to type
    static QString noVerb();
    static QString unknownVerb();
    static QString unknownOption(const QString &verb);
    static QString optionWithoutValue(const QString &verb);
    static QString optionTwice(const QString &option);
    static QString argumentRefused(const QString &verb);
    static QString keyAsOptionValue(const QString &option);
    static QString keyAsName(const QString &verb);
    static QString oneNameOnly(const QString &verb);
    static QString keyAsFile(const QString &verb);
    static QString oneFileOnly(const QString &verb);
    static QString notAVariableName();
    static QString oneSourceOnly();
    static QString unknownClient(const QStringList &ids);
    static QString unknownSystem(const QStringList &ids);
    static QString wrongProxy();
    static QString wrongTimeout();
    static QString practiceOrUrl();
    static QString wrongPort();

    // Input
    static QString pasteTheKey();
    static QString standardInputTooLarge();
    static QString noClipboard();

    // Output
    static QString probeLine(const QString &name, const QString &outcome, const QString &detail);
    static QString searchingElsewhere();
    static QString causeLine(int number, const QString &title, const QString &status);
    static QString howToFix();
    static QString youShouldSee(const QString &expectation);
    static QString sameCallWithCurl(const QString &variable);
    /// "Key ••••…3fQz, 41 characters, fingerprint 9c1f-42ab"; empty without a key.
    static QString keyLine(const inspect::Inspection &inspection);
    static QString moreFindings(qsizetype count);
};

} // namespace words
