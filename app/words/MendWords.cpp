// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/MendWords.h"

#include "words/PlaceWords.h"
#include "words/Visible.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace words {

using mend::LineChange;
using mend::MendFailure;
using mend::MendKind;
using mend::Note;
using mend::Preview;

namespace {

QString path(const QString &file)
{
    return visible(QDir::toNativeSeparators(file));
}

QString nameOf(const QString &file)
{
    return visible(QFileInfo(file).fileName());
}

QString unread(const Preview &mend)
{
    QStringList names;
    for (const sources::EnvLoader loader : mend.unreadBy)
        names.append(PlaceWords::loader(loader));
    //: %1 is a list of programs, such as "bash and docker run --env-file"
    return MendWords::tr(
        "Other lines of the file still stop %1 from reading it. They are left as they are: see to them "
        "if your program uses it.")
        .arg(QLocale().createSeparatedList(names));
}

} // namespace

QString MendWords::offer(MendKind kind)
{
    switch (kind) {
    case MendKind::EnvLine:
        //: Button. The dots say that a preview comes first.
        return tr("Mend the line…");
    case MendKind::EnvKey:
        //: Button. The dots say that a preview comes first.
        return tr("Put the key into the file…");
    case MendKind::Gitignore:
        //: Button. The dots say that a preview comes first.
        return tr("Tell git to leave it out…");
    case MendKind::ShellProfile:
        //: Button. The dots say that a preview comes first.
        return tr("Set it for new terminals…");
    case MendKind::EnvironmentD:
        //: Button. The dots say that a preview comes first.
        return tr("Set it for your session…");
    case MendKind::UserVariable:
        //: Button. The dots say that a preview comes first.
        return tr("Set it for your account…");
    }
    return {};
}

QString MendWords::explanation(const Preview &mend)
{
    switch (mend.kind) {
    case MendKind::EnvLine:
        //: %1 is the name of a variable, %2 is a file
        return tr("The program can write the line with %1 in %2 so that every program that reads such files gets the "
                  "same key. You see the change first, and can take it back.")
            .arg(mend.variable, path(mend.file));
    case MendKind::EnvKey:
        //: %1 is the name of a variable, %2 is a file
        return tr("The program can write the key as %1 into %2. You see the change first, and can take it back.")
            .arg(mend.variable, path(mend.file));
    case MendKind::Gitignore:
        //: %1 is a file
        return tr("The program can add %1 to .gitignore, so that git does not take the key into the repository. You "
                  "see the change first, and can take it back.")
            .arg(path(mend.file));
    case MendKind::ShellProfile:
        //: %1 is the name of a variable, %2 is a file
        return tr("The program can set %1 in %2, for every terminal that you open from then on. The key then stands in "
                  "that file as plain text; a keychain keeps it safer. You see the change first, and can take it back.")
            .arg(mend.variable, path(mend.file));
    case MendKind::EnvironmentD:
        //: %1 is the name of a variable, %2 is a file
        return tr(
            "The program can set %1 in %2, for services and programs from your next login on. The key then stands "
            "in that file as plain text; a keychain keeps it safer. You see the change first, and can take it "
            "back.")
            .arg(mend.variable, path(mend.file));
    case MendKind::UserVariable:
        //: %1 is the name of a variable
        return tr(
            "The program can set %1 for your account on this computer, for every program that you start from then "
            "on. The key then stands in the registry as plain text; a keychain keeps it safer. You see the change "
            "first, and can take it back.")
            .arg(mend.variable);
    }
    return {};
}

QString MendWords::heading(const Preview &mend)
{
    if (mend.kind == MendKind::UserVariable)
        return tr("This changes among the variables of your account:");
    //: %1 is a file
    return tr("This changes in %1:").arg(path(mend.file));
}

