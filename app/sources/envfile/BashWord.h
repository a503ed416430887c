// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/envfile/ValueBuffer.h"

#include <QByteArrayView>

namespace sources::envfile {

class LoadedFile;

/// What bash makes of a word: quotes and backslashes go, $NAME and ${NAME:-word} are filled in, the file before the
/// shell. Commands are not run: they stay as they stand, as do expansions that cut or change a value.
/// Source: bash 5.2, measured.
class BashWord {
public:
    enum class Result {
        Read,
        Refused, ///< bash leaves the line out
        Ended, ///< bash ends: ${NAME:?}
    };

    /// `line`: where the word stands.
    BashWord(LoadedFile &file, int line)
        : m_file(file)
        , m_line(line)
    {
    }

    /// The word must have been divided by BashSyntax, so that what opens closes.
    Result read(QByteArrayView word);
    [[nodiscard]] const ValueBuffer &value() const { return m_value; }

private:
    enum class Quotes { None, Double };
    Result read(QByteArrayView text, Quotes quotes, int depth);
    /// These read what begins at the beginning of `text`, and set `length` to how much of it they read.
    Result readDollar(QByteArrayView text, Quotes quotes, int depth, qsizetype &length);
    Result readBraces(QByteArrayView inside, QByteArrayView whole, Quotes quotes, int depth);
    Result readQuoted(QByteArrayView text, int depth, qsizetype &length);
    void readBackslash(QByteArrayView text, Quotes quotes, qsizetype &length);
    void readAnsiQuoted(QByteArrayView inside);
    bool readTilde(QByteArrayView text, qsizetype at);
    void appendVariable(QByteArrayView name);

    LoadedFile &m_file;
    int m_line;
    qsizetype m_valueStart = 0; ///< where the value of an assignment begins
    ValueBuffer m_value;
};

} // namespace sources::envfile
