// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/PlaceTableWords.h"

#include "sources/Clients.h"
#include "words/PlaceWords.h"
#include "words/Visible.h"

namespace words {

namespace {

QString readBySentence(const sources::Place &place, const sources::Client *client)
{
    if (client != nullptr) {
        //: %1 is the name of a program or library, such as LiteLLM
        return place.readBy.contains(client->id) ? PlaceTableWords::tr("read by %1").arg(client->name)
                                                 : PlaceTableWords::tr("not read by %1").arg(client->name);
    }
    if (place.readBy.isEmpty())
        return PlaceTableWords::tr("read by no known client");
    //: %1 is a list of programs, such as "cohere-python and 9 more"
    return PlaceTableWords::tr("read by %1").arg(PlaceTableWords::readBy(place, nullptr).join(QLatin1Char(' ')));
}

} // namespace

QString PlaceTableWords::standing(sources::Standing standing)
{
    switch (standing) {
    case sources::Standing::Wins:
        //: A program takes its key from this place
        return tr("wins");
    case sources::Standing::Hidden:
        //: A program would take its key from this place, but another one comes first
        return tr("hidden");
    case sources::Standing::Apart:
        break;
    }
    return QStringLiteral("–");
}

QString PlaceTableWords::standingSentence(sources::Standing standing)
{
    switch (standing) {
    case sources::Standing::Wins:
        return tr("A program that is started here takes its key from this place.");
    case sources::Standing::Hidden:
        return tr("A program that is started here would read this place, but another one comes first.");
    case sources::Standing::Apart:
        break;
    }
    return tr("A program that is started here does not read this place.");
}

QStringList PlaceTableWords::where(const sources::Place &place, const QString &projectFolder)
{
    if (place.kind == sources::PlaceKind::RunningProgram) {
        //: %1 is the number of a running program
        QStringList lines{visible(place.holder), tr("process %1").arg(place.process)};
        if (place.since.isValid())
            //: %1 is date and time: a program was started then
            lines.append(tr("since %1").arg(place.since.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
        return lines;
    }
    if (place.file.isEmpty())
        return {PlaceWords::where(place)};
    const bool isWithin = !projectFolder.isEmpty() && place.file.startsWith(projectFolder + QLatin1Char('/'));
    QStringList lines{visible(isWithin ? place.file.mid(projectFolder.size() + 1) : place.file)};
    if (place.line > 0 && !place.holder.isEmpty())
        //: %1 is the number of a line in a file, %2 is a part of that file, such as the name of a service
        lines.append(tr("line %1 (%2)").arg(QString::number(place.line), visible(place.holder)));
    else if (place.line > 0)
        //: %1 is the number of a line in a file
        lines.append(tr("line %1").arg(place.line));
    else if (!place.holder.isEmpty())
        lines.append(visible(place.holder));
    return lines;
}

QString PlaceTableWords::state(const sources::Place &place)
{
    if (place.reference)
        //: The value of this variable is taken from another variable
        return tr("taken from elsewhere");
    if (place.kind == sources::PlaceKind::Keychain && place.fingerprint.isEmpty())
        return tr("not read yet");
    if (!place.set)
        //: Of a variable
        return tr("not set");
    if (place.length == 0)
        //: Of a variable that is set to nothing
        return tr("empty");
    return tr("%n character(s)", nullptr, static_cast<int>(place.length));
}

QString PlaceTableWords::finding(inspect::FindingKind kind)
{
    switch (kind) {
    case inspect::FindingKind::KeyMissing:
        return tr("no key");
    case inspect::FindingKind::HiddenCharacters:
        return tr("hidden characters");
    case inspect::FindingKind::LookalikeCharacters:
        return tr("look-alike letters");
    case inspect::FindingKind::WrappedKey:
        //: Quotes, a name or other text stand around the key
        return tr("more than the key");
    case inspect::FindingKind::PlaceholderKey:
        //: A value such as YOUR_API_KEY
        return tr("an example value");
    case inspect::FindingKind::OtherServiceKey:
        return tr("another service's key");
    case inspect::FindingKind::UnusualShape:
        return tr("unusual form");
    }
    return {};
}

QStringList PlaceTableWords::oddities(const sources::Place &place)
{
    QStringList words;
    for (const inspect::FindingKind kind : place.findings) {
        if (kind != inspect::FindingKind::KeyMissing) // the state says it
            words.append(finding(kind));
    }
    if (place.tracked)
        //: The file is in a git repository, so everybody with the repository has the key
        words.append(tr("kept by git"));
    return words;
}

QStringList PlaceTableWords::readBy(const sources::Place &place, const sources::Client *client)
{
    if (client != nullptr)
        //: Whether the chosen client reads a variable
        return {place.readBy.contains(client->id) ? tr("yes") : tr("no")};
    if (place.readBy.isEmpty())
        return {QStringLiteral("–")};
    QStringList lines{place.readBy.constFirst()};
    if (place.readBy.size() == 2)
        lines.append(place.readBy.constLast());
    else if (place.readBy.size() > 2)
        //: Behind the name of one client
        lines.append(tr("and %n more", nullptr, static_cast<int>(place.readBy.size()) - 1));
    return lines;
}

QStringList PlaceTableWords::readers(const sources::Place &place)
{
    QStringList names;
    for (const QString &id : place.readBy) {
        const sources::Client *client = sources::findClient(id);
        names.append(client == nullptr ? id : client->name);
    }
    return names;
}

QString PlaceTableWords::detail(const sources::Place &place, const sources::Client *client)
{
    QStringList parts{state(place)};
    if (!place.fingerprint.isEmpty())
        //: %1 is eight hexadecimal digits that stand for a key: "9c1f-42ab"
        parts.append(tr("fingerprint %1").arg(place.fingerprint));
    parts.append(oddities(place));
    parts.append(readBySentence(place, client));
    return parts.join(QLatin1String(", "));
}

QString PlaceTableWords::row(const sources::Place &place, const sources::Client *client)
{
    QStringList parts{PlaceWords::nameAndWhere(place), detail(place, client)};
    if (place.standing != sources::Standing::Apart)
        parts.append(standing(place.standing));
    return parts.join(QLatin1String(", "));
}

QString PlaceTableWords::placeHeader()
{
    return tr("Place");
}

QString PlaceTableWords::stateHeader()
{
    return tr("What stands there");
}

QString PlaceTableWords::readByHeader(const sources::Client *client)
{
    //: Header of a column of yes and no: whether the chosen client reads a variable
    return client != nullptr ? tr("Is read") : tr("Read by");
}

QString PlaceTableWords::standingHeader()
{
    return tr("Who wins");
}

} // namespace words
