// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/PlaceSearch.h"

#include <QObject>
#include <QString>

#include <memory>

/// The search for keys on this computer and in the project's folder: whether it runs, and what the last one found.
class SearchSession : public QObject {
    Q_OBJECT
public:
    /// `search` outlives this object, and nobody else uses it.
    SearchSession(check::PlaceSearch &search, QString projectFolder, QObject *parent = nullptr);

    /// Searches, again where that was done before. What the former search found stays until this one is finished.
    void start();
    /// Searches where that was not done yet.
    void startOnce();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// How many files the running search has looked at.
    [[nodiscard]] qint64 files() const { return m_files; }
    /// What the last finished search found; nullptr where none was finished.
    [[nodiscard]] const check::SearchResult *result() const { return m_result.get(); }

    /// The folder that is searched beside the computer; empty where there is none.
    [[nodiscard]] const QString &projectFolder() const { return m_projectFolder; }
    /// Searches the folder at once.
    void setProjectFolder(const QString &folder);
    /// The client that decides who wins; nullptr where the user does not know it. Searches again where that was done
    /// before.
    void setClient(const sources::Client *client);
    [[nodiscard]] const sources::Client *client() const { return m_client; }

Q_SIGNALS:
    void started();
    void progressed();
    void finished();
    void projectFolderChanged();
    void clientChanged();

private:
    void onFinished(std::shared_ptr<const check::SearchResult> result);

    check::PlaceSearch &m_search;
    QString m_projectFolder;
    const sources::Client *m_client = nullptr;
    bool m_running = false;
    qint64 m_files = 0;
    std::shared_ptr<const check::SearchResult> m_result;
};
