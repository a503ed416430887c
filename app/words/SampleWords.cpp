// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/SampleWords.h"

#include "sources/Clients.h"

namespace words {

QString SampleWords::title(const samples::CodeSample &sample)
{
    const sources::Client *const client = sources::findClient(sample.clientId);
    if (client == nullptr)
        return tr("The smallest command that reranks with curl");
    //: %1 is the name of a client, such as LiteLLM
    return tr("The smallest program that reranks with this client: %1").arg(client->name);
}

QString SampleWords::broken()
{
    //: Heading of a program as people often write it, which fails
    return tr("Broken");
}

QString SampleWords::right()
{
    //: Heading of the same program as it should be
    return tr("Right");
}

QString SampleWords::marks()
{
    return tr("− marks a line that has to go, + one that comes instead.");
}

QString SampleWords::keyVariable(const samples::CodeSample &sample)
{
    //: %1 is the name of an environment variable, such as CO_API_KEY
    return tr("The program reads the key from the variable %1.").arg(sample.variable);
}

QString SampleWords::checkAtStart()
{
    return tr("Check the key when the program starts: a missing key is found at once, and not in the middle of the "
              "work.");
}

QString SampleWords::stopAtRefusal()
{
    return tr("Where the answer is 401, stop and ask for a new key. Asking again with the same key only gets the same "
              "answer.");
}

QString SampleWords::modelGone()
{
    //: rerank-… are names of models
    return tr("The models rerank-english-v2.0 and rerank-multilingual-v2.0, which old examples name, were shut down on "
              "30 April 2025. rerank-v3.5 takes their place.");
}

QStringList SampleWords::notes(const samples::CodeSample &sample)
{
    return {keyVariable(sample), checkAtStart(), stopAtRefusal(), modelGone()};
}

QString SampleWords::copied()
{
    return tr("The right version is in the clipboard. It holds no key.");
}

QString SampleWords::noSample(const QStringList &ids)
{
    //: %1 is a list of clients, such as "cohere-python, litellm"
    return tr("There is no sample program for this client. These have one: %1.").arg(ids.join(QLatin1String(", ")));
}

QString SampleWords::codeOption()
{
    return tr("Show as well the smallest program that reads the key rightly and reranks with the client; without "
              "--client, a command for curl. With --json, it is left out.");
}

} // namespace words