QString MendWords::line(const LineChange &line)
{
    const QString text = visible(line.text);
    switch (line.kind) {
    case LineChange::Kind::Kept:
        //: %1 is a line's number, %2 its text
        return tr("Line %1, stays: %2").arg(QString::number(line.line), text);
    case LineChange::Kind::Removed:
        //: %1 is a line's number, %2 its text
        return tr("Line %1, goes: %2").arg(QString::number(line.line), text);
    case LineChange::Kind::Added:
        //: %1 is a line's number, %2 its text
        return tr("Line %1, new: %2").arg(QString::number(line.line), text);
    }
    return {};
}

QString MendWords::note(Note note, const Preview &mend)
{
    switch (note) {
    case Note::ByteOrderMarkRemoved:
        return tr("The invisible mark at the beginning of the file goes. Some programs take it for a part of the first "
                  "name.");
    case Note::EncodingChanged:
        return tr("The file is written in UTF-8. It was in UTF-16, which hardly any program reads here.");
    case Note::LineEndsChanged:
        return tr(
            "The line ends become those of Linux and macOS in the whole file. With those of Windows, bash adds an "
            "invisible character to every value.");
    case Note::FileCreated:
        return tr("The file is new.");
    case Note::OthersCouldRead:
        return tr("Other users of this computer could read the file. From then on only you can.");
    case Note::CommentMoved:
        return tr(
            "The comment behind the key moves to a line of its own: some programs take it for a part of the key.");
    case Note::ExportRemoved:
        return tr("The word “export” goes, since docker refuses it. If you load the file with “source” in a terminal, "
                  "type “set -a” before it.");
    case Note::OtherLinesDisabled:
        //: %1 is the name of a variable
        return tr("Other lines that set %1 become comments. Delete them when you no longer need them.")
            .arg(mend.variable);
    case Note::NameChanged:
        //: %1 is the name of a variable
        return tr("The line gets the name that your program reads, %1.").arg(mend.variable);
    case Note::UnreadByOthers:
        return unread(mend);
    case Note::TrackedAlready:
        return tr("Git keeps the file with the key already, and goes on with it. Type “git rm --cached” and the file's "
                  "name, commit, and replace the key: everybody with the repository has it.");
    case Note::BackupNotIgnored:
        return tr("Git does not leave the old file out. Add it to .gitignore, or delete it when everything works, so "
                  "that the key does not come into the repository.");
    }
    return {};
}

QStringList MendWords::notes(const Preview &mend)
{
    QStringList sentences;
    for (const Note each : mend.notes)
        sentences.append(note(each, mend));
    if (!mend.backup.isEmpty()) {
        //: %1 is a file's name
        sentences.append(tr("The old file stays beside it as %1.").arg(nameOf(mend.backup)));
    }
    return sentences;
}

