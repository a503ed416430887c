// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of GitHub Actions, Jupyter, VS Code and systemd.
#include "diagnosis/CommandText.h"
#include "diagnosis/FixCommands.h"
#include "diagnosis/ShellWord.h"

namespace diagnosis {

namespace {

FixCommand shell(const CommandText &text, const FixContext &context)
{
    return {inShell(text, context)};
}

FixCommand yaml(const char *text, const FixContext &context)
{
    return {inQuotedText(text, context), CommandForm::Yaml};
}

FixCommand cell(const char *text, const FixContext &context)
{
    return {inQuotedText(text, context), CommandForm::Notebook};
}

/// A text in a unit's file, where % begins a specifier.
QString inUnit(QString text)
{
    return text.replace(QLatin1Char('%'), QLatin1String("%%"));
}

constexpr QLatin1String unitEnding(".service");

/// The unit's name without its ending: the name of its folder in ~/.config.
QString folderName(const FixContext &context)
{
    const QString name = holderName(context);
    return name.endsWith(unitEnding) ? name.chopped(unitEnding.size()) : name;
}

/// A drop-in of the user's own unit with one line: no editor is needed, and the unit itself stays as it is.
FixCommand dropIn(const char *file, const QString &line, const FixContext &context)
{
    const QString unit = folderName(context) + unitEnding;
    const QString folder =
        QLatin1String("~/.config/systemd/user/") + plainShellWord(unit + QLatin1String(".d"), context.shell);
    return {QLatin1String("mkdir -p ") + folder + QLatin1String(R"( && printf '%s\n' '[Service]' )")
        + shellWord(line, context.shell) + QLatin1String(" > ") + folder + QLatin1Char('/') + QLatin1String(file)};
}

/// The environment of the running service, one variable a line.
QString environmentOf(const FixContext &context)
{
    return QLatin1String(R"(tr '\0' '\n' < /proc/$(systemctl --user show --property=MainPID --value )")
        + plainShellWord(holderName(context), context.shell) + QLatin1String(")/environ");
}

/// What stands in a variable of the running service, and nothing else.
QString valueOf(const QString &variable, const FixContext &context)
{
    return environmentOf(context) + QLatin1String(" | sed -n 's/^") + variable + QLatin1String(R"(=//p' | tr -d '\n')");
}

QString keyFile(const FixContext &context)
{
    return QLatin1String("~/.config/") + plainShellWord(folderName(context), context.shell) + QLatin1String("/key.env");
}

FixCommand storeForService(const FixContext &context)
{
    // Between double quotes systemd takes these four characters back after a backslash, as a shell does.
    const QString script = QStringLiteral(R"(s/[\\"$`]/\\&/g; s/^/%1="/; s/$/"/)").arg(context.variable);
    const QString file = keyFile(context);
    return {QLatin1String("install -D -m 600 /dev/null ") + file + QLatin1String(" && printf %s \"$") + context.variable
        + QLatin1String("\" | sed ") + shellWord(script, context.shell) + QLatin1String(" > ") + file};
}

FixCommand loadInService(const FixContext &context)
{
    const QString path = context.file.startsWith(QLatin1Char('/'))
        ? inUnit(context.file)
        : QLatin1String("%h/") + inUnit(holderName(context) + QLatin1Char('/') + context.file);
    return canBeWord(path, Shell::Cmd) ? dropIn("key.conf", QLatin1String("EnvironmentFile=") + path, context)
                                       : FixCommand{};
}

FixCommand compareForService(const FixContext &context)
{
    const QString test = context.shell == Shell::Fish ? QStringLiteral("test \"$(") : QStringLiteral("[ \"$(");
    const QString end = context.shell == Shell::Fish ? QString() : QStringLiteral(" ]");
    return {test + valueOf(context.variable, context) + QLatin1String(")\" = \"$") + context.variable + QLatin1Char('"')
        + end + QLatin1String(" && echo same || echo different")};
}

/// The acts that need the variable's name.
std::optional<FixCommand> variableOfService(Act act, const FixContext &context)
{
    switch (act) {
    case Act::StoreKey:
        return storeForService(context);
    case Act::CheckLength:
        return FixCommand{valueOf(context.variable, context) + QLatin1String(" | wc -m")};
    case Act::TestVariable:
        return FixCommand{
            atTestedUrl(valueOf(context.variable, context) + QLatin1String(" | rerank-key check --stdin"), context)};
    case Act::CompareWithNew:
        return compareForService(context);
    default:
        return std::nullopt;
    }
}

std::optional<FixCommand> otherOfService(Act act, const FixContext &context)
{
    const QString doomed = context.otherIsInFile ? context.variable : context.otherVariable;
    if (!isVariableName(doomed))
        return FixCommand{};
    switch (act) {
    case Act::UnsetOther:
        return dropIn("unset.conf", QLatin1String("UnsetEnvironment=") + doomed, context);
    case Act::TestBoth:
        return FixCommand{
            atTestedUrl(valueOf(doomed, context) + QLatin1String(" | rerank-key check --stdin"), context)};
    default: // CopyVariable
        return FixCommand{QLatin1String("sed -i 's/^") + doomed + QLatin1Char('=') + QLatin1Char('/') + context.variable
            + QLatin1String("=/' ") + keyFile(context)};
    }
}

} // namespace

std::optional<FixCommand> workflowCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::StoreKey:
        return shell({"gh secret set {variable}"}, context);
    case Act::PassVariable:
        return yaml("env:\n  {variable}: ${{ secrets.{variable} }}", context);
    case Act::CopyVariable:
        return yaml("env:\n  {variable}: ${{ secrets.{other} }}", context);
    case Act::SetBaseUrl:
        return yaml("env:\n  CO_API_URL: {url}", context);
    case Act::CheckLength:
        return yaml("- run: printf %s \"${variable}\" | wc -m", context);
    case Act::PublishChange:
        return FixCommand{QStringLiteral("git push")};
    case Act::RestartProgram:
        return FixCommand{QStringLiteral("gh run rerun --failed")};
    case Act::TestVariable:
        return FixCommand{QStringLiteral("gh run watch")};
    case Act::CompareWithNew:
        return FixCommand{QStringLiteral("gh secret list")};
    case Act::UnsetOther:
        return shell({"gh secret delete {doomed}"}, context);
    case Act::RemoveForGood:
        return shell({"grep -rno -e {doomed} .github/workflows", nullptr,
                         "Select-String -Path .github/workflows/* -Pattern {doomed} | "
                         "ForEach-Object { $_.Filename + ':' + $_.LineNumber }"},
            context);
    case Act::ShowBaseUrl:
        return shell({"grep -rn CO_API_URL .github/workflows", nullptr,
                         "Select-String -Path .github/workflows/* -Pattern CO_API_URL"},
            context);
    case Act::TestBoth: // nobody can read a secret back
        if (context.otherIsInFile)
            return std::nullopt;
        return FixCommand{};
    case Act::LoadEnvFile:
    case Act::UnsetBaseUrl:
        return FixCommand{};
    default:
        return std::nullopt;
    }
}

std::optional<FixCommand> notebookCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::SetVariable:
        return cell("import getpass, os\nos.environ[\"{variable}\"] = getpass.getpass(\"{variable}: \")", context);
    case Act::CopyVariable:
        return cell("import os\nos.environ[\"{variable}\"] = os.environ[\"{other}\"]", context);
    case Act::CheckLength: // %env would show the value
        return cell("import os\nlen(os.environ.get(\"{variable}\", \"\"))", context);
    case Act::UnsetOther: // pop() would show it
        return cell("import os\nif \"{doomed}\" in os.environ:\n    del os.environ[\"{doomed}\"]", context);
    case Act::TestVariable:
        return cell("!rerank-key check --env {variable}", context);
    case Act::TestBoth:
        if (context.otherIsInFile)
            return std::nullopt;
        return cell("!rerank-key check --env {other}", context);
    case Act::LoadEnvFile:
        return cell("from dotenv import load_dotenv\nload_dotenv({file}, override=True)", context);
    case Act::RestartProgram:
        return FixCommand{QStringLiteral("jupyter lab")};
    case Act::ShowBaseUrl:
        return cell("import os\nos.environ.get(\"CO_API_URL\")", context);
    case Act::SetBaseUrl:
        return cell("import os\nos.environ[\"CO_API_URL\"] = {url}", context);
    case Act::UnsetBaseUrl:
        return cell("import os\nif \"CO_API_URL\" in os.environ:\n    del os.environ[\"CO_API_URL\"]", context);
    case Act::LookUpHost:
        return cell("import socket\nsocket.gethostbyname({host})", context);
    default:
        return std::nullopt;
    }
}

std::optional<FixCommand> editorCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::RestartProgram:
        return FixCommand{QStringLiteral("code .")};
    case Act::LoadEnvFile: {
        const bool absolute = context.file.startsWith(QLatin1Char('/')) || context.file.contains(QLatin1Char(':'));
        const QString path = absolute ? context.file : QLatin1String("${workspaceFolder}/") + context.file;
        return FixCommand{QLatin1String("\"python.envFile\": ") + quotedText(path), CommandForm::Settings};
    }
    default:
        return std::nullopt;
    }
}

std::optional<FixCommand> serviceCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::StoreKey:
    case Act::CheckLength:
    case Act::TestVariable:
    case Act::CompareWithNew:
        return isVariableName(context.variable) ? variableOfService(act, context) : FixCommand{};
    case Act::TestBoth:
        if (context.otherIsInFile)
            return std::nullopt;
        return otherOfService(act, context);
    case Act::UnsetOther:
        return otherOfService(act, context);
    case Act::CopyVariable:
        return isVariableName(context.variable) ? otherOfService(act, context) : FixCommand{};
    case Act::PassVariable:
        return dropIn("key.conf",
            QLatin1String("EnvironmentFile=%h/.config/") + inUnit(folderName(context)) + QLatin1String("/key.env"),
            context);
    case Act::LoadEnvFile:
        return loadInService(context);
    case Act::ReloadUnits:
        return FixCommand{QStringLiteral("systemctl --user daemon-reload")};
    case Act::RestartProgram:
        return shell({"systemctl --user restart {name}"}, context);
    case Act::ShowBaseUrl:
        return FixCommand{environmentOf(context) + QLatin1String(" | grep '^CO_API_URL='")};
    case Act::SetBaseUrl: {
        QString value = inUnit(context.baseUrl);
        value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
        return dropIn("url.conf", QLatin1String("Environment=\"CO_API_URL=") + value + QLatin1Char('"'), context);
    }
    case Act::UnsetBaseUrl:
        return dropIn("url.conf", QStringLiteral("UnsetEnvironment=CO_API_URL"), context);
    default:
        return std::nullopt;
    }
}

} // namespace diagnosis
