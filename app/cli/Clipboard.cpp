// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Clipboard.h"

#include <QProcess>
#include <QStandardPaths>
#include <QStringList>

#include <vector>

namespace cli {

namespace {

constexpr int maximumWait = 3000; // milliseconds

struct ClipboardCommand {
    QString program;
    QStringList arguments;
};

std::vector<ClipboardCommand> commands()
{
    const auto text = [](const char *word) { return QString::fromLatin1(word); };
    return
    {
#if defined(Q_OS_WIN)
        {text("powershell"), {text("-NoProfile"), text("-Command"), text("Get-Clipboard -Raw")}},
#elif defined(Q_OS_MACOS)
        {text("pbpaste"), {}},
#else
        {text("wl-paste"), {text("--no-newline")}},
            {text("xclip"), {text("-selection"), text("clipboard"), text("-out")}},
            {text("xsel"), {text("--clipboard"), text("--output")}},
#endif
    };
}

} // namespace

std::optional<key::Secret> readClipboard()
{
    for (const ClipboardCommand &command : commands()) {
        if (QStandardPaths::findExecutable(command.program).isEmpty())
            continue;
        QProcess process;
        process.start(command.program, command.arguments, QIODevice::ReadOnly);
        if (!process.waitForFinished(maximumWait) || process.exitCode() != 0)
            continue;
        QByteArray bytes = process.readAllStandardOutput();
        return key::Secret::take(bytes);
    }
    return std::nullopt;
}

} // namespace cli
