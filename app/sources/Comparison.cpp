// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Comparison.h"

#include "sources/Clients.h"
#include "sources/Standings.h"
#include "sources/envfile/EnvLoaders.h"

#include <algorithm>
#include <array>

namespace sources {

namespace {

using Keys = std::vector<FoundKey>;

bool differs(const Place &a, const Place &b)
{
    return a.present && b.present && !a.fingerprint.isEmpty() && !b.fingerprint.isEmpty()
        && a.fingerprint != b.fingerprint;
}

std::optional<KeyDifference> difference(const FoundKey &a, const FoundKey &b)
{
    if (a.secret.isEmpty() || b.secret.isEmpty())
        return std::nullopt;
    return compareKeys(a.secret, b.secret);
}

/// Looks for what disagrees; each function for one kind of it.
class Disagreements {
public:
    Disagreements(const Keys &keys, const Client *client)
        : m_keys(keys)
        , m_client(client)
        , m_names(namesRead(client))
        , m_winner(findWinner(keys, client))
        , m_terminal(terminal())
    {
    }

    std::vector<PlaceFinding> all()
    {
        emptyVariables();
        otherNames();
        hiddenKeys();
        olderHere();
        olderPrograms();
        misreadLines();
        containers();
        trackedFiles();
        return std::move(m_findings);
    }

private:
    void add(PlaceProblem problem, const FoundKey &key, const FoundKey *other, bool certain)
    {
        PlaceFinding finding;
        finding.problem = problem;
        finding.place = key.place;
        finding.certain = certain;
        if (other != nullptr) {
            finding.other = other->place;
            finding.difference = difference(key, *other);
        }
        m_findings.push_back(std::move(finding));
    }

    /// A variable that is set to nothing, while a later one, or the file, holds a key.
    void emptyVariables()
    {
        for (const QString &name : m_names) {
            const FoundKey *empty = findPlace(m_keys, PlaceKind::Environment, name);
            if (empty == nullptr)
                continue;
            if (empty->place.present)
                return; // what comes after it is not read
            const FoundKey *hidden = envFileOf(m_keys, name, m_client);
            const bool byFile = hidden != nullptr && hidden->place.present;
            for (const QString &later : m_names.mid(m_names.indexOf(name) + 1)) {
                const FoundKey *value = valueHere(m_keys, later, m_client);
                if (!byFile && value != nullptr && value->place.present)
                    hidden = value;
            }
            if (hidden == nullptr || !hidden->place.present)
                continue;
            const bool passedOver = m_client != nullptr && m_client->empty == EmptyVariable::IsPassedOver;
            if (byFile || !passedOver) {
                const bool certain = m_client != nullptr && m_client->empty == EmptyVariable::IsUsed;
                add(PlaceProblem::EmptyVariableHides, *empty, hidden, byFile || certain);
            }
        }
    }

    /// Nothing under the names that the client reads, but a key under another one.
    void otherNames()
    {
        if (m_client == nullptr || m_names.isEmpty() || (m_winner != nullptr && m_winner->place.present))
            return;
        FoundKey missing;
        missing.place.kind = PlaceKind::Environment;
        missing.place.name = m_names.constFirst();
        for (const FoundKey &key : m_keys) {
            const bool here = key.place.kind == PlaceKind::Environment || isUsualEnvFile(key.place);
            if (here && key.place.present && !m_names.contains(key.place.name))
                add(PlaceProblem::OtherNameSet, key, &missing, true);
        }
    }

    /// Another key where the client looks only when the winner is not there.
    void hiddenKeys()
    {
        if (m_winner == nullptr)
            return;
        for (const FoundKey &key : m_keys) {
            if (key.place.standing == Standing::Hidden && differs(key.place, m_winner->place)
                && !isNewerThanTerminal(key.place))
                add(PlaceProblem::OtherPlaceDiffers, key, m_winner, m_client != nullptr);
        }
    }

    /// The program that this one was started from and that has had the winner's value the longest: the terminal.
    [[nodiscard]] const Place *terminal() const
    {
        const Place *oldest = nullptr;
        if (m_winner == nullptr)
            return oldest;
        for (const FoundKey &key : m_keys) {
            const Place &place = key.place;
            if (place.kind == PlaceKind::RunningProgram && place.parent && place.name == m_winner->place.name
                && place.fingerprint == m_winner->place.fingerprint
                && (oldest == nullptr || place.since < oldest->since))
                oldest = &place;
        }
        return oldest;
    }

    [[nodiscard]] bool isNewerThanTerminal(const Place &file) const
    {
        return m_terminal != nullptr && file.name == m_terminal->name && m_terminal->since.isValid()
            && file.since.isValid() && file.since > m_terminal->since;
    }

