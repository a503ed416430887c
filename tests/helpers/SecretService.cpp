// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/SecretService.h"

#include "helpers/Child.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>
#include <QUrl>

namespace {

constexpr int patience = 20'000; // milliseconds

} // namespace

SecretService::SecretService()
{
    QDir(home()).mkdir(QStringLiteral("run"));
    QFile::setPermissions(home() + QStringLiteral("/run"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

SecretService::~SecretService()
{
    if (m_daemon)
        kill();
    stopBus();
}

QString SecretService::busAddress() const
{
    // A folder for temporary files may have a blank in its name.
    return QStringLiteral("unix:path=%1/run/bus").arg(QString::fromLatin1(QUrl::toPercentEncoding(home(), "/", "~")));
}

Variables SecretService::variables() const
{
    Variables all{{QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), busAddress()}, {QStringLiteral("HOME"), home()},
        {QStringLiteral("XDG_RUNTIME_DIR"), home() + QStringLiteral("/run")},
        {QStringLiteral("XDG_DATA_HOME"), home() + QStringLiteral("/data")},
        {QStringLiteral("XDG_CONFIG_HOME"), home() + QStringLiteral("/config")},
        {QStringLiteral("XDG_CACHE_HOME"), home() + QStringLiteral("/cache")}};
    // No display: nobody starts a bus or a prompt by it.
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY"})
        all.append({QString::fromLatin1(name), QString()});
    return all;
}

std::unique_ptr<QProcess> SecretService::process() const
{
    auto made = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : variables())
        environment.insert(name, value);
    made->setProcessEnvironment(environment);
    made->setStandardErrorFile(QProcess::nullDevice());
    endWithTheTest(*made);
    return made;
}

bool SecretService::startBus()
{
    QFile file(home() + QStringLiteral("/bus.conf"));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("<busconfig><type>session</type><listen>" + busAddress().toUtf8()
        + "</listen><auth>EXTERNAL</auth>"
          "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
          "<allow own=\"*\"/></policy></busconfig>\n");
    file.close();
    m_bus = process();
    m_bus->start(
        QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--config-file"), file.fileName()});
    return QTest::qWaitFor([this] { return QFile::exists(home() + QStringLiteral("/run/bus")); }, patience);
}

bool SecretService::start(Keyring keyring)
{
    stop();
    m_daemon = process();
    QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (keyring == Keyring::Unlocked)
        arguments.append(QStringLiteral("--unlock"));
    m_daemon->start(QStringLiteral("gnome-keyring-daemon"), arguments);
    if (keyring == Keyring::Unlocked)
        m_daemon->write("test-keyring");
    m_daemon->closeWriteChannel();
    return QTest::qWaitFor([this] { return isOnTheBus(); }, patience);
}

bool SecretService::isOnTheBus() const
{
    const std::unique_ptr<QProcess> question = process();
    question->start(QStringLiteral("dbus-send"),
        {QStringLiteral("--session"), QStringLiteral("--print-reply"), QStringLiteral("--dest=org.freedesktop.DBus"),
            QStringLiteral("/org/freedesktop/DBus"), QStringLiteral("org.freedesktop.DBus.NameHasOwner"),
            QStringLiteral("string:org.freedesktop.secrets")});
    return question->waitForFinished(patience) && question->readAllStandardOutput().contains("true");
}

void SecretService::end(std::unique_ptr<QProcess> &process)
{
    if (!process)
        return;
    process->terminate();
    if (!process->waitForFinished(patience))
        process->kill();
    process->waitForFinished(patience);
    process.reset();
}

void SecretService::stop()
{
    end(m_daemon);
}

bool SecretService::listen()
{
    m_monitor = process();
    m_monitor->start(QStringLiteral("dbus-monitor"),
        {QStringLiteral("--address"), busAddress(), QStringLiteral("--profile"),
            QStringLiteral("type=method_call,destination=org.freedesktop.secrets")});
    m_heard.clear();
    // It is told of the name that it loses when it becomes a monitor.
    return QTest::qWaitFor([this] { return heard().contains("NameLost"); }, patience);
}

const QByteArray &SecretService::heard()
{
    return m_heard += m_monitor->readAllStandardOutput();
}

qsizetype SecretService::asking(const char *method)
{
    QSet<QByteArray> programs;
    const QList<QByteArray> lines = heard().split('\n');
    for (const QByteArray &line : lines) {
        // type, time, serial, sender, destination, path, interface, method
        const QList<QByteArray> columns = line.split('\t');
        if (columns.size() == 8 && columns[0] == "mc" && (method == nullptr || columns[7] == method))
            programs.insert(columns[3]);
    }
    return programs.size();
}

void SecretService::stopBus()
{
    end(m_monitor);
    end(m_bus);
}

void SecretService::kill()
{
    if (!m_daemon)
        return;
    m_daemon->kill();
    m_daemon->waitForFinished(patience);
    m_daemon.reset();
}

void SecretService::signalDaemon(const char *signal) const
{
    QProcess::execute(QStringLiteral("kill"), {QString::fromLatin1(signal), QString::number(m_daemon->processId())});
}

void SecretService::freeze()
{
    signalDaemon("-STOP");
}

void SecretService::thaw()
{
    signalDaemon("-CONT");
}
