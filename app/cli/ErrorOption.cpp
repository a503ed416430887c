// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ErrorOption.h"

#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "key/Secret.h"
#include "key/Wiped.h"
#include "sources/envfile/EnvFile.h"
#include "words/CommandWords.h"
#include "words/ExplainWords.h"
#include "words/FailureWords.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

namespace cli {

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
        Console(stderr).line(words::ExplainWords::pasteNow());
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(Stop{exitcode::inputFile, words::ExplainWords::standardInputFailed()});
    return readAll(file, words::ExplainWords::standardInputFailed());
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

} // namespace

void addErrorOption(Options &options)
{
    options.add(QStringLiteral("error"), words::CommandWords::errorOption(), QStringLiteral("FILE"));
}

tl::expected<std::optional<errortext::ErrorReading>, Stop> takeErrorText(const Options &options)
{
    const std::optional<QString> path = options.value(QStringLiteral("error"));
    if (!path)
        return std::nullopt;
    const auto text = fromFile(*path); // standard input may be the key's
    if (!text)
        return tl::unexpected(text.error());
    return errortext::readErrorText(text->bytes());
}

tl::expected<errortext::ErrorReading, Stop> readErrorInput(const QString &path)
{
    const auto text = path == QLatin1String("-") ? fromStandardInput() : fromFile(path);
    if (!text)
        return tl::unexpected(text.error());
    return errortext::readErrorText(text->bytes());
}

} // namespace cli