QString MendWords::failure(MendFailure failure, const Preview &mend)
{
    // Of git it is .gitignore that could not be changed.
    const bool isGit =
        mend.kind == MendKind::Gitignore && failure != MendFailure::NotFound && failure != MendFailure::NothingToMend;
    const QString file = isGit ? QStringLiteral(".gitignore") : path(mend.file);
    switch (failure) {
    case MendFailure::NotFound:
        //: %1 is a file
        return tr("There is no file %1. See whether its name and folder are right.").arg(file);
    case MendFailure::NotReadable:
        //: %1 is a file
        return tr("The file %1 cannot be read as text. See whether you may read it. Nothing was changed.").arg(file);
    case MendFailure::NotAFile:
        //: %1 is a file
        return tr("%1 is a folder, a device, or a file with a second name elsewhere. Change it by hand. Nothing was "
                  "changed.")
            .arg(file);
    case MendFailure::OtherOwner:
        //: %1 is a file
        return tr("%1 belongs to another user. Ask that user to change it. Nothing was changed.").arg(file);
    case MendFailure::NotWritable:
        //: %1 is a file
        return tr("You may not write %1 or its folder. Allow it, or change the file by hand. Nothing was changed.")
            .arg(file);
    case MendFailure::OutsideFolder:
        //: %1 is a file
        return tr("%1 is a link that leads out of the folder. Open the folder that it leads to, or change the file by "
                  "hand. Nothing was changed.")
            .arg(file);
    case MendFailure::TooLarge:
        //: %1 is a file
        return tr("%1 is far too large for a file with settings. See whether it is the right one. Nothing was changed.")
            .arg(file);
    case MendFailure::NoSuchVariable:
        //: %1 is a file, %2 is the name of a variable
        return tr("%1 has no line with %2. Put the key into the file instead. Nothing was changed.")
            .arg(file, visible(mend.variable));
    case MendFailure::NoValue:
        //: %1 is the name of a variable, %2 is a file
        return tr("Nothing stands behind %1 in %2. Put the key into the file instead. Nothing was changed.")
            .arg(visible(mend.variable), file);
    case MendFailure::IsReference:
        //: %1 is the name of a variable, %2 is a file
        return tr("%1 takes its value from elsewhere in %2. Mend that place, or put the key itself into the file. "
                  "Nothing was changed.")
            .arg(visible(mend.variable), file);
    case MendFailure::KeyNotUsable:
        return tr(
            "The key holds characters that programs would read in different ways. Copy it again, or clean it, and "
            "put the clean key into the file. Nothing was changed.");
    case MendFailure::OtherLines:
        //: %1 is a file
        return tr("Other lines of %1, such as a quotation mark that is never closed, stand in the way. Mend those by "
                  "hand first. Nothing was changed.")
            .arg(file);
    case MendFailure::NothingToMend:
        if (mend.kind == MendKind::Gitignore)
            //: %1 is a file
            return tr("Git leaves %1 out already. There is nothing to change.").arg(file);
        return tr("This reads rightly already. There is nothing to change.");
    case MendFailure::NotSupported:
        return tr("On this system the program cannot do that safely. Follow the steps instead. Nothing was changed.");
    case MendFailure::ChangedMeanwhile:
        //: %1 is a file
        return tr("Another program has changed %1 meanwhile. Look at the change again. Nothing was changed here.")
            .arg(file);
    case MendFailure::DiskFull:
        return tr("The disk is full. Make room on it, and try again. Nothing was changed.");
    case MendFailure::Other:
        //: %1 is a file
        return tr("The system did not let %1 be written, and did not say why. Change it by hand. Nothing was changed.")
            .arg(file);
    }
    return {};
}

QString MendWords::undoFailure(MendFailure failure, const Preview &mend)
{
    const QString file = path(mend.file);
    if (failure == MendFailure::DiskFull)
        return tr("The disk is full. Make room on it, and try again. Nothing was changed.");
    if (failure == MendFailure::NotWritable)
        return MendWords::failure(failure, mend);
    if (mend.kind == MendKind::UserVariable)
        return tr("The variable was changed again since, so it stays as it is now.");
    if (mend.backup.isEmpty())
        //: %1 is a file
        return tr("%1 was changed again since, so it stays as it is now. Delete by hand what you do not want.")
            .arg(file);
    //: %1 is a file, %2 is a file's name
    return tr(
        "%1 or the old file, %2, was changed or moved since, so both stay as they are now. Compare them, and keep "
        "what you need.")
        .arg(file, nameOf(mend.backup));
}

QString MendWords::done(const Preview &mend)
{
    if (mend.kind == MendKind::UserVariable)
        //: %1 is the name of a variable
        return tr("%1 is set. Programs that you start from now on get it; close and open those that run.")
            .arg(mend.variable);
    if (mend.backup.isEmpty())
        //: %1 is a file
        return tr("%1 was written.").arg(path(mend.file));
    //: %1 is a file, %2 is a file's name
    return tr("%1 was changed. The old file is kept as %2.").arg(path(mend.file), nameOf(mend.backup));
}

QString MendWords::undone(const Preview &mend)
{
    if (mend.kind == MendKind::UserVariable)
        //: %1 is the name of a variable
        return tr("%1 is as it was before.").arg(mend.variable);
    if (mend.backup.isEmpty())
        //: %1 is a file
        return tr("%1 is gone again.").arg(path(mend.file));
    //: %1 is a file
    return tr("%1 is as it was before, byte for byte.").arg(path(mend.file));
}

} // namespace words
