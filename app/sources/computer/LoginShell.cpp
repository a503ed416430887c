// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/computer/LoginShell.h"

#include "sources/computer/EnvironmentBlock.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSocketNotifier>

#include <utility>

#ifdef Q_OS_UNIX
#include <array>
#include <csignal>

#include <fcntl.h>
#include <pwd.h>
#include <sys/types.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#endif

namespace sources {

namespace {

using Outcome = LoginShellResult::Outcome;

#ifdef Q_OS_UNIX

/// More than this no greeting prints.
constexpr qsizetype mostOutput = qsizetype{4} * 1024 * 1024;

bool isKnownShell(const QString &name)
{
    const QStringList known{QStringLiteral("bash"), QStringLiteral("zsh"), QStringLiteral("fish"),
        QStringLiteral("dash"), QStringLiteral("sh")};
    return known.contains(name);
}

/// What login gives, and nothing else of ours: no variable with a key may get in.
QProcessEnvironment cleanEnvironment(const QString &shellPath)
{
    QProcessEnvironment clean;
    clean.insert(QStringLiteral("HOME"), QDir::homePath());
    clean.insert(QStringLiteral("SHELL"), shellPath);
    clean.insert(QStringLiteral("PATH"), QStringLiteral("/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"));
    clean.insert(QStringLiteral("TERM"), QStringLiteral("dumb"));
    for (const char *const name : {"USER", "LOGNAME", "LANG"}) {
        if (qEnvironmentVariableIsSet(name))
            clean.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    return clean;
}

/// The command for the shell. Where a trace of it is printed (set -x), the marks are in two parts: they cannot be taken
/// for the ones that are printed.
QString command(const QString &first, const QString &second)
{
    return QStringLiteral("printf %s%s '%1' '%2'; /usr/bin/env -0; printf %s%s '%2' '%1'").arg(first, second);
}

QStringList arguments(const QString &shell, const QString &shellPath, const QString &command)
{
    QStringList all{QStringLiteral("-l"), QStringLiteral("-i"), QStringLiteral("-c")};
#ifndef Q_OS_MACOS
    // A login bash reads .bashrc only where .profile tells it to; the bash of a terminal's window reads it after the
    // login has read .profile. On macOS a terminal's window is a login.
    if (shell == QLatin1String("bash"))
        return all << QStringLiteral("exec \"$0\" -i -c \"$1\"") << shellPath << command;
#else
    Q_UNUSED(shell)
    Q_UNUSED(shellPath)
#endif
    return all << command;
}

#endif

} // namespace

QString userShell()
{
    QString shell = qEnvironmentVariable("SHELL");
    if (!shell.isEmpty())
        return shell;
#ifdef Q_OS_UNIX
    if (const passwd *const user = ::getpwuid(::getuid()); user != nullptr)
        return QFile::decodeName(user->pw_shell);
#endif
    return {};
}

LoginShell::LoginShell(QObject *parent)
    : QObject(parent)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { finish(Outcome::TimedOut); });
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, [this] { finish(Outcome::NotFound); });
}

LoginShell::~LoginShell()
{
    cancel();
    // They were killed: this waits for the system to say so, no longer than it takes to do it.
    constexpr int patience = 1000; // milliseconds
    const auto processes = findChildren<QProcess *>();
    for (QProcess *const process : processes)
        process->waitForFinished(patience);
}

void LoginShell::start(const QString &shellPath, const QStringList &names, std::chrono::milliseconds limit)
{
    cancel();
    m_running = true;
    m_names = names;
    m_result = {};
    m_shell = QFileInfo(shellPath).fileName();
    if (startProcess(shellPath))
        m_limit.start(limit);
    else
        m_later.start(0);
}

void LoginShell::cancel()
{
    m_running = false;
    m_limit.stop();
    m_later.stop();
    endProcess();
    m_answer = {};
}

LoginShellResult LoginShell::takeResult()
{
    return std::exchange(m_result, {});
}

void LoginShell::finish(LoginShellResult::Outcome outcome)
{
    cancel();
    m_result.outcome = outcome;
    Q_EMIT finished();
}

#ifdef Q_OS_UNIX

