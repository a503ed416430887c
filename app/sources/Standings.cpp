// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Standings.h"

#include "sources/Clients.h"

#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace sources {

using Keys = std::vector<FoundKey>;

QStringList namesRead(const Client *client)
{
    return client != nullptr ? client->variables : usualVariables();
}

bool isUsualEnvFile(const Place &place)
{
    return place.kind == PlaceKind::EnvFile && QFileInfo(place.file).fileName() == QLatin1String(".env");
}

bool isLoaded(const Place &place, const Client *client)
{
    return std::none_of(
        place.loaders.begin(), place.loaders.end(), [loader = loaderFor(client)](const LoaderReading &reading) {
            return reading.loader == loader && reading.outcome != LoaderReading::Outcome::Value;
        });
}

const FoundKey *envFileOf(const Keys &keys, const QString &name, const Client *client)
{
    const FoundKey *highest = nullptr;
    for (const FoundKey &key : keys) {
        if (!isUsualEnvFile(key.place) || key.place.name != name || !isLoaded(key.place, client))
            continue;
        if (highest == nullptr || key.place.file.size() < highest->place.file.size())
            highest = &key;
    }
    return highest;
}

const FoundKey *findPlace(const Keys &keys, PlaceKind kind, const QString &name)
{
    const auto found = std::find_if(keys.begin(), keys.end(),
        [&](const FoundKey &key) { return key.place.kind == kind && key.place.name == name && key.place.set; });
    return found == keys.end() ? nullptr : &*found;
}

const FoundKey *valueHere(const Keys &keys, const QString &name, const Client *client)
{
    const FoundKey *variable = findPlace(keys, PlaceKind::Environment, name);
    return variable != nullptr ? variable : envFileOf(keys, name, client);
}

const FoundKey *findWinner(const Keys &keys, const Client *client)
{
    const bool emptyIsUsed = client != nullptr && client->empty == EmptyVariable::IsUsed;
    for (const QString &name : namesRead(client)) {
        const FoundKey *value = valueHere(keys, name, client);
        if (value != nullptr && (value->place.present || emptyIsUsed))
            return value;
    }
    return nullptr;
}

void giveStandings(Keys &keys, const Client *client)
{
    const FoundKey *winner = findWinner(keys, client);
    const QStringList names = namesRead(client);
    for (FoundKey &key : keys) {
        const bool variable = key.place.kind == PlaceKind::Environment && key.place.set;
        const bool here = variable || (isUsualEnvFile(key.place) && isLoaded(key.place, client));
        if (&key == winner)
            key.place.standing = Standing::Wins;
        else
            key.place.standing = here && names.contains(key.place.name) ? Standing::Hidden : Standing::Apart;
    }
}

void putInOrder(Keys &keys)
{
    const auto rank = [](const FoundKey &key) {
        const int standing = key.place.standing == Standing::Wins ? 0 : key.place.standing == Standing::Hidden ? 1 : 2;
        return std::tuple(standing, static_cast<int>(key.place.kind), !key.place.parent);
    };
    std::stable_sort(keys.begin(), keys.end(), [&](const FoundKey &a, const FoundKey &b) { return rank(a) < rank(b); });
}

} // namespace sources
