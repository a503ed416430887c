// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of --help. See KeychainWords.h.
#include "words/KeychainWords.h"

namespace words {

QString KeychainWords::keychainSummary()
{
    return tr("keep keys in the system's keychain");
}

QString KeychainWords::keychainHelp()
{
    return tr(
        "Usage: rerank-key keychain save|list|delete|check [NAME]\n\n"
        "  save    save the key from standard input under a name\n"
        "  list    print the names of the saved keys\n"
        "  delete  delete a saved key\n"
        "  check   test whether the keychain works\n\n"
        "rerank-key keychain save --help says more, and so on. Ends with 4 where the keychain could not be used.");
}

QString KeychainWords::saveSynopsis()
{
    return tr("Usage: rerank-key keychain save [NAME] [--as-is]");
}

QString KeychainWords::saveDescription()
{
    return tr("Saves the key from standard input. A key of the same name is replaced.\n"
              "What does not belong to a key is named and left out; with --as-is every byte is kept.\n"
              "Ends with 0 where it was saved, 1 where it is no key, 4 where the keychain could not be used.");
}

QString KeychainWords::listSynopsis()
{
    return tr("Usage: rerank-key keychain list [--json]");
}

QString KeychainWords::listDescription()
{
    return tr("Prints the names of the saved keys, one a line, and then what other programs keep for Cohere.\n"
              "No key is read.");
}

QString KeychainWords::deleteSynopsis()
{
    return tr("Usage: rerank-key keychain delete NAME");
}

QString KeychainWords::deleteDescription()
{
    return tr("Deletes a saved key from the keychain.");
}

QString KeychainWords::checkSynopsis()
{
    return tr("Usage: rerank-key keychain check");
}

QString KeychainWords::checkDescription()
{
    return tr("Writes an entry with a made-up name and a random value, reads it, compares it and deletes it.");
}

QString KeychainWords::runSummary()
{
    return tr("start a program with a key from the keychain");
}

QString KeychainWords::runSynopsis()
{
    return tr("Usage: rerank-key run --keychain NAME [--no-check] -- PROGRAM [ARGUMENT…]");
}

QString KeychainWords::runDescription()
{
    return tr(
        "Reads the key from the keychain, tests it, sets CO_API_KEY and COHERE_API_KEY, and becomes the program.\n"
        "It is tested with one smallest rerank call, at CO_API_URL where that is set.\n"
        "With a key that does not work nothing is started, and it ends as rerank-key check does; with 127 where "
        "the\nprogram is not found, and 126 where it cannot be run.");
}

QString KeychainWords::nameArgument()
{
    return tr("The name of the key. Without it: cohere.");
}

QString KeychainWords::nameToDelete()
{
    return tr("The name of the key.");
}

QString KeychainWords::asIsOption()
{
    return tr("Save every byte as it is.");
}

QString KeychainWords::noCheckOption()
{
    return tr("Start the program without testing the key.");
}

} // namespace words
