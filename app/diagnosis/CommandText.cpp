// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/CommandText.h"

#include "diagnosis/ShellWord.h"

#include <QRegularExpression>

#include <functional>
#include <optional>

namespace diagnosis {

namespace {

using Value = std::optional<QString>;

/// Fills all places at once: what is filled in may itself hold braces. A place with no value: no text at all.
QString filled(const QString &text, const std::function<Value(const QString &)> &valueOf)
{
    static const QRegularExpression place(QStringLiteral("\\{([A-Za-z]+)\\}"));
    QString result;
    qsizetype end = 0;
    for (auto matches = place.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const Value value = valueOf(match.captured(1));
        if (!value)
            return {};
        result += text.mid(end, match.capturedStart() - end) + *value;
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

Value variableName(const QString &name)
{
    return isVariableName(name) ? Value(name) : std::nullopt;
}

/// The variable that hides or contradicts the other key.
const QString &doomed(const FixContext &context)
{
    return context.otherIsInFile ? context.variable : context.otherVariable;
}

Value variableOf(const QString &place, const FixContext &context)
{
    if (place == QLatin1String("variable"))
        return variableName(context.variable);
    if (place == QLatin1String("other"))
        return variableName(context.otherVariable);
    return variableName(doomed(context));
}

QString shellName(Shell shell)
{
    return shell == Shell::Zsh ? QStringLiteral("zsh") : QStringLiteral("bash");
}

/// The file that a new terminal's shell reads: on macOS terminals open login shells, and bash then reads another one.
QString profileOf(const FixContext &context)
{
    if (context.shell == Shell::Zsh)
        return QStringLiteral("~/.zshrc");
    return context.system == System::MacOs ? QStringLiteral("~/.bash_profile") : QStringLiteral("~/.bashrc");
}

QString profilesOf(const FixContext &context)
{
    return context.shell == Shell::Zsh ? QStringLiteral("~/.zshrc ~/.zprofile ~/.zshenv")
                                       : QStringLiteral("~/.bashrc ~/.bash_profile ~/.profile");
}

bool isSecret(const FixContext &context)
{
    return context.holder.startsWith(QLatin1String("Secret/"));
}

QString secretName(const FixContext &context)
{
    return isSecret(context) ? context.holder.section(QLatin1Char('/'), 1) : QStringLiteral("cohere-key");
}

/// What kubectl is told: deployment/my-app, and no object that runs nothing.
QString workloadName(const FixContext &context)
{
    if (context.holder.isEmpty() || isSecret(context) || context.holder.startsWith(QLatin1String("ConfigMap/")))
        return QStringLiteral("deployment/my-app");
    return context.holder.contains(QLatin1Char('/')) ? context.holder : QLatin1String("deployment/") + context.holder;
}

/// A file that a shell is to read: a bare name would be looked for in PATH.
QString pathOf(const QString &file)
{
    return file.contains(QLatin1Char('/')) ? file : QLatin1String("./") + file;
}

/// A text that is one item of a list between commas: kubectl reads some of its options so.
QString inList(QString text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')))
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

/// "proxy.example:3128", and "[2001:db8::1]:3128"
QString proxyAddress(const FixRoute &route)
{
    const bool isVersion6 = route.proxyHost.contains(QLatin1Char(':'));
    return (isVersion6 ? QLatin1Char('[') + route.proxyHost + QLatin1Char(']') : route.proxyHost) + QLatin1Char(':')
        + QString::number(route.proxyPort);
}

QString textOf(const QString &place, const FixContext &context)
{
    if (place == QLatin1String("file"))
        return context.file;
    if (place == QLatin1String("list"))
        return inList(context.file);
    if (place == QLatin1String("path"))
        return pathOf(context.file);
    if (place == QLatin1String("host"))
        return context.host;
    if (place == QLatin1String("baseUrl"))
        return QLatin1String("CO_API_URL=") + context.baseUrl;
    if (place == QLatin1String("url"))
        return context.baseUrl;
    if (place == QLatin1String("proxy"))
        return proxyAddress(context.route);
    if (place == QLatin1String("workload"))
        return workloadName(context);
    if (place == QLatin1String("secret"))
        return secretName(context);
    return holderName(context);
}

Value shellValue(const QString &place, const FixContext &context)
{
    if (place == QLatin1String("variable") || place == QLatin1String("other") || place == QLatin1String("doomed"))
        return variableOf(place, context);
    if (place == QLatin1String("proxyVariable"))
        return variableName(context.route.proxyVariable);
    if (place == QLatin1String("shell"))
        return shellName(context.shell);
    if (place == QLatin1String("profile"))
        return context.profile.isEmpty() ? profileOf(context) : shellWord(context.profile, context.shell);
    if (place == QLatin1String("profiles"))
        return context.profile.isEmpty() ? profilesOf(context) : shellWord(context.profile, context.shell);
    if (place == QLatin1String("service") && context.holder.isEmpty())
        return QString();
    const QString text = textOf(place, context);
    if (!canBeWord(text, context.shell))
        return std::nullopt;
    if (place == QLatin1String("service"))
        return QLatin1Char(' ') + plainShellWord(text, context.shell);
    const bool isName =
        place == QLatin1String("name") || place == QLatin1String("workload") || place == QLatin1String("secret");
    return isName ? plainShellWord(text, context.shell) : shellWord(text, context.shell);
}

QString inDialect(const char *text, FixContext context, Shell shell)
{
    context.shell = shell;
    return filled(QLatin1String(text), [&context](const QString &place) { return shellValue(place, context); });
}

} // namespace

QString holderName(const FixContext &context)
{
    return context.holder.isEmpty() ? QStringLiteral("my-app") : context.holder.section(QLatin1Char('/'), -1);
}

QString inShell(const CommandText &text, const FixContext &context)
{
    switch (context.shell) {
    case Shell::Bash:
    case Shell::Zsh:
        return inDialect(text.posix, context, context.shell);
    case Shell::Fish:
        return inDialect(text.fish != nullptr ? text.fish : text.posix, context, Shell::Fish);
    case Shell::PowerShell:
        return inDialect(text.powerShell != nullptr ? text.powerShell : text.posix, context, Shell::PowerShell);
    case Shell::Cmd:
        break;
    }
    if (text.cmd != nullptr || text.powerShell == nullptr)
        return inDialect(text.cmd != nullptr ? text.cmd : text.posix, context, Shell::Cmd);
    const QString command = inDialect(text.powerShell, context, Shell::PowerShell);
    return command.isEmpty() ? command
                             : QLatin1String("powershell -NoProfile -Command ") + shellWord(command, Shell::Cmd);
}

QString atTestedUrl(const QString &test, const FixContext &context)
{
    if (test.isEmpty() || context.testedUrl.isEmpty())
        return test;
    return canBeWord(context.testedUrl, context.shell)
        ? test + QLatin1String(" --url ") + shellWord(context.testedUrl, context.shell)
        : QString();
}

QString inQuotedText(const char *text, const FixContext &context)
{
    return filled(QLatin1String(text), [&context](const QString &place) -> Value {
        if (place == QLatin1String("variable") || place == QLatin1String("other") || place == QLatin1String("doomed"))
            return variableOf(place, context);
        const QString value = textOf(place, context);
        const bool isName = place == QLatin1String("name") || place == QLatin1String("secret");
        return isName && isPlainWord(value) ? value : quotedText(value);
    });
}

} // namespace diagnosis
