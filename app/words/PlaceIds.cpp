// SPDX-License-Identifier: GPL-3.0-or-later
// The ids of places. See Ids.h.
#include "words/Ids.h"

namespace words {

QString id(sources::PlaceKind kind)
{
    switch (kind) {
    case sources::PlaceKind::Paste:
        return QStringLiteral("paste");
    case sources::PlaceKind::StandardInput:
        return QStringLiteral("stdin");
    case sources::PlaceKind::Environment:
        return QStringLiteral("environment");
    case sources::PlaceKind::EnvFile:
        return QStringLiteral("env-file");
    case sources::PlaceKind::Keychain:
        return QStringLiteral("keychain");
    case sources::PlaceKind::Clipboard:
        return QStringLiteral("clipboard");
    case sources::PlaceKind::Practice:
        return QStringLiteral("practice");
    case sources::PlaceKind::LoginShell:
        return QStringLiteral("login-shell");
    case sources::PlaceKind::RunningProgram:
        return QStringLiteral("running-program");
    case sources::PlaceKind::ShellProfile:
        return QStringLiteral("shell-profile");
    case sources::PlaceKind::SessionFile:
        return QStringLiteral("session-file");
    case sources::PlaceKind::UserVariable:
        return QStringLiteral("user-variable");
    case sources::PlaceKind::ComposeFile:
        return QStringLiteral("compose-file");
    case sources::PlaceKind::Dockerfile:
        return QStringLiteral("dockerfile");
    case sources::PlaceKind::Kubernetes:
        return QStringLiteral("kubernetes");
    case sources::PlaceKind::Workflow:
        return QStringLiteral("workflow");
    case sources::PlaceKind::SettingsFile:
        return QStringLiteral("settings-file");
    case sources::PlaceKind::SourceFile:
        return QStringLiteral("source-file");
    }
    return {};
}

QString id(sources::Standing standing)
{
    switch (standing) {
    case sources::Standing::Apart:
        return QStringLiteral("apart");
    case sources::Standing::Wins:
        return QStringLiteral("wins");
    case sources::Standing::Hidden:
        return QStringLiteral("hidden");
    }
    return {};
}

QString id(sources::EnvLoader loader)
{
    switch (loader) {
    case sources::EnvLoader::PythonDotenv:
        return QStringLiteral("python-dotenv");
    case sources::EnvLoader::Node:
        return QStringLiteral("node");
    case sources::EnvLoader::Bash:
        return QStringLiteral("bash");
    case sources::EnvLoader::Compose:
        return QStringLiteral("compose");
    case sources::EnvLoader::DockerRun:
        return QStringLiteral("docker-run");
    }
    return {};
}

QString id(sources::LoaderReading::Outcome outcome)
{
    switch (outcome) {
    case sources::LoaderReading::Outcome::Value:
        return QStringLiteral("value");
    case sources::LoaderReading::Outcome::Missing:
        return QStringLiteral("missing");
    case sources::LoaderReading::Outcome::Error:
        return QStringLiteral("error");
    }
    return {};
}

QString id(sources::PlaceProblem problem)
{
    switch (problem) {
    case sources::PlaceProblem::OtherNameSet:
        return QStringLiteral("other-name-set");
    case sources::PlaceProblem::OtherPlaceDiffers:
        return QStringLiteral("other-place-differs");
    case sources::PlaceProblem::EmptyVariableHides:
        return QStringLiteral("empty-variable-hides");
    case sources::PlaceProblem::OlderValue:
        return QStringLiteral("older-value");
    case sources::PlaceProblem::NearlySame:
        return QStringLiteral("nearly-same");
    case sources::PlaceProblem::FileNotLoaded:
        return QStringLiteral("file-not-loaded");
    case sources::PlaceProblem::LineMisread:
        return QStringLiteral("line-misread");
    case sources::PlaceProblem::ContainerOwnValue:
        return QStringLiteral("container-own-value");
    case sources::PlaceProblem::TrackedByGit:
        return QStringLiteral("tracked-by-git");
    }
    return {};
}

QString id(sources::SkipReason reason)
{
    switch (reason) {
    case sources::SkipReason::NotReadable:
        return QStringLiteral("not-readable");
    case sources::SkipReason::TooLarge:
        return QStringLiteral("too-large");
    case sources::SkipReason::HoldsNul:
        return QStringLiteral("holds-nul");
    case sources::SkipReason::LinkOutside:
        return QStringLiteral("link-outside");
    case sources::SkipReason::LinkCircle:
        return QStringLiteral("link-circle");
    case sources::SkipReason::ChangedWhileRead:
        return QStringLiteral("changed-while-read");
    case sources::SkipReason::TooMany:
        return QStringLiteral("too-many");
    }
    return {};
}

} // namespace words
