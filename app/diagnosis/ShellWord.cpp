// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/ShellWord.h"

#include "inspect/Unprintable.h"

#include <algorithm>

namespace diagnosis {

namespace {

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
    case Shell::PowerShell:
    case Shell::Cmd:
        text.replace(QLatin1Char('\''), QLatin1String("''"));
        break;
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
    if (shell == Shell::PowerShell || std::none_of(text.cbegin(), text.cend(), inspect::isUnprintable))
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

} // namespace diagnosis