    /// This process, and the terminal that it was started from, against what was written since.
    void olderHere()
    {
        if (m_winner == nullptr || m_winner->place.kind != PlaceKind::Environment || !m_winner->place.present)
            return;
        for (const FoundKey &key : m_keys) {
            const Place &place = key.place;
            if (place.name != m_winner->place.name || !differs(place, m_winner->place))
                continue;
            const bool inNewShells = place.kind == PlaceKind::ShellProfile || place.kind == PlaceKind::SessionFile;
            if ((isUsualEnvFile(place) || inNewShells) && isNewerThanTerminal(place)) {
                add(PlaceProblem::OlderValue, *m_winner, &key, true);
                m_findings.back().place.holder = m_terminal->holder;
                m_findings.back().place.since = m_terminal->since;
                return;
            }
        }
        for (const PlaceKind kind : {PlaceKind::LoginShell, PlaceKind::UserVariable}) {
            const FoundKey *next = findPlace(m_keys, kind, m_winner->place.name);
            if (next != nullptr && differs(next->place, m_winner->place))
                add(PlaceProblem::OtherPlaceDiffers, *next, m_winner, false);
        }
    }

    [[nodiscard]] bool stillStandsInAFile(const Place &program) const
    {
        return std::any_of(m_keys.begin(), m_keys.end(), [&](const FoundKey &key) {
            return !key.place.file.isEmpty() && key.place.name == program.name
                && key.place.fingerprint == program.fingerprint;
        });
    }

    /// Other running programs that were started before a file got another value.
    void olderPrograms()
    {
        for (const FoundKey &program : m_keys) {
            if (program.place.kind != PlaceKind::RunningProgram || program.place.parent || !program.place.present
                || stillStandsInAFile(program.place))
                continue;
            const FoundKey *newest = nullptr;
            for (const FoundKey &key : m_keys) {
                constexpr std::array kinds = {PlaceKind::EnvFile, PlaceKind::ShellProfile, PlaceKind::SessionFile};
                const bool file = std::find(kinds.begin(), kinds.end(), key.place.kind) != kinds.end();
                if (file && key.place.name == program.place.name && differs(key.place, program.place)
                    && key.place.since > program.place.since
                    && (newest == nullptr || key.place.since > newest->place.since))
                    newest = &key;
            }
            if (newest != nullptr)
                add(PlaceProblem::OlderValue, program, newest, true);
        }
    }

    /// Lines of .env files that the client's usual loader, or one of those that are usual where the client is not
    /// known, reads differently than they look.
    void misreadLines()
    {
        for (const FoundKey &key : m_keys) {
            if (key.place.kind != PlaceKind::EnvFile || !m_names.contains(key.place.name))
                continue;
            const std::vector<EnvLoader> loaders = misreadBy(key.place);
            const bool misread =
                std::any_of(loaders.begin(), loaders.end(), [this](EnvLoader loader) { return isUsed(loader); });
            const bool nothingComesFirst = findPlace(m_keys, PlaceKind::Environment, key.place.name) == nullptr;
            const bool certain = m_client != nullptr && m_client->loader.has_value() && nothingComesFirst;
            if (misread)
                add(PlaceProblem::LineMisread, key, nullptr, certain);
        }
    }

    [[nodiscard]] bool isUsed(EnvLoader loader) const
    {
        if (m_client != nullptr && m_client->loader)
            return loader == *m_client->loader;
        return loader == EnvLoader::PythonDotenv || loader == EnvLoader::Node || loader == EnvLoader::Bash;
    }

    /// A value of a container's own that is another one than here, or nothing.
    void containers()
    {
        for (const FoundKey &key : m_keys) {
            const Place &place = key.place;
            const bool container = place.kind == PlaceKind::ComposeFile || place.kind == PlaceKind::Dockerfile
                || place.kind == PlaceKind::Kubernetes;
            if (!container)
                continue;
            // Compose takes what is not set for nothing. What a manifest refers to is not known here.
            const bool nothing =
                place.kind == PlaceKind::ComposeFile && !place.present && (place.set || place.reference);
            const bool another = place.present && !place.reference
                && (m_winner == nullptr || !m_winner->place.present || differs(place, m_winner->place));
            if (nothing || another)
                add(PlaceProblem::ContainerOwnValue, key, m_winner, false);
        }
    }

    void trackedFiles()
    {
        for (const FoundKey &key : m_keys) {
            const bool example = key.place.has(inspect::FindingKind::PlaceholderKey);
            if (key.place.tracked && key.place.present && !key.place.reference && !example)
                add(PlaceProblem::TrackedByGit, key, nullptr, true);
        }
    }

    const Keys &m_keys;
    const Client *m_client;
    QStringList m_names;
    const FoundKey *m_winner;
    const Place *m_terminal; ///< nullptr where it is not known
    std::vector<PlaceFinding> m_findings;
};

} // namespace

std::vector<PlaceFinding> comparePlaces(Keys &keys, const Client *client)
{
    giveStandings(keys, client);
    putInOrder(keys);
    return Disagreements(keys, client).all();
}

} // namespace sources
