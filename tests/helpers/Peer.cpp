// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/Peer.h"

#include "helpers/Child.h"

#include <QDirIterator>
#include <QFile>
#include <QNetworkProxy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace {

constexpr int patience = 20'000; // milliseconds

quint16 freePort()
{
    QTcpServer server;
    server.setProxy(QNetworkProxy::NoProxy);
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

QByteArray userName()
{
#ifdef Q_OS_UNIX
    const passwd *entry = getpwuid(geteuid());
    return entry == nullptr ? QByteArray() : QByteArray(entry->pw_name);
#else
    return {};
#endif
}

/// True once something takes connections on the port.
bool waitForPort(quint16 port, const QProcess &process)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    return QTest::qWaitFor(
               [&] {
                   if (socket.state() == QAbstractSocket::UnconnectedState && process.state() != QProcess::NotRunning)
                       socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
                   return socket.state() == QAbstractSocket::ConnectedState || process.state() == QProcess::NotRunning;
               },
               patience)
        && process.state() == QProcess::Running;
}

} // namespace

Peer::Peer(const QString &program, const QStringList &arguments)
    : m_program(program)
    , m_arguments(arguments)
{
    // A server that root starts becomes another user, who must get at its files.
    QFile::setPermissions(m_folder.path(), QFileDevice::Permissions(0x7777));
}

Peer::~Peer()
{
    end();
}

QString Peer::find(const QString &program)
{
    const QString found = QStandardPaths::findExecutable(program);
    const QStringList folders{QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/sbin")};
    return found.isEmpty() ? QStandardPaths::findExecutable(program, folders) : found;
}

bool Peer::isInstalled(const QString &program)
{
    return !find(program).isEmpty();
}

void Peer::addFile(const QString &name, const QByteArray &content)
{
    m_files.append({name, content});
}

bool Peer::start()
{
    return startOnce() || startOnce();
}

bool Peer::startOnce()
{
    end();
    m_port = freePort();
    for (const auto &[name, content] : m_files) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(filled(content)) < 0)
            return false;
        file.setPermissions(QFileDevice::Permissions(0x6644));
    }
    QStringList arguments;
    for (const QString &argument : m_arguments)
        arguments += QString::fromUtf8(filled(argument.toUtf8()));

    m_process = std::make_unique<QProcess>();
    // Into a file, which nobody has to read in time.
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(m_folder.filePath(QStringLiteral("output")), QIODevice::Append);
    m_process->setWorkingDirectory(m_folder.path());
    endWithTheTest(*m_process, m_user);
    m_process->start(find(m_program), arguments);
    return waitForPort(m_port, *m_process);
}

QUrl Peer::url(const char *scheme, const char *login) const
{
    QUrl url;
    url.setScheme(QString::fromLatin1(scheme));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    if (login != nullptr)
        url.setUserInfo(QString::fromLatin1(login), QUrl::StrictMode);
    return url;
}

QByteArray Peer::output() const
{
    return file(QStringLiteral("output"));
}

QByteArray Peer::file(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray Peer::everything() const
{
    QByteArray all;
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

QByteArray Peer::filled(QByteArray text) const
{
    return text.replace("{port}", QByteArray::number(m_port))
        .replace("{folder}", m_folder.path().toUtf8())
        .replace("{user}", userName());
}

void Peer::end()
{
    if (!m_process)
        return;
    // First as an administrator does: squid then gives back its shared memory.
    constexpr int untilKilled = 3000; // milliseconds
    m_process->terminate();
    if (!m_process->waitForFinished(untilKilled)) {
        m_process->kill();
        m_process->waitForFinished(patience);
    }
    m_process.reset();
}
