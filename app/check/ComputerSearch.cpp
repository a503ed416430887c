// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/ComputerSearch.h"

#include "keychain/KeyStore.h"
#include "sources/Comparison.h"
#include "sources/Environment.h"
#include "sources/Standings.h"
#include "sources/computer/RunningPrograms.h"
#include "sources/computer/UserVariables.h"
#include "sources/profiles/Profiles.h"
#include "sources/project/ProjectFiles.h"

#include <QDir>
#include <QTimer>

#include <iterator>

namespace check {

namespace {

using Keys = std::vector<sources::FoundKey>;

void append(Keys &keys, Keys &&more)
{
    std::move(more.begin(), more.end(), std::back_inserter(keys));
}

/// What is found outside of the project: small files and /proc. Runs in a thread.
SearchResult searchFiles()
{
    const QStringList names = sources::keyVariables();
    SearchResult found;
    found.keys = sources::keysOfRunningPrograms(names);
    append(found.keys, sources::keysOfUserVariables(names));
    sources::ProfileResult profiles = sources::keysInProfiles(sources::ownProfileFolders(), names);
    append(found.keys, std::move(profiles.keys));
    found.skipped = std::move(profiles.skipped);
    return found;
}

} // namespace

ComputerSearch::ComputerSearch(
    const sources::Environment &environment, const keychain::KeyStore *keyStore, QObject *parent)
    : PlaceSearch(parent)
    , m_environment(environment)
    , m_keyStore(keyStore)
{
    m_threads.setMaxThreadCount(1);
    connect(&m_shell, &sources::LoginShell::finished, this, &ComputerSearch::onShellFinished);
    connect(&m_scan, &sources::ProjectScan::finished, this, &ComputerSearch::onScanFinished);
    connect(&m_scan, &sources::ProjectScan::progressed, this, &PlaceSearch::searchProgressed);
}

ComputerSearch::~ComputerSearch()
{
    m_threads.waitForDone();
}

void ComputerSearch::start(SearchRequest request)
{
    ++m_number;
    m_client = request.client;
    m_found = std::make_shared<SearchResult>();
    m_open = 2; // the files, and the shell
    take(sources::keysIn(m_environment));
    addUnsetVariables();
    addKeychainNames();
    startFiles();
    m_shell.start(sources::userShell(), sources::keyVariables());
    if (!request.projectFolder.isEmpty()) {
        ++m_open;
        sources::ScanRequest scan;
        scan.folder = request.projectFolder;
        scan.readerFor = &sources::readerFor;
        scan.shell = std::shared_ptr<const sources::Environment>(std::shared_ptr<void>(), &m_environment); // not owned
        m_scanned = m_number;
        m_scan.start(std::move(scan));
    }
}

void ComputerSearch::addUnsetVariables()
{
    for (const QString &name : sources::namesRead(m_client)) {
        sources::FoundKey key = sources::keyIn(m_environment, name);
        if (!key.place.set)
            m_found->keys.push_back(std::move(key)); // that it is not there says as much
    }
}

void ComputerSearch::addKeychainNames()
{
    if (m_keyStore == nullptr)
        return;
    for (const QString &name : m_keyStore->names()) {
        sources::FoundKey saved; // its value is read when the user asks for it
        saved.place.kind = sources::PlaceKind::Keychain;
        saved.place.name = name;
        saved.place.set = true;
        saved.place.present = true;
        m_found->keys.push_back(std::move(saved));
    }
}

void ComputerSearch::startFiles()
{
    m_threads.start([this, number = m_number] {
        auto found = std::make_shared<SearchResult>(searchFiles());
        QMetaObject::invokeMethod(
            this,
            [this, number, found] {
                if (number != m_number || !isRunning())
                    return;
                m_found->skipped.insert(m_found->skipped.end(), found->skipped.begin(), found->skipped.end());
                take(std::move(found->keys));
                endPart();
            },
            Qt::QueuedConnection);
    });
}

void ComputerSearch::cancel()
{
    if (!isRunning() || m_found->cancelled)
        return;
    m_found->cancelled = true;
    m_scan.cancel(); // it tells what it found until now
    if (m_shell.isRunning()) {
        m_shell.cancel();
        QTimer::singleShot(0, this, [this, number = m_number] {
            if (number == m_number && isRunning())
                endPart();
        });
    }
}

void ComputerSearch::onShellFinished()
{
    sources::LoginShellResult result = m_shell.takeResult();
    if (!isRunning())
        return;
    m_found->shellAnswered = result.outcome == sources::LoginShellResult::Outcome::Answered;
    take(std::move(result.keys));
    endPart();
}

void ComputerSearch::onScanFinished()
{
    sources::ScanResult result = m_scan.takeResult();
    if (!isRunning() || m_scanned != m_number)
        return; // an older search's
    m_found->files = result.files;
    m_found->skipped.insert(m_found->skipped.end(), result.skipped.begin(), result.skipped.end());
    take(std::move(result.keys));
    endPart();
}

void ComputerSearch::take(Keys keys)
{
    append(m_found->keys, std::move(keys));
}

void ComputerSearch::endPart()
{
    if (--m_open > 0)
        return;
    const std::shared_ptr<SearchResult> found = std::exchange(m_found, nullptr);
    found->findings = sources::comparePlaces(found->keys, m_client);
    Q_EMIT searchFinished(found);
}

QString usualProjectFolder()
{
    const QString current = QDir::current().canonicalPath();
    const QString home = QDir::home().canonicalPath();
    const bool holdsHome =
        current == home || home.startsWith(current.endsWith(QLatin1Char('/')) ? current : current + QLatin1Char('/'));
    return holdsHome ? QString() : current;
}

} // namespace check
