// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CommandLine.h"
#include "cli/ExitCode.h"
#include "words/Translations.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdlib>

namespace {

/// Qt's own warnings are for programmers; users get this program's sentences. What is fatal still shows.
void dropWarnings(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
}

extern "C" void endInterrupted(int)
{
    std::_Exit(cli::exitcode::interrupted);
}

} // namespace

int main(int argc, char *argv[])
{
    qInstallMessageHandler(dropWarnings);
    // A shell starts programs in the background with this signal ignored, and so it stays.
    if (std::signal(SIGINT, endInterrupted) == SIG_IGN)
        std::signal(SIGINT, SIG_IGN);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rerank-key"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DOCTOR_VERSION));
    words::installTranslations(app);
    return cli::run(QCoreApplication::arguments().mid(1));
}
