// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/project/FileScan.h"
#include "sources/project/ScanRequest.h"

#include <atomic>

namespace sources {

/// One scan of a folder, from its beginning to its end. run() belongs into a thread of its own and starts others;
/// cancel() and files() may be called from anywhere; takeResult() when run() is done.
class ScanRun {
public:
    explicit ScanRun(ScanRequest request);

    void run();
    void cancel() { m_cancelled = true; }
    [[nodiscard]] qint64 files() const { return m_files; } ///< looked at so far
    [[nodiscard]] ScanResult takeResult() { return std::move(m_result); }

private:
    void readFiles(const NativePath &root, const std::vector<WalkedFile> &files);
    void merge(const NativePath &root, std::vector<FileKeys> found);

    ScanRequest m_request;
    std::atomic<bool> m_cancelled = false;
    std::atomic<qint64> m_files = 0;
    ScanResult m_result;
};

} // namespace sources
