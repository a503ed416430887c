// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/KeychainWords.h"

#include "words/FailureWords.h"
#include "words/Visible.h"

namespace words {

using keychain::SelfCheckFailure;

QString KeychainWords::noKeychainVerb()
{
    return tr("Say what to do with the keychain: rerank-key keychain save, list, delete or check.");
}

QString KeychainWords::nameMissing()
{
    return tr("Say which key to delete: rerank-key keychain delete NAME (rerank-key keychain list prints the names).");
}

QString KeychainWords::nameUnusable()
{
    return tr("A key's name is one line of text, with something in it. Type for example: cohere");
}

QString KeychainWords::runWithoutKeychain()
{
    return tr("Say which key of the keychain the program gets: rerank-key run --keychain NAME -- PROGRAM");
}

QString KeychainWords::runWithoutProgram()
{
    return tr("Say which program to start, behind two dashes: rerank-key run --keychain NAME -- PROGRAM");
}

QString KeychainWords::saved(const QString &name)
{
    //: %1 is the name that the user gave the key
    return tr("The key was saved in the keychain as “%1”.").arg(name);
}

QString KeychainWords::savedCleaned(qsizetype removedCount)
{
    //: Follows sentences that each name one thing found in the key
    return tr(
        "It was saved without the %n thing(s) that do not belong to it.", nullptr, static_cast<int>(removedCount));
}

QString KeychainWords::savedWithFindings()
{
    return tr("It was saved as it is, with all that was found.");
}

QString KeychainWords::nothingToSave()
{
    return tr("No key came on standard input, so nothing was saved.");
}

QString KeychainWords::cannotBeCleaned()
{
    return tr("Nobody can know what belongs there, so nothing was saved. Copy the key again. To save these characters "
              "as they are, add --as-is.");
}

QString KeychainWords::otherEntry(const keychain::OtherEntry &entry)
{
    const QString label = visible(entry.label.isEmpty() ? entry.name : entry.label);
    if (entry.holder.isEmpty()) {
        //: %1 is the label of a keychain's entry
        return entry.locked ? tr("%1 (locked)").arg(label) : label;
    }
    if (entry.locked) {
        //: %1 is the label of a keychain's entry, %2 the program or service that saved it
        return tr("%1 (kept by %2, locked)").arg(label, visible(entry.holder));
    }
    //: %1 is the label of a keychain's entry, %2 the program or service that saved it
    return tr("%1 (kept by %2)").arg(label, visible(entry.holder));
}

QString KeychainWords::otherEntriesHeading()
{
    return tr("Other programs keep in the same keychain:");
}

QString KeychainWords::nothingKept()
{
    return tr("No key is kept here yet. To save one: rerank-key keychain save");
}

QString KeychainWords::deleted(const QString &name)
{
    return tr("The key “%1” was deleted from the keychain.").arg(name);
}

QString KeychainWords::selfCheckPassed()
{
    return tr("The keychain works: an entry was written, read, compared and deleted.");
}

QString KeychainWords::selfCheckFailed(const SelfCheckFailure &failure)
{
    const QString reason = FailureWords::sentence(failure.failure);
    switch (failure.step) {
    case SelfCheckFailure::Step::Write:
        //: %1 is a whole sentence that says why
        return tr("An entry could not be written. %1").arg(reason);
    case SelfCheckFailure::Step::Read:
        //: %1 is a whole sentence that says why
        return tr("An entry was written, but could not be read. %1").arg(reason);
    case SelfCheckFailure::Step::Compare:
        return tr("The keychain gave back something else than was written. Restart it, and try again.");
    case SelfCheckFailure::Step::Delete:
        //: %1 is a whole sentence that says why
        return tr("An entry was written and read, but could not be deleted. %1").arg(reason);
    }
    return {};
}

QString KeychainWords::nothingStarted()
{
    return tr("So nothing was started. To see all of it: rerank-key check --keychain NAME");
}

QString KeychainWords::startWithoutCheck()
{
    return tr("The key could not be tested to the end. To start the program without this test, add --no-check.");
}

QString KeychainWords::programNotFound(const QString &program)
{
    return tr("There is no program %1. See whether its name is right, and whether it is in a folder of PATH.")
        .arg(program);
}

QString KeychainWords::programNotRunnable(const QString &program)
{
    return tr("%1 was found, but cannot be run. See whether it is a program, and whether you may run it.").arg(program);
}

QString KeychainWords::keyNotForVariable()
{
    return tr("There is no usable key under that name, so nothing was started. Save it again: rerank-key keychain save "
              "NAME");
}

} // namespace words
