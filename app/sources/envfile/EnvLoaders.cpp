// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/EnvLoaders.h"

#include "inspect/KeyText.h"
#include "key/Fingerprint.h"
#include "key/Wiped.h"
#include "sources/envfile/Readers.h"
#include "sources/envfile/SeenLines.h"

#include <algorithm>
#include <array>

namespace sources {

using envfile::LoadedFile;
using envfile::SeenLine;

namespace {

constexpr std::array<EnvLoader, envLoaderCount> allLoaders{
    EnvLoader::PythonDotenv, EnvLoader::Node, EnvLoader::Bash, EnvLoader::Compose, EnvLoader::DockerRun};

LoadedFile load(QByteArrayView file, EnvLoader loader, const Environment *shell)
{
    switch (loader) {
    case EnvLoader::PythonDotenv:
        return envfile::loadAsPythonDotenv(file, shell);
    case EnvLoader::Node:
        return envfile::loadAsNode(file, shell);
    case EnvLoader::Bash:
        return envfile::loadAsBash(file, shell);
    case EnvLoader::Compose:
        return envfile::loadAsCompose(file, shell);
    case EnvLoader::DockerRun:
        break;
    }
    return envfile::loadAsDockerRun(file, shell);
}

/// `lines`: those of the whole file, of any name.
EnvValue valueOf(const QString &name, const LoadedFile &file, const std::vector<SeenLine> &lines)
{
    using Outcome = LoaderReading::Outcome;
    const envfile::Variable *variable = file.find(name.toUtf8());
    if (variable != nullptr && variable->value)
        return {Outcome::Value, variable->line, variable->value->duplicate()};
    const bool refused = file.isRefused() || std::any_of(lines.begin(), lines.end(), [&](const SeenLine &line) {
        return line.name == name && file.refuses(line.line);
    });
    return {refused ? Outcome::Error : Outcome::Missing, 0, {}};
}

LoaderReading readingOf(EnvLoader loader, const EnvValue &value)
{
    const QByteArrayView bytes = value.value.bytes();
    const key::Wiped<std::u32string> text(inspect::decodeUtf8(bytes));
    return {loader, value.outcome, static_cast<qsizetype>(text.value.size()), key::fingerprint(bytes)};
}

/// The line that a key is taken from: where the first loader that gets a value finds it, else the last one.
const SeenLine &winningLine(const QString &name, const EnvValue *first, const std::vector<SeenLine> &lines)
{
    const auto isWinner = [&](const SeenLine &line) {
        return line.name == name && (first == nullptr || line.line == first->line);
    };
    auto found = std::find_if(lines.rbegin(), lines.rend(), isWinner);
    if (found == lines.rend())
        found = std::find_if(lines.rbegin(), lines.rend(), [&](const SeenLine &line) { return line.name == name; });
    return *found;
}

FoundKey keyNamed(const QString &name, const std::vector<LoadedFile> &files, const std::vector<SeenLine> &lines)
{
    Place place;
    place.kind = PlaceKind::EnvFile;
    place.name = name;
    std::vector<EnvValue> values;
    values.reserve(allLoaders.size());
    for (const EnvLoader loader : allLoaders) {
        values.push_back(valueOf(name, files[static_cast<std::size_t>(loader)], lines));
        place.loaders.push_back(readingOf(loader, values.back()));
    }
    const auto first = std::find_if(values.begin(), values.end(),
        [](const EnvValue &value) { return value.outcome == LoaderReading::Outcome::Value; });
    const bool isRead = first != values.end();
    const SeenLine &line = winningLine(name, isRead ? &*first : nullptr, lines);
    place.line = isRead ? first->line : line.line;
    place.reference = line.reference;
    // What a reference means, the shell knows best, since it wrote the rules.
    place.meant = line.reference ? place.loaders[static_cast<std::size_t>(EnvLoader::Bash)].fingerprint
                                 : key::fingerprint(line.value.bytes());
    return foundKey(std::move(place), isRead ? std::move(first->value) : line.value.duplicate());
}

} // namespace

EnvValue readEnvFile(QByteArrayView file, const QString &name, EnvLoader loader, const FileSurroundings &surroundings)
{
    return valueOf(name, load(file, loader, surroundings.shell), envfile::linesSeen(file, {name}));
}

std::vector<FoundKey> keysInEnvFile(QByteArrayView text, const FileSurroundings &surroundings)
{
    const QStringList names = keyVariables();
    const std::vector<SeenLine> lines = envfile::linesSeen(text, names);
    if (lines.empty())
        return {};
    std::vector<LoadedFile> files;
    files.reserve(allLoaders.size());
    for (const EnvLoader loader : allLoaders)
        files.push_back(load(text, loader, surroundings.shell));
    std::vector<FoundKey> keys;
    for (const QString &name : names) {
        const auto isNamed = [&](const SeenLine &line) { return line.name == name; };
        if (std::any_of(lines.begin(), lines.end(), isNamed))
            keys.push_back(keyNamed(name, files, lines));
    }
    return keys;
}

std::vector<EnvLoader> misreadBy(const Place &place)
{
    std::vector<EnvLoader> loaders;
    const bool isKnown = !place.reference || !place.meant.isEmpty();
    for (const LoaderReading &reading : place.loaders) {
        const bool hasValue = reading.outcome == LoaderReading::Outcome::Value;
        if (!hasValue || (isKnown && reading.fingerprint != place.meant))
            loaders.push_back(reading.loader);
    }
    return loaders;
}

} // namespace sources
