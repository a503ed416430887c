// SPDX-License-Identifier: GPL-3.0-or-later
// What one should see after a step of a fix, and the names of what fixes are written for. See FixWords.h.
#include "words/FixWords.h"

namespace words {

using diagnosis::Act;
using diagnosis::FixContext;
using diagnosis::Platform;

QString FixWords::expectation(const diagnosis::FixStep &step, const FixContext &context)
{
    if (step.act == Act::CheckLength)
        return tr("A number, which is the length of the key. For %1 from Cohere it is usually 40.")
            .arg(context.variable);
    return {};
}

QString FixWords::platform(Platform platform)
{
    switch (platform) {
    case Platform::WindowsPowerShell:
        return tr("Windows, PowerShell");
    case Platform::WindowsCmd:
        return tr("Windows, Command Prompt");
    case Platform::MacZsh:
        return tr("macOS, zsh");
    case Platform::LinuxBash:
        return tr("Linux, bash");
    case Platform::LinuxZsh:
        return tr("Linux, zsh");
    case Platform::LinuxFish:
        return tr("Linux, fish");
    case Platform::Docker:
        return tr("Docker");
    case Platform::Compose:
        return tr("Docker Compose");
    case Platform::Kubernetes:
        return tr("Kubernetes");
    case Platform::GitHubActions:
        return tr("GitHub Actions");
    case Platform::Jupyter:
        return tr("Jupyter");
    case Platform::VsCode:
        return tr("VS Code");
    case Platform::Systemd:
        return tr("systemd service");
    }
    return {};
}

} // namespace words
