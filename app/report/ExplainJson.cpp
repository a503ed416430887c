// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ExplainJson.h"

#include "inspect/CharacterName.h"
#include "report/CauseJson.h"
#include "words/ExplainWords.h"
#include "words/Ids.h"

#include <QJsonArray>

namespace report {

namespace {

QJsonObject sightingJson(const errortext::Sighting &sighting)
{
    QJsonObject object{
        {QStringLiteral("line"), sighting.line},
        {QStringLiteral("quote"), sighting.quote},
    };
    if (sighting.status != 0)
        object.insert(QStringLiteral("status"), sighting.status);
    if (sighting.owner == errortext::Owner::Cohere && sighting.service.isEmpty())
        object.insert(QStringLiteral("service"), QStringLiteral("Cohere"));
    else if (!sighting.service.isEmpty())
        object.insert(QStringLiteral("service"), sighting.service);
    return object;
}

QJsonObject characterJson(const errortext::NamedCharacter &character)
{
    QJsonObject object{
        {QStringLiteral("codePoint"), inspect::codePointText(character.codePoint)},
        {QStringLiteral("name"), inspect::characterName(character.codePoint)},
    };
    if (character.offset)
        object.insert(QStringLiteral("offset"), *character.offset);
    return object;
}

} // namespace

QJsonObject explainJson(const check::CheckResult &result, const diagnosis::FixContext &context)
{
    const errortext::ErrorReading reading = result.evidence.errorText.value_or(errortext::ErrorReading());
    QJsonArray sightings;
    for (const errortext::Sighting &sighting : reading.sightings)
        sightings.append(sightingJson(sighting));
    QJsonArray characters;
    for (const errortext::NamedCharacter &character : reading.characters)
        characters.append(characterJson(character));
    QJsonObject object{
        {QStringLiteral("schema"), schema},
        {QStringLiteral("verdict"), words::id(result.diagnosis.verdict)},
        {QStringLiteral("summary"), words::ExplainWords::summary(result.diagnosis, result.evidence)},
        {QStringLiteral("causes"), causesJson(result.diagnosis, context, 0)},
        {QStringLiteral("sightings"), sightings},
        {QStringLiteral("characters"), characters},
        {QStringLiteral("keysMasked"), reading.keysMasked},
        {QStringLiteral("cutOff"), reading.cutOff},
    };
    if (!reading.clientId.isEmpty()) {
        object.insert(QStringLiteral("client"),
            QJsonObject{{QStringLiteral("id"), reading.clientId}, {QStringLiteral("version"), reading.version}});
    }
    return object;
}

} // namespace report
