// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Environment.h"

#include "sources/Clients.h"
#include "sources/FoundKey.h"

#include <algorithm>

namespace sources {

namespace {

QStringList usualVariables()
{
    return {QStringLiteral("CO_API_KEY"), QStringLiteral("COHERE_API_KEY")};
}

} // namespace

std::optional<key::Secret> OwnEnvironment::read(const QString &name) const
{
    const QByteArray variable = name.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(variable.constData()))
        return std::nullopt;
    QByteArray bytes = qgetenv(variable.constData());
    return key::Secret::take(bytes);
}

Place placeOf(const Environment &environment, const QString &name)
{
    Place place;
    place.kind = PlaceKind::Environment;
    place.name = name;
    auto secret = environment.read(name);
    if (secret)
        return foundKey(std::move(place), std::move(*secret)).place;
    place.readBy = clientsReading(name);
    return place;
}

std::vector<Place> placesIn(const Environment &environment)
{
    std::vector<Place> places;
    for (const QString &name : keyVariables()) {
        const Place place = placeOf(environment, name);
        if (place.set)
            places.push_back(place);
    }
    return places;
}

QString variableRead(const Environment &environment, const Client *client)
{
    const bool known = client != nullptr && !client->variables.isEmpty();
    const QStringList names = known ? client->variables : usualVariables();
    const bool takesEmpty = known && client->empty == EmptyVariable::IsUsed;
    const auto found = std::find_if(names.begin(), names.end(), [&](const QString &name) {
        const auto secret = environment.read(name);
        return secret && (takesEmpty || !secret->isEmpty());
    });
    return found == names.end() ? names.constFirst() : *found;
}

std::vector<PlaceFinding> compare(const std::vector<Place> &places, const Place &taken, const Client *client)
{
    std::vector<PlaceFinding> findings;
    const bool knownClient = client != nullptr && !client->variables.isEmpty();
    const bool takesEmpty = knownClient && client->empty == EmptyVariable::IsUsed;
    const auto add = [&](PlaceProblem problem, const Place &place, const Place &other) {
        findings.push_back({.problem = problem, .place = place, .other = other, .certain = knownClient});
    };
    for (const Place &place : places) {
        if (place.name == taken.name && place.kind == taken.kind)
            continue;
        const bool readByClient = !knownClient || client->variables.contains(place.name);
        if (takesEmpty && taken.set && !taken.present && place.present && readByClient)
            add(PlaceProblem::EmptyVariableHides, taken, place);
        else if (!taken.present && place.present)
            add(PlaceProblem::OtherNameSet, place, taken);
        // Confirmed in cohere-python: an empty CO_API_KEY wins over a good COHERE_API_KEY.
        else if (taken.present && place.set && !place.present && readByClient
            && place.name == usualVariables().constFirst())
            add(PlaceProblem::EmptyVariableHides, place, taken);
        else if (taken.present && place.present && readByClient && place.fingerprint != taken.fingerprint)
            add(PlaceProblem::OtherPlaceDiffers, place, taken);
    }
    return findings;
}

} // namespace sources
