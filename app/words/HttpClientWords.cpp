// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/HttpClientWords.h"

#include <algorithm>

namespace words {

using inspect::ClientAct;
using inspect::HttpClient;

QString id(HttpClient client)
{
    switch (client) {
    case HttpClient::CoherePython:
        return QStringLiteral("cohere-python");
    case HttpClient::CoherePython4:
        return QStringLiteral("cohere-python-4");
    case HttpClient::CohereTypescript:
        return QStringLiteral("node-fetch");
    case HttpClient::NodeHttp:
        return QStringLiteral("node-http");
    case HttpClient::PythonRequests:
        return QStringLiteral("python-requests");
    case HttpClient::JavaHttpClient:
        return QStringLiteral("java-http-client");
    case HttpClient::Curl:
        return QStringLiteral("curl");
    case HttpClient::Qt:
        return QStringLiteral("qt");
    }
    return {};
}

QString id(ClientAct act)
{
    switch (act) {
    case ClientAct::Sends:
        return QStringLiteral("sends");
    case ClientAct::Trims:
        return QStringLiteral("trims");
    case ClientAct::SendsChanged:
        return QStringLiteral("sends-changed");
    case ClientAct::BreaksHeader:
        return QStringLiteral("breaks-header");
    case ClientAct::Refuses:
        return QStringLiteral("refuses");
    case ClientAct::RefusesAndShowsKey:
        return QStringLiteral("refuses-and-shows-key");
    }
    return {};
}

QString HttpClientWords::heading()
{
    return tr("What each client does with this key as it is:");
}

QString HttpClientWords::name(HttpClient client)
{
    switch (client) {
    case HttpClient::CoherePython:
        return tr("Cohere's SDK for Python (version 5 and later)");
    case HttpClient::CoherePython4:
        return tr("Cohere's SDK for Python (version 4)");
    case HttpClient::CohereTypescript:
        return tr("Cohere's SDK for TypeScript (Node fetch)");
    case HttpClient::NodeHttp:
        return tr("Node http");
    case HttpClient::PythonRequests:
        return tr("Python requests");
    case HttpClient::JavaHttpClient:
        return tr("Java HttpClient");
    case HttpClient::Curl:
        return tr("curl");
    case HttpClient::Qt:
        return tr("Qt");
    }
    return {};
}

QString HttpClientWords::sentence(const inspect::ClientReading &reading)
{
    const QString client = name(reading.client);
    //: In all sentences of this group, %1 is the name of a client, such as "Python requests"
    switch (reading.act) {
    case ClientAct::Sends:
        return tr("%1 sends the key as it is.").arg(client);
    case ClientAct::Trims:
        return tr("%1 sends the key without the blanks and line breaks at its ends.").arg(client);
    case ClientAct::SendsChanged:
        return tr("%1 sends other characters than the key has, such as “?” for “é”.").arg(client);
    case ClientAct::BreaksHeader:
        return tr("%1 sends the line break too: the key ends there, and the rest becomes a header line of its own.")
            .arg(client);
    case ClientAct::Refuses:
        return tr("%1 refuses the key before anything is sent.").arg(client);
    case ClientAct::RefusesAndShowsKey:
        return tr("%1 refuses the key before anything is sent, and its error message shows the key: do not share that "
                  "message.")
            .arg(client);
    }
    return {};
}

QStringList HttpClientWords::sentences(const std::array<inspect::ClientReading, inspect::httpClientCount> &readings)
{
    const bool allSend = std::all_of(readings.begin(), readings.end(),
        [](const inspect::ClientReading &reading) { return reading.act == ClientAct::Sends; });
    if (allSend)
        return {tr("Each of them sends the key as it is, with what does not belong to it.")};
    QStringList all;
    for (const inspect::ClientReading &reading : readings)
        all.append(sentence(reading));
    return all;
}

} // namespace words
