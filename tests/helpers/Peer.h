// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

/// A real server program as a test's peer, in the foreground on a free port of 127.0.0.1, with a folder of its own for
/// its files. It is ended when this goes, and killed where it does not end. In arguments and files, "{port}" and
/// "{folder}" stand for its own, and "{user}" for the name of the user who runs the test.
///
///     Peer proxy(QStringLiteral("tinyproxy"), {QStringLiteral("-d"), QStringLiteral("-c"),
///         QStringLiteral("{folder}/c")});
///     proxy.addFile("c", "Port {port}\nListen 127.0.0.1\n");
///     QVERIFY2(proxy.start(), proxy.output().constData());
class Peer {
public:
    Peer(const QString &program, const QStringList &arguments);
    ~Peer();
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    /// Also looks where servers are: the folders for the administrator's programs are in no normal user's PATH.
    [[nodiscard]] static bool isInstalled(const QString &program);
    /// The program's file; empty where it is not installed.
    [[nodiscard]] static QString find(const QString &program);

    /// Has it run as this user where root starts it: for one that gives up root's rights by itself.
    void runAs(const char *user) { m_user = user; }
    /// A file in its folder, written at start(), when the port is known.
    void addFile(const QString &name, const QByteArray &content);
    /// Starts the program and waits until its port answers; once more on another port where it ends instead, since
    /// somebody else may have taken the first one. False where that fails: output() may say why.
    [[nodiscard]] bool start();

    [[nodiscard]] quint16 port() const { return m_port; }
    /// "http://127.0.0.1:PORT", or with another scheme; with a login where one is given ("user:password").
    [[nodiscard]] QUrl url(const char *scheme = "http", const char *login = nullptr) const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// What it has printed so far.
    [[nodiscard]] QByteArray output() const;
    /// A file of its folder as it is now; empty where there is none.
    [[nodiscard]] QByteArray file(const QString &name) const;
    /// All that it has written so far: its output and every file in its folder, those of addFile included.
    [[nodiscard]] QByteArray everything() const;

private:
    [[nodiscard]] bool startOnce();
    [[nodiscard]] QByteArray filled(QByteArray text) const;
    void end();

    QString m_program;
    QStringList m_arguments;
    const char *m_user = nullptr;
    QList<std::pair<QString, QByteArray>> m_files;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
};
