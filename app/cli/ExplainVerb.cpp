// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ExplainVerb.h"

#include "check/Preparation.h"
#include "cli/CheckPrinter.h"
#include "cli/ExitCode.h"
#include "cli/Options.h"
#include "cli/Stop.h"
#include "report/ExplainJson.h"
#include "sources/Clients.h"
#include "sources/Environment.h"
#include "words/CommandWords.h"
#include "words/ErrorTextWords.h"
#include "words/ExplainWords.h"
#include "words/FailureWords.h"
#include "words/VerdictWords.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

namespace cli {

using words::ErrorTextWords;
using words::ExplainWords;
using Style = Console::Style;

namespace {

/// One byte more than is read tells that there is more.
constexpr qint64 readAtMost = errortext::longestErrorText + 1;

/// The text may hold a key.
tl::expected<key::Secret, Stop> readAll(QFile &file, const QString &failure)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(readAtMost)); // so that growing leaves no copies behind
    while (bytes.size() < readAtMost) {
        QByteArray chunk = file.read(std::min<qint64>(65536, readAtMost - bytes.size()));
        if (chunk.isEmpty())
            break;
        bytes += chunk;
        key::wipe(chunk);
    }
    if (file.error() != QFileDevice::NoError) {
        key::wipe(bytes);
        return tl::unexpected(Stop{exitcode::inputFile, failure});
    }
    return key::Secret::take(bytes);
}

tl::expected<key::Secret, Stop> fromStandardInput()
{
#ifdef Q_OS_WIN
    _setmode(_fileno(stdin), _O_BINARY);
#endif
    if (standardInputIsTerminal())
        Console(stderr).line(ExplainWords::pasteNow());
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(Stop{exitcode::inputFile, ExplainWords::standardInputFailed()});
    return readAll(file, ExplainWords::standardInputFailed());
}

/// A pipe is welcome: `explain <(journalctl -u search)`.
tl::expected<key::Secret, Stop> fromFile(const QString &path)
{
    const auto failed = [&path](sources::FileFailure why) {
        return Stop{exitcode::inputFile, words::FailureWords::sentence(why, path)};
    };
    const QFileInfo info(path);
    if (!info.exists())
        return tl::unexpected(failed(sources::FileFailure::NotFound));
    QFile file(path);
    if (info.isDir() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(failed(sources::FileFailure::NotReadable));
    return readAll(file, failed(sources::FileFailure::NotReadable).sentence);
}

void printReading(const Console &out, const errortext::ErrorReading &reading, const sources::Client *client)
{
    out.line();
    out.line(ExplainWords::recognised());
    for (const errortext::Sighting &sighting : reading.sightings)
        out.line(QStringLiteral("   ") + ErrorTextWords::quote(sighting.line, sighting.quote));
    if (client != nullptr)
        out.line(ExplainWords::client(*client, reading.version), Style::Faint);
}

void print(const check::CheckResult &result, const diagnosis::FixContext &context, const sources::Client *client)
{
    const Console out(stdout);
    const errortext::ErrorReading &reading = *result.evidence.errorText;
    const bool nothing = result.diagnosis.causes.empty();
    out.line(ExplainWords::summary(result.diagnosis, result.evidence), Style::Strong);
    if (nothing)
        out.line(ExplainWords::whatToPaste());
    else
        out.line(words::VerdictWords::verdict(result.diagnosis.verdict));
    if (!nothing)
        printReading(out, reading, client);
    CheckPrinter().printCauses(result, context);
    if (reading.cutOff) {
        out.line();
        out.line(ExplainWords::cutOff());
    }
    if (nothing && reading.keysMasked > 0) { // else it stands with the first cause
        out.line();
        out.line(ErrorTextWords::heldKeys(reading.keysMasked));
    }
}

} // namespace

int runExplain(const QStringList &arguments)
{
    Options options(QStringLiteral("explain"));
    options.describe(ExplainWords::synopsis(), ExplainWords::description());
    options.allowPositional(QStringLiteral("FILE"), ExplainWords::fileArgument());
    options.add(QStringLiteral("json"), words::CommandWords::jsonOption());
    if (const auto ended = endsWithArguments(options, arguments))
        return *ended;
    const QString path = options.positional().value_or(QStringLiteral("-"));
    const auto text = path == QLatin1String("-") ? fromStandardInput() : fromFile(path);
    if (!text)
        return stopped(text.error());

    check::CheckResult result;
    result.evidence.keyAtHand = false;
    result.evidence.errorText = errortext::readErrorText(text->bytes());
    result.diagnosis = diagnosis::diagnose(result.evidence);
    const sources::Client *client = sources::findClient(result.evidence.errorText->clientId);
    const diagnosis::FixContext context = check::fixContext(
        result.evidence, sources::OwnEnvironment(), client, probe::Target{}, qEnvironmentVariable("SHELL"));
    if (options.isSet(QStringLiteral("json")))
        Console(stdout).bytes(QJsonDocument(report::explainJson(result, context)).toJson());
    else
        print(result, context, client);
    return result.diagnosis.causes.empty() ? exitcode::other : exitcode::works;
}

} // namespace cli
