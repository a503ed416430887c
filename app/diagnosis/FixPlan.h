// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Cause.h"
#include "diagnosis/FixRoute.h"

#include <QString>

#include <vector>

namespace diagnosis {

enum class System { Linux, MacOs, Windows };

/// The shell that the user types commands into.
enum class Shell { Bash, Zsh, Fish, PowerShell, Cmd };

/// Where the user's program runs, and so where its key must be put.
enum class Runtime { Terminal, Docker, Compose, Kubernetes, GitHubActions, Jupyter, VsCode, Systemd };

/// What a fix is written for, as a user chooses it: a terminal with its shell, or something that runs programs.
enum class Platform {
    WindowsPowerShell,
    WindowsCmd,
    MacZsh,
    LinuxBash,
    LinuxZsh,
    LinuxFish,
    Docker,
    Compose,
    Kubernetes,
    GitHubActions,
    Jupyter,
    VsCode,
    Systemd,
};

inline constexpr int platformCount = static_cast<int>(Platform::Systemd) + 1;

/// What the commands of a fix are made for.
struct FixContext {
    System system = System::Linux;
    Shell shell = Shell::Bash;
    Runtime runtime = Runtime::Terminal;
    QString variable = QStringLiteral("CO_API_KEY"); ///< the variable that the user's client reads
    QString otherVariable; ///< a second variable that holds a key; empty where there is none
    QString file = QStringLiteral(".env"); ///< the file that holds the key
    bool otherIsInFile = false; ///< the second key stands in `file`, and `variable` hides it
    bool keyIsInFile = false; ///< the program takes its key from `file`
    QString profile; ///< the shell's own file that sets the variable; empty: the one that this shell reads
    /// The container, compose service, Kubernetes object ("Deployment/my-app") or unit; empty where it is not known.
    QString holder;
    QString host = QStringLiteral("api.cohere.com"); ///< the host of the base URL
    QString header; ///< the header that a trial has found to be taken, "X-API-Key: {key}"; empty where none was
    QString testedUrl; ///< the base URL that was tested; empty for Cohere's own, which needs no naming
    QString baseUrl; ///< the base URL that a trial has found to work; empty where none was
    qint64 waitSeconds = 60; ///< until a further call makes sense
    FixRoute route; ///< what was seen of the way to the service
};

/// One act of a fix. words/FixWords has one sentence for each.
enum class Act {
    OpenKeysPage,
    CopyKeyAgain,
    MakeNewKey,
    MakeProductionKey,
    DeleteOldKey,
    CompareEnd, ///< the last four characters with those of the dashboard
    CleanKey,
    CleanPlace, ///< where the key is stored
    KeepOnlyKey, ///< no quotes, no "Bearer "
    KeepOtherKeyApart,
    SetVariable, ///< asks for the key, so that it stands in no history
    CopyVariable, ///< to the name that the client reads
    CheckLength, ///< of the variable, without showing it
    UnsetOther,
    TestBoth, ///< which of two keys works
    TestVariable,
    RestartProgram,
    LoadEnvFile,
    MendEnvLine,
    TestEnvFile,
    RecreateContainer,
    RebuildImage,
    AskOwner, ///< of the Cohere organisation
    OpenBilling,
    WaitForMonth,
    WaitAMinute,
    CallLessOften,
    OpenStatusPage,
    TestLater,
    TryOtherNetwork,
    WriteToSupport,
    ShowBaseUrl,
    SetBaseUrl, ///< to the one that works
    UnsetBaseUrl,
    TestDirect, ///< at Cohere itself, without a proxy
    AskGatewayOwner,
    AskToPassHeader,
    TryOtherHeader,
    UseHeader, ///< the one that works
    DoNotRetry,
    SetProxyLogin,
    AskNetworkOwner, ///< for the login of the proxy
    GiveAuthority,
    KeepCertificateChecks,
    SetClock,
    CheckHostSpelling,
    LookUpHost,
    CheckConnection,
    CheckFirewall,
    SignInToNetwork,
    UseCurrentModel,
    ReadMessage,
    CompareRequest,
    ChangeText,
    FindOtherService,
    TestAgain,
    KeepVariable, ///< from now on, in every new terminal
    HandToDock, ///< macOS: programs that no terminal has started
    RemoveForGood, ///< the other variable, from where it is set
    CompareWithNew, ///< the value that a program has with the one that it would get now
    LoadIntoTerminal, ///< the file's variables
    StoreKey, ///< where the runtime keeps its secrets
    PassVariable, ///< from there to the program
    PublishChange, ///< of a manifest or a workflow
    RemoveContainer,
    CheckImage, ///< whether a key was built into it
    ReloadUnits,
    TestBaseUrl, ///< at the base URL that works
    CheckProxy, ///< whether it is the right one
    LeaveProxy, ///< for the one host, where that works
    AskProxyOwner, ///< to make the connection
    NameProxy, ///< that programs are to use, if the network has one
    TellNetworkOwner, ///< what is refused, in a form to send
    TellServerOwner, ///< of a gateway: what it answers, in a form to send
    AskForAuthority, ///< the file of the certificate authority
    TrustAuthority, ///< in the user's program
    TellOfCertificate, ///< that its dates or its name are wrong
    StartServer, ///< on this computer
};

inline constexpr int actCount = static_cast<int>(Act::StartServer) + 1;

/// What the text of a command is, and so where it goes.
enum class CommandForm {
    Shell, ///< a line for the terminal
    Notebook, ///< a cell of a notebook, in Python
    Yaml, ///< lines for a compose file, a manifest or a workflow
    Settings, ///< a line for an editor's settings, in JSON
};

struct FixStep {
    Act act = Act::TestAgain;
    QString command{}; ///< to copy, may have several lines; empty where there is none. Never holds a key.
    QString link{}; ///< a page to open; empty where there is none
    CommandForm form = CommandForm::Shell;
};

using FixPlan = std::vector<FixStep>;

/// The steps of a fix, in their order. Never empty.
[[nodiscard]] FixPlan fixPlan(Cause cause, const FixContext &context);

/// The command of an act in the context's shell; empty where an act has none.
[[nodiscard]] QString fixCommand(Act act, const FixContext &context);

/// The same context for a platform. A platform that is no terminal keeps the system and the shell.
[[nodiscard]] FixContext contextFor(FixContext context, Platform platform);

/// The platform that a context is for.
[[nodiscard]] Platform platformOf(const FixContext &context);

/// The context of the system that this program runs on; the shell is told by `shellPath` ($SHELL) where there is one.
[[nodiscard]] FixContext contextOfThisSystem(const QString &shellPath);

} // namespace diagnosis
