// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/ShellWord.h"

namespace diagnosis {

QString shellWord(const QString &text, Shell shell)
{
    QString inner = text;
    switch (shell) {
    case Shell::Posix:
        inner.replace(QLatin1Char('\''), QLatin1String("'\\''"));
        break;
    case Shell::Fish:
        inner.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
        break;
    case Shell::PowerShell:
        inner.replace(QLatin1Char('\''), QLatin1String("''"));
        break;
    }
    return QLatin1Char('\'') + inner + QLatin1Char('\'');
}

} // namespace diagnosis
