// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of --help. See CommandWords.h.
#include "words/CommandWords.h"

namespace words {

QString CommandWords::programSummary()
{
    return tr("rerank-key finds out why a call to Cohere's rerank endpoint fails with HTTP 401, and how to fix it.");
}

QString CommandWords::usageLine()
{
    return tr("Usage: rerank-key COMMAND [OPTIONS]");
}

QString CommandWords::moreHelp()
{
    return tr("rerank-key COMMAND --help says more about each. --version prints the version.\n"
              "A key is never taken as an argument.");
}

QString CommandWords::checkSummary()
{
    return tr("test a key and say what is wrong");
}

QString CommandWords::checkSynopsis()
{
    return tr("Usage: rerank-key check [SOURCE] [TARGET] [--client ID] [--project DIR] [--error FILE] [--system ID] "
              "[--json] [--verbose] [--code]");
}

QString CommandWords::checkDescription()
{
    return tr("Tests a key at the rerank endpoint and says what is wrong and how to fix it.\n"
              "One smallest rerank call is made, which counts as a call of a trial key.\n"
              "Ends with 0 where the key works, 1 where the key or the account must change, 3 where something else "
              "must,\n2 for wrong usage, 4 without a keychain, 5 where a file cannot be read.");
}

QString CommandWords::inspectSummary()
{
    return tr("look at the characters of a key; touches no network");
}

QString CommandWords::inspectSynopsis()
{
    return tr("Usage: rerank-key inspect [SOURCE] [--json]");
}

QString CommandWords::inspectDescription()
{
    return tr("Shows what does not belong to a key: hidden characters, quotes, placeholders. Touches no network.\n"
              "Ends with 0 for a clean key and 1 for one with findings.");
}

QString CommandWords::practiceSummary()
{
    return tr("serve a practice endpoint on this computer");
}

QString CommandWords::practiceSynopsis()
{
    return tr("Usage: rerank-key practice [--scenario NAME] [--port N]");
}

QString CommandWords::practiceDescription()
{
    return tr("Serves an endpoint on this computer that answers as Cohere does, with a key for each scenario.\n"
              "Point your own program at it with CO_API_URL. Ctrl+C ends it.");
}

QString CommandWords::helpOption()
{
    return tr("Show this help.");
}

QString CommandWords::jsonOption()
{
    return tr("Print one JSON object.");
}

QString CommandWords::verboseOption()
{
    return tr("Show each request and its answer as well, without the key, a command for curl that makes the same call, "
              "and what each client does with the key. With --json, they are there anyway.");
}

QString CommandWords::clientOption()
{
    return tr("The client that your program uses, such as cohere-python.");
}

QString CommandWords::errorOption()
{
    return tr("A file with what your program prints: a traceback, a log. Its error is weighed with the rest.");
}

QString CommandWords::systemOption()
{
    return tr("What the steps of the fix are written for, such as linux-bash, windows-powershell, docker or "
              "kubernetes. Without it: this computer and its shell.");
}

QString CommandWords::stdinOption()
{
    return tr("Take the key from standard input, every byte of it.");
}

QString CommandWords::envOption()
{
    return tr("Take the key from an environment variable.");
}

QString CommandWords::envFileOption()
{
    return tr("Take the key from a .env file.");
}

QString CommandWords::keychainOption()
{
    return tr("Take the key of that name from the system's keychain.");
}

QString CommandWords::clipboardOption()
{
    return tr("Take the key from the clipboard.");
}

QString CommandWords::urlOption()
{
    return tr("The base URL to test at. Without it: CO_API_URL, then https://api.cohere.com.");
}

QString CommandWords::modelOption()
{
    return tr("The model to rerank with.");
}

QString CommandWords::headerOption()
{
    return tr("The header that carries the key, with {key} in its place.");
}

QString CommandWords::proxyOption()
{
    return tr("The proxy to use. Without it: the one of HTTPS_PROXY and NO_PROXY, else the system's.");
}

QString CommandWords::caOption()
{
    return tr("A PEM file with further certificate authorities to trust.");
}

QString CommandWords::timeoutOption()
{
    return tr("The time for the whole check. Without it: 15.");
}

QString CommandWords::practiceOption()
{
    return tr("Test at the built-in practice endpoint; no network.");
}

QString CommandWords::scenarioOption()
{
    return tr("Answer every call in this way, whatever its key.");
}

QString CommandWords::portOption()
{
    return tr("The port to listen on. Without it: any free one.");
}

} // namespace words
