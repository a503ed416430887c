// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Environment.h"

#include "sources/Clients.h"
#include "sources/FoundKey.h"

#include <algorithm>

namespace sources {

std::optional<key::Secret> OwnEnvironment::read(const QString &name) const
{
    const QByteArray variable = name.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(variable.constData()))
        return std::nullopt;
    QByteArray bytes = qgetenv(variable.constData());
    return key::Secret::take(bytes);
}

FoundKey keyIn(const Environment &environment, const QString &name)
{
    Place place;
    place.kind = PlaceKind::Environment;
    place.name = name;
    if (auto secret = environment.read(name))
        return foundKey(std::move(place), std::move(*secret));
    place.readBy = clientsReading(name);
    return {std::move(place), key::Secret()};
}

std::vector<FoundKey> keysIn(const Environment &environment)
{
    std::vector<FoundKey> keys;
    for (const QString &name : keyVariables()) {
        FoundKey key = keyIn(environment, name);
        if (key.place.set)
            keys.push_back(std::move(key));
    }
    return keys;
}

QString variableRead(const Environment &environment, const Client *client)
{
    const QStringList names = variablesFor(client);
    const bool takesEmpty = client != nullptr && client->empty == EmptyVariable::IsUsed;
    const auto found = std::find_if(names.begin(), names.end(), [&](const QString &name) {
        const auto secret = environment.read(name);
        return secret && (takesEmpty || !secret->isEmpty());
    });
    return found == names.end() ? names.constFirst() : *found;
}

} // namespace sources
