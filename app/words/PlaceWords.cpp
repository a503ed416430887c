// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/PlaceWords.h"

#include "sources/envfile/EnvLoaders.h"
#include "words/Visible.h"

#include <QLocale>

namespace words {

namespace {

QString fileAndLine(const sources::Place &place)
{
    if (place.line == 0)
        return visible(place.file);
    //: %1 is a file, %2 the number of a line
    return PlaceWords::tr("%1, line %2").arg(visible(place.file), QString::number(place.line));
}

QString program(const sources::Place &place)
{
    if (!place.since.isValid())
        //: %1 is the name of a running program, %2 its process number
        return PlaceWords::tr("%1 (process %2)").arg(visible(place.holder), QString::number(place.process));
    //: %1 is the name of a running program, %2 its process number, %3 date and time
    return PlaceWords::tr("%1 (process %2), running since %3")
        .arg(visible(place.holder), QString::number(place.process),
            QLocale().toString(place.since.toLocalTime(), QLocale::ShortFormat));
}

QString startedFrom(const sources::Place &place)
{
    //: %1 is the name of a program, such as bash, %2 date and time
    return PlaceWords::tr("this process, started from %1, which runs since %2")
        .arg(visible(place.holder), QLocale().toString(place.since.toLocalTime(), QLocale::ShortFormat));
}

QString givenByHand(sources::PlaceKind kind)
{
    switch (kind) {
    case sources::PlaceKind::StandardInput:
        return PlaceWords::tr("the key from standard input");
    case sources::PlaceKind::Clipboard:
        return PlaceWords::tr("the key from the clipboard");
    case sources::PlaceKind::Practice:
        return PlaceWords::tr("the practice key");
    default:
        return PlaceWords::tr("the pasted key");
    }
}

} // namespace

QString PlaceWords::loader(sources::EnvLoader loader)
{
    switch (loader) {
    case sources::EnvLoader::PythonDotenv:
        return QStringLiteral("python-dotenv");
    case sources::EnvLoader::Node:
        return QStringLiteral("node --env-file");
    case sources::EnvLoader::Bash:
        return QStringLiteral("bash");
    case sources::EnvLoader::Compose:
        return QStringLiteral("docker compose");
    case sources::EnvLoader::DockerRun:
        return QStringLiteral("docker run --env-file");
    }
    return {};
}

QString PlaceWords::where(const sources::Place &place)
{
    switch (place.kind) {
    case sources::PlaceKind::Paste:
    case sources::PlaceKind::StandardInput:
    case sources::PlaceKind::Clipboard:
    case sources::PlaceKind::Practice:
        return {};
    case sources::PlaceKind::Environment:
        return place.holder.isEmpty() ? tr("this process") : startedFrom(place);
    case sources::PlaceKind::LoginShell:
        //: %1 is the name of a shell, such as bash
        return tr("a new login shell (%1)").arg(visible(place.holder));
    case sources::PlaceKind::RunningProgram:
        return program(place);
    case sources::PlaceKind::UserVariable:
        return tr("the system's variables of the user");
    case sources::PlaceKind::Keychain:
        //: %1 is the name of a program, such as python keyring
        return place.holder.isEmpty() ? tr("the keychain") : tr("the keychain, saved by %1").arg(visible(place.holder));
    default:
        break;
    }
    if (place.holder.isEmpty())
        return fileAndLine(place);
    //: %1 is a file and a line, %2 is a part of that file, such as the name of a service
    return tr("%1 (%2)").arg(fileAndLine(place), visible(place.holder));
}

QString PlaceWords::nameAndWhere(const sources::Place &place)
{
    QString there = where(place);
    if (there.isEmpty())
        return givenByHand(place.kind);
    if (place.name.isEmpty())
        return there;
    //: %1 is the name of a variable, %2 the place where it stands
    return tr("%1 in %2").arg(visible(place.name), there);
}

namespace {

/// "CO_API_KEY in .env, line 3 (key 51d0-77be)"
QString withFingerprint(const sources::Place &place)
{
    if (place.fingerprint.isEmpty())
        return PlaceWords::nameAndWhere(place);
    //: %1 is a place, such as "CO_API_KEY in .env, line 3", %2 the fingerprint of the key there, such as 9c1f-42ab
    return PlaceWords::tr("%1 (key %2)").arg(PlaceWords::nameAndWhere(place), place.fingerprint);
}

QString olderValue(const sources::Place &older, const sources::Place &newer)
{
    if (!older.present) {
        //: %1 and %2 are places, such as "CO_API_KEY in this process"
        return PlaceWords::tr("%1 holds nothing, and %2 holds a key: what is started from a new terminal gets it.")
            .arg(PlaceWords::nameAndWhere(older), withFingerprint(newer));
    }
    //: %1 and %2 are places and keys, such as "CO_API_KEY in this process (key 9c1f-42ab)"
    return PlaceWords::tr("%1 was there before %2 was written, and still holds the older key.")
        .arg(withFingerprint(older), withFingerprint(newer));
}

QString ownValueOfContainer(const sources::Place &place)
{
    if (!place.present) {
        //: %1 is a place, such as "CO_API_KEY in compose.yaml, line 3"
        return PlaceWords::tr("%1 gives the container nothing, since no value is known for it here.")
            .arg(PlaceWords::nameAndWhere(place));
    }
    //: %1 is a place and a key, such as "CO_API_KEY in compose.yaml, line 3 (key 9c1f-42ab)"
    return PlaceWords::tr("%1 gives the container a value of its own.").arg(withFingerprint(place));
}

QString misreadLine(const sources::Place &place)
{
    QStringList loaders;
    for (const sources::EnvLoader loader : sources::misreadBy(place))
        loaders.append(PlaceWords::loader(loader));
    if (loaders.isEmpty()) {
        //: %1 is a place, such as "CO_API_KEY in .env, line 3"
        return PlaceWords::tr("%1 means something else to its reader than it looks.")
            .arg(PlaceWords::nameAndWhere(place));
    }
    //: %1 is a place, such as "CO_API_KEY in .env, line 3", %2 a list of programs, such as "bash, node --env-file"
    return PlaceWords::tr("%1 gives another value than it looks, or none, to: %2.")
        .arg(PlaceWords::nameAndWhere(place), QLocale().createSeparatedList(loaders));
}

} // namespace

QString PlaceWords::problem(const sources::PlaceFinding &finding)
{
    const sources::Place other = finding.other.value_or(sources::Place{});
    const QString here = nameAndWhere(finding.place);
    switch (finding.problem) {
    case sources::PlaceProblem::OtherNameSet:
        //: %1 is a place, such as "COHERE_API_KEY in this process", %2 the name of a variable
        return tr("%1 holds a key, but the client reads %2.").arg(withFingerprint(finding.place), other.name);
    case sources::PlaceProblem::OtherPlaceDiffers:
        //: %1 and %2 are places and keys, such as "CO_API_KEY in this process (key 9c1f-42ab)"
        return tr("%1 and %2 hold different keys.").arg(withFingerprint(finding.place), withFingerprint(other));
    case sources::PlaceProblem::EmptyVariableHides:
        //: %1 and %2 are places, such as "CO_API_KEY in this process"
        return tr("%1 is set to nothing, and hides %2 from some programs.").arg(here, withFingerprint(other));
    case sources::PlaceProblem::OlderValue:
        return olderValue(finding.place, other);
    case sources::PlaceProblem::NearlySame:
        //: %1 is a place and a key, such as "CO_API_KEY in .env, line 3 (key 9c1f-42ab)"
        return tr("%1 is nearly the same key.").arg(withFingerprint(other));
    case sources::PlaceProblem::FileNotLoaded:
        //: %1 is a place and a key, such as "CO_API_KEY in .env, line 3 (key 9c1f-42ab)"
        return tr("%1 is there, but nothing has loaded that file.").arg(withFingerprint(finding.place));
    case sources::PlaceProblem::LineMisread:
        return misreadLine(finding.place);
    case sources::PlaceProblem::ContainerOwnValue:
        return ownValueOfContainer(finding.place);
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
        return tr("%1 was not read: there is no permission, or it went away.").arg(visible(file.file));
    case sources::SkipReason::TooLarge:
        return tr("%1 was not read: it is too large to be a file with settings.").arg(visible(file.file));
    case sources::SkipReason::HoldsNul:
        return tr("%1 was not read: it is not a text.").arg(visible(file.file));
    case sources::SkipReason::LinkOutside:
        return tr("%1 was not followed: it is a link that leads out of the folder.").arg(visible(file.file));
    case sources::SkipReason::LinkCircle:
        return tr("%1 was not followed: it is a link that leads back to itself.").arg(visible(file.file));
    case sources::SkipReason::ChangedWhileRead:
        return tr("%1 was not read: it changed at that moment.").arg(visible(file.file));
    case sources::SkipReason::TooMany:
        return tr("%1 was not read to its end: there are too many files.").arg(visible(file.file));
    }
    return {};
}

} // namespace words
