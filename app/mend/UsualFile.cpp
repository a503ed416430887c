// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/UsualFile.h"

#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace mend {

namespace {

/// What a shell reads when a terminal opens; the first one is where a new line goes.
struct ShellFiles {
    QString folder;
    QStringList names;
};

ShellFiles filesOf(const QString &shell, const sources::ProfileFolders &folders)
{
    const QString name = QFileInfo(shell).fileName();
    if (name == QLatin1String("fish"))
        return {folders.config + QStringLiteral("/fish"), {QStringLiteral("config.fish")}};
    if (name == QLatin1String("zsh")) {
        return {folders.zsh.isEmpty() ? folders.home : folders.zsh,
            {QStringLiteral(".zshrc"), QStringLiteral(".zshenv"), QStringLiteral(".zprofile"),
                QStringLiteral(".zlogin")}};
    }
    if (name != QLatin1String("bash"))
        return {folders.home, {QStringLiteral(".profile")}};
#ifdef Q_OS_DARWIN
    // Terminals open login shells there, and those do not read .bashrc.
    return {folders.home,
        {QStringLiteral(".bash_profile"), QStringLiteral(".profile"), QStringLiteral(".bash_login"),
            QStringLiteral(".bashrc")}};
#else
    return {folders.home, {QStringLiteral(".bashrc"), QStringLiteral(".bash_aliases")}};
#endif
}

bool isOneOf(const ShellFiles &files, const QString &path)
{
    return std::any_of(files.names.begin(), files.names.end(),
        [&](const QString &name) { return path == files.folder + QLatin1Char('/') + name; });
}

} // namespace

UsualFile usualFile(
    MendKind kind, const QString &variable, const sources::ProfileFolders &folders, const QString &shell)
{
    const bool isProfile = kind == MendKind::ShellProfile;
    if ((!isProfile && kind != MendKind::EnvironmentD) || folders.home.isEmpty() || folders.config.isEmpty())
        return {};
    const QString session = folders.config + QStringLiteral("/environment.d");
    const ShellFiles files =
        isProfile ? filesOf(shell, folders) : ShellFiles{session, {QStringLiteral("60-cohere.conf")}};
    UsualFile usual{files.folder + QLatin1Char('/') + files.names.constFirst(), files.folder};
    // What is in the home folder may be a link to elsewhere in it.
    if (usual.file.startsWith(folders.home + QLatin1Char('/')))
        usual.folder = folders.home;
    else if (usual.file.startsWith(folders.config + QLatin1Char('/')))
        usual.folder = folders.config;
    sources::ProfileFolders own = folders;
    own.system.clear();
    own.vendor.clear();
    for (const sources::FoundKey &found : sources::keysInProfiles(own, {variable}).keys) {
        const QString &file = found.place.file;
        if (isProfile ? isOneOf(files, file) : QFileInfo(file).path() == session)
            usual.file = file; // the last one counts
    }
    return usual;
}

} // namespace mend
