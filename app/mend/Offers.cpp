// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/Offers.h"

#include "diagnosis/Evidence.h"
#include "diagnosis/Readers.h"
#include "sources/envfile/EnvLoaders.h"

#include <algorithm>

namespace mend {

namespace {

using diagnosis::Cause;
using diagnosis::Evidence;
using diagnosis::FixContext;
using diagnosis::Runtime;
using diagnosis::Shell;
using diagnosis::System;
using sources::Place;
using sources::PlaceKind;
using sources::PlaceProblem;

/// A key that was accepted, and the fingerprint by which its copies are known.
struct ProvenKey {
    KeyToWrite key = KeyToWrite::None;
    QString fingerprint;
};

ProvenKey provenKey(const Evidence &evidence)
{
    if (evidence.source.kind == PlaceKind::Practice)
        return {}; // nobody needs a practice key in his files
    const diagnosis::KeyOutcome outcome = diagnosis::keyOutcome(evidence);
    if (outcome.acceptedCleaned)
        return {KeyToWrite::Cleaned, evidence.inspection.cleaned.fingerprint};
    if (outcome.acceptedAsGiven)
        return {KeyToWrite::AsTested, evidence.inspection.fingerprint};
    const auto *other = evidence.find(probe::ProbeId::Rerank, probe::Variant::OtherPlace);
    if (other != nullptr && other->reading.keyAccepted() && evidence.otherTested)
        return {KeyToWrite::OfOtherPlace, evidence.otherTested->fingerprint};
    return {};
}

bool isSameLine(const Place &one, const Place &other)
{
    return one.kind == other.kind && one.file == other.file && one.name == other.name;
}

/// All places that the evidence tells of, each once, the one that the key came from first.
std::vector<Place> placesOf(const Evidence &evidence)
{
    std::vector<Place> all;
    const auto add = [&all](const Place &place) {
        const auto isThis = [&place](const Place &known) { return isSameLine(known, place); };
        if (std::none_of(all.begin(), all.end(), isThis))
            all.push_back(place);
    };
    add(evidence.source);
    std::for_each(evidence.places.begin(), evidence.places.end(), add);
    for (const sources::PlaceFinding &finding : evidence.placeFindings) {
        add(finding.place);
        if (finding.other)
            add(*finding.other);
    }
    return all;
}

/// The cause is about the text of the key, or of the line in which it stands.
bool isAboutText(std::optional<Cause> cause)
{
    return cause == Cause::EnvFileSyntax || cause == Cause::HiddenCharacters || cause == Cause::WrappedKey;
}

/// The key is to be another one where it is kept now.
bool isAboutStoredKey(std::optional<Cause> cause)
{
    if (cause == Cause::EnvFileNotLoaded || cause == Cause::ContainerEnvironment)
        return false;
    return !cause || diagnosis::verdictOf(*cause) == diagnosis::Verdict::FixKey;
}

/// The cause is that the user's variable is not what it should be.
bool isAboutVariable(std::optional<Cause> cause, PlaceKind source)
{
    switch (cause.value_or(Cause::KeyMissing)) {
    case Cause::KeyMissing:
    case Cause::WrongVariable:
    case Cause::StaleEnvironment:
        return true;
    default:
        break;
    }
    const bool isFromVariable = source == PlaceKind::Environment || source == PlaceKind::LoginShell
        || source == PlaceKind::ShellProfile || source == PlaceKind::SessionFile || source == PlaceKind::UserVariable;
    return isFromVariable && isAboutStoredKey(cause);
}

/// Puts together what can be done.
class Collector {
public:
    Collector(std::optional<Cause> cause, const Evidence &evidence, const FixContext &context, const Reach &reach)
        : m_cause(cause)
        , m_evidence(evidence)
        , m_context(context)
        , m_reach(reach)
        , m_proven(provenKey(evidence))
        , m_places(placesOf(evidence))
    {
    }

    std::vector<Offer> collect()
    {
        if (isAboutStoredKey(m_cause))
            addEnvLines();
        if (m_proven.key != KeyToWrite::None && isAboutVariable(m_cause, m_evidence.source.kind) && isVariableRead())
            addVariable();
        if (isAboutStoredKey(m_cause) || m_cause == Cause::EnvFileNotLoaded)
            addGitignore();
        return std::move(m_offers);
    }

private:
    void addEnvLines()
    {
        for (const Place &place : m_places) {
            if (place.kind != PlaceKind::EnvFile || place.reference || !place.set)
                continue; // what a reference stands for stands elsewhere
            if (m_cause == Cause::WrongVariable && isNamedOtherwise(place))
                addEnv(MendKind::EnvLine, place, {}, place.name);
            else if (m_proven.key == KeyToWrite::None && isAboutText(m_cause) && isLineWrong(place))
                addEnv(MendKind::EnvLine, place);
            else if (m_proven.key != KeyToWrite::None && place.meant != m_proven.fingerprint)
                addEnv(MendKind::EnvKey, place, m_proven.key);
            else if (m_proven.key != KeyToWrite::None && isReadByFew(place))
                addEnv(MendKind::EnvLine, place);
        }
    }

