// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helpers/CommandRun.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

/// A session bus of its own with a real gnome-keyring-daemon on it, in the state that a test wants, and a home of its
/// own; all gone afterwards. Programs are run against it with variables(): this process's own bus is not touched, since
/// it is connected to but once in a process's life.
class SecretService {
public:
    enum class Keyring {
        None, ///< a daemon of a user who never had a keyring
        Unlocked,
        Locked, ///< as Unlocked was left, after the daemon was started anew
    };

    SecretService();
    ~SecretService();
    SecretService(const SecretService &) = delete;
    SecretService &operator=(const SecretService &) = delete;

    /// Starts the bus. It starts no service by itself, so none is there but what the test starts.
    [[nodiscard]] bool startBus();
    /// Starts a daemon on the bus, in place of the one before.
    [[nodiscard]] bool start(Keyring keyring);
    void stop(); ///< ends it as a logout does
    void kill(); ///< SIGKILL
    void freeze(); ///< SIGSTOP: it is there, and answers nothing
    void thaw();
    /// From now on, asking() knows who asks the service for what.
    [[nodiscard]] bool listen();
    /// How many programs have asked the service for this since listen(): the name of a method, or nullptr for any.
    [[nodiscard]] qsizetype asking(const char *method = nullptr);
    /// Ends the bus, and so all connections to it.
    void stopBus();

    [[nodiscard]] QString busAddress() const;
    [[nodiscard]] QString home() const { return m_home.path(); }
    /// What programs need to find this bus and home, and nothing of the user's.
    [[nodiscard]] Variables variables() const;

private:
    [[nodiscard]] std::unique_ptr<QProcess> process() const;
    [[nodiscard]] bool isOnTheBus() const;
    [[nodiscard]] const QByteArray &heard();
    void signalDaemon(const char *signal) const;
    static void end(std::unique_ptr<QProcess> &process);

    QTemporaryDir m_home;
    std::unique_ptr<QProcess> m_bus;
    std::unique_ptr<QProcess> m_daemon;
    std::unique_ptr<QProcess> m_monitor;
    QByteArray m_heard;
};
