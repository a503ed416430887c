// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

namespace {

/// A check that names no time of its own has a minute: that the computer is busy is no matter of a test.
QStringList patient(const QStringList &arguments)
{
    const QString option = QStringLiteral("--timeout");
    const QString verb = arguments.value(0);
    if ((verb != QLatin1String("check") && verb != QLatin1String("report")) || arguments.contains(option))
        return arguments;
    return QStringList{verb, option, QStringLiteral("60")} + arguments.mid(1);
}

} // namespace

QJsonObject CommandRun::json() const
{
    return QJsonDocument::fromJson(out).object();
}

CommandRun runCommand(
    const QString &program, const QStringList &arguments, const QByteArray &input, const Variables &variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name :
        {"CO_API_KEY", "COHERE_API_KEY", "COHERE_APIKEY", "CHROMA_COHERE_API_KEY", "CO_API_URL", "http_proxy",
            "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"})
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
    // That it read no input, say, is an error that a program outlives.
    QObject::connect(&process, &QProcess::errorOccurred, &loop, [&](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            loop.quit();
    });
    constexpr int patience = 150'000; // milliseconds
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    process.start(program, patient(arguments));
    process.write(input);
    process.closeWriteChannel();
    if (process.state() != QProcess::NotRunning)
        loop.exec();

    CommandRun run;
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}
