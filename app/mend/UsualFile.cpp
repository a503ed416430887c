// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/UsualFile.h"

#include <QStringList>

namespace mend {

namespace {

using diagnosis::Shell;

/// What a shell reads when a terminal opens, or what the session reads; the first one is where a new line goes.
struct Files {
    QString folder{};
    QStringList names{};
};

Files filesOf(Shell shell, const Reach &reach)
{
    switch (shell) {
    case Shell::Bash:
        // Terminals of macOS open login shells, and those do not read .bashrc.
        if (reach.system == diagnosis::System::MacOs)
            return {reach.home,
                {QStringLiteral(".bash_profile"), QStringLiteral(".profile"), QStringLiteral(".bash_login")}};
        return {reach.home, {QStringLiteral(".bashrc"), QStringLiteral(".bash_aliases")}};
    case Shell::Zsh:
        return {reach.zsh.isEmpty() ? reach.home : reach.zsh,
            {QStringLiteral(".zshrc"), QStringLiteral(".zshenv"), QStringLiteral(".zprofile"),
                QStringLiteral(".zlogin")}};
    case Shell::Fish:
        return {reach.config.isEmpty() ? QString() : reach.config + QStringLiteral("/fish"),
            {QStringLiteral("config.fish")}};
    case Shell::PowerShell:
    case Shell::Cmd:
        break;
    }
    return {};
}

Files filesOf(MendKind kind, Shell shell, const Reach &reach)
{
    if (kind == MendKind::ShellProfile)
        return filesOf(shell, reach);
    if (kind == MendKind::EnvironmentD && !reach.config.isEmpty())
        return {reach.config + QStringLiteral("/environment.d"), {QStringLiteral("60-cohere.conf")}};
    return {};
}

bool isIn(const QString &file, const QString &folder)
{
    return !folder.isEmpty() && file.startsWith(folder + u'/');
}

} // namespace

UsualFile usualFile(
    MendKind kind, const QString &variable, Shell shell, const Reach &reach, const std::vector<sources::Place> &places)
{
    const Files files = filesOf(kind, shell, reach);
    if (files.folder.isEmpty())
        return {};
    UsualFile usual{files.folder + u'/' + files.names.constFirst(), files.folder};
    for (const sources::Place &place : places) {
        const bool sets = place.set && place.name == variable && isIn(place.file, files.folder);
        const QString name = sets ? place.file.mid(files.folder.size() + 1) : QString();
        const bool isRead =
            kind == MendKind::EnvironmentD ? !name.isEmpty() && !name.contains(u'/') : files.names.contains(name);
        if (isRead)
            usual.file = place.file; // the last one counts
    }
    // What is in the home folder may be a link to elsewhere in it.
    if (isIn(usual.file, reach.home))
        usual.folder = reach.home;
    else if (isIn(usual.file, reach.config))
        usual.folder = reach.config;
    return usual;
}

} // namespace mend
