// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/FixPlan.h"
#include "diagnosis/ShellWord.h"

namespace diagnosis {

namespace {

/// One command in the three shells; %1 is the variable, %2 the other variable.
struct ShellCommand {
    const char *posix;
    const char *fish;
    const char *powerShell;
};

QString inShell(const ShellCommand &command, const FixContext &context)
{
    switch (context.shell) {
    case Shell::Bash:
    case Shell::Zsh:
        return QLatin1String(command.posix);
    case Shell::Fish:
        return QLatin1String(command.fish);
    case Shell::PowerShell:
    case Shell::Cmd:
        break;
    }
    return QLatin1String(command.powerShell);
}

QString forVariable(const ShellCommand &command, const FixContext &context)
{
    QString text = inShell(command, context);
    text.replace(QLatin1String("%1"), context.variable);
    text.replace(QLatin1String("%2"), context.otherVariable);
    return text;
}

QString clockCommand(System system)
{
    switch (system) {
    case System::Linux:
        return QStringLiteral("sudo timedatectl set-ntp true");
    case System::MacOs:
        return QStringLiteral("sudo sntp -sS time.apple.com");
    case System::Windows:
        break;
    }
    return QStringLiteral("w32tm /resync");
}

QString lookUpCommand(const FixContext &context)
{
    // nslookup is there on Windows and macOS; getent on every glibc system, also without further packages.
    const QString program =
        context.system == System::Linux ? QStringLiteral("getent hosts ") : QStringLiteral("nslookup ");
    return program + shellWord(context.host, context.shell);
}

} // namespace

QString fixCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::SetVariable:
        // Each asks for the key without showing it, so that it stands in no history and in no argument.
        return forVariable({"read -rs %1 && export %1", "read --silent --export %1",
                               "$env:%1 = [Net.NetworkCredential]::new('', (Read-Host -AsSecureString)).Password"},
            context);
    case Act::CheckLength:
        return forVariable({"printf %s \"$%1\" | wc -m", "string length -- \"$%1\"", "\"$env:%1\".Length"}, context);
    case Act::CopyVariable:
        if (context.otherVariable.isEmpty())
            return {};
        return forVariable({"export %1=\"$%2\"", "set -gx %1 \"$%2\"", "$env:%1 = $env:%2"}, context);
    case Act::UnsetOther:
        if (context.otherIsInFile)
            return forVariable({"unset %1", "set -e %1", "Remove-Item Env:%1"}, context);
        if (context.otherVariable.isEmpty())
            return {};
        return forVariable({"unset %2", "set -e %2", "Remove-Item Env:%2"}, context);
    case Act::TestVariable:
        return QStringLiteral("rerank-key check --env ") + context.variable;
    case Act::TestBoth:
        if (context.otherIsInFile)
            return fixCommand(Act::TestEnvFile, context);
        if (context.otherVariable.isEmpty())
            return {};
        return QStringLiteral("rerank-key check --env ") + context.otherVariable;
    case Act::TestEnvFile:
        return QStringLiteral("rerank-key check --env-file ") + shellWord(context.file, context.shell);
    case Act::RecreateContainer:
        return QStringLiteral("docker compose up -d --force-recreate");
    case Act::RebuildImage:
        return QStringLiteral("docker compose build --no-cache");
    case Act::ShowBaseUrl:
        return inShell({R"(printf '%s\n' "$CO_API_URL")", R"(echo "$CO_API_URL")", "$env:CO_API_URL"}, context);
    case Act::SetBaseUrl:
        return inShell({"export CO_API_URL=", "set -gx CO_API_URL ", "$env:CO_API_URL = "}, context)
            + shellWord(context.baseUrl, context.shell);
    case Act::UnsetBaseUrl:
        return inShell({"unset CO_API_URL", "set -e CO_API_URL", "Remove-Item Env:CO_API_URL"}, context);
    case Act::TestDirect:
        return QStringLiteral("rerank-key check --url https://api.cohere.com --proxy none");
    case Act::TryOtherHeader:
        return QStringLiteral("rerank-key check --header ")
            + shellWord(context.header.isEmpty() ? QStringLiteral("X-API-Key: {key}") : context.header, context.shell);
    case Act::GiveAuthority:
        return QStringLiteral("rerank-key check --ca company-authority.pem");
    case Act::SetClock:
        return clockCommand(context.system);
    case Act::LookUpHost:
        return lookUpCommand(context);
    case Act::UseCurrentModel:
        return QStringLiteral("rerank-key check --model rerank-v3.5");
    default:
        return {};
    }
}

} // namespace diagnosis
