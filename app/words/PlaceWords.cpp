// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/PlaceWords.h"

#include <QLocale>

namespace words {

namespace {

QString fileAndLine(const sources::Place &place)
{
    if (place.line == 0)
        return place.file;
    //: %1 is a file, %2 the number of a line
    return PlaceWords::tr("%1, line %2").arg(place.file).arg(place.line);
}

QString program(const sources::Place &place)
{
    if (!place.since.isValid())
        //: %1 is the name of a running program, %2 its process number
        return PlaceWords::tr("%1 (process %2)").arg(place.holder).arg(place.process);
    //: %1 is the name of a running program, %2 its process number, %3 date and time
    return PlaceWords::tr("%1 (process %2), running since %3")
        .arg(place.holder)
        .arg(place.process)
        .arg(QLocale().toString(place.since.toLocalTime(), QLocale::ShortFormat));
}

} // namespace

QString PlaceWords::where(const sources::Place &place)
{
    switch (place.kind) {
    case sources::PlaceKind::Paste:
    case sources::PlaceKind::StandardInput:
    case sources::PlaceKind::Clipboard:
    case sources::PlaceKind::Practice:
        return {};
    case sources::PlaceKind::Environment:
        return tr("this process");
    case sources::PlaceKind::LoginShell:
        //: %1 is the name of a shell, such as bash
        return tr("a new login shell (%1)").arg(place.holder);
    case sources::PlaceKind::RunningProgram:
        return program(place);
    case sources::PlaceKind::UserVariable:
        return tr("the system's variables of the user");
    case sources::PlaceKind::Keychain:
        //: %1 is the name of a program, such as python keyring
        return place.holder.isEmpty() ? tr("the keychain") : tr("the keychain, saved by %1").arg(place.holder);
    default:
        break;
    }
    if (place.holder.isEmpty())
        return fileAndLine(place);
    //: %1 is a file and a line, %2 is a part of that file, such as the name of a service
    return tr("%1 (%2)").arg(fileAndLine(place), place.holder);
}

QString PlaceWords::nameAndWhere(const sources::Place &place)
{
    const QString whole = where(place);
    if (place.name.isEmpty() || whole.isEmpty())
        return place.name + whole;
    //: %1 is the name of a variable, %2 the place where it stands
    return tr("%1 in %2").arg(place.name, whole);
}

QString PlaceWords::problem(const sources::PlaceFinding &finding)
{
    const QString here = nameAndWhere(finding.place);
    const QString there = finding.other ? nameAndWhere(*finding.other) : QString();
    switch (finding.problem) {
    case sources::PlaceProblem::OtherNameSet:
        //: %1 is a place, such as "CO_API_KEY in this process"
        return tr("%1 holds a key, but under a name that is not read.").arg(here);
    case sources::PlaceProblem::OtherPlaceDiffers:
        //: %1 and %2 are places, such as "CO_API_KEY in this process"
        return tr("%1 holds a different key than %2.").arg(here, there);
    case sources::PlaceProblem::EmptyVariableHides:
        //: %1 and %2 are places, such as "CO_API_KEY in this process"
        return tr("%1 is set to nothing, and hides %2 from some programs.").arg(here, there);
    case sources::PlaceProblem::OlderValue:
        //: %1 and %2 are places, such as "CO_API_KEY in this process"
        return tr("%1 still holds another value than %2.").arg(here, there);
    case sources::PlaceProblem::FileNotLoaded:
        //: %1 is a place, such as "CO_API_KEY in .env, line 3"
        return tr("%1 holds a key, and nothing has loaded that file.").arg(here);
    case sources::PlaceProblem::LineMisread:
        //: %1 is a place, such as "CO_API_KEY in .env, line 3"
        return tr("%1 means something else to its reader than it looks.").arg(here);
    case sources::PlaceProblem::ContainerOwnValue:
        //: %1 is a place, such as "CO_API_KEY in compose.yaml, line 3"
        return tr("%1 gives the container a value of its own.").arg(here);
    case sources::PlaceProblem::TrackedByGit:
        //: %1 is a place, such as "CO_API_KEY in .env, line 3"
        return tr("%1 is kept by git, so everybody with the repository has the key.").arg(here);
    }
    return {};
}

QString PlaceWords::skipped(const sources::SkippedFile &file)
{
    //: In each of these, %1 is the path of a file or of a folder
    switch (file.reason) {
    case sources::SkipReason::NotReadable:
        return tr("%1 was not read: there is no permission, or it went away.").arg(file.file);
    case sources::SkipReason::TooLarge:
        return tr("%1 was not read: it is too large to be a file with settings.").arg(file.file);
    case sources::SkipReason::HoldsNul:
        return tr("%1 was not read: it is not a text.").arg(file.file);
    case sources::SkipReason::LinkOutside:
        return tr("%1 was not followed: it is a link that leads out of the folder.").arg(file.file);
    case sources::SkipReason::LinkCircle:
        return tr("%1 was not followed: it is a link that leads back to itself.").arg(file.file);
    case sources::SkipReason::ChangedWhileRead:
        return tr("%1 was not read: it changed at that moment.").arg(file.file);
    case sources::SkipReason::TooMany:
        return tr("%1 was not read to its end: there are too many files.").arg(file.file);
    }
    return {};
}

} // namespace words
