// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/SkippedFile.h"
#include "sources/project/NativePath.h"

#include <QByteArrayView>
#include <QtGlobal>

#include <optional>
#include <vector>

namespace sources {

/// Reads files, one after another, into memory that is used again and that is overwritten at the end.
class TextFile {
public:
    /// Files of more than `maximumSize` bytes are not read.
    explicit TextFile(qint64 maximumSize);
    ~TextFile();
    TextFile(const TextFile &) = delete;
    TextFile &operator=(const TextFile &) = delete;

    /// Reads a file whole, and once more where it was changed in the meantime. Never waits for a pipe or a device and
    /// never follows a link that is the last part of the path. Gives back why it was not read.
    /// A folder in the path that is replaced by a link between the listing and this is followed: who can do that may
    /// write in the folder anyway, and what is read is shown to nobody but the user who may read it.
    [[nodiscard]] std::optional<SkipReason> read(const NativePath &path);

    /// What was read last.
    [[nodiscard]] QByteArrayView bytes() const { return {m_memory.data(), m_size}; }
    [[nodiscard]] qint64 changed() const { return m_changed; } ///< its last change, in milliseconds since 1970, UTC
    /// UTF-16 begins with a byte order mark; any other text has no NUL. Looks at the beginning alone.
    [[nodiscard]] bool isUtf16() const;
    [[nodiscard]] bool holdsNul() const;

    /// Overwrites what was read last. To be called where it may hold a key.
    void wipe();

private:
    [[nodiscard]] std::optional<SkipReason> readOnce(const NativePath &path);
    void makeRoom(qint64 size);

    qint64 m_maximumSize;
    std::vector<char> m_memory;
    qsizetype m_size = 0;
    qint64 m_changed = 0;
};

} // namespace sources
