// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samples/CodeSample.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace words {

/// What stands around a sample program: the code itself is in English and is not translated.
class SampleWords {
    Q_DECLARE_TR_FUNCTIONS(SampleWords)
public:
    /// "The smallest program that reranks with LiteLLM"
    [[nodiscard]] static QString title(const samples::CodeSample &sample);
    [[nodiscard]] static QString broken(); ///< heading of the version that fails
    [[nodiscard]] static QString right(); ///< heading of the version that works
    /// What − and + beside the lines mean.
    [[nodiscard]] static QString marks();
    /// From which variable the program reads the key.
    [[nodiscard]] static QString keyVariable(const samples::CodeSample &sample);
    [[nodiscard]] static QString checkAtStart(); ///< the first habit
    [[nodiscard]] static QString stopAtRefusal(); ///< the second habit
    /// rerank-english-v2.0 is gone.
    [[nodiscard]] static QString modelGone();
    /// All that is said below a sample: its variable, the two habits, the models that are gone.
    [[nodiscard]] static QStringList notes(const samples::CodeSample &sample);
    [[nodiscard]] static QString copied();
    /// Said where a client has no sample; names those that have one.
    [[nodiscard]] static QString noSample(const QStringList &ids);
    /// For --help.
    [[nodiscard]] static QString codeOption();
};

} // namespace words
