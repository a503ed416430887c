// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/computer/RunningPrograms.h"

#ifdef __linux__

#include "sources/computer/EnvironmentBlock.h"
#include "sources/computer/ProcessFolder.h"

#include <algorithm>
#include <ctime>
#include <memory>
#include <tuple>

#include <dirent.h>
#include <unistd.h>

namespace sources {

namespace {

/// A variable of a running program.
struct Hit {
    qint64 process = 0;
    qint64 startedAfterBoot = 0; ///< milliseconds
    bool parent = false;
    QString program{};
    QString name{};
    key::Secret secret{};
};

std::vector<qint64> allProcesses()
{
    std::vector<qint64> processes;
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir("/proc"), [](DIR *open) { return ::closedir(open); });
    if (!folder)
        return processes;
    while (const dirent *const entry = ::readdir(folder.get())) {
        bool isNumber = false;
        const qint64 process = QByteArrayView(&entry->d_name[0]).toByteArray().toLongLong(&isNumber);
        if (isNumber && process > 0)
            processes.push_back(process);
    }
    return processes;
}

/// The processes that this one was started from: the terminal's shell, the terminal, the session.
std::vector<qint64> ancestors()
{
    std::vector<qint64> found;
    // Bounded: a number that was given again while we climb could lead in a circle.
    constexpr int highest = 100;
    for (qint64 process = ::getppid(); process > 0 && found.size() < highest;) {
        found.push_back(process);
        const auto facts = ProcessFolder(process).facts();
        process = facts ? facts->parent : 0;
    }
    return found;
}

/// Whether this program started it to ask it for its own environment, as LoginShell does: in a session of its own. Or
/// it is this program still, split in two, about to become another.
bool isHelper(const ProcessFacts &facts, const QString &program)
{
    if (facts.parent == ::getpid() && program == ProcessFolder(::getpid()).name())
        return true;
    if (facts.session == ::getsid(0))
        return false;
    const auto leader = ProcessFolder(facts.session).facts();
    return leader && leader->parent == ::getpid();
}

class Collector {
public:
    explicit Collector(const QStringList &names)
    {
        for (const QString &name : names)
            m_names.push_back({name, name.toUtf8()});
    }

    void look(qint64 process)
    {
        const ProcessFolder folder(process);
        if (!folder.isOwn() || !folder.readEnvironment(m_environment))
            return;
        std::vector<Hit> hits;
        for (const auto &[name, bytes] : m_names) {
            if (const auto value = variableIn(m_environment.bytes(), bytes))
                hits.push_back({.process = process, .name = name, .secret = key::Secret(*value)});
        }
        if (hits.empty())
            return;
        const QString program = folder.name();
        const auto facts = folder.facts();
        if (!facts || isHelper(*facts, program)) // it has ended meanwhile, or is ours
            return;
        const bool parent = std::find(m_ancestors.begin(), m_ancestors.end(), process) != m_ancestors.end();
        for (Hit &hit : hits) {
            hit.program = program;
            hit.startedAfterBoot = facts->startedAfterBoot;
            hit.parent = parent;
            add(std::move(hit));
        }
    }

    [[nodiscard]] std::vector<Hit> take() { return std::move(m_hits); }

private:
    /// One place for all processes of one program with one value.
    void add(Hit hit)
    {
        const auto same = std::find_if(m_hits.begin(), m_hits.end(), [&](const Hit &other) {
            return other.name == hit.name && other.program == hit.program && other.secret == hit.secret;
        });
        const auto order = [](const Hit &one) { return std::tuple(!one.parent, one.startedAfterBoot, one.process); };
        if (same == m_hits.end())
            m_hits.push_back(std::move(hit));
        else if (order(hit) < order(*same))
            *same = std::move(hit);
    }

    struct Name {
        QString text;
        QByteArray bytes;
    };
    std::vector<Name> m_names;
    std::vector<qint64> m_ancestors = ancestors();
    ReadBuffer m_environment;
    std::vector<Hit> m_hits;
};

/// When the computer was started, in milliseconds since 1970. More exact than btime in /proc/stat, which has seconds.
qint64 bootTime()
{
    const auto milliseconds = [](clockid_t clock) {
        timespec time{};
        ::clock_gettime(clock, &time);
        return qint64{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
    };
    return milliseconds(CLOCK_REALTIME) - milliseconds(CLOCK_BOOTTIME);
}

} // namespace

std::vector<FoundKey> keysOfRunningPrograms(const QStringList &names)
{
    Collector collector(names);
    for (const qint64 process : allProcesses()) {
        if (process != ::getpid())
            collector.look(process);
    }
    std::vector<FoundKey> keys;
    const qint64 boot = bootTime();
    for (Hit &hit : collector.take()) {
        Place place;
        place.kind = PlaceKind::RunningProgram;
        place.name = hit.name;
        place.holder = hit.program;
        place.process = hit.process;
        place.parent = hit.parent;
        place.since = QDateTime::fromMSecsSinceEpoch(boot + hit.startedAfterBoot).toUTC();
        keys.push_back(foundKey(std::move(place), std::move(hit.secret)));
    }
    return keys;
}

} // namespace sources

#else

namespace sources {

std::vector<FoundKey> keysOfRunningPrograms(const QStringList & /*names*/)
{
    return {};
}

} // namespace sources

#endif
