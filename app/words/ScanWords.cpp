// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ScanWords.h"

#include "check/ScanDiagnosis.h"
#include "sources/Clients.h"
#include "words/PlaceWords.h"

namespace words {

QString ScanWords::verbSummary()
{
    return tr("list every place on this computer where a key is found, and which one wins");
}

QString ScanWords::synopsis()
{
    return tr("Usage: rerank-key scan [--project DIR] [--client ID] [--system ID] [--json]");
}

QString ScanWords::description()
{
    return tr(
        "Looks for keys in the variables of this terminal, in those of a new one and of your running programs, in\n"
        "the files of your shell and of the project's folder, and among the names in the keychain. Shows which\n"
        "place wins and what disagrees, and never a key. Touches no network.\n"
        "Ends with 0, or with 1 where places conflict or what wins could not work.");
}

QString ScanWords::projectOption()
{
    return tr("The folder of the project. Without it: the folder that you are in, unless it is your home.");
}

QString ScanWords::noSuchFolder()
{
    return tr("The folder given with --project is not there, or may not be read. Type the path of an existing one.");
}

QString ScanWords::searching(const QString &folder)
{
    if (folder.isEmpty())
        return tr("Looking for keys on this computer…");
    //: %1 is the path of a folder
    return tr("Looking for keys on this computer and in %1…").arg(folder);
}

QString ScanWords::filesSoFar(qint64 files)
{
    return tr("%n file(s) so far", nullptr, static_cast<int>(files));
}

QString ScanWords::summary(const check::CheckResult &scan, const sources::Client *client)
{
    const sources::Place &winner = scan.evidence.source;
    if (!winner.present) {
        QString nothing = tr("A program started here finds no key.");
        if (client == nullptr || client->whenNothingIsSet.isEmpty() || winner.set)
            return nothing;
        //: %1 is the name of a program or library, %2 its own error message, in English
        return nothing + QLatin1Char(' ') + tr("%1 then says: “%2”").arg(client->name, client->whenNothingIsSet);
    }
    //: %1 is a place, such as "CO_API_KEY in this process"
    const QString wins = winner.kind == sources::PlaceKind::EnvFile
        ? tr("A program started here that loads the file takes its key from %1.").arg(PlaceWords::nameAndWhere(winner))
        : tr("A program started here takes its key from %1.").arg(PlaceWords::nameAndWhere(winner));
    return check::needsAttention(scan) ? wins : wins + QLatin1Char(' ') + tr("Nothing disagrees.");
}

QString ScanWords::replaceThatKey()
{
    return tr("Make a new key, keep it out of the repository, and delete the old one: what git has kept once stays in "
              "its history.");
}

QString ScanWords::notRead()
{
    return tr("Not read:");
}

QString ScanWords::moreNotRead(std::size_t count)
{
    return tr("and %n more; --json lists all of them.", nullptr, static_cast<int>(count));
}

QString ScanWords::noShellAnswer()
{
    return tr("What a new terminal would get is not known: the login shell did not tell its variables in time.");
}

} // namespace words
