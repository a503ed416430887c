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

std::vector<FoundKey> keysIn(const Environment &environment)
{
    std::vector<FoundKey> keys;
    for (const QString &name : keyVariables()) {
        auto secret = environment.read(name);
        if (!secret)
            continue;
        Place place;
        place.kind = PlaceKind::Environment;
        place.name = name;
        keys.push_back(foundKey(std::move(place), std::move(*secret)));
    }
    return keys;
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

} // namespace sources
