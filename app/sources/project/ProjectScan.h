// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/project/ScanRequest.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <thread>

namespace sources {

class ScanRun;

/// Walks a project's folder and reads the keys out of its files, each with the reader for its kind; files without one
/// are searched for lines that set a key's variable. Works in threads of its own and never blocks the caller.
/// Never leaves the folder, opens nothing but regular files, and names what it had to leave out.
class ProjectScan : public QObject {
    Q_OBJECT
public:
    explicit ProjectScan(QObject *parent = nullptr);
    /// Ends the scan and waits for its threads: as long as one file takes.
    ~ProjectScan() override;
    ProjectScan(const ProjectScan &) = delete;
    ProjectScan &operator=(const ProjectScan &) = delete;

    /// One scan at a time: another one ends the first silently.
    void start(ScanRequest request);
    /// Ends the scan soon; finished() comes all the same, with what was found until then.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }
    /// What the last scan that finished has found. Once; after that it is empty.
    [[nodiscard]] ScanResult takeResult();

Q_SIGNALS:
    /// The number of files looked at so far; ten times a second at most.
    void progressed(qint64 files);
    /// Never from within start() or cancel().
    void finished();

private:
    void onTick();
    void onRunEnded(quint64 number);

    QTimer m_progress;
    std::shared_ptr<ScanRun> m_run; ///< shared with its thread
    std::thread m_thread;
    quint64 m_number = 0; ///< of the scan that is running
    qint64 m_shown = 0; ///< the last progress
    ScanResult m_result;
};

} // namespace sources
