// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ExplainWords.h"

#include "sources/Clients.h"
#include "words/CauseWords.h"
#include "words/VerdictWords.h"
#include "words/Visible.h"

namespace words {

QString ExplainWords::verbSummary()
{
    return tr("say what an error text or a log means");
}

QString ExplainWords::synopsis()
{
    return tr("Usage: rerank-key explain [FILE] [--client ID] [--system ID] [--json] [--code]");
}

QString ExplainWords::description()
{
    return tr("Reads an error message, a traceback or a log, and says what is wrong and how to fix it.\n"
              "Without FILE, or with - for it, the text is read from standard input. Nothing is sent anywhere, and\n"
              "keys in the text are not shown.\n"
              "Ends with 0 where a cause is named, 3 where nothing is recognised, 2 for wrong usage, 5 where the\n"
              "file cannot be read.");
}

QString ExplainWords::fileArgument()
{
    return tr("the file with the text");
}

QString ExplainWords::pasteNow()
{
#ifdef Q_OS_WIN
    return tr("Paste the text, then press Ctrl+Z and Enter.");
#else
    return tr("Paste the text, then press Ctrl+D.");
#endif
}

QString ExplainWords::standardInputFailed()
{
    return tr("The text could not be read from standard input.");
}

QString ExplainWords::summary(const diagnosis::Diagnosis &diagnosis, const diagnosis::Evidence &evidence)
{
    if (diagnosis.causes.empty())
        return tr("Nothing in this text was recognised as an error of Cohere or on the way to it.");
    if (diagnosis.causes.front().cause == diagnosis::Cause::OtherServiceError)
        return tr("The error in this text is not Cohere's.");
    if (diagnosis.verdict == diagnosis::Verdict::Unknown && diagnosis.causes.size() > 1) {
        //: %1 is the title of a cause, a sentence without a full stop
        return tr("The text leaves open what is wrong. One possibility: %1.")
            .arg(CauseWords::title(diagnosis.causes.front().cause));
    }
    return VerdictWords::summary(diagnosis, evidence);
}

QString ExplainWords::recognised()
{
    return tr("What was recognised:");
}

QString ExplainWords::whatToPaste()
{
    return tr("Paste the whole message, with the lines before and behind it: the name of the error, the status and "
              "what stands in the reply.");
}

QString ExplainWords::client(const sources::Client &client, const QString &version)
{
    if (version.isEmpty()) {
        //: %1 is the name of a program or library
        return tr("The text is from: %1.").arg(client.name);
    }
    //: %1 is the name of a program or library, %2 its version
    return tr("The text is from: %1, version %2.").arg(client.name, visible(version));
}

QString ExplainWords::cutOff()
{
    return tr("The text is longer than 10 MB: only the first 10 MB were read. If the error is at its end, paste the "
              "end alone.");
}

} // namespace words
