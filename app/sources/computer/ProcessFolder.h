// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __linux__

#include "key/Wiped.h"
#include "sources/computer/ReadBuffer.h"

#include <QString>
#include <QtGlobal>

#include <optional>
#include <string>

namespace sources {

struct ProcessFacts {
    qint64 parent = 0; ///< its number
    qint64 session = 0; ///< the number of the session's first process
    qint64 startedAfterBoot = 0; ///< milliseconds
};

/// The folder of a process in /proc. It stays that of the same process: once that has ended, nothing can be read, also
/// where its number is used again. Source: proc(5).
class ProcessFolder {
public:
    explicit ProcessFolder(qint64 process);
    ~ProcessFolder();
    ProcessFolder(const ProcessFolder &) = delete;
    ProcessFolder &operator=(const ProcessFolder &) = delete;
    ProcessFolder(ProcessFolder &&) = delete;
    ProcessFolder &operator=(ProcessFolder &&) = delete;

    /// Whether it acts as the user that this program acts as.
    [[nodiscard]] bool isOwn() const;
    /// False where there is none, as in a zombie or a thread of the kernel.
    [[nodiscard]] bool readEnvironment(ReadBuffer &into) const;
    [[nodiscard]] std::optional<ProcessFacts> facts() const;
    /// As programName() has it.
    [[nodiscard]] QString name() const;

private:
    [[nodiscard]] int openFile(const char *file) const;
    [[nodiscard]] key::Wiped<std::string> beginningOf(const char *file) const;

    int m_folder;
};

} // namespace sources

#endif
