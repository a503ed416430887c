// SPDX-License-Identifier: GPL-3.0-or-later
// What a fix is written for, and the system, shell and runtime behind it. See FixPlan.h.
#include "diagnosis/FixPlan.h"

namespace diagnosis {

namespace {

Platform ofShell(Shell shell)
{
    switch (shell) {
    case Shell::Bash:
        return Platform::LinuxBash;
    case Shell::Zsh:
        return Platform::LinuxZsh;
    case Shell::Fish:
        return Platform::LinuxFish;
    case Shell::PowerShell:
        return Platform::WindowsPowerShell;
    case Shell::Cmd:
        break;
    }
    return Platform::WindowsCmd;
}

FixContext inTerminal(FixContext context, System system, Shell shell)
{
    context.system = system;
    context.shell = shell;
    context.runtime = Runtime::Terminal;
    return context;
}

FixContext inRuntime(FixContext context, Runtime runtime)
{
    context.runtime = runtime;
    return context;
}

} // namespace

FixContext contextFor(FixContext context, Platform platform)
{
    switch (platform) {
    case Platform::WindowsPowerShell:
        return inTerminal(std::move(context), System::Windows, Shell::PowerShell);
    case Platform::WindowsCmd:
        return inTerminal(std::move(context), System::Windows, Shell::Cmd);
    case Platform::MacZsh:
        return inTerminal(std::move(context), System::MacOs, Shell::Zsh);
    case Platform::LinuxBash:
        return inTerminal(std::move(context), System::Linux, Shell::Bash);
    case Platform::LinuxZsh:
        return inTerminal(std::move(context), System::Linux, Shell::Zsh);
    case Platform::LinuxFish:
        return inTerminal(std::move(context), System::Linux, Shell::Fish);
    case Platform::Docker:
        return inRuntime(std::move(context), Runtime::Docker);
    case Platform::Compose:
        return inRuntime(std::move(context), Runtime::Compose);
    case Platform::Kubernetes:
        return inRuntime(std::move(context), Runtime::Kubernetes);
    case Platform::GitHubActions:
        return inRuntime(std::move(context), Runtime::GitHubActions);
    case Platform::Jupyter:
        return inRuntime(std::move(context), Runtime::Jupyter);
    case Platform::VsCode:
        return inRuntime(std::move(context), Runtime::VsCode);
    case Platform::Systemd:
        break;
    }
    return inRuntime(std::move(context), Runtime::Systemd);
}

Platform platformOf(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Terminal:
        break;
    case Runtime::Docker:
        return Platform::Docker;
    case Runtime::Compose:
        return Platform::Compose;
    case Runtime::Kubernetes:
        return Platform::Kubernetes;
    case Runtime::GitHubActions:
        return Platform::GitHubActions;
    case Runtime::Jupyter:
        return Platform::Jupyter;
    case Runtime::VsCode:
        return Platform::VsCode;
    case Runtime::Systemd:
        return Platform::Systemd;
    }
    const bool windowsShell = context.shell == Shell::PowerShell || context.shell == Shell::Cmd;
    if (!windowsShell && context.system == System::MacOs)
        return Platform::MacZsh;
    if (!windowsShell && context.system == System::Windows)
        return Platform::WindowsPowerShell;
    return ofShell(context.shell);
}

FixContext contextOfThisSystem(const QString &shellPath)
{
    FixContext context;
#if defined(Q_OS_WIN)
    context.system = System::Windows;
    context.shell = Shell::PowerShell;
#elif defined(Q_OS_MACOS)
    context.system = System::MacOs;
    context.shell = Shell::Zsh;
#endif
    if (shellPath.endsWith(QLatin1String("/fish")))
        context.shell = Shell::Fish;
    else if (shellPath.endsWith(QLatin1String("/pwsh")))
        context.shell = Shell::PowerShell;
    else if (shellPath.endsWith(QLatin1String("/zsh")))
        context.shell = Shell::Zsh;
#if !defined(Q_OS_WIN)
    else if (shellPath.endsWith(QLatin1String("/bash")))
        context.shell = Shell::Bash;
#endif
    return context;
}

} // namespace diagnosis
