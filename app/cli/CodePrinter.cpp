// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CodePrinter.h"

#include "cli/Console.h"
#include "words/SampleWords.h"

namespace cli {

using words::SampleWords;

void printCode(const samples::CodeSample &sample)
{
    const Console out(stdout);
    out.line();
    out.line(SampleWords::title(sample), Console::Style::Strong);
    out.line();
    // Not set in: it is there to be copied.
    for (const samples::CodeLine &line : sample.fixed)
        out.line(line.text);
    out.line();
    for (const QString &note : SampleWords::notes(sample))
        out.line(note);
}

void printCodeFor(const sources::Client *client)
{
    if (const auto sample = samples::codeSample(client == nullptr ? QString() : client->id)) {
        printCode(*sample);
        return;
    }
    const Console out(stdout);
    out.line();
    out.line(SampleWords::noSample(samples::sampleClients()));
}

} // namespace cli