    /// The client reads another name, and the file does not set that one.
    [[nodiscard]] bool isNamedOtherwise(const Place &place) const
    {
        return place.present && place.name != m_context.variable
            && std::none_of(m_places.begin(), m_places.end(), [&](const Place &other) {
                   return other.kind == place.kind && other.file == place.file && other.name == m_context.variable;
               });
    }

    [[nodiscard]] bool isReadByFew(const Place &place) const
    {
        return isMisread(place) || (isAboutText(m_cause) && !sources::misreadBy(place).empty());
    }

    [[nodiscard]] bool isLineWrong(const Place &place) const
    {
        return isSameLine(place, m_evidence.source) || isMisread(place)
            || place.has(inspect::FindingKind::HiddenCharacters) || place.has(inspect::FindingKind::WrappedKey);
    }

    [[nodiscard]] bool isMisread(const Place &place) const { return isFound(PlaceProblem::LineMisread, place); }

    [[nodiscard]] bool isFound(PlaceProblem problem, const Place &place) const
    {
        const auto &findings = m_evidence.placeFindings;
        return std::any_of(findings.begin(), findings.end(), [&](const sources::PlaceFinding &finding) {
            return finding.problem == problem && isSameLine(finding.place, place);
        });
    }

    /// A variable of the user's account on this computer reaches the program.
    [[nodiscard]] bool isVariableRead() const
    {
        switch (m_context.runtime) {
        case Runtime::Terminal:
        case Runtime::Jupyter:
        case Runtime::VsCode:
        case Runtime::Systemd:
            return m_context.system == m_reach.system;
        default:
            return false;
        }
    }

    void addVariable()
    {
        if (m_context.system == System::Windows) {
            add({MendKind::UserVariable, {}, {}, m_context.variable, {}, m_proven.key});
            return;
        }
        // What is started by the session reads no shell's file; an editor may be started either way.
        const bool isStartedBySession = m_context.runtime == Runtime::VsCode || m_context.runtime == Runtime::Systemd;
        if (isStartedBySession && m_context.system == System::Linux)
            addFile(MendKind::EnvironmentD);
        if (m_context.runtime != Runtime::Systemd)
            addFile(MendKind::ShellProfile);
    }

    /// Not where the file has that key already.
    void addFile(MendKind kind)
    {
        const UsualFile usual = usualFile(kind, m_context.variable, m_context.shell, m_reach, m_places);
        const bool isThere = std::any_of(m_places.begin(), m_places.end(), [&](const Place &place) {
            // With findings, the fingerprint of the tested key may be that of its cleaned copy.
            return place.file == usual.file && place.name == m_context.variable
                && place.fingerprint == m_proven.fingerprint && place.findings.empty();
        });
        if (!usual.file.isEmpty() && !isThere)
            add({kind, usual.file, usual.folder, m_context.variable, {}, m_proven.key});
    }

    void addGitignore()
    {
        for (const Place &place : m_places) {
            const bool isOpen = place.tracked || place.unguarded || isFound(PlaceProblem::TrackedByGit, place);
            if (place.kind == PlaceKind::EnvFile && isOpen)
                add({MendKind::Gitignore, place.file, folderOf(place.file)});
        }
    }

    void addEnv(MendKind kind, const Place &place, KeyToWrite key = KeyToWrite::None, const QString &fromVariable = {})
    {
        const QString variable = fromVariable.isEmpty() ? place.name : m_context.variable;
        add({kind, place.file, folderOf(place.file), variable, fromVariable, key});
    }

    void add(const Offer &offer)
    {
        if (std::find(m_offers.begin(), m_offers.end(), offer) == m_offers.end())
            m_offers.push_back(offer);
    }

    [[nodiscard]] QString folderOf(const QString &file) const
    {
        const bool isInProject = !m_reach.project.isEmpty() && file.startsWith(m_reach.project + u'/');
        return isInProject ? m_reach.project : file.left(file.lastIndexOf(u'/'));
    }

    std::optional<Cause> m_cause;
    const Evidence &m_evidence;
    const FixContext &m_context;
    const Reach &m_reach;
    ProvenKey m_proven;
    std::vector<Place> m_places;
    std::vector<Offer> m_offers;
};

} // namespace

std::vector<Offer> offers(
    std::optional<Cause> cause, const Evidence &evidence, const FixContext &context, const Reach &reach)
{
    return Collector(cause, evidence, context, reach).collect();
}

} // namespace mend
