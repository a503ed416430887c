// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/ProjectScan.h"

#include "sources/project/ScanRun.h"

#include <chrono>
#include <utility>

namespace sources {

ProjectScan::ProjectScan(QObject *parent)
    : QObject(parent)
    , m_progress(this)
{
    m_progress.setInterval(std::chrono::milliseconds(100));
    connect(&m_progress, &QTimer::timeout, this, &ProjectScan::onTick);
}

ProjectScan::~ProjectScan()
{
    cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void ProjectScan::start(ScanRequest request)
{
    cancel();
    m_run = std::make_shared<ScanRun>(std::move(request));
    m_result = {};
    m_shown = 0;
    // The thread of the scan before is waited for in the new one, not here.
    m_thread = std::thread([this, run = m_run, number = ++m_number, previous = std::move(m_thread)]() mutable {
        if (previous.joinable())
            previous.join();
        run->run();
        // This object lives: its destructor waits for this thread.
        QMetaObject::invokeMethod(
            this, [this, number] { onRunEnded(number); }, Qt::QueuedConnection);
    });
    m_progress.start();
}

void ProjectScan::cancel()
{
    if (m_run)
        m_run->cancel();
}

ScanResult ProjectScan::takeResult()
{
    return std::exchange(m_result, {});
}

void ProjectScan::onTick()
{
    if (const qint64 files = m_run->files(); files != m_shown) {
        m_shown = files;
        Q_EMIT progressed(files);
    }
}

void ProjectScan::onRunEnded(quint64 number)
{
    if (number != m_number)
        return; // another scan has begun since
    m_thread.join(); // it has nothing left to do
    m_progress.stop();
    m_result = m_run->takeResult();
    m_run.reset();
    Q_EMIT finished();
}

} // namespace sources
