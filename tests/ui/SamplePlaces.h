// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/PlaceSearch.h"
#include "helpers/TestKeys.h"

/// Made-up places of every sort.
namespace sampleplaces {

inline sources::Place place(sources::PlaceKind kind, const char *name, const char *file = "", int line = 0)
{
    sources::Place place;
    place.kind = kind;
    place.name = QLatin1String(name);
    place.file = QLatin1String(file);
    place.line = line;
    return place;
}

inline sources::FoundKey key(sources::Place place, const QByteArray &bytes, sources::Standing standing)
{
    place.standing = standing;
    return sources::foundKey(std::move(place), key::Secret(bytes));
}

/// The numbers of the places in fill().
enum Number { Shell, Login, Program, Profile, Env, Compose, Source, NotSet, Saved };

inline void fill(check::SearchResult &result)
{
    using sources::PlaceKind;
    using sources::Standing;
    std::vector<sources::FoundKey> &keys = result.keys;
    keys.push_back(key(place(PlaceKind::Environment, "CO_API_KEY"), testkeys::good, Standing::Wins));
    sources::Place login = place(PlaceKind::LoginShell, "CO_API_KEY");
    login.holder = QStringLiteral("bash");
    keys.push_back(key(login, testkeys::other, Standing::Apart));
    sources::Place program = place(PlaceKind::RunningProgram, "COHERE_API_KEY");
    program.holder = QStringLiteral("python3 app.py");
    program.process = 4711;
    program.since = QDateTime(QDate(2026, 8, 3), QTime(9, 41));
    keys.push_back(key(program, "", Standing::Apart));
    keys.push_back(
        key(place(PlaceKind::ShellProfile, "CO_API_KEY", "/home/ada/.bashrc", 118), testkeys::other, Standing::Hidden));
    sources::Place env = place(PlaceKind::EnvFile, "COHERE_API_KEY", "/home/ada/projects/search/services/api/.env", 3);
    env.tracked = true;
    keys.push_back(key(env, testkeys::good + "\xc2\xa0", Standing::Hidden));
    sources::Place compose = place(PlaceKind::ComposeFile, "CO_API_KEY", "/home/ada/projects/search/compose.yaml", 14);
    compose.holder = QStringLiteral("web");
    keys.push_back({compose, {}});
    keys.back().place.set = true;
    keys.back().place.reference = true;
    keys.push_back(key(place(PlaceKind::SourceFile, "api_key", "/home/ada/projects/search/rank.py", 27), "YOUR_API_KEY",
        Standing::Apart));
    keys.push_back({place(PlaceKind::UserVariable, "COHERE_API_KEY"), {}});
    keys.push_back({place(PlaceKind::Keychain, "cohere"), {}});
    keys.back().place.set = true;
    keys.back().place.present = true;

    const auto problem = [&](sources::PlaceProblem kind, Number where, std::optional<Number> other) {
        sources::PlaceFinding finding;
        finding.problem = kind;
        finding.place = keys[where].place;
        if (other)
            finding.other = keys[*other].place;
        result.findings.push_back(finding);
    };
    problem(sources::PlaceProblem::OtherPlaceDiffers, Login, Shell);
    problem(sources::PlaceProblem::TrackedByGit, Env, std::nullopt);
    result.skipped = {{QStringLiteral("/home/ada/projects/search/data/dump.sql"), sources::SkipReason::TooLarge},
        {QStringLiteral("/home/ada/projects/search/shared"), sources::SkipReason::LinkOutside}};
    result.files = 1200;
}

} // namespace sampleplaces
