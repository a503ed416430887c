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

/// Whether a folder lies in a repository: git is a process, and is only asked where it can know something.
bool isInRepository(const NativePath &folder)
{
    const NativePath mark = nativePath(QStringLiteral(".git"));
    std::error_code error;
    std::filesystem::path above(folder);
    while (!std::filesystem::exists(joinedPath(above.native(), mark), error)) {
        if (above.parent_path() == above)
            return false;
        above = above.parent_path();
    }
    return true;
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

struct GitAnswer {
    int exitCode = -1; ///< -1: it did not run, or not to its end
    QByteArray printed;
};

GitAnswer askGit(const QString &program, const NativePath &folder, const QStringList &question,
    const std::atomic<bool> &cancelled, QDeadlineTimer deadline)
{
    QProcess git;
    git.setProcessEnvironment(environmentForGit());
    git.setStandardInputFile(QProcess::nullDevice());
    git.setStandardErrorFile(QProcess::nullDevice());
    git.start(program,
        QStringList{QStringLiteral("-C"), shownPath(folder), QStringLiteral("--no-pager"), QStringLiteral("-c"),
            QStringLiteral("core.fsmonitor=false"), QStringLiteral("-c"), QStringLiteral("core.hooksPath=/dev/null")}
            + question);
    constexpr int slice = 20; // milliseconds until it is seen that the scan was cancelled
    while (git.state() != QProcess::NotRunning && !cancelled && !deadline.hasExpired())
        git.waitForFinished(slice);
    if (git.state() != QProcess::NotRunning) {
        git.kill();
        git.waitForFinished();
        return {};
    }
    const bool good = git.error() == QProcess::UnknownError || git.error() == QProcess::Timedout;
    if (!good || git.exitStatus() != QProcess::NormalExit)
        return {};
    return {git.exitCode(), git.readAllStandardOutput()};
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
        // All files rather than those asked for: names may be no text, and their number may be large.
        const GitAnswer answer = askGit(program, joinedPath(root, repository),
            {QStringLiteral("ls-files"), QStringLiteral("-z"), QStringLiteral("--cached")}, cancelled, deadline);
        if (answer.exitCode != 0)
            continue;
        for (const QByteArray &name : answer.printed.split('\0')) {
            NativePath path = joinedPath(repository, fromGit(name));
            if (names.contains(path))
                kept.insert(std::move(path));
        }
    }
    return kept;
}

GitIgnores ignoredByGit(const NativePath &folder, NativePathView name, std::chrono::milliseconds limit)
{
    if (!isInRepository(folder))
        return GitIgnores::Unknown;
    const QString program = QStandardPaths::findExecutable(QStringLiteral("git"));
    if (program.isEmpty())
        return GitIgnores::Unknown;
    const std::atomic<bool> cancelled = false;
    // Without the index: of a file that git keeps, too, what the patterns say.
    const GitAnswer answer = askGit(program, folder,
        {QStringLiteral("check-ignore"), QStringLiteral("--quiet"), QStringLiteral("--no-index"), QStringLiteral("--"),
            shownPath(name)},
        cancelled, QDeadlineTimer(limit));
    switch (answer.exitCode) {
    case 0:
        return GitIgnores::Yes;
    case 1:
        return GitIgnores::No;
    default: // 128: git does not take it for a repository
        return GitIgnores::Unknown;
    }
}

} // namespace sources
