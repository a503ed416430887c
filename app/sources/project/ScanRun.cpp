// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/ScanRun.h"

#include "sources/project/FolderWalk.h"
#include "sources/project/GitFiles.h"

#include <QDir>
#include <QThread>

#include <algorithm>
#include <iterator>
#include <thread>
#include <tuple>

namespace sources {

namespace {

/// Appends by moving: keys are never copied.
template <typename Value> void append(std::vector<Value> &to, std::vector<Value> from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

std::size_t threadCount()
{
    // More do not help: they wait for the same disk.
    return static_cast<std::size_t>(std::clamp(QThread::idealThreadCount(), 1, 4));
}

} // namespace

ScanRun::ScanRun(ScanRequest request)
    : m_request(std::move(request))
{
}

void ScanRun::run()
{
    const auto root = canonicalPath(nativePath(m_request.folder)).path;
    if (root) {
        Walk walk = walkFolder(*root, m_request.limits, m_cancelled);
        m_result.skipped = std::move(walk.skipped);
        readFiles(*root, walk.files);
    } else {
        m_result.skipped.push_back(
            {QDir::toNativeSeparators(QDir(m_request.folder).absolutePath()), SkipReason::NotReadable});
    }
    const auto order = [](const SkippedFile &file) { return std::tie(file.file, file.reason); };
    std::sort(m_result.skipped.begin(), m_result.skipped.end(),
        [&](const SkippedFile &a, const SkippedFile &b) { return order(a) < order(b); });
    m_result.files = m_files;
    m_result.cancelled = m_cancelled;
}

void ScanRun::readFiles(const NativePath &root, const std::vector<WalkedFile> &files)
{
    std::vector<std::vector<FileKeys>> found(threadCount());
    std::vector<std::vector<SkippedFile>> skipped(found.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&](std::size_t number) {
        FileScan scan(root, m_request);
        for (std::size_t i = next++; i < files.size() && !m_cancelled; i = next++) {
            scan.scan(files[i]);
            ++m_files;
        }
        found[number] = scan.takeFound();
        skipped[number] = scan.takeSkipped();
    };
    std::vector<std::thread> helpers;
    for (std::size_t number = 1; number < found.size(); ++number)
        helpers.emplace_back(work, number);
    work(0);
    for (std::thread &helper : helpers)
        helper.join();
    for (auto &part : skipped)
        append(m_result.skipped, std::move(part));
    std::vector<FileKeys> all;
    for (auto &part : found)
        append(all, std::move(part));
    merge(root, std::move(all));
}

void ScanRun::merge(const NativePath &root, std::vector<FileKeys> found)
{
    if (found.empty())
        return;
    std::vector<NativePath> paths(found.size());
    std::transform(found.begin(), found.end(), paths.begin(), [](const FileKeys &file) { return file.path; });
    const auto kept = filesInGit(root, paths, m_cancelled);
    for (FileKeys &file : found) {
        const bool tracked = kept.contains(file.path);
        for (FoundKey &key : file.keys) {
            key.place.tracked = tracked;
            key.place.unguarded = !tracked && key.place.kind == PlaceKind::EnvFile && !m_cancelled
                && ignoredByGit(joinedPath(root, folderOf(file.path)), nameOf(file.path)) == GitIgnores::No;
        }
        append(m_result.keys, std::move(file.keys));
    }
    std::stable_sort(m_result.keys.begin(), m_result.keys.end(), [](const FoundKey &a, const FoundKey &b) {
        return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line);
    });
}

} // namespace sources
