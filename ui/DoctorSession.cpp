// SPDX-License-Identifier: GPL-3.0-or-later
#include "DoctorSession.h"

#include "check/Preparation.h"
#include "inspect/Cleaner.h"
#include "sources/Clients.h"

#include <algorithm>

DoctorSession::DoctorSession(check::Check &check, keychain::KeyStore &keyStore, check::PlaceSearch &search,
    const sources::Environment &environment, SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_check(check)
    , m_environment(environment)
    , m_options(std::move(options))
    , m_search(search, m_options.projectFolder)
    , m_keychain(keyStore,
          [this](key::Secret secret, sources::Place place) { takeSecret(std::move(secret), std::move(place)); })
    , m_target(m_options.baseUrl, m_options.practice)
{
    connect(&m_target, &TargetSession::changed, this, [this] {
        dropResult();
        Q_EMIT targetChanged();
    });
    connect(&m_check, &check::Check::probeStarted, this, &DoctorSession::onProbeStarted);
    connect(&m_check, &check::Check::probeFinished, this, &DoctorSession::onProbeFinished);
    connect(&m_check, &check::Check::searchStarted, this, [this] { setLookingElsewhere(true); });
    connect(&m_check, &check::Check::checkFinished, this, &DoctorSession::onCheckFinished);
    connectWithoutKey();
    inspectSecret();
}

void DoctorSession::setSecret(key::Secret secret)
{
    if (secret == m_secret) {
        return;
    }
    if (m_secretBefore && secret == *m_secretBefore) {
        undoClean(); // the key box's own undo
        return;
    }
    replaceSecret(std::move(secret), sources::Place{});
}

void DoctorSession::usePracticeKey(std::size_t index)
{
    const PracticeKey &chosen = m_options.practiceKeys.at(index);
    sources::Place place;
    place.kind = sources::PlaceKind::Practice;
    place.name = chosen.name;
    replaceSecret(key::Secret(chosen.bytes), std::move(place));
}

bool DoctorSession::canUsePlace(std::size_t index) const
{
    const check::SearchResult *result = m_search.result();
    if (result == nullptr || index >= result->keys.size()) {
        return false;
    }
    const sources::FoundKey &found = result->keys[index];
    const bool isSavedHere = found.place.kind == sources::PlaceKind::Keychain && found.place.holder.isEmpty();
    return !found.secret.isEmpty() || isSavedHere;
}

void DoctorSession::usePlace(std::size_t index)
{
    if (!canUsePlace(index)) {
        return;
    }
    const sources::FoundKey &found = m_search.result()->keys[index];
    if (found.place.kind == sources::PlaceKind::Keychain) {
        m_keychain.load(found.place.name);
    } else {
        takeSecret(found.secret.duplicate(), found.place);
    }
}

void DoctorSession::takeSecret(key::Secret secret, sources::Place source)
{
    replaceSecret(std::move(secret), std::move(source));
    Q_EMIT keyTaken();
}

void DoctorSession::replaceSecret(key::Secret secret, sources::Place source)
{
    m_secret = std::move(secret);
    m_secretBefore.reset();
    m_source = std::move(source);
    m_keychain.dropReading();
    m_keychain.forgetQuestion();
    dropResult();
    inspectSecret();
    Q_EMIT keyChanged();
}

void DoctorSession::inspectSecret()
{
    m_inspection = inspect::inspect(m_secret);
    m_source.set = !m_secret.isEmpty();
    m_source.present = m_inspection.present;
    m_source.fingerprint = m_inspection.fingerprint;
}

bool DoctorSession::canClean() const
{
    return m_testState != TestState::Running && m_inspection.cleaned.changed;
}

const key::Secret *DoctorSession::secretBeforeCleaning() const
{
    return m_secretBefore ? &*m_secretBefore : nullptr;
}

void DoctorSession::cleanKey()
{
    if (!canClean()) {
        return;
    }
    inspect::Cleaning cleaning = inspect::clean(m_secret);
    // The test's result stays: its cause is what is being mended, and the next test will prove it.
    m_secretBefore = std::move(m_secret);
    m_secret = std::move(cleaning.secret);
    inspectSecret();
    Q_EMIT keyChanged();
    Q_EMIT keyCleaned();
}

void DoctorSession::undoClean()
{
    if (!m_secretBefore) {
        return;
    }
    m_secret = std::move(*m_secretBefore);
    m_secretBefore.reset();
    inspectSecret();
    Q_EMIT keyChanged();
    Q_EMIT cleaningUndone();
}

void DoctorSession::setClientId(const QString &id)
{
    if (id == m_clientId) {
        return;
    }
    m_clientId = id;
    m_search.setClient(sources::findClient(id));
    Q_EMIT clientChanged();
}

void DoctorSession::test()
{
    if (m_errorText.hasText() && !m_errorText.reading()) {
        m_errorText.explain(); // what the test goes on with
        return;
    }
    m_target.readAuthorityFile(); // it may have gone since
    if (const auto problem = m_target.problem(); problem && problem->field != TargetField::BaseUrl) {
        Q_EMIT targetRefused();
        return;
    }
    m_result.reset();
    m_tried.clear();
    m_currentCause.reset();
    m_causesUsedUp = false;
    m_testState = TestState::Running;

    check::CheckRequest request =
        check::prepareRequest(m_secret.duplicate(), m_source, m_environment, sources::findClient(m_clientId), target());
    request.projectFolder = m_search.projectFolder();
    request.errorText = m_errorText.reading();
    m_keychain.dropReading(); // what is tested is the key as it stands now
    Q_EMIT testStarted();
    m_check.start(std::move(request));
}

void DoctorSession::cancelTest()
{
    if (m_testState == TestState::Running) {
        m_check.cancel();
    }
}

bool DoctorSession::isResultOfThisKey() const
{
    return m_result && m_result->evidence.inspection.fingerprint == m_inspection.fingerprint;
}

bool DoctorSession::keyWorks() const
{
    return m_testState == TestState::Finished && isResultOfThisKey()
        && m_result->diagnosis.verdict == diagnosis::Verdict::Works;
}

void DoctorSession::dropResult()
{
    if (m_testState == TestState::NotTested) {
        return;
    }
    m_testState = TestState::NotTested;
    m_lookingElsewhere = false;
    m_result.reset();
    m_tried.clear();
    m_currentCause.reset();
    m_causesUsedUp = false;
    m_check.cancel();
    Q_EMIT resultDropped();
}

void DoctorSession::setLookingElsewhere(bool looking)
{
    if (m_testState != TestState::Running || m_lookingElsewhere == looking) {
        return;
    }
    m_lookingElsewhere = looking;
    Q_EMIT testProgressed();
}

void DoctorSession::onProbeStarted(probe::ProbeId id, probe::Variant variant)
{
    if (m_testState != TestState::Running) {
        return;
    }
    setLookingElsewhere(false);
    m_tried.push_back({id, variant, std::nullopt});
    Q_EMIT testProgressed();
}

void DoctorSession::onProbeFinished(const diagnosis::ProbeResult &result)
{
    if (m_testState != TestState::Running) {
        return;
    }
    const auto same = [&result](
                          const TriedProbe &tried) { return tried.id == result.id && tried.variant == result.variant; };
    const auto found = std::find_if(m_tried.begin(), m_tried.end(), same);
    if (found == m_tried.end()) {
        m_tried.push_back({result.id, result.variant, result}); // skipped: it was never started
    } else {
        found->result = result;
    }
    Q_EMIT testProgressed();
}

void DoctorSession::onCheckFinished(const check::CheckResult &result)
{
    if (m_testState != TestState::Running) {
        return;
    }
    setLookingElsewhere(false);
    m_testState = result.evidence.cancelled ? TestState::Cancelled : TestState::Finished;
    m_result = result;
    m_currentCause = nextCause(0);
    Q_EMIT testFinished();
    Q_EMIT currentCauseChanged();
}

const std::vector<diagnosis::CauseFound> &DoctorSession::causes() const
{
    static const std::vector<diagnosis::CauseFound> none;
    return m_result ? m_result->diagnosis.causes : none;
}

std::optional<std::size_t> DoctorSession::currentCause() const
{
    return m_currentCause;
}

std::optional<std::size_t> DoctorSession::nextCause(std::size_t from) const
{
    const std::vector<diagnosis::CauseFound> &all = causes();
    for (std::size_t i = from; i < all.size(); ++i) {
        if (all[i].status != diagnosis::Status::RuledOut) {
            return i;
        }
    }
    return std::nullopt;
}

void DoctorSession::chooseCause(std::size_t index)
{
    if (index >= causes().size() || m_currentCause == index) {
        return;
    }
    m_currentCause = index;
    m_causesUsedUp = false;
    Q_EMIT currentCauseChanged();
}

void DoctorSession::notThis()
{
    if (!m_currentCause) {
        return;
    }
    if (const std::optional<std::size_t> next = nextCause(*m_currentCause + 1)) {
        m_currentCause = next;
    } else {
        m_causesUsedUp = true; // the last one stays chosen: what it shows may still be read
    }
    Q_EMIT currentCauseChanged();
}

diagnosis::FixContext DoctorSession::fixContext() const
{
    diagnosis::Evidence untested;
    untested.source = m_source;
    diagnosis::FixContext context = check::fixContext(m_result ? m_result->evidence : untested, m_environment,
        sources::findClient(m_clientId), target(), m_options.shellPath);
    return m_platform ? diagnosis::contextFor(std::move(context), *m_platform) : context;
}

void DoctorSession::setPlatform(diagnosis::Platform platform)
{
    if (m_platform == platform)
        return;
    m_platform = platform;
    Q_EMIT platformChanged();
}

void DoctorSession::saveToKeychain()
{
    if (canSave()) {
        m_keychain.save(m_secret);
    }
}
