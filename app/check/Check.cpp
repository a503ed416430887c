// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/Check.h"

#include "check/NextTrial.h"
#include "check/OtherKey.h"
#include "inspect/Cleaner.h"
#include "probe/Variants.h"
#include "probe/message/ExchangeReader.h"
#include "probe/route/CertificateReading.h"
#include "sources/Comparison.h"

#include <QTimer>

#include <algorithm>

namespace check {

using diagnosis::ProbeResult;
using probe::Meaning;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::Variant;

namespace {

bool passed(ProbeId id, const probe::ProbeReply &reply, const probe::Reading &reading)
{
    switch (id) {
    case ProbeId::NameLookup:
    case ProbeId::Connect:
    case ProbeId::Tls:
    case ProbeId::ServerTime:
        return !reply.failure;
    case ProbeId::CheckApiKey:
        return reading.meaning == Meaning::KeyValid;
    case ProbeId::Rerank:
        return reading.meaning == Meaning::RerankResults;
    }
    return false;
}

/// Where the calls go. A proxy is left its name unless one of its addresses is dead.
QStringList addressesFrom(const probe::ProbeReply &connected)
{
    const bool byName = connected.address.isEmpty() || (connected.viaProxy && connected.attempts.size() < 2);
    return byName ? QStringList() : QStringList{connected.address};
}

/// The route's first steps leave time for the others: what does not answer by then is dead. Without its proxy, a
/// company's network often swallows all.
std::chrono::milliseconds timeFor(ProbeId id, Variant variant, bool viaProxy, std::chrono::milliseconds left)
{
    constexpr std::chrono::milliseconds longestDirect{5'000};
    if (variant == Variant::Direct)
        return std::min(left, longestDirect);
    // A proxy may be silent because its own connection is not made.
    const bool isFirstStep = id == ProbeId::NameLookup || id == ProbeId::Connect || (id == ProbeId::Tls && viaProxy);
    return isFirstStep ? left * 2 / 3 : left;
}

/// A certificate that is out of date by this computer's clock: which of the two is wrong, the server can tell.
bool hasWrongDates(const ProbeResult &result)
{
    return result.reply.failure == NetworkFailure::CertificateUntrusted
        && probe::isAboutDates(result.reply.tls.problem);
}

} // namespace

Check::Check(probe::Prober &prober, PlaceSearch *search, QObject *parent)
    : QObject(parent)
    , m_prober(prober)
    , m_search(search)
{
    if (m_search != nullptr)
        connect(m_search, &PlaceSearch::searchFinished, this, &Check::onSearchFinished);
    connect(&m_prober, &probe::Prober::probeFinished, this, &Check::onProbeFinished);
}

Check::~Check() = default;

void Check::start(CheckRequest request)
{
    if (m_running)
        m_prober.cancelAll();
    ++m_number;
    m_running = true;
    m_stage = Stage::NameLookup;
    m_open.clear();
    m_addresses.clear();
    m_deadline = QDeadlineTimer(request.timeout);
    m_secret = std::move(request.secret);
    m_cleaned = inspect::clean(m_secret).secret;
    m_redactor.emplace();
    m_redactor->addSecret(m_secret.bytes());
    m_redactor->addSecret(m_cleaned.bytes());
    m_client = request.client;
    m_searchWish = request.search;
    m_projectFolder = std::move(request.projectFolder);

    m_evidence = {};
    m_evidence.inspection = inspect::inspect(m_secret);
    m_evidence.errorText = std::move(request.errorText);
    m_evidence.source = std::move(request.source);
    m_evidence.places = std::move(request.places);
    m_evidence.placeFindings = std::move(request.placeFindings);
    if (!request.target) {
        m_evidence.targetFailure = request.target.error();
    } else {
        m_target = std::move(*request.target);
        m_evidence.baseIsPractice = m_target.practice;
        m_evidence.baseIsCohere = probe::isCohereHost(m_target.base);
        m_evidence.base = m_target.base;
        m_evidence.endpoint = probe::endpointKind(m_target.base);
    }

    // Queued, so that whoever starts a check hears of its end only after start() has returned.
    QTimer::singleShot(0, this, [this, number = m_number] {
        if (number != m_number || !m_running)
            return;
        if (!m_evidence.inspection.present || m_evidence.targetFailure)
            conclude();
        else
            begin(Stage::NameLookup);
    });
}

void Check::cancel()
{
    if (!m_running)
        return;
    // Their own ends come too late to be heard: what was under way was not tried to the end, and says nothing.
    for (const OpenProbe &open : std::exchange(m_open, {}))
        skip(open.id, open.variant, NetworkFailure::Cancelled);
    m_evidence.cancelled = true;
    const bool searching = m_stage == Stage::Search;
    finish();
    m_prober.cancelAll();
    if (searching)
        m_search->cancel();
}

void Check::begin(Stage stage)
{
    m_stage = stage;
    switch (stage) {
    case Stage::NameLookup:
        return probe(ProbeId::NameLookup, Variant::None);
    case Stage::Connect:
        return probe(ProbeId::Connect, Variant::None);
    case Stage::Tls:
        return probe(ProbeId::Tls, Variant::None);
    case Stage::ServerTime:
        return probe(ProbeId::ServerTime, Variant::None);
    case Stage::Key:
        return beginKeyStage();
    case Stage::Trial:
        return beginTrial();
    case Stage::Search:
        return beginSearch();
    case Stage::OtherKey:
        return probe(ProbeId::Rerank, Variant::OtherPlace);
    }
}

void Check::beginKeyStage()
{
    const bool asGiven = m_evidence.inspection.headerSafe;
    if (!asGiven)
        skip(ProbeId::Rerank, Variant::AsGiven, NetworkFailure::KeyNotSendable);
    const Variant variant = asGiven ? Variant::AsGiven : Variant::Cleaned;
    const bool sendable = asGiven || m_evidence.inspection.cleaned.headerSafe;
    if (!sendable)
        return conclude();
    // Side by side: neither needs the other's answer.
    probe(ProbeId::CheckApiKey, variant);
    probe(ProbeId::Rerank, variant);
}

void Check::beginTrial()
{
    const auto next = m_deadline.hasExpired() ? std::nullopt : nextTrial(m_evidence, m_target);
    if (next)
        probe(ProbeId::Rerank, *next);
    else
        conclude();
}

void Check::advance()
{
    if (!m_open.empty())
        return;
    const ProbeResult &last = m_evidence.probes.back();
    const bool failed = last.outcome == ProbeResult::Outcome::Failed;
    switch (m_stage) {
    case Stage::NameLookup:
        return begin(failed ? Stage::Trial : Stage::Connect);
    case Stage::Connect:
        if (failed)
            return begin(Stage::Trial);
        return begin(m_target.base.scheme() == QLatin1String("https") ? Stage::Tls : Stage::Key);
    case Stage::Tls:
        if (failed)
            return begin(hasWrongDates(last) ? Stage::ServerTime : Stage::Trial);
        return begin(Stage::Key);
    case Stage::ServerTime:
    case Stage::Key:
    case Stage::Trial:
        return begin(Stage::Trial);
    case Stage::Search:
    case Stage::OtherKey:
        return finish();
    }
}

const key::Secret &Check::secretOf(Variant variant) const
{
    if (variant == Variant::OtherPlace)
        return m_other;
    if (variant == Variant::Cleaned)
        return m_cleaned;
    const bool asGiven = variant == Variant::AsGiven || m_evidence.inspection.headerSafe;
    return asGiven ? m_secret : m_cleaned;
}

void Check::probe(ProbeId id, Variant variant)
{
    probe::ProbeRequest request;
    request.number = m_number;
    request.id = id;
    request.variant = variant;
    request.target = probe::targetOf(variant, m_target);
    const ProbeResult *connected = m_evidence.find(ProbeId::Connect, Variant::None);
    const bool viaProxy = connected != nullptr && connected->reply.viaProxy;
    request.timeout = timeFor(id, variant, viaProxy, std::chrono::milliseconds(m_deadline.remainingTime()));
    if (variant != Variant::Direct) // what answers there is the proxy
        request.addresses = m_addresses;
    if (variant != Variant::None && variant != Variant::NoKey) {
        auto parsed = key::HeaderKey::parse(secretOf(variant));
        if (!parsed)
            return skip(id, variant, NetworkFailure::KeyNotSendable);
        request.key = std::move(*parsed);
    }
    OpenProbe open{id, variant, {}};
    if (id == ProbeId::CheckApiKey || id == ProbeId::Rerank)
        open.head = probe::requestHead(request);
    m_open.push_back(std::move(open));
    Q_EMIT probeStarted(id, variant);
    m_prober.start(std::move(request));
}

void Check::skip(ProbeId id, Variant variant, NetworkFailure why)
{
    ProbeResult result;
    result.id = id;
    result.variant = variant;
    result.reply.failure = why;
    record(std::move(result));
}

void Check::record(ProbeResult result)
{
    m_evidence.probes.push_back(std::move(result));
    Q_EMIT probeFinished(m_evidence.probes.back());
}

ProbeResult Check::readResult(const probe::ProbeReply &reply, const OpenProbe &open) const
{
    ProbeResult result;
    result.id = reply.id;
    result.variant = reply.variant;
    result.reading = probe::readReply(reply, *m_redactor, QDateTime::currentDateTimeUtc());
    if (open.head)
        result.exchange = probe::readExchange(*open.head, reply, *m_redactor);
    result.reply = reply;
    result.reply.body.clear();
    result.reply.headers.clear();
    result.reply.tls = probe::withoutKnownKeys(std::move(result.reply.tls), *m_redactor);
    result.outcome =
        passed(reply.id, reply, result.reading) ? ProbeResult::Outcome::Passed : ProbeResult::Outcome::Failed;
    return result;
}

void Check::onProbeFinished(const probe::ProbeReply &reply)
{
    if (!m_running || reply.number != m_number)
        return;
    if (reply.id == ProbeId::NameLookup)
        m_addresses = reply.addresses;
    else if (reply.id == ProbeId::Connect)
        m_addresses = addressesFrom(reply);
    const auto open = std::find_if(m_open.begin(), m_open.end(),
        [&reply](const OpenProbe &probe) { return probe.id == reply.id && probe.variant == reply.variant; });
    if (open == m_open.end())
        return;
    ProbeResult result = readResult(reply, *open);
    m_open.erase(open);
    record(std::move(result));
    if (m_running)
        advance();
}

void Check::conclude()
{
    const bool wanted =
        m_searchWish == SearchWish::Always || (m_searchWish == SearchWish::WhereInDoubt && isPlaceInDoubt(m_evidence));
    if (m_search != nullptr && wanted && !m_deadline.hasExpired())
        begin(Stage::Search);
    else
        finish();
}

void Check::beginSearch()
{
    QTimer::singleShot(std::chrono::milliseconds(m_deadline.remainingTime()), this, [this, number = m_number] {
        if (number == m_number && m_running && m_stage == Stage::Search)
            m_search->cancel(); // it tells what it found so far
    });
    Q_EMIT searchStarted();
    m_search->start({m_projectFolder, m_client});
}

void Check::onSearchFinished(const std::shared_ptr<const SearchResult> &found)
{
    if (!m_running || m_stage != Stage::Search)
        return; // somebody else's
    takeFound(*found);
    const bool baseIsHere = m_target.practice || probe::isLoopback(m_target.base);
    const sources::FoundKey *other = otherKeyWorthATry(m_evidence, found->keys, baseIsHere);
    if (other == nullptr || m_deadline.hasExpired() || !mayAskAgain(m_evidence))
        return finish();
    m_evidence.otherTested = other->place;
    m_other = other->secret.duplicate();
    m_redactor->addSecret(m_other.bytes());
    begin(Stage::OtherKey);
}

void Check::takeFound(const SearchResult &found)
{
    m_evidence.places.clear();
    for (const sources::FoundKey &key : found.keys)
        m_evidence.places.push_back(key.place);
    m_evidence.placeFindings = found.findings;
    sources::addFindingsOfTested(m_evidence.placeFindings, found.keys, m_evidence.source, m_secret, m_client);
}

void Check::finish()
{
    m_running = false;
    m_secret = {};
    m_cleaned = {};
    m_other = {};
    m_redactor.reset();
    CheckResult result;
    result.evidence = std::move(m_evidence);
    result.diagnosis = diagnosis::diagnose(result.evidence);
    m_evidence = {};
    Q_EMIT checkFinished(result);
}

} // namespace check
