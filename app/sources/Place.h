// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"
#include "sources/EnvLoader.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace sources {

enum class PlaceKind {
    // given by the user
    Paste,
    StandardInput,
    Clipboard,
    Practice,
    // on this computer
    Environment, ///< of this process
    LoginShell, ///< what a newly opened login shell gets
    RunningProgram, ///< another program of the user's
    ShellProfile, ///< .bashrc, .zshrc, config.fish …
    SessionFile, ///< environment.d, /etc/environment, a systemd user unit
    UserVariable, ///< Windows: the user's or the machine's variables; macOS: launchctl
    Keychain,
    // in a project's folder
    EnvFile,
    ComposeFile,
    Dockerfile,
    Kubernetes,
    Workflow, ///< GitHub Actions
    SettingsFile, ///< .streamlit/secrets.toml
    SourceFile, ///< written into a program or a notebook
};

inline constexpr int placeKindCount = static_cast<int>(PlaceKind::SourceFile) + 1;

/// What a place is to a program that is started from here, with the client that was chosen.
enum class Standing {
    Apart, ///< it does not read this place: another program's environment, a container, a source file
    Wins, ///< it takes its key from here
    Hidden, ///< it would read this place, but another one comes first
};

/// A place where a key is, or where one was looked for. Holds no key.
struct Place {
    PlaceKind kind = PlaceKind::Paste;
    QString name{}; ///< the variable, or the entry's name; empty for a paste
    QString file{}; ///< its path; empty where it is not in a file
    int line = 0; ///< from 1; 0 where there is none
    /// Who has it: the program ("python3 app.py"), the shell ("bash"), the compose service, the Kubernetes object, the
    /// systemd unit, the program that saved a keychain entry. Empty where there is nothing to say.
    QString holder{};
    qint64 process = 0; ///< the running program's number; 0 where there is none
    bool parent = false; ///< one of the programs that this one was started from
    QDateTime since{}; ///< when the program was started, or the file last changed; invalid where not known

    bool set = false; ///< the variable exists; set and not present: it is empty
    bool present = false; ///< something that could be a key stands there
    qsizetype length = 0; ///< in code points
    QString fingerprint{}; ///< empty where nothing stands there, or where it was not read: a keychain entry
    std::vector<inspect::FindingKind> findings{}; ///< what the characters tell, each kind once
    bool reference = false; ///< it takes its value from elsewhere, such as ${CO_API_KEY}, and holds none of its own
    QStringList readBy{}; ///< ids of the clients that read it
    bool tracked = false; ///< git keeps the file: everybody with the repository has the key
    bool unguarded = false; ///< a .env file that git does not keep, and would with the next commit of everything
    std::vector<LoaderReading> loaders{}; ///< for a .env file: what each loader makes of the line
    /// For a .env file: the fingerprint of what the line seems to say, without quotes, blanks and comment around it;
    /// of a reference, what bash makes of it. Empty where that is nothing, or not known.
    QString meant{};
    Standing standing = Standing::Apart;

    [[nodiscard]] bool has(inspect::FindingKind finding) const
    {
        return std::find(findings.begin(), findings.end(), finding) != findings.end();
    }

    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace sources
