// SPDX-License-Identifier: GPL-3.0-or-later
#include "MendSession.h"

#include "DoctorSession.h"
#include "inspect/Cleaner.h"

#include <algorithm>

using mend::KeyToWrite;
using mend::MendKind;
using sources::PlaceKind;

namespace {

/// The kind of place in which a change is found again.
PlaceKind placeOf(MendKind kind)
{
    switch (kind) {
    case MendKind::ShellProfile:
        return PlaceKind::ShellProfile;
    case MendKind::EnvironmentD:
        return PlaceKind::SessionFile;
    case MendKind::UserVariable:
        return PlaceKind::UserVariable;
    case MendKind::EnvLine:
    case MendKind::EnvKey:
    case MendKind::Gitignore:
        break;
    }
    return PlaceKind::EnvFile;
}

/// The request as far as it is known before the change is worked out, for what is said about it.
mend::Preview previewOf(const mend::Offer &offer)
{
    mend::Preview preview;
    preview.kind = offer.kind;
    preview.file = offer.file;
    preview.variable = offer.variable;
    return preview;
}

/// The test's, with what the user's own search has found: a test of a key that works looks nowhere else.
diagnosis::Evidence knownEvidence(const DoctorSession &doctor)
{
    diagnosis::Evidence evidence = doctor.result()->evidence;
    if (const check::SearchResult *found = doctor.search().result()) {
        for (const sources::FoundKey &key : found->keys)
            evidence.places.push_back(key.place);
        evidence.placeFindings.insert(evidence.placeFindings.end(), found->findings.begin(), found->findings.end());
    }
    return evidence;
}

} // namespace

MendSession::MendSession(DoctorSession &doctor, mend::Mender &mender, mend::Reach reach, QObject *parent)
    : QObject(parent)
    , m_doctor(doctor)
    , m_mender(mender)
    , m_reach(std::move(reach))
{
    connect(&m_doctor, &DoctorSession::keyChanged, this, &MendSession::onKeyChanged);
    connect(&m_doctor, &DoctorSession::testFinished, this, &MendSession::onTestFinished);
    connect(&m_doctor, &DoctorSession::testFinished, this, &MendSession::refreshOffers);
    connect(&m_doctor, &DoctorSession::resultDropped, this, &MendSession::refreshOffers);
    connect(&m_doctor, &DoctorSession::currentCauseChanged, this, &MendSession::refreshOffers);
    connect(&m_doctor, &DoctorSession::clientChanged, this, &MendSession::refreshOffers);
    connect(&m_doctor, &DoctorSession::platformChanged, this, &MendSession::refreshOffers);
    connect(&m_doctor.search(), &SearchSession::finished, this, &MendSession::onSearchFinished);
    connect(&m_mender, &mend::Mender::prepared, this, &MendSession::onPrepared);
    connect(&m_mender, &mend::Mender::applied, this, &MendSession::onApplied);
    connect(&m_mender, &mend::Mender::undone, this, &MendSession::onUndone);
    connect(&m_mender, &mend::Mender::failed, this, &MendSession::onFailed);
    refreshOffers();
}

void MendSession::refreshOffers()
{
    std::vector<mend::Offer> now;
    if (m_doctor.testState() == DoctorSession::TestState::Finished && m_doctor.result()) {
        const std::optional<std::size_t> current = m_doctor.currentCause();
        std::optional<diagnosis::Cause> cause;
        if (!m_doctor.keyWorks() && current)
            cause = m_doctor.causes()[*current].cause;
        m_reach.project = m_doctor.search().projectFolder();
        if (cause || m_doctor.keyWorks())
            now = mend::offers(cause, knownEvidence(m_doctor), m_doctor.fixContext(), m_reach);
    }
    if (now == m_offers)
        return;
    dropPreview();
    m_offers = std::move(now);
    Q_EMIT offersChanged();
}

bool MendSession::hasProvenKey() const
{
    return std::any_of(m_offers.begin(), m_offers.end(),
        [](const mend::Offer &offer) { return offer.key == KeyToWrite::AsTested || offer.key == KeyToWrite::Cleaned; });
}

void MendSession::prepare(std::size_t offer)
{
    if (m_activity != Activity::None || offer >= m_offers.size())
        return;
    dropPreview();
    m_chosen = m_offers[offer];
    if (m_outcome == Outcome::NotPrepared || m_outcome == Outcome::NotChanged)
        m_outcome = Outcome::None; // that was about another try
    set(Activity::Preparing);
    switch (m_chosen.key) {
    case KeyToWrite::None:
        request({});
        break;
    case KeyToWrite::AsTested:
        request(m_doctor.secret().duplicate());
        break;
    case KeyToWrite::Cleaned:
        request(inspect::clean(m_doctor.secret()).secret);
        break;
    case KeyToWrite::OfOtherPlace:
        m_doctor.search().start(); // a test keeps no key of another place
        break;
    }
}

void MendSession::request(key::Secret key)
{
    mend::MendRequest request;
    request.kind = m_chosen.kind;
    request.file = m_chosen.file;
    request.folder = m_chosen.folder;
    request.variable = m_chosen.variable;
    request.fromVariable = m_chosen.fromVariable;
    request.key = std::move(key);
    m_mender.prepare(std::move(request));
}

