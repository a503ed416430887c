// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/CommandWords.h"

namespace words {

QString CommandWords::noVerb()
{
    return tr("Say what to do, such as: rerank-key check --stdin (rerank-key --help lists everything).");
}

QString CommandWords::unknownVerb()
{
    return tr("This is no command of rerank-key. Type rerank-key --help for the list, and never a key as an argument.");
}

QString CommandWords::unknownOption(const QString &verb)
{
    return tr("There is an option here that %1 does not know. Type rerank-key %1 --help for the list.").arg(verb);
}

QString CommandWords::optionWithoutValue(const QString &verb)
{
    return tr("An option here lacks its value, or has one that it does not take. Type rerank-key %1 --help for the "
              "list.")
        .arg(verb);
}

QString CommandWords::optionTwice(const QString &option)
{
    return tr("The option --%1 is given twice. Give it once.").arg(option);
}

QString CommandWords::argumentRefused(const QString &verb)
{
    return tr("A key is never taken as an argument, since every program on this computer can read it there. Type: "
              "rerank-key %1 --stdin")
        .arg(verb);
}

QString CommandWords::keyAsOptionValue(const QString &option)
{
    return tr("What stands behind --%1 looks like a key, and a key is never taken as an argument. Use --stdin, and "
              "paste the key there.")
        .arg(option);
}

QString CommandWords::keyAsName(const QString &verb)
{
    return tr(
        "What stands there looks like a key, and a key is never taken as an argument. Type a name of your choice, "
        "such as: rerank-key %1 cohere")
        .arg(verb);
}

QString CommandWords::oneNameOnly(const QString &verb)
{
    return tr("There is more than one name. Type one, in quotes where it has blanks, such as: rerank-key %1 cohere")
        .arg(verb);
}

QString CommandWords::keyAsFile(const QString &verb)
{
    return tr(
        "What stands there looks like a key, and a key is never taken as an argument. Type the name of a file, such "
        "as: rerank-key %1 error.log")
        .arg(verb);
}

QString CommandWords::oneFileOnly(const QString &verb)
{
    return tr("There is more than one file. Type one, in quotes where its name has blanks, such as: rerank-key %1 "
              "error.log")
        .arg(verb);
}

QString CommandWords::notAVariableName()
{
    return tr("What stands behind --env is not the name of a variable. Type for example: --env CO_API_KEY");
}

QString CommandWords::oneSourceOnly()
{
    return tr("Choose one place to take the key from: --stdin, --env, --env-file, --keychain or --clipboard.");
}

QString CommandWords::unknownClient(const QStringList &ids)
{
    return tr("This client is not known. Choose one of: %1").arg(ids.join(QLatin1String(", ")));
}

QString CommandWords::unknownSystem(const QStringList &ids)
{
    return tr("This system is not known. Choose one of: %1").arg(ids.join(QLatin1String(", ")));
}

QString CommandWords::wrongProxy()
{
    return tr("This is not a proxy. Type --proxy system, --proxy none, or one such as --proxy http://HOST:PORT");
}

QString CommandWords::wrongTimeout()
{
    return tr("The time is a number of seconds from 0.1 to 3600. Type for example: --timeout 15");
}

QString CommandWords::practiceOrUrl()
{
    return tr("Choose one of --practice and --url: the practice endpoint has an address of its own.");
}

QString CommandWords::wrongPort()
{
    return tr("A port is a number from 1 to 65535. Type for example: --port 8080");
}

QString CommandWords::pasteTheKey()
{
    return tr("Paste the key and press Enter (it is not shown):");
}

QString CommandWords::standardInputTooLarge()
{
    return tr("Standard input holds far more than a key. See whether the right file is piped in.");
}

QString CommandWords::noClipboard()
{
    return tr("The clipboard could not be read. On Linux it takes wl-paste, xclip or xsel. Or use --stdin, and paste "
              "the key there.");
}

QString CommandWords::probeLine(const QString &name, const QString &outcome, const QString &detail)
{
    //: %1 is what was tried, %2 is "passed", "failed" or "not tried", %3 is a sentence
    return tr("%1: %2. %3").arg(name, outcome, detail);
}

QString CommandWords::searchingElsewhere()
{
    return tr("Looking for other keys on this computer…");
}

QString CommandWords::causeLine(int number, const QString &title, const QString &status)
{
    //: %1 is a number, %2 is the title of a cause, %3 is "confirmed", "likely", "possible" or "ruled out"
    return tr("%1. %2 (%3)").arg(number).arg(title, status);
}

QString CommandWords::howToFix()
{
    return tr("How to fix it:");
}

QString CommandWords::youShouldSee(const QString &expectation)
{
    //: %1 is a sentence about what is to be seen after a step, such as "A number, usually 40."
    return tr("You should see: %1").arg(expectation);
}

QString CommandWords::sameCallWithCurl(const QString &variable)
{
    //: %1 is the name of a variable, such as CO_API_KEY
    return tr("The same call with curl, which takes the key from the variable %1:").arg(variable);
}

QString CommandWords::keyLine(const inspect::Inspection &inspection)
{
    if (!inspection.present)
        return {};
    //: %1 is a masked key, %2 is its fingerprint
    return tr("Key %1, %n character(s), fingerprint %2", nullptr, static_cast<int>(inspection.length))
        .arg(inspection.masked, inspection.fingerprint);
}

QString CommandWords::moreFindings(qsizetype count)
{
    return tr("%n more place(s) were found and are not listed.", nullptr, static_cast<int>(count));
}

} // namespace words
