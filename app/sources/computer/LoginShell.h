// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"
#include "sources/computer/ReadBuffer.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <vector>

class QProcess;
class QSocketNotifier;

namespace sources {

struct LoginShellResult {
    enum class Outcome {
        Answered,
        NotFound, ///< no bash, zsh, fish, dash or sh, or not a program; on Windows always
        TimedOut, ///< something in the shell's files takes too long, or waits for an answer
        Failed, ///< the shell's files end it, become another program, or print without end
    };

    Outcome outcome = Outcome::Failed;
    std::vector<FoundKey> keys{}; ///< the variables that are set, also to nothing; kind LoginShell, holder "bash"
};

/// The user's login shell: SHELL, else what the system has noted for the user. Empty where neither is known.
[[nodiscard]] QString userShell();

/// Asks a shell which environment a newly opened login shell gets. It starts with nothing but HOME, USER, LOGNAME,
/// SHELL, PATH, LANG and TERM, and reads the user's files as a terminal lets it. Blocks nothing. Whatever the files
/// start is ended with the shell, but for what leaves its process group.
class LoginShell : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds usualLimit{3000};

    explicit LoginShell(QObject *parent = nullptr);
    /// Ends the shell.
    ~LoginShell() override;
    Q_DISABLE_COPY_MOVE(LoginShell)

    /// Starts the shell; ends an earlier one silently.
    void start(const QString &shellPath, const QStringList &names, std::chrono::milliseconds limit = usualLimit);
    /// Ends the shell; finished() does not come.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// The result of the last run, once: the keys move out.
    [[nodiscard]] LoginShellResult takeResult();

Q_SIGNALS:
    /// Never from within start().
    void finished();

private:
    void onOutput();
    void onExit();
    [[nodiscard]] bool startProcess(const QString &shellPath);
    [[nodiscard]] bool parseAnswer();
    void finish(LoginShellResult::Outcome outcome);
    void endProcess();

    QStringList m_names;
    QString m_shell; ///< "bash"
    QByteArray m_begin; ///< what the shell prints before its environment
    QByteArray m_end; ///< and behind it
    QTimer m_limit;
    QTimer m_later; ///< says in the next turn of the event loop that there is no such shell
    QProcess *m_process = nullptr;
    QSocketNotifier *m_notifier = nullptr;
    qint64 m_group = 0; ///< the process group of the shell and all that it starts
    int m_output = -1; ///< where the shell's output is read
    ReadBuffer m_answer;
    LoginShellResult m_result;
    bool m_running = false;
};

} // namespace sources
