// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/FoundKey.h"

#include "inspect/Inspection.h"
#include "sources/Clients.h"

#include <algorithm>

namespace sources {

FoundKey foundKey(Place place, key::Secret secret)
{
    const inspect::Inspection inspection = inspect::inspect(secret);
    place.set = true;
    place.present = inspection.present;
    place.length = inspection.length;
    place.fingerprint = inspection.fingerprint;
    place.readBy = clientsReading(place.name);
    place.findings.clear();
    for (const inspect::Finding &finding : inspection.findings) {
        if (std::find(place.findings.begin(), place.findings.end(), finding.kind) == place.findings.end())
            place.findings.push_back(finding.kind);
    }
    return {std::move(place), std::move(secret)};
}

FoundKey keyElsewhere(Place place)
{
    place.set = true;
    place.reference = true;
    place.readBy = clientsReading(place.name);
    return {std::move(place), key::Secret()};
}

QStringList keyVariables()
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

} // namespace sources
