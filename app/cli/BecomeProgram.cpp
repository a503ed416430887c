// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/BecomeProgram.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <vector>

#ifdef Q_OS_WIN
#include <QProcess>
#else
#include <unistd.h>
#endif

namespace cli {

namespace {

constexpr std::array keyVariables{"CO_API_KEY", "COHERE_API_KEY"};

void setKeyVariables(const key::Secret &secret)
{
    QByteArray value = secret.bytes().toByteArray();
    for (const char *variable : keyVariables)
        qputenv(variable, value);
    key::wipe(value);
}

} // namespace

#ifdef Q_OS_WIN

GivenSignals::GivenSignals() = default;

void GivenSignals::restore() const { }

StartFailure becomeProgram(const QStringList &programAndArguments, const key::Secret &secret, const GivenSignals &)
{
    setKeyVariables(secret);
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedChannels);
    program.setInputChannelMode(QProcess::ForwardedInputChannel);
    program.start(programAndArguments.first(), programAndArguments.mid(1));
    constexpr int forever = -1;
    if (!program.waitForStarted(forever)) {
        const bool found = !QStandardPaths::findExecutable(programAndArguments.first()).isEmpty()
            || QFileInfo::exists(programAndArguments.first());
        return found ? StartFailure::NotRunnable : StartFailure::NotFound;
    }
    program.waitForFinished(forever);
    std::exit(program.exitCode());
}

#else

GivenSignals::GivenSignals()
{
    sigaction(SIGPIPE, nullptr, &m_brokenPipe);
    pthread_sigmask(SIG_SETMASK, nullptr, &m_mask);
}

void GivenSignals::restore() const
{
    sigaction(SIGPIPE, &m_brokenPipe, nullptr);
    pthread_sigmask(SIG_SETMASK, &m_mask, nullptr);
}

StartFailure becomeProgram(
    const QStringList &programAndArguments, const key::Secret &secret, const GivenSignals &signals)
{
    std::vector<QByteArray> words;
    words.reserve(static_cast<std::size_t>(programAndArguments.size()));
    for (const QString &word : programAndArguments)
        words.push_back(QFile::encodeName(word));
    std::vector<char *> pointers;
    pointers.reserve(words.size() + 1);
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);

    setKeyVariables(secret);
    std::fflush(nullptr);
    signals.restore();
    execvp(pointers.front(), pointers.data());
    const int error = errno;
    // A script whose interpreter is missing says "no such file", too.
    const QString &program = programAndArguments.first();
    const bool found = program.contains(QLatin1Char('/')) ? QFileInfo::exists(program)
                                                          : !QStandardPaths::findExecutable(program).isEmpty();
    const bool missing = error == ENOENT || error == ENOTDIR;
    return missing && !found ? StartFailure::NotFound : StartFailure::NotRunnable;
}

#endif

} // namespace cli
