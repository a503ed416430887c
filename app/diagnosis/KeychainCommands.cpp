// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/KeychainCommands.h"

#include "diagnosis/ShellWord.h"
#include "keychain/KeyStore.h"

#include <QRegularExpression>

namespace diagnosis {

namespace {

/// True where a command line holds what only a shell can do: more than one program, a redirection, a variable (which
/// must be filled in when the key is there), an assignment in front.
bool needsShell(const QString &program)
{
    static const QRegularExpression signs(QStringLiteral("[;&|<>()$`%]|^[A-Za-z_][A-Za-z_0-9]*="));
    return signs.match(program).hasMatch();
}

QString throughShell(const QString &program, Shell shell)
{
    const QString word = shellWord(program, shell);
    switch (shell) {
    case Shell::Bash:
    case Shell::Zsh:
        return QStringLiteral("sh -c ") + word;
    case Shell::Fish:
        return QStringLiteral("fish -c ") + word;
    case Shell::PowerShell:
        return QStringLiteral("powershell -Command ") + word;
    case Shell::Cmd:
        break;
    }
    return QStringLiteral("cmd /c ") + word;
}

/// The command that prints a saved key; empty where the system has none.
QString printCommand(const QString &name, const FixContext &context)
{
    const QLatin1String service(keychain::serviceName);
    const QString word = shellWord(name, context.shell);
    switch (context.system) {
    case System::Linux:
        // Behind -- a name that begins with a dash is no option.
        return name.startsWith(QLatin1Char('-'))
            ? QStringLiteral("secret-tool lookup -- server %1 user %2").arg(service, word)
            : QStringLiteral("secret-tool lookup server %1 user %2").arg(service, word);
    case System::MacOs:
        return QStringLiteral("security find-generic-password -s %1 -a %2 -w").arg(service, word);
    case System::Windows:
        break; // the Credential Manager has no command that prints a password
    }
    return {};
}

} // namespace

QString runCommand(const QString &name, const QString &program, const FixContext &context)
{
    QString line = program.trimmed();
    if (line.isEmpty())
        line = QStringLiteral("python app.py");
    else if (needsShell(line))
        line = throughShell(line, context.shell);
    const QString option =
        name.startsWith(QLatin1Char('-')) ? QStringLiteral("--keychain=") : QStringLiteral("--keychain ");
    return QStringLiteral("rerank-key run ") + option + shellWord(name, context.shell) + QStringLiteral(" -- ") + line;
}

QString readVariableCommand(const QString &name, const FixContext &context)
{
    const QString print = printCommand(name, context);
    if (print.isEmpty())
        return {};
    // Put together at once: a name may hold %1.
    switch (context.shell) {
    case Shell::Bash:
    case Shell::Zsh:
        return QStringLiteral("export ") + context.variable + QStringLiteral("=\"$(") + print + QStringLiteral(")\"");
    case Shell::Fish:
        return QStringLiteral("set -gx ") + context.variable + QStringLiteral(" (") + print + QLatin1Char(')');
    case Shell::PowerShell:
    case Shell::Cmd:
        break;
    }
    return QStringLiteral("$env:") + context.variable + QStringLiteral(" = ") + print;
}

} // namespace diagnosis