bool LoginShell::startProcess(const QString &shellPath)
{
    const QFileInfo shell(shellPath);
    if (!isKnownShell(m_shell) || !shell.isAbsolute() || !shell.isFile() || !shell.isExecutable())
        return false;
    // A pipe of our own: what QProcess reads stays in memory that nobody can wipe.
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        return false;
    for (const int end : pipe)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    ::fcntl(pipe[0], F_SETFL, O_NONBLOCK);
    m_output = pipe[0];
    m_notifier = new QSocketNotifier(m_output, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &LoginShell::onOutput);

    const auto random = [] { return QString::number(QRandomGenerator::system()->generate64(), 16); };
    const QString first = random();
    const QString second = random();
    m_begin = (first + second).toLatin1();
    m_end = (second + first).toLatin1();

    m_process = new QProcess(this);
    m_process->setProcessEnvironment(cleanEnvironment(shellPath));
    m_process->setWorkingDirectory(QDir::home().exists() ? QDir::homePath() : QDir::rootPath());
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setChildProcessModifier([output = pipe[1]] {
        ::setsid(); // no terminal to ask on, and a process group to end as a whole
#ifdef Q_OS_LINUX
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // where this program is ended from outside, by Ctrl+C
#endif
        ::dup2(output, STDOUT_FILENO);
    });
    connect(m_process, &QProcess::finished, this, &LoginShell::onExit);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            m_later.start(0);
    });
    m_process->start(shellPath, arguments(m_shell, shellPath, command(first, second)), QIODevice::ReadOnly);
    m_group = m_process->processId();
    ::close(pipe[1]);
    return true;
}

void LoginShell::onOutput()
{
    const ReadBuffer::End end = m_answer.readFrom(m_output, mostOutput);
    if (parseAnswer())
        finish(Outcome::Answered);
    else if (end == ReadBuffer::End::TooMuch || end == ReadBuffer::End::Failed)
        finish(Outcome::Failed);
    else if (end == ReadBuffer::End::EndOfFile)
        m_notifier->setEnabled(false); // the end of the shell comes next
}

void LoginShell::onExit()
{
    // What it said last may still be in the pipe, which something in the background may keep open.
    m_answer.readFrom(m_output, mostOutput);
    finish(parseAnswer() ? Outcome::Answered : Outcome::Failed);
}

bool LoginShell::parseAnswer()
{
    const QByteArrayView all = m_answer.bytes();
    const qsizetype begin = all.indexOf(m_begin);
    const qsizetype end = begin < 0 ? -1 : all.indexOf(m_end, begin + m_begin.size());
    if (end < 0)
        return false;
    const QByteArrayView environment = all.sliced(begin + m_begin.size(), end - begin - m_begin.size());
    // An environment is never empty: env was not there, or failed.
    if (environment.isEmpty())
        return false;
    for (const QString &name : std::as_const(m_names)) {
        if (const auto value = variableIn(environment, name.toUtf8())) {
            Place place;
            place.kind = PlaceKind::LoginShell;
            place.name = name;
            place.holder = m_shell;
            m_result.keys.push_back(foundKey(std::move(place), key::Secret(*value)));
        }
    }
    return true;
}

void LoginShell::endProcess()
{
    if (m_notifier != nullptr) {
        m_notifier->setEnabled(false);
        std::exchange(m_notifier, nullptr)->deleteLater();
    }
    if (m_group > 0)
        ::kill(static_cast<pid_t>(-std::exchange(m_group, 0)), SIGKILL);
    if (m_output >= 0)
        ::close(std::exchange(m_output, -1));
    QProcess *const process = std::exchange(m_process, nullptr);
    if (process == nullptr)
        return;
    disconnect(process, nullptr, this, nullptr);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, process, &QObject::deleteLater);
    process->kill(); // it may not have come to the group of its own yet
}

#else

bool LoginShell::startProcess(const QString & /*shellPath*/)
{
    return false;
}

void LoginShell::onOutput() { }

void LoginShell::onExit() { }

bool LoginShell::parseAnswer()
{
    return false;
}

void LoginShell::endProcess() { }

#endif

} // namespace sources
