// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/Mend.h"

#include "mend/EnvText.h"
#include "mend/FileSwap.h"
#include "mend/OtherTexts.h"
#include "mend/UserVariable.h"
#include "sources/project/GitFiles.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <atomic>

namespace mend {

namespace {

using sources::GitIgnores;

bool hasVariable(MendKind kind)
{
    return kind != MendKind::Gitignore;
}

/// Lines are written with it: it must be a name everywhere.
bool isName(const QString &variable)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*\\z"));
    return pattern.match(variable).hasMatch();
}

ProfileKind profileKind(const MendRequest &request)
{
    if (request.kind == MendKind::EnvironmentD)
        return ProfileKind::EnvironmentD;
    return request.file.endsWith(QLatin1String(".fish")) ? ProfileKind::Fish : ProfileKind::Posix;
}

GitIgnores ignored(const QString &file)
{
    const QFileInfo info(file);
    return sources::ignoredByGit(sources::nativePath(info.absolutePath()), sources::nativePath(info.fileName()));
}

tl::expected<TextMend, MendFailure> mended(const MendRequest &request, const OldFile &old)
{
    if (request.kind == MendKind::ShellProfile || request.kind == MendKind::EnvironmentD)
        return mendedProfile(old.bytes.bytes(), profileKind(request), request.variable, request.key.bytes());
    const bool hasKey = request.kind == MendKind::EnvKey;
    return mendedEnv(old.bytes.bytes(), {request.variable, request.fromVariable, hasKey ? &request.key : nullptr});
}

/// Whether a file that is not there is made, and with it the folders above it.
bool mayCreate(const MendRequest &request, const Spot &spot)
{
    if (request.kind == MendKind::ShellProfile || request.kind == MendKind::EnvironmentD)
        return true;
    return request.kind == MendKind::EnvKey && QFileInfo(QFileInfo(spot.target).absolutePath()).isDir();
}

Mend composed(const MendRequest &request, const Spot &spot, OldFile old, TextMend text)
{
    Mend mend;
    mend.preview.kind = request.kind;
    mend.preview.file = request.file;
    mend.preview.variable = request.variable;
    mend.preview.lines = std::move(text.lines);
    mend.preview.notes = std::move(text.notes);
    mend.preview.unreadBy = std::move(text.unreadBy);
    mend.after = std::move(text.after);
    mend.before = std::move(old.bytes);
    mend.folder = spot.folder;
    mend.target = spot.target;
    mend.creates = !old.exists;
    mend.holdsKey = request.kind != MendKind::Gitignore;
    if (mend.creates)
        mend.preview.notes.push_back(Note::FileCreated);
    else
        mend.preview.backup = freeBackup(spot);
    if (mend.holdsKey && old.isOpenToOthers)
        mend.preview.notes.push_back(Note::OthersCouldRead);
    return mend;
}

tl::expected<Mend, MendFailure> prepareFile(const MendRequest &request)
{
    const auto spot = findSpot(request.file, request.folder);
    if (!spot)
        return tl::unexpected(spot.error());
    auto old = readOldFile(*spot);
    if (!old)
        return tl::unexpected(old.error());
    if (!old->exists && !mayCreate(request, *spot))
        return tl::unexpected(MendFailure::NotFound);
    auto text = mended(request, *old);
    if (!text)
        return tl::unexpected(text.error());
    Mend mend = composed(request, *spot, std::move(*old), std::move(*text));
    if (!mend.creates && ignored(mend.preview.backup) == GitIgnores::No)
        mend.preview.notes.push_back(Note::BackupNotIgnored);
    return mend;
}

/// The .gitignore that decides about a file: the nearest one above it in its repository, since the nearest has the last
/// word. Where there is none, the one that the repository's folder would have; without a repository, the file's folder.
QString gitignoreFor(const QString &target, const QString &root)
{
    const QString name = QStringLiteral("/.gitignore");
    const QString own = QFileInfo(target).absolutePath();
    for (QDir folder(own);;) {
        const QString path = folder.absolutePath();
        const bool isEnd = QFileInfo::exists(path + QStringLiteral("/.git"));
        if (isEnd || QFileInfo::exists(path + name))
            return path + name;
        if (path == root || !folder.cdUp())
            return own + name;
    }
}

bool isTracked(const Spot &spot)
{
    const std::atomic<bool> cancelled = false;
    const auto folder = sources::nativePath(QFileInfo(spot.target).absolutePath());
    const auto name = sources::nativePath(QFileInfo(spot.target).fileName());
    return !sources::filesInGit(folder, {name}, cancelled).empty();
}

tl::expected<Mend, MendFailure> prepareGitignore(const MendRequest &request)
{
    const auto envFile = findSpot(request.file, request.folder);
    if (!envFile)
        return tl::unexpected(envFile.error());
    const QString gitignore = gitignoreFor(envFile->target, envFile->folder);
    // Git does not follow a link there.
    if (QFileInfo(gitignore).isSymLink())
        return tl::unexpected(MendFailure::NotAFile);
    const auto spot = findSpot(gitignore, request.folder);
    if (!spot)
        return tl::unexpected(spot.error());
    auto old = readOldFile(*spot);
    if (!old)
        return tl::unexpected(old.error());
    const QString relative = QFileInfo(gitignore).absoluteDir().relativeFilePath(envFile->target);
    QByteArrayList patterns;
    const QString backup = envFile->target + QStringLiteral(".backup-1");
    if (ignored(envFile->target) != GitIgnores::Yes)
        patterns.append(gitignorePattern(relative));
    if (ignored(backup) != GitIgnores::Yes)
        patterns.append(gitignorePattern(relative) + ".backup-*");
    auto text = mendedGitignore(old->bytes.bytes(), patterns);
    if (!text)
        return tl::unexpected(text.error());
    Mend mend = composed(request, *spot, std::move(*old), std::move(*text));
    mend.preview.file = gitignore;
    mend.preview.variable.clear();
    if (isTracked(*envFile))
        mend.preview.notes.push_back(Note::TrackedAlready);
    return mend;
}

} // namespace

tl::expected<Mend, MendFailure> prepare(const MendRequest &request)
{
    const bool isNamed = request.fromVariable.isEmpty() || isName(request.fromVariable);
    if (hasVariable(request.kind) && !(isName(request.variable) && isNamed))
        return tl::unexpected(MendFailure::NoSuchVariable);
    switch (request.kind) {
    case MendKind::UserVariable:
        return prepareUserVariable(request);
    case MendKind::Gitignore:
        return prepareGitignore(request);
    default:
        return prepareFile(request);
    }
}

tl::expected<Undo, MendFailure> apply(const Mend &mend)
{
    if (mend.preview.kind == MendKind::UserVariable)
        return applyUserVariable(mend);
    const auto mode = replaceFile({{mend.folder, mend.target}, mend.before.bytes(), mend.after.bytes(),
        mend.preview.backup, mend.creates, mend.holdsKey});
    if (!mode)
        return tl::unexpected(mode.error());
    Undo change;
    change.kind = mend.preview.kind;
    change.file = mend.preview.file;
    change.backup = mend.preview.backup;
    change.created = mend.creates;
    change.variable = mend.preview.variable;
    change.folder = mend.folder;
    change.target = mend.target;
    change.written = hashOf(mend.after.bytes());
    change.before = hashOf(mend.before.bytes());
    change.mode = *mode;
    return change;
}

tl::expected<void, MendFailure> undo(const Undo &change)
{
    return change.kind == MendKind::UserVariable ? undoUserVariable(change) : takeBack(change);
}

} // namespace mend
