// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchSession.h"

SearchSession::SearchSession(check::PlaceSearch &search, QString projectFolder, QObject *parent)
    : QObject(parent)
    , m_search(search)
    , m_projectFolder(std::move(projectFolder))
{
    connect(&m_search, &check::PlaceSearch::searchFinished, this, &SearchSession::onFinished);
    connect(&m_search, &check::PlaceSearch::searchProgressed, this, [this](qint64 files) {
        m_files = files;
        Q_EMIT progressed();
    });
}

void SearchSession::start()
{
    m_running = true;
    m_files = 0;
    Q_EMIT started();
    m_search.start({m_projectFolder, m_client});
}

void SearchSession::startOnce()
{
    if (!m_running && m_result == nullptr)
        start();
}

void SearchSession::stop()
{
    if (m_running)
        m_search.cancel();
}

void SearchSession::setProjectFolder(const QString &folder)
{
    if (folder == m_projectFolder)
        return;
    m_projectFolder = folder;
    Q_EMIT projectFolderChanged();
    start();
}

void SearchSession::setClient(const sources::Client *client)
{
    if (client == m_client)
        return;
    m_client = client;
    Q_EMIT clientChanged();
    if (m_running || m_result != nullptr)
        start();
}

void SearchSession::onFinished(std::shared_ptr<const check::SearchResult> result)
{
    if (!m_running)
        return;
    m_running = false;
    m_result = std::move(result);
    Q_EMIT finished();
}
