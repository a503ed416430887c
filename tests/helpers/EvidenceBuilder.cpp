// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/EvidenceBuilder.h"

using diagnosis::ProbeResult;
using probe::ProbeId;
using probe::Variant;

EvidenceBuilder::EvidenceBuilder()
{
    m_evidence.inspection.present = true;
    m_evidence.inspection.length = 40;
    m_evidence.inspection.headerSafe = true;
    m_evidence.inspection.cleaned = {false, true, 40, QStringLiteral("51d0-77be")};
    m_evidence.source.kind = sources::PlaceKind::Environment;
    m_evidence.source.name = QStringLiteral("CO_API_KEY");
    m_evidence.source.set = true;
    m_evidence.source.present = true;
    base(QUrl(QString::fromLatin1(probe::defaultBaseUrl)));
}

EvidenceBuilder &EvidenceBuilder::finding(inspect::FindingKind kind, inspect::Detail detail, inspect::Action action)
{
    inspect::Finding found;
    found.kind = kind;
    found.detail = detail;
    found.offset = 39;
    found.codePoint = 0xa0;
    found.action = action;
    m_evidence.inspection.findings.push_back(found);
    m_evidence.inspection.findingCount += 1;
    m_evidence.inspection.cleaned.changed = action == inspect::Action::Remove || action == inspect::Action::Decode;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::notSendable(bool cleanable)
{
    m_evidence.inspection.headerSafe = false;
    m_evidence.inspection.cleaned.headerSafe = cleanable;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::missing(bool variableIsSet)
{
    m_evidence.inspection = {};
    m_evidence.source.set = variableIsSet;
    m_evidence.source.present = false;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::place(sources::PlaceProblem problem, bool certain)
{
    sources::PlaceFinding found;
    found.problem = problem;
    found.place.name = QStringLiteral("COHERE_API_KEY");
    found.place.file = QStringLiteral("compose.yaml");
    found.other = m_evidence.source;
    found.certain = certain;
    m_evidence.placeFindings.push_back(found);
    return *this;
}

EvidenceBuilder &EvidenceBuilder::ownBase()
{
    return base(QUrl(QStringLiteral("https://rerank.example")));
}

EvidenceBuilder &EvidenceBuilder::base(const QUrl &url)
{
    m_evidence.base = url;
    m_evidence.endpoint = probe::endpointKind(url);
    m_evidence.baseIsCohere = probe::isCohereHost(url);
    return *this;
}

EvidenceBuilder &EvidenceBuilder::practice()
{
    m_evidence.baseIsPractice = true;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::trial(Variant variant, probe::Answerer answerer, probe::Meaning meaning, int status)
{
    reply(ProbeId::Rerank, variant, answerer, meaning, status);
    return *this;
}

EvidenceBuilder &EvidenceBuilder::trialFails(Variant variant, probe::NetworkFailure failure)
{
    fails(ProbeId::Rerank, failure);
    m_evidence.probes.back().variant = variant;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::viaProxy()
{
    probe::ProbeReply &reply = m_evidence.probes.back().reply;
    reply.viaProxy = true;
    reply.proxyUse.reason = probe::ProxyReason::Variable;
    reply.proxyUse.variable = QStringLiteral("HTTPS_PROXY");
    reply.proxyUse.host = QStringLiteral("proxy.example");
    reply.proxyUse.port = 3128;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::replyStatus(int status)
{
    m_evidence.probes.back().reply.status = status;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::replyHost(const QString &host)
{
    m_evidence.probes.back().reply.host = host;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::forAnotherName()
{
    m_evidence.probes.back().reply.tls.otherName = true;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::message(const QString &message)
{
    m_evidence.probes.back().reading.message = message;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::loginSchemes(const QStringList &schemes)
{
    m_evidence.probes.back().reading.loginSchemes = schemes;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::targetFailure(probe::TargetFailure failure)
{
    m_evidence.targetFailure = failure;
    return *this;
}

void EvidenceBuilder::reply(ProbeId id, Variant variant, probe::Answerer answerer, probe::Meaning meaning, int status)
{
    ProbeResult result;
    result.id = id;
    result.variant = variant;
    result.reply.status = status;
    result.reply.host = QStringLiteral("api.cohere.com");
    result.reply.port = 443;
    result.reading.answerer = answerer;
    result.reading.meaning = meaning;
    const bool passed = meaning == probe::Meaning::RerankResults || meaning == probe::Meaning::KeyValid;
    result.outcome = passed ? ProbeResult::Outcome::Passed : ProbeResult::Outcome::Failed;
    m_evidence.probes.push_back(result);
}

EvidenceBuilder &EvidenceBuilder::check(probe::Answerer answerer, probe::Meaning meaning, int status)
{
    reply(ProbeId::CheckApiKey, Variant::AsGiven, answerer, meaning, status);
    return *this;
}

EvidenceBuilder &EvidenceBuilder::rerank(probe::Answerer answerer, probe::Meaning meaning, int status)
{
    reply(ProbeId::Rerank, Variant::AsGiven, answerer, meaning, status);
    return *this;
}

EvidenceBuilder &EvidenceBuilder::cleaned(probe::Answerer answerer, probe::Meaning meaning, int status)
{
    reply(ProbeId::Rerank, Variant::Cleaned, answerer, meaning, status);
    return *this;
}

EvidenceBuilder &EvidenceBuilder::otherPlace(probe::Answerer answerer, probe::Meaning meaning, int status)
{
    sources::PlaceFinding &finding = m_evidence.placeFindings.back();
    finding.place.present = true;
    finding.place.fingerprint = QStringLiteral("9c1f-42ab");
    m_evidence.otherTested = finding.place;
    reply(ProbeId::Rerank, Variant::OtherPlace, answerer, meaning, status);
    return *this;
}

EvidenceBuilder &EvidenceBuilder::skipped()
{
    ProbeResult result;
    result.id = ProbeId::Rerank;
    result.variant = Variant::AsGiven;
    result.reply.failure = probe::NetworkFailure::KeyNotSendable;
    m_evidence.probes.push_back(result);
    return *this;
}

EvidenceBuilder &EvidenceBuilder::fails(ProbeId id, probe::NetworkFailure failure, probe::CertificateProblem problem)
{
    ProbeResult result;
    result.id = id;
    result.variant = id == ProbeId::Rerank ? Variant::AsGiven : Variant::None;
    result.outcome = ProbeResult::Outcome::Failed;
    result.reply.failure = failure;
    result.reply.host = QStringLiteral("api.cohere.com");
    result.reply.port = 443;
    result.reply.tls.problem = problem;
    m_evidence.probes.push_back(result);
    return *this;
}

EvidenceBuilder &EvidenceBuilder::clockAhead(qint64 seconds)
{
    m_evidence.probes.back().reading.clockAheadSeconds = seconds;
    return *this;
}

EvidenceBuilder &EvidenceBuilder::errorText(const char *text)
{
    m_evidence.errorText = errortext::readErrorText(text);
    return *this;
}
