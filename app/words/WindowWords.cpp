// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/WindowWords.h"

#include "words/Count.h"

namespace words {

namespace {

QString nameOf(diagnosis::Shell shell)
{
    switch (shell) {
    case diagnosis::Shell::Bash:
        return QStringLiteral("bash");
    case diagnosis::Shell::Zsh:
        return QStringLiteral("zsh");
    case diagnosis::Shell::Fish:
        return QStringLiteral("fish");
    case diagnosis::Shell::PowerShell:
        return QStringLiteral("PowerShell");
    case diagnosis::Shell::Cmd:
        //: The program of Windows in which commands are typed, in the midst of a sentence
        return WindowWords::tr("the Command Prompt");
    }
    return {};
}

} // namespace

QString WindowWords::programSummary()
{
    return tr("Finds out why a Cohere rerank call fails with 401, and leads to the fix.");
}

QString WindowWords::practiceOption()
{
    return tr("Use the practice endpoint on this computer; nothing leaves it.");
}

QString WindowWords::projectOption()
{
    //: DIR is the placeholder in the usage line
    return tr("The folder of the project whose call fails.");
}

QString WindowWords::noKeyAsArgument()
{
    return tr("A key is never taken from an argument, since other programs can read arguments: "
              "start rerank-key-doctor without it and paste the key there.");
}

QString WindowWords::argumentsNotUnderstood()
{
    return tr("An option is not known or lacks its value: type rerank-key-doctor --help for those that are.");
}

QString WindowWords::noSuchFolder()
{
    return tr("The folder given with --project does not exist: type the path of an existing one.");
}

QString WindowWords::pasteHint()
{
    return tr("Paste the key that your program uses, exactly as it stands there. "
              "Nothing is sent before you press “Test key”.");
}

QString WindowWords::noKeyAtHand()
{
    //: Rich text: keep the link as it is. "Key" is an API key, a kind of password for programs.
    return tr("Show what your program prints, or answer questions. To make a new key, sign in at "
              "<a href=\"https://dashboard.cohere.com/api-keys\">dashboard.cohere.com/api-keys</a>, "
              "copy it there, and choose “Paste”. A trial key is enough for a test.");
}

QString WindowWords::keyTaken(const QString &place)
{
    //: %1 is a place, such as "CO_API_KEY in this process"
    return tr("The key was taken from here: %1.").arg(place);
}

QString WindowWords::tooLongForAKey()
{
    return tr("That text is far too long for a key, so it was not taken. Copy the key alone.");
}

QString WindowWords::moreFindings(qsizetype count)
{
    //: %1 is a number of findings
    return tr("There are more of them than are shown here. Not shown: %1.").arg(count);
}

QString WindowWords::practice(const QString &baseUrl)
{
    //: %1 is an address on this computer, such as http://127.0.0.1:41234
    return tr("Practice: the test asks %1 on this computer, and the practice keys are made up.").arg(baseUrl);
}

QString WindowWords::projectFolder(const QString &folder)
{
    //: %1 is a folder
    return tr("Project: %1").arg(folder);
}

QString WindowWords::headerHelp()
{
    //: Keep {key} as it is
    return tr("The header that carries the key, with {key} in its place. A gateway may want another one, such as "
              "X-API-Key: {key}.");
}

QString WindowWords::proxyHelp()
{
    return tr("The system says it by the variables HTTPS_PROXY and NO_PROXY, or in its settings.");
}

QString WindowWords::proxyLoginHelp()
{
    return tr("The login is for tests in this window alone: it is not saved, and shown nowhere else. Leave it empty "
              "where the proxy asks for none.");
}

QString WindowWords::authorityHelp()
{
    return tr("A PEM file with an authority of your own network, which is trusted beside those of the system. Leave "
              "it empty where there is none.");
}

QString WindowWords::cleaned()
{
    return tr("This is the key before and after cleaning. The dirty copy still stands where you took it from.");
}

QString WindowWords::cleanedNotTested()
{
    return tr("The key was cleaned. Test it again to see whether that was all.");
}

QString WindowWords::testing()
{
    return tr("The key is being tested.");
}

QString WindowWords::beingTried()
{
    //: The state of one check of a test, beside "passed" and "failed"
    return tr("being tried");
}

QString WindowWords::lookElsewhere()
{
    //: Stands in a list of what a test tries
    return tr("Look for other keys on this computer");
}

QString WindowWords::cancelled()
{
    return tr("The test was cancelled. It says nothing about the key.");
}

QString WindowWords::afterItWorks()
{
    return tr("Next, keep the key where it is safe, and where your program finds it.");
}

QString WindowWords::sent()
{
    //: The title of a request
    return tr("Sent");
}

QString WindowWords::received()
{
    //: The title of a reply
    return tr("Received");
}

QString WindowWords::chooseALine()
{
    return tr("Choose a line above to see what was sent, and what came back.");
}

QString WindowWords::exchangeComes()
{
    return tr("What was sent and what came back is shown here as soon as this has ended.");
}

QString WindowWords::nothingSent()
{
    return tr("No request was sent for this, and so no key.");
}

QString WindowWords::noExchangeSeen()
{
    return tr("This was not tried to its end, so there is nothing to show.");
}

QString WindowWords::curlCopied(const QString &variable, diagnosis::Shell shell)
{
    //: %1 is the name of an environment variable, %2 of a shell, such as bash
    return tr("The command for %2 was copied. It takes the key from the variable %1 as it stands there, so the key "
              "itself is not in the clipboard.")
        .arg(variable, nameOf(shell));
}

QString WindowWords::curlCopiedWithoutKey(diagnosis::Shell shell)
{
    //: %1 is the name of a shell, such as bash
    return tr("The command for %1 was copied. This call was made without a key, and the command makes it so too.")
        .arg(nameOf(shell));
}

QString WindowWords::exchangeCopied()
{
    return tr("What was sent and received was copied. {key} stands in the key's place.");
}

QString WindowWords::causesIntroduction()
{
    return tr("These are the causes that fit what was seen, most likely first.");
}

QString WindowWords::noCauses()
{
    return tr("Nothing that was seen points to a cause. Test the key first, or once more.");
}

QString WindowWords::causesUsedUp()
{
    return tr("That was the last cause on the list. Change one thing at a time and test again, "
              "or ask Cohere at support@cohere.com.");
}

QString WindowWords::mendPreparing()
{
    return tr("The change is being worked out.");
}

QString WindowWords::mendChanging()
{
    return tr("The change is being made.");
}

QString WindowWords::mendGoingBack()
{
    return tr("The change is being taken back.");
}

QString WindowWords::mendReading()
{
    return tr("The key is being read again, as programs now read it.");
}

QString WindowWords::mendUnread()
{
    return tr("The key was not found when this place was read again, so it was not tested.");
}

QString WindowWords::mendTesting()
{
    return tr("The key that now stands there is being tested.");
}

QString WindowWords::mendProved()
{
    return tr("The key that now stands there was tested: it works, so this is fixed.");
}

QString WindowWords::mendNotProved()
{
    return tr("The key that now stands there was tested, and it does not work yet.");
}

QString WindowWords::keepSafeIntroduction()
{
    //: The keychain is the store for passwords of the operating system
    return tr("The keychain of this computer keeps the key encrypted, so that it need not stand in a file.");
}

QString WindowWords::keyStillDirty()
{
    return tr("Save it like this, and the keychain gives back the same characters. Clean the key first.");
}

QString WindowWords::keyNotProven()
{
    return tr("This key has not been tested as it stands here, or the test did not say that it works.");
}

QString WindowWords::keySaved(const QString &name)
{
    //: %1 is the name under which the key was saved
    return tr("The key is in the keychain, under the name %1.").arg(name);
}

QString WindowWords::replaceQuestion(const QString &name)
{
    //: %1 is the name of a key in the keychain
    return tr(
        "There is already a key named %1 in the keychain. Replace it? Press the button once more, or type another "
        "name.")
        .arg(name);
}

QString WindowWords::runProgram()
{
    return tr("Start your program like this: the key is tested, and goes to this program alone.");
}

QString WindowWords::readIntoVariable(const QString &variable)
{
    //: %1 is the name of a variable, such as CO_API_KEY
    return tr("Or read the key into %1, for all that you start from this terminal.").arg(variable);
}

QString WindowWords::runProgramAlone()
{
    return tr("Windows has no command that reads a key out of the keychain, so the line above is the way.");
}

QString WindowWords::deleteCopies()
{
    return tr("Delete the copies that you no longer need: files, notes, chat messages.");
}

} // namespace words
