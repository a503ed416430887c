// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/KeySource.h"

#include "cli/Clipboard.h"
#include "cli/ExitCode.h"
#include "cli/StandardInput.h"
#include "keychain/OsKeyStore.h"
#include "sources/FoundKey.h"
#include "sources/envfile/EnvFile.h"
#include "sources/envfile/EnvLoaders.h"
#include "words/CommandWords.h"
#include "words/FailureWords.h"

#include <QEventLoop>
#include <QRegularExpression>

#include <optional>
#include <vector>

namespace cli {

using sources::PlaceKind;
using words::CommandWords;
using words::FailureWords;

namespace {

using Taken = tl::expected<SourcedKey, Stop>;

Taken stop(int code, const QString &sentence)
{
    return tl::unexpected(Stop{code, sentence});
}

SourcedKey sourced(key::Secret secret, PlaceKind kind, const QString &name = {})
{
    sources::Place place;
    place.kind = kind;
    place.name = name;
    sources::FoundKey found = sources::foundKey(std::move(place), std::move(secret));
    return {std::move(found.secret), std::move(found.place)};
}

Taken fromVariable(const sources::Environment &environment, const QString &name)
{
    static const QRegularExpression variableName(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    if (!variableName.match(name).hasMatch())
        return stop(exitcode::usage, CommandWords::notAVariableName());
    sources::FoundKey found = sources::keyIn(environment, name);
    return SourcedKey{std::move(found.secret), std::move(found.place)};
}

/// The first of `names` that stands in the file, as it stands there; nothing where none does.
std::optional<sources::FoundKey> standingKey(std::vector<sources::FoundKey> keys, const QStringList &names)
{
    for (const QString &name : names) {
        for (sources::FoundKey &found : keys) {
            if (found.place.name == name)
                return std::move(found);
        }
    }
    return std::nullopt;
}

Taken fromEnvFile(const QString &path, const sources::Environment &environment, const sources::Client *client)
{
    auto file = sources::readFile(path);
    if (!file)
        return stop(exitcode::inputFile, FailureWords::sentence(file.error(), path));
    const QStringList names = sources::variablesFor(client);
    const sources::FileSurroundings surroundings{.readFile = {}, .shell = &environment};
    auto entry = sources::findInEnvFile(*file, names, sources::loaderFor(client), surroundings);
    // What the loader misses is tested as it stands, so that the key and its line can be told apart.
    auto found =
        standingKey(sources::keysInEnvFile(file->bytes(), surroundings), entry ? QStringList{entry->name} : names);
    SourcedKey taken;
    taken.place.kind = PlaceKind::EnvFile;
    taken.place.name = entry ? entry->name : names.constFirst();
    if (found) {
        taken.place = std::move(found->place);
        taken.secret = std::move(found->secret);
    }
    if (entry) {
        sources::FoundKey read = sources::foundKey(std::move(taken.place), std::move(entry->value));
        taken = {std::move(read.secret), std::move(read.place)};
        taken.place.line = entry->line;
    }
    taken.place.file = path;
    return taken;
}

Taken fromKeychain(const QString &name)
{
    keychain::OsKeyStore store;
    QEventLoop loop;
    Taken taken = stop(exitcode::keychain, {});
    store.read(name, &loop, [&](tl::expected<key::Secret, keychain::KeyStoreFailure> result) {
        if (result)
            taken = sourced(std::move(*result), PlaceKind::Keychain, name);
        else
            taken = stop(exitcode::keychain, FailureWords::sentence(result.error()));
        loop.quit();
    });
    loop.exec();
    return taken;
}

Taken fromStandardInput()
{
    auto secret = readStandardInput();
    if (!secret)
        return stop(exitcode::inputFile, CommandWords::standardInputTooLarge());
    return sourced(std::move(*secret), PlaceKind::StandardInput);
}

Taken fromClipboard()
{
    auto secret = readClipboard();
    if (!secret)
        return stop(exitcode::inputFile, CommandWords::noClipboard());
    return sourced(std::move(*secret), PlaceKind::Clipboard);
}

QStringList sourceOptionNames()
{
    return {QStringLiteral("stdin"), QStringLiteral("env"), QStringLiteral("env-file"), QStringLiteral("keychain"),
        QStringLiteral("clipboard")};
}

} // namespace

void addSourceOptions(Options &options)
{
    options.add(QStringLiteral("stdin"), CommandWords::stdinOption());
    options.add(QStringLiteral("env"), CommandWords::envOption(), QStringLiteral("VARIABLE"));
    options.add(QStringLiteral("env-file"), CommandWords::envFileOption(), QStringLiteral("FILE"));
    options.add(QStringLiteral("keychain"), CommandWords::keychainOption(), QStringLiteral("NAME"));
    options.add(QStringLiteral("clipboard"), CommandWords::clipboardOption());
}

tl::expected<SourcedKey, Stop> takeKey(
    const Options &options, const sources::Environment &environment, const sources::Client *client)
{
    QStringList given;
    for (const QString &name : sourceOptionNames()) {
        if (options.isSet(name))
            given.append(name);
    }
    if (given.size() > 1)
        return stop(exitcode::usage, CommandWords::oneSourceOnly());
    if (given.isEmpty())
        return fromVariable(environment, sources::variableRead(environment, client));
    const QString value = options.value(given.first()).value_or(QString());
    if (given.first() == QLatin1String("stdin"))
        return fromStandardInput();
    if (given.first() == QLatin1String("env"))
        return fromVariable(environment, value);
    if (given.first() == QLatin1String("env-file"))
        return fromEnvFile(value, environment, client);
    if (given.first() == QLatin1String("keychain"))
        return fromKeychain(value);
    return fromClipboard();
}

tl::expected<const sources::Client *, Stop> takeClient(const Options &options)
{
    const auto id = options.value(QStringLiteral("client"));
    if (!id)
        return nullptr;
    if (const sources::Client *client = sources::findClient(*id))
        return client;
    QStringList ids;
    for (const sources::Client &client : sources::clients())
        ids.append(client.id);
    return tl::unexpected(Stop{exitcode::usage, CommandWords::unknownClient(ids)});
}

} // namespace cli
