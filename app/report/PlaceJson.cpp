// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/PlaceJson.h"

#include "words/Ids.h"
#include "words/PlaceWords.h"

#include <QJsonObject>

namespace report {

namespace {

QJsonObject loaderJson(const sources::LoaderReading &reading)
{
    return {
        {QStringLiteral("loader"), words::id(reading.loader)},
        {QStringLiteral("outcome"), words::id(reading.outcome)},
        {QStringLiteral("length"), reading.length},
        {QStringLiteral("fingerprint"), reading.fingerprint},
    };
}

/// What only some places have.
void addParticulars(QJsonObject &object, const sources::Place &place)
{
    if (!place.file.isEmpty()) {
        object.insert(QStringLiteral("file"), place.file);
        object.insert(QStringLiteral("line"), place.line);
        object.insert(QStringLiteral("tracked"), place.tracked);
    }
    if (!place.holder.isEmpty())
        object.insert(QStringLiteral("holder"), place.holder);
    if (place.process != 0)
        object.insert(QStringLiteral("process"), place.process);
    if (place.since.isValid())
        object.insert(QStringLiteral("since"), place.since.toUTC().toString(Qt::ISODate));
    if (place.loaders.empty())
        return;
    QJsonArray loaders;
    for (const sources::LoaderReading &reading : place.loaders)
        loaders.append(loaderJson(reading));
    object.insert(QStringLiteral("loaders"), loaders);
}

QJsonObject placeJson(const sources::Place &place)
{
    QJsonArray findings;
    for (const inspect::FindingKind kind : place.findings)
        findings.append(words::id(kind));
    QJsonObject object{
        {QStringLiteral("kind"), words::id(place.kind)},
        {QStringLiteral("name"), place.name},
        {QStringLiteral("where"), words::PlaceWords::where(place)},
        {QStringLiteral("set"), place.set},
        {QStringLiteral("present"), place.present},
        {QStringLiteral("reference"), place.reference},
        {QStringLiteral("length"), place.length},
        {QStringLiteral("fingerprint"), place.fingerprint},
        {QStringLiteral("findings"), findings},
        {QStringLiteral("readBy"), QJsonArray::fromStringList(place.readBy)},
        {QStringLiteral("standing"), words::id(place.standing)},
    };
    addParticulars(object, place);
    return object;
}

} // namespace

QJsonArray placesJson(const std::vector<sources::Place> &places)
{
    QJsonArray array;
    for (const sources::Place &place : places)
        array.append(placeJson(place));
    return array;
}

} // namespace report
