// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/project/FolderWalk.h"
#include "sources/project/ScanRequest.h"
#include "sources/project/TextFile.h"

#include <vector>

namespace sources {

/// Keys with the file that they stand in.
struct FileKeys {
    NativePath path; ///< in the folder: what was opened
    std::vector<FoundKey> keys;
};

/// Looks for keys in one file after another. One object a thread.
class FileScan {
public:
    /// `root` is canonical. Both must outlive this.
    FileScan(const NativePath &root, const ScanRequest &request);

    void scan(const WalkedFile &file);

    [[nodiscard]] std::vector<FileKeys> takeFound() { return std::move(m_found); }
    [[nodiscard]] std::vector<SkippedFile> takeSkipped() { return std::move(m_skipped); }

private:
    [[nodiscard]] std::vector<FoundKey> keysIn(const NativePath &name);
    [[nodiscard]] std::optional<key::Secret> readNeighbour(const NativePath &name, const QString &path) const;

    const NativePath &m_root;
    const ScanRequest &m_request;
    TextFile m_file;
    std::vector<FileKeys> m_found;
    std::vector<SkippedFile> m_skipped;
};

} // namespace sources
