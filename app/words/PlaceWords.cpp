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

} // namespace words
