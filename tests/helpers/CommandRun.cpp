// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

QJsonObject CommandRun::json() const
{
    return QJsonDocument::fromJson(out).object();
}

CommandRun runCommand(
    const QString &program, const QStringList &arguments, const QByteArray &input, const Variables &variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"CO_API_KEY", "COHERE_API_KEY", "COHERE_APIKEY", "CHROMA_COHERE_API_KEY", "CO_API_URL",
             "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
        environment.remove(QString::fromLatin1(name));
    // A home of its own: what stands in the user's files is no matter of a test.
    const QTemporaryDir home;
    environment.insert(QStringLiteral("HOME"), home.path());
    for (const auto &[name, value] : variables)
        environment.insert(name, value);

    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(home.path());
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    constexpr int patience = 60'000; // milliseconds
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    loop.exec();

    CommandRun run;
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}
