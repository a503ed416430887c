// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ScanJson.h"

#include "report/CauseJson.h"
#include "report/PlaceJson.h"
#include "sources/Clients.h"
#include "words/DifferenceWords.h"
#include "words/Ids.h"
#include "words/PlaceWords.h"
#include "words/ScanWords.h"

namespace report {

namespace {

QJsonArray disagreementsJson(const std::vector<sources::PlaceFinding> &findings)
{
    QJsonArray array;
    for (const sources::PlaceFinding &finding : findings) {
        QJsonObject object{
            {QStringLiteral("id"), words::id(finding.problem)},
            {QStringLiteral("message"), words::PlaceWords::problem(finding)},
            {QStringLiteral("certain"), finding.certain},
        };
        if (finding.difference)
            object.insert(QStringLiteral("difference"), words::DifferenceWords::sentence(*finding.difference));
        array.append(object);
    }
    return array;
}

QJsonArray skippedJson(const std::vector<sources::SkippedFile> &files)
{
    QJsonArray array;
    for (const sources::SkippedFile &file : files) {
        array.append(QJsonObject{
            {QStringLiteral("file"), file.file},
            {QStringLiteral("reason"), words::id(file.reason)},
            {QStringLiteral("message"), words::PlaceWords::skipped(file)},
        });
    }
    return array;
}

} // namespace

QJsonObject scanJson(const check::CheckResult &result, const check::SearchResult &found, const sources::Client *client,
    const diagnosis::FixContext &context)
{
    const diagnosis::Evidence &evidence = result.evidence;
    return {
        {QStringLiteral("schema"), schema},
        {QStringLiteral("verdict"), words::id(result.diagnosis.verdict)},
        {QStringLiteral("summary"), words::ScanWords::summary(result, client)},
        {QStringLiteral("client"), client != nullptr ? QJsonValue(client->id) : QJsonValue()},
        {QStringLiteral("causes"), causesJson(result.diagnosis, context, evidence.inspection.length)},
        {QStringLiteral("sources"), placesJson(evidence.places)},
        {QStringLiteral("disagreements"), disagreementsJson(evidence.placeFindings)},
        {QStringLiteral("skipped"), skippedJson(found.skipped)},
        {QStringLiteral("files"), found.files},
        {QStringLiteral("loginShellAnswered"), found.shellAnswered},
    };
}

} // namespace report
