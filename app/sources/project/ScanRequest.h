// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"
#include "sources/SkippedFile.h"

#include <QString>
#include <QtGlobal>

#include <functional>
#include <memory>
#include <vector>

namespace sources {

/// How far a scan goes.
struct ScanLimits {
    qint64 maximumFiles = 200'000; ///< files without clutter; as many folders
    qint64 maximumFileSize = qint64{1024} * 1024; ///< bytes
    int maximumDepth = 64; ///< folders within folders
};

struct ScanRequest {
    QString folder{}; ///< absolute, or from the working directory; may be a link
    /// The reader for a file, by its path in the folder with "/" between the names; nullptr where there is none.
    /// Called in the scan's threads, in several at a time.
    std::function<KeyReader(const QString &relativePath)> readerFor{};
    std::shared_ptr<const Environment> shell{}; ///< handed to the readers, in several threads at a time; may be none
    ScanLimits limits{};
};

struct ScanResult {
    /// Sorted by file and line. Each place has the file's absolute path (links in the folder's own path resolved),
    /// the time of its last change (UTC), and whether git keeps it.
    std::vector<FoundKey> keys{};
    std::vector<SkippedFile> skipped{}; ///< sorted by file
    qint64 files = 0; ///< how many were looked at
    bool cancelled = false; ///< and the rest is what was found until then
};

} // namespace sources
