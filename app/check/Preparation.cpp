// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/Preparation.h"

#include "diagnosis/Trials.h"
#include "probe/Variants.h"
#include "sources/Clients.h"
#include "sources/Comparison.h"

namespace check {

namespace {

/// The .env file that the matter is about; empty where there is none.
QString envFileOf(const sources::Place &source, const std::vector<sources::PlaceFinding> &findings)
{
    if (source.kind == sources::PlaceKind::EnvFile)
        return source.file;
    for (const sources::PlaceFinding &finding : findings) {
        if (finding.place.kind == sources::PlaceKind::EnvFile)
            return finding.place.file;
        if (finding.other && finding.other->kind == sources::PlaceKind::EnvFile)
            return finding.other->file;
    }
    return {};
}

bool isOfService(sources::PlaceKind kind)
{
    switch (kind) {
    case sources::PlaceKind::ComposeFile:
    case sources::PlaceKind::Kubernetes:
    case sources::PlaceKind::SessionFile:
        return true;
    default:
        return false;
    }
}

/// The service and the shell's own file that the findings are about, by their names.
void addNamesOfPlaces(const std::vector<sources::PlaceFinding> &findings, diagnosis::FixContext &context)
{
    const auto read = [&context](const sources::Place &place) {
        if (context.holder.isEmpty() && isOfService(place.kind))
            context.holder = place.holder;
        if (context.profile.isEmpty() && place.kind == sources::PlaceKind::ShellProfile)
            context.profile = place.file;
    };
    for (const sources::PlaceFinding &finding : findings) {
        read(finding.place);
        if (finding.other)
            read(*finding.other);
    }
}

void addWhatTrialsFound(const diagnosis::Evidence &evidence, diagnosis::FixContext &context)
{
    if (const auto *header = diagnosis::firstJudged(evidence, probe::headerVariants))
        context.header = probe::written(*probe::headerForm(header->variant));
    if (const auto *path = diagnosis::pathThatLeads(evidence)) {
        probe::Target target;
        target.base = evidence.base;
        const QUrl base = probe::targetOf(path->variant, target).base;
        if (base != evidence.base) // else it is the path behind it that differs
            context.baseUrl = base.toString();
    }
    if (const auto *plain = diagnosis::plainCall(evidence))
        context.waitSeconds = plain->reading.retryAfterSeconds.value_or(context.waitSeconds);
}

} // namespace

CheckRequest prepareRequest(key::Secret secret, sources::Place source, const sources::Environment &environment,
    const sources::Client *client, tl::expected<probe::Target, probe::TargetFailure> target)
{
    CheckRequest request;
    request.secret = std::move(secret);
    std::vector<sources::FoundKey> keys = sources::keysIn(environment);
    request.placeFindings = sources::comparePlaces(keys, client);
    sources::addFindingsOfTested(request.placeFindings, keys, source, request.secret, client);
    for (sources::FoundKey &found : keys)
        request.places.push_back(std::move(found.place));
    request.client = client;
    request.source = std::move(source);
    request.target = std::move(target);
    return request;
}

diagnosis::FixContext fixContext(const diagnosis::Evidence &evidence, const sources::Environment &environment,
    const sources::Client *client, const tl::expected<probe::Target, probe::TargetFailure> &target,
    const QString &shellPath)
{
    const sources::Place &source = evidence.source;
    diagnosis::FixContext context = diagnosis::contextOfThisSystem(shellPath);
    const bool inVariable =
        source.kind == sources::PlaceKind::Environment || source.kind == sources::PlaceKind::EnvFile;
    if (client != nullptr && !client->variables.isEmpty())
        context.variable = client->variables.first();
    else if (!source.name.isEmpty() && inVariable)
        context.variable = source.name;
    for (const sources::FoundKey &found : sources::keysIn(environment)) {
        if (found.place.name != context.variable && found.place.present)
            context.otherVariable = found.place.name;
    }
    // Of two keys, the one that was seen to work stays.
    const auto *other = diagnosis::trial(evidence, probe::Variant::OtherPlace);
    const bool otherWorks = other != nullptr && other->reading.keyAccepted() && evidence.otherTested;
    if (otherWorks && evidence.otherTested->name == context.otherVariable && source.name == context.variable)
        std::swap(context.variable, context.otherVariable);
    const QString file = envFileOf(source, evidence.placeFindings);
    if (!file.isEmpty()) {
        context.file = file;
        context.otherIsInFile = source.kind == sources::PlaceKind::Environment && context.otherVariable.isEmpty();
    }
    context.keyIsInFile = source.kind == sources::PlaceKind::EnvFile;
    addNamesOfPlaces(evidence.placeFindings, context);
    if (target && !target->base.host().isEmpty())
        context.host = target->base.host();
    if (target && !target->practice && evidence.base != QUrl(QLatin1String(probe::defaultBaseUrl)))
        context.testedUrl = evidence.base.toString();
    addWhatTrialsFound(evidence, context);
    context.route = diagnosis::fixRoute(evidence);
    return context;
}

QString baseUrlText(const sources::Environment &environment)
{
    const auto variable = environment.read(QStringLiteral("CO_API_URL"));
    return variable ? QString::fromUtf8(variable->bytes()) : QString::fromLatin1(probe::defaultBaseUrl);
}

} // namespace check
