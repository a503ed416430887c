// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Environment.h"

#include "inspect/Inspection.h"
#include "sources/Clients.h"

#include <algorithm>

namespace sources {

namespace {

QStringList usualVariables()
{
    return {QStringLiteral("CO_API_KEY"), QStringLiteral("COHERE_API_KEY")};
}

QStringList knownVariables()
{
    QStringList names = usualVariables();
    for (const Client &client : clients()) {
        for (const QString &name : client.variables) {
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names;
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

Place placeOf(const Environment &environment, const QString &name, const QString &where)
{
    Place place;
    place.kind = PlaceKind::Environment;
    place.name = name;
    place.where = where;
    place.readBy = clientsReading(name);
    if (const auto secret = environment.read(name)) {
        const inspect::Inspection inspection = inspect::inspect(*secret);
        place.set = true;
        place.present = inspection.present;
        place.fingerprint = inspection.fingerprint;
    }
    return place;
}

std::vector<Place> placesIn(const Environment &environment, const QString &where)
{
    std::vector<Place> places;
    for (const QString &name : knownVariables()) {
        const Place place = placeOf(environment, name, where);
        if (place.set)
            places.push_back(place);
    }
    return places;
}

QString variableRead(const Environment &environment, const Client *client)
{
    const QStringList names = client != nullptr && !client->variables.isEmpty() ? client->variables : usualVariables();
    const auto found = std::find_if(names.begin(), names.end(), [&](const QString &name) {
        const auto secret = environment.read(name);
        return secret && !secret->isEmpty();
    });
    return found == names.end() ? names.first() : *found;
}

std::vector<PlaceFinding> compare(const std::vector<Place> &places, const Place &taken, const Client *client)
{
    std::vector<PlaceFinding> findings;
    const bool knownClient = client != nullptr && !client->variables.isEmpty();
    const auto add = [&](PlaceProblem problem, const Place &place) {
        findings.push_back({problem, place, taken.name, knownClient});
    };
    for (const Place &place : places) {
        if (place.name == taken.name && place.kind == taken.kind)
            continue;
        const bool readByClient = !knownClient || client->variables.contains(place.name);
        if (!taken.present && place.present)
            add(PlaceProblem::OtherNameSet, place);
        // Confirmed in cohere-python: an empty CO_API_KEY wins over a good COHERE_API_KEY.
        else if (taken.present && place.set && !place.present && readByClient
            && place.name == usualVariables().constFirst())
            add(PlaceProblem::EmptyVariableHides, place);
        else if (taken.present && place.present && readByClient && place.fingerprint != taken.fingerprint)
            add(PlaceProblem::OtherPlaceDiffers, place);
    }
    return findings;
}

} // namespace sources
