// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"

#include <algorithm>
#include <array>

namespace diagnosis {

namespace {

using inspect::Action;
using inspect::Detail;
using inspect::Finding;
using inspect::FindingKind;

/// More proofs than this tell nobody more.
constexpr qsizetype maximumCharactersNamed = 8;

bool isRemovable(const Finding &finding)
{
    return finding.action == Action::Remove || finding.action == Action::Decode;
}

std::vector<Finding> findingsOf(const inspect::Inspection &inspection, FindingKind kind)
{
    std::vector<Finding> found;
    std::copy_if(inspection.findings.begin(), inspection.findings.end(), std::back_inserter(found),
        [kind](const Finding &finding) { return finding.kind == kind; });
    return found;
}

std::vector<EvidenceItem> charactersFound(const std::vector<Finding> &findings)
{
    std::vector<EvidenceItem> items;
    for (const Finding &finding : findings) {
        if (std::ssize(items) == maximumCharactersNamed) {
            items.push_back({.fact = Fact::MoreCharactersFound, .number = std::ssize(findings) - std::ssize(items)});
            break;
        }
        items.push_back({.fact = Fact::CharacterFound, .finding = finding});
    }
    return items;
}

/// A finding that Cleaner can take away: the test of the cleaned key is the proof.
Status statusOfRemovable(const Evidence &evidence, const KeyOutcome &outcome, std::vector<EvidenceItem> &items)
{
    if (!evidence.inspection.headerSafe)
        items.push_back({.fact = Fact::KeyNotSendable});
    if (outcome.acceptedCleaned) {
        items.push_back({.fact = Fact::CleanedKeyAccepted});
        return Status::Confirmed;
    }
    items.push_back({.fact = outcome.rejectedCleaned ? Fact::CleanedKeyRejected : Fact::CleanedKeyUntested});
    return Status::Likely;
}

/// A finding that nobody can clean: the key cannot stand in a header, or it was rejected as it is.
Status statusOfOther(const Evidence &evidence, const KeyOutcome &outcome, const std::vector<Finding> &findings,
    std::vector<EvidenceItem> &items)
{
    if (!evidence.inspection.cleaned.headerSafe) {
        items.push_back({.fact = Fact::KeyNotSendable});
        return Status::Confirmed;
    }
    const bool sharedShape = std::all_of(findings.begin(), findings.end(),
        [](const Finding &finding) { return finding.detail == Detail::ServiceShape; });
    const bool rejected = outcome.rejectedAsGiven || outcome.rejectedCleaned;
    return rejected && !sharedShape ? Status::Confirmed : Status::Likely;
}

void readKind(
    FindingKind kind, Cause cause, const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes)
{
    const std::vector<Finding> findings = findingsOf(evidence.inspection, kind);
    if (findings.empty())
        return;
    std::vector<EvidenceItem> items = charactersFound(findings);
    if (outcome.acceptedAsGiven) {
        items.push_back({.fact = Fact::KeyWorksAsGiven});
        causes.add(cause, Status::RuledOut, std::move(items));
        return;
    }
    const bool removable = std::all_of(findings.begin(), findings.end(), isRemovable);
    const Status status =
        removable ? statusOfRemovable(evidence, outcome, items) : statusOfOther(evidence, outcome, findings, items);
    causes.add(cause, status, std::move(items));
}

void readMissingKey(const Evidence &evidence, CauseCollector &causes)
{
    const sources::Place &source = evidence.source;
    EvidenceItem item{.fact = evidence.inspection.length == 0 ? Fact::NoKeyAtAll : Fact::KeyIsOnlyBlanks};
    if (source.kind == sources::PlaceKind::Environment && evidence.inspection.length == 0)
        item = {.fact = source.set ? Fact::VariableEmpty : Fact::VariableNotSet, .name = source.name};
    causes.add(Cause::KeyMissing, Status::Confirmed, {item});
}

} // namespace

void readKeyText(const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes)
{
    if (!evidence.inspection.present) {
        readMissingKey(evidence, causes);
        return;
    }
    static constexpr std::array kinds = {
        std::pair{FindingKind::PlaceholderKey, Cause::PlaceholderKey},
        std::pair{FindingKind::OtherServiceKey, Cause::OtherServiceKey},
        std::pair{FindingKind::LookalikeCharacters, Cause::LookalikeCharacters},
        std::pair{FindingKind::HiddenCharacters, Cause::HiddenCharacters},
        std::pair{FindingKind::WrappedKey, Cause::WrappedKey},
    };
    for (const auto &[kind, cause] : kinds)
        readKind(kind, cause, evidence, outcome, causes);
}

} // namespace diagnosis