void MendSession::cancel()
{
    if (m_activity == Activity::None || m_activity == Activity::Preparing)
        dropPreview();
}

void MendSession::dropPreview()
{
    const bool wasPreparing = m_activity == Activity::Preparing;
    if (!m_preview && !wasPreparing)
        return;
    m_mender.discard();
    m_preview.reset();
    if (wasPreparing)
        m_activity = Activity::None;
    Q_EMIT previewDropped(); // first: what shows it still has the focus
    Q_EMIT changed();
}

void MendSession::apply()
{
    if (!m_preview || m_activity != Activity::None)
        return;
    set(Activity::Changing);
    m_mender.apply();
}

bool MendSession::canUndo() const
{
    return m_made && m_activity == Activity::None && m_mender.canUndo();
}

void MendSession::undo()
{
    if (!canUndo())
        return;
    dropPreview(); // of a file that will be another one
    set(Activity::GoingBack);
    m_mender.undo();
}

void MendSession::set(Activity activity)
{
    m_activity = activity;
    Q_EMIT changed();
}

void MendSession::conclude(Outcome outcome, const mend::Preview &about)
{
    m_outcome = outcome;
    m_about = about;
    set(Activity::None);
}

void MendSession::onKeyChanged()
{
    // What the user gives meanwhile is not replaced by what a file holds.
    if (m_activity == Activity::Reading)
        set(Activity::None);
    if (m_proof == Proof::Testing)
        m_proof = Proof::None;
    refreshOffers();
}

void MendSession::onTestFinished()
{
    if (m_proof != Proof::Testing)
        return;
    if (m_doctor.testState() == DoctorSession::TestState::Cancelled)
        m_proof = Proof::None;
    else
        m_proof = m_doctor.keyWorks() ? Proof::Works : Proof::Fails;
    Q_EMIT changed();
}

void MendSession::onPrepared(const mend::Preview &preview)
{
    if (m_activity != Activity::Preparing)
        return;
    m_preview = preview;
    set(Activity::None);
    Q_EMIT previewShown();
}

void MendSession::onApplied(const mend::Preview &preview)
{
    m_preview.reset();
    m_made = preview;
    m_outcome = Outcome::Changed;
    m_proof = Proof::None;
    m_about = preview;
    readAgain();
}

void MendSession::onUndone()
{
    m_outcome = Outcome::GoneBack;
    m_proof = Proof::None;
    m_about = *m_made;
    m_made.reset();
    readAgain();
}

void MendSession::onFailed(mend::Mender::Act act, mend::MendFailure failure)
{
    m_failure = failure;
    switch (act) {
    case mend::Mender::Act::Prepare:
        if (m_activity == Activity::Preparing)
            conclude(Outcome::NotPrepared, previewOf(m_chosen));
        break;
    case mend::Mender::Act::Apply:
        m_preview.reset();
        conclude(Outcome::NotChanged, previewOf(m_chosen));
        break;
    case mend::Mender::Act::Undo:
        conclude(Outcome::NotGoneBack, *m_made);
        break;
    }
}

void MendSession::readAgain()
{
    set(Activity::Reading);
    m_doctor.search().start();
}

void MendSession::onSearchFinished()
{
    if (m_activity == Activity::Reading)
        takeAndTest();
    else if (m_activity == Activity::Preparing && m_chosen.key == KeyToWrite::OfOtherPlace && !m_preview)
        takeOtherKey();
}

void MendSession::takeOtherKey()
{
    const std::optional<sources::Place> &wanted = m_doctor.result()->evidence.otherTested;
    const auto &keys = m_doctor.search().result()->keys;
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const sources::FoundKey &key) {
        return wanted && key.place.kind == wanted->kind && key.place.fingerprint == wanted->fingerprint
            && !key.secret.isEmpty();
    });
    if (found != keys.end()) {
        request(found->secret.duplicate());
        return;
    }
    m_failure = mend::MendFailure::NotFound;
    conclude(Outcome::NotPrepared, previewOf(m_chosen));
}

void MendSession::takeAndTest()
{
    m_activity = Activity::None; // the key that comes now is no one else's
    if (m_about.kind == MendKind::Gitignore) {
        Q_EMIT changed(); // no key is read otherwise
        return;
    }
    const auto &keys = m_doctor.search().result()->keys;
    const auto isThere = [this](const sources::FoundKey &key) {
        return key.place.kind == placeOf(m_about.kind) && key.place.name == m_about.variable
            && (key.place.file == m_about.file || m_about.file.isEmpty());
    };
    const auto found = std::find_if(keys.begin(), keys.end(), isThere);
    const auto index = static_cast<std::size_t>(found - keys.begin());
    if (found == keys.end() || !m_doctor.canUsePlace(index)) {
        if (m_outcome == Outcome::Changed)
            m_outcome = Outcome::ChangedUnread;
        Q_EMIT changed();
        return;
    }
    m_doctor.usePlace(index);
    m_proof = Proof::Testing;
    Q_EMIT changed();
    m_doctor.test();
}
