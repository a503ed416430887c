// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/ShellWord.h"

#include "inspect/Unprintable.h"

#include <QRegularExpression>

#include <algorithm>

namespace diagnosis {

namespace {

bool isPrintable(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(), inspect::isUnprintable);
}

/// For cmd, which passes the line on, and the program, which takes it apart: backslashes count only before a quote.
QString cmdWord(const QString &text)
{
    static const QRegularExpression beforeQuote(QStringLiteral("(\\\\*)\""));
    static const QRegularExpression atEnd(QStringLiteral("(\\\\+)\\z"));
    QString word = text;
    word.replace(beforeQuote, QStringLiteral("\\1\\1\\\"")).replace(atEnd, QStringLiteral("\\1\\1"));
    word = QLatin1Char('"') + word + QLatin1Char('"');
    if (!text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('%')))
        return word;
    // Between its quotes cmd fills in %NAME%, and a quote in the text would end them: so it is to see no quotes at all.
    static const QRegularExpression special(QStringLiteral("([()%!^\"<>&|])"));
    return word.replace(special, QStringLiteral("^\\1"));
}

QString inQuotes(QString text, Shell shell)
{
    switch (shell) {
    case Shell::Bash:
    case Shell::Zsh:
        text.replace(QLatin1Char('\''), QLatin1String("'\\''"));
        break;
    case Shell::Fish:
        text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
        break;
    case Shell::PowerShell: {
        // To PowerShell, curly quotes are quotes as well.
        static const QRegularExpression quote(QStringLiteral("(['\\x{2018}-\\x{201b}])"));
        text.replace(quote, QStringLiteral("\\1\\1"));
        break;
    }
    case Shell::Cmd:
        return cmdWord(text);
    }
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

/// A character that a terminal would obey, as the shell's own escape for it: bash and zsh, or fish.
QString escape(QChar character, Shell shell)
{
    const QString escaped = QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
    return shell == Shell::Fish ? escaped : QStringLiteral("$'%1'").arg(escaped);
}

} // namespace

QString shellWord(const QString &text, Shell shell)
{
    // Names on Windows hold no such characters.
    if (shell == Shell::PowerShell || shell == Shell::Cmd || isPrintable(text))
        return inQuotes(text, shell);
    QString word;
    QString run;
    for (const QChar character : text) {
        if (!inspect::isUnprintable(character)) {
            run += character;
            continue;
        }
        word += (run.isEmpty() ? QString() : inQuotes(run, shell)) + escape(character, shell);
        run.clear();
    }
    return run.isEmpty() ? word : word + inQuotes(run, shell);
}

bool canBeWord(const QString &text, Shell shell)
{
    return (shell != Shell::Cmd && shell != Shell::PowerShell) || isPrintable(text);
}

bool isPlainWord(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_./][A-Za-z0-9_./-]*\\z"));
    return plain.match(text).hasMatch();
}

QString plainShellWord(const QString &text, Shell shell)
{
    return isPlainWord(text) ? text : shellWord(text, shell);
}

QString quotedText(const QString &text)
{
    QString quoted = QStringLiteral("\"");
    for (const QChar character : text) {
        if (inspect::isUnprintable(character))
            quoted += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else if (character == QLatin1Char('"') || character == QLatin1Char('\\'))
            quoted += QLatin1Char('\\') + QString(character);
        else
            quoted += character;
    }
    return quoted + QLatin1Char('"');
}

bool isVariableName(const QString &text)
{
    static const QRegularExpression variable(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    return variable.match(text).hasMatch();
}

} // namespace diagnosis
