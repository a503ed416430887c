// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/SourceWords.h"

#include "words/Count.h"
#include "words/FailureWords.h"
#include "words/Visible.h"

namespace words {

QString SourceWords::looking(qint64 files)
{
    if (files == 0)
        return tr("Looking for keys…");
    return tr("Looking for keys… %Ln file(s) so far.", nullptr, countOf(files));
}

QString SourceWords::nothingLookedForYet()
{
    return tr("Nothing was looked for yet.");
}

QString SourceWords::keysFound(qsizetype count)
{
    return tr("Keys were found in %Ln place(s).", nullptr, countOf(count));
}

QString SourceWords::noKeyFound()
{
    return tr("No key was found.");
}

QString SourceWords::searchStopped()
{
    return tr("The search was stopped. This is what it had found by then.");
}

QString SourceWords::shellSilent()
{
    return tr("The login shell did not answer, so what a new terminal would hold is not known.");
}

QString SourceWords::noProjectFolder()
{
    return tr("No project folder is chosen, so no project's files are looked at.");
}

QString SourceWords::whoWins(const QString &client)
{
    if (client.isEmpty())
        return tr("A program takes its key from the first of its places that is set. Choose the client on the page "
                  "before to see which one that is for your program.");
    //: %1 is the name of a program or library, such as LiteLLM
    return tr("A program with %1 that is started from here takes its key from the place that wins.").arg(client);
}

QString SourceWords::nothingDisagrees()
{
    return tr("Nothing disagrees.");
}

QString SourceWords::filesNotRead(qsizetype count)
{
    return tr("%Ln file(s) or folder(s) were not read", nullptr, countOf(count));
}

QString SourceWords::noKeyInKeychain()
{
    return tr("This program has saved no key in the keychain yet. The last step does that.");
}

QString SourceWords::keychainAsked()
{
    return tr("The keychain is being asked. It may ask you to unlock it.");
}

QString SourceWords::othersFound(qsizetype count)
{
    return tr(
        "%Ln key(s) of other programs were found. They stand in the list now; none was read.", nullptr, countOf(count));
}

QString SourceWords::noOthersFound()
{
    return tr("No entry of another program that names Cohere was found in the keychain.");
}

QString SourceWords::otherEntry(const keychain::OtherEntry &entry)
{
    if (entry.locked)
        //: An entry of the keychain: %1 is its name, %2 the program that saved it
        return tr("%1, saved by %2 (locked)").arg(visible(entry.name), visible(holderOf(entry)));
    //: An entry of the keychain: %1 is its name, %2 the program that saved it
    return tr("%1, saved by %2").arg(visible(entry.name), visible(holderOf(entry)));
}

QString SourceWords::holderOf(const keychain::OtherEntry &entry)
{
    //: Where it is not known which one saved a key in the keychain
    return entry.holder.isEmpty() ? tr("another program") : entry.holder;
}

QString SourceWords::deleteQuestion(const QString &name)
{
    //: %1 is the name of a key in the keychain
    return tr("Delete the key named %1 from the keychain? Press the button once more, and it is gone.").arg(name);
}

QString SourceWords::deleted(const QString &name)
{
    //: %1 is the name of a key in the keychain
    return tr("The key named %1 is no longer in the keychain.").arg(name);
}

QString SourceWords::keychainWorks()
{
    return tr("The keychain works: a made-up entry was written, read, compared and deleted.");
}

QString SourceWords::selfCheckFailed(const keychain::SelfCheckFailure &failure)
{
    using Step = keychain::SelfCheckFailure::Step;
    const QString why = FailureWords::sentence(failure.failure);
    switch (failure.step) {
    case Step::Write:
        //: %1 is a sentence that says why
        return tr("Nothing can be written into the keychain. %1").arg(why);
    case Step::Read:
        //: %1 is a sentence that says why
        return tr("What was written into the keychain cannot be read again. %1").arg(why);
    case Step::Compare:
        return tr("The keychain gave back something else than what was written. Do not keep a key in it.");
    case Step::Delete:
        //: %1 is a sentence that says why
        return tr("What was written into the keychain cannot be deleted. %1").arg(why);
    }
    return {};
}

} // namespace words
