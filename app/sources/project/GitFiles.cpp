// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/GitFiles.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <map>
#include <system_error>

namespace sources {

namespace {

/// The folder of the innermost repository in `root` that a file lies in, as a path in `root`; empty for `root` itself.
NativePath repositoryOf(const NativePath &root, NativePathView file)
{
    const NativePath mark = nativePath(QStringLiteral(".git"));
    NativePathView folder = folderOf(file);
    std::error_code error;
    while (!folder.empty() && !std::filesystem::exists(joinedPath(joinedPath(root, folder), mark), error))
        folder = folderOf(folder);
    return NativePath(folder);
}

QProcessEnvironment environmentForGit()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith(QLatin1String("GIT_"), Qt::CaseInsensitive))
            environment.remove(name); // such as GIT_DIR, which would name another repository
    }
    environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0"));
    environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    // A repository without all its objects would fetch them, with the program that its settings name.
    environment.insert(QStringLiteral("GIT_NO_LAZY_FETCH"), QStringLiteral("1"));
    environment.insert(QStringLiteral("GIT_ALLOW_PROTOCOL"), QStringLiteral("none"));
    return environment;
}

QStringList argumentsForGit(const NativePath &folder)
{
    // All files rather than those asked for: names may be no text, and their number may be large.
    return {QStringLiteral("-C"), shownPath(folder), QStringLiteral("--no-pager"), QStringLiteral("-c"),
        QStringLiteral("core.fsmonitor=false"), QStringLiteral("-c"), QStringLiteral("core.hooksPath=/dev/null"),
        QStringLiteral("ls-files"), QStringLiteral("-z"), QStringLiteral("--cached")};
}

/// What git prints; nothing where it fails.
QByteArray listOfGit(
    const QString &program, const NativePath &folder, const std::atomic<bool> &cancelled, QDeadlineTimer deadline)
{
    QProcess git;
    git.setProcessEnvironment(environmentForGit());
    git.setStandardInputFile(QProcess::nullDevice());
    git.setStandardErrorFile(QProcess::nullDevice());
    git.start(program, argumentsForGit(folder));
    constexpr int slice = 20; // milliseconds until it is seen that the scan was cancelled
    while (git.state() != QProcess::NotRunning && !cancelled && !deadline.hasExpired())
        git.waitForFinished(slice);
    if (git.state() != QProcess::NotRunning) {
        git.kill();
        git.waitForFinished();
        return {};
    }
    const bool good = git.error() == QProcess::UnknownError || git.error() == QProcess::Timedout;
    return good && git.exitStatus() == QProcess::NormalExit && git.exitCode() == 0 ? git.readAllStandardOutput()
                                                                                   : QByteArray();
}

NativePath fromGit(const QByteArray &name)
{
#ifdef Q_OS_WIN
    return QString::fromUtf8(name).toStdWString();
#else
    return name.toStdString();
#endif
}

} // namespace

std::unordered_set<NativePath> filesInGit(const NativePath &root, const std::vector<NativePath> &files,
    const std::atomic<bool> &cancelled, std::chrono::milliseconds limit)
{
    std::map<NativePath, std::unordered_set<NativePath>> wanted; // by repository
    for (const NativePath &file : files)
        wanted[repositoryOf(root, file)].insert(file);
    std::unordered_set<NativePath> kept;
    const QString program = QStandardPaths::findExecutable(QStringLiteral("git"));
    if (program.isEmpty())
        return kept;
    const QDeadlineTimer deadline(limit);
    for (const auto &[repository, names] : wanted) {
        if (cancelled)
            break;
        const QByteArray list = listOfGit(program, joinedPath(root, repository), cancelled, deadline);
        for (const QByteArray &name : list.split('\0')) {
            NativePath path = joinedPath(repository, fromGit(name));
            if (names.contains(path))
                kept.insert(std::move(path));
        }
    }
    return kept;
}

} // namespace sources
