// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/FolderWalk.h"

#include "sources/project/Clutter.h"
#include "sources/project/FolderEntries.h"

#include <QDir>

#include <algorithm>
#include <system_error>
#include <unordered_map>

namespace sources {

namespace {

class FolderWalker {
public:
    FolderWalker(const NativePath &root, const ScanLimits &limits, const std::atomic<bool> &cancelled)
        : m_root(root)
        , m_limits(limits)
        , m_cancelled(cancelled)
    {
    }

    Walk run()
    {
        m_folders.push_back({NativePath(), 0});
        // Folders are appended while this goes on: the near ones come first, so that a limit cuts off the far ones.
        for (std::size_t next = 0; next < m_folders.size() && !m_full && !m_cancelled; ++next)
            visit(next);
        resolveLinks();
        return std::move(m_walk);
    }

private:
    struct Folder {
        NativePath path;
        int depth = 0;
    };

    void visit(std::size_t index);
    void add(const Folder &folder, NativePathView name, EntryKind kind);
    void addFolder(const Folder &parent, NativePathView name);
    void resolveLinks();
    void resolve(const NativePath &link);
    void follow(const NativePath &link, const NativePath &target);
    [[nodiscard]] NativePath absolute(NativePathView path) const { return joinedPath(m_root, path); }
    void skip(NativePathView path, SkipReason reason)
    {
        m_walk.skipped.push_back({QDir::toNativeSeparators(shownPath(path.empty() ? m_root : absolute(path))), reason});
    }

    const NativePath &m_root;
    const ScanLimits &m_limits;
    const std::atomic<bool> &m_cancelled;
    std::vector<Folder> m_folders;
    std::vector<NativePath> m_links;
    std::unordered_map<NativePath, std::size_t> m_indexes; ///< of m_walk.files by path; filled where there are links
    Walk m_walk;
    bool m_full = false;
};

void FolderWalker::visit(std::size_t index)
{
    const Folder folder = m_folders[index]; // a copy: the list grows
    const NativePath path = absolute(folder.path);
    if (folder.depth > 0 && isVirtualEnvironment(path))
        return;
    const bool whole = listFolder(path, [&](NativePathView name, EntryKind kind) {
        add(folder, name, kind);
        return !m_full && !m_cancelled;
    });
    if (m_full)
        skip(folder.path, SkipReason::TooMany);
    else if (!whole)
        skip(folder.path, SkipReason::NotReadable);
}

void FolderWalker::add(const Folder &folder, NativePathView name, EntryKind kind)
{
    const bool isFile = kind == EntryKind::File;
    if (kind == EntryKind::Special || (kind != EntryKind::Folder && isClutterFile(name))
        || (!isFile && isClutterFolder(name)))
        return;
    const std::size_t seen = kind == EntryKind::Folder ? m_folders.size() : m_walk.files.size() + m_links.size();
    if (static_cast<qint64>(seen) >= m_limits.maximumFiles)
        m_full = true;
    else if (kind == EntryKind::Folder)
        addFolder(folder, name);
    else if (isFile)
        m_walk.files.push_back({.path = joinedPath(folder.path, name), .name = {}});
    else
        m_links.push_back(joinedPath(folder.path, name));
}

void FolderWalker::addFolder(const Folder &parent, NativePathView name)
{
    NativePath path = joinedPath(parent.path, name);
    if (parent.depth >= m_limits.maximumDepth)
        skip(path, SkipReason::TooMany);
    else
        m_folders.push_back({std::move(path), parent.depth + 1});
}

void FolderWalker::resolveLinks()
{
    if (m_links.empty())
        return;
    for (std::size_t i = 0; i < m_walk.files.size(); ++i)
        m_indexes.emplace(m_walk.files[i].path, i);
    // In the order of their names, so that it is the same one of several links to a file every time.
    std::sort(m_links.begin(), m_links.end());
    for (const NativePath &link : m_links) {
        if (m_cancelled)
            return;
        resolve(link);
    }
}

void FolderWalker::resolve(const NativePath &link)
{
    const auto [target, circle] = canonicalPath(absolute(link));
    if (!target) {
        skip(link, circle ? SkipReason::LinkCircle : SkipReason::NotReadable);
        return;
    }
    if (!holds(m_root, *target)) {
        skip(link, SkipReason::LinkOutside);
        return;
    }
    std::error_code error;
    const auto type = std::filesystem::symlink_status(*target, error).type();
    // A folder of the project is walked under its own name, and its clutter is clutter under any name.
    if (type == std::filesystem::file_type::directory && holds(*target, absolute(link)))
        skip(link, SkipReason::LinkCircle);
    else if (type == std::filesystem::file_type::regular)
        follow(link, target->substr(std::min(target->size(), joinedPath(m_root, {}).size())));
}

/// One file is read once: under the name that tells what it is, else under its own.
void FolderWalker::follow(const NativePath &link, const NativePath &target)
{
    const bool telling = isKeyFile(nameOf(link));
    const auto known = m_indexes.find(target);
    if (known != m_indexes.end()) {
        WalkedFile &file = m_walk.files[known->second];
        if (telling && !isKeyFile(nameOf(file.name.empty() ? file.path : file.name)))
            file.name = link;
    } else if (telling || !isClutterFile(nameOf(target))) { // it lies in clutter, and somebody uses it all the same
        m_indexes.emplace(target, m_walk.files.size());
        m_walk.files.push_back({.path = target, .name = link});
    }
}

} // namespace

Walk walkFolder(const NativePath &root, const ScanLimits &limits, const std::atomic<bool> &cancelled)
{
    return FolderWalker(root, limits, cancelled).run();
}

} // namespace sources
