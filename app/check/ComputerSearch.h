// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/PlaceSearch.h"
#include "sources/computer/LoginShell.h"
#include "sources/project/ProjectScan.h"

#include <QThreadPool>

namespace keychain {
class KeyStore;
}

namespace check {

/// The search over the real computer: this process's environment, a new login shell's, the user's running programs, the
/// shell's and the session's files, the names in the keychain, and a project's folder. All of it side by side, in
/// threads and processes of its own.
class ComputerSearch : public PlaceSearch {
    Q_OBJECT
public:
    /// Both live longer than the search. `keyStore` is nullptr where no keychain is to be asked for its names.
    ComputerSearch(const sources::Environment &environment, const keychain::KeyStore *keyStore = nullptr,
        QObject *parent = nullptr);
    /// Ends the search and waits for its threads: as long as one file takes.
    ~ComputerSearch() override;
    Q_DISABLE_COPY_MOVE(ComputerSearch)

    void start(SearchRequest request) override;
    void cancel() override;
    [[nodiscard]] bool isRunning() const override { return m_found != nullptr; }

private:
    void addUnsetVariables();
    void addKeychainNames();
    void startFiles();
    void onShellFinished();
    void onScanFinished();
    void take(std::vector<sources::FoundKey> keys);
    void endPart();

    const sources::Environment &m_environment;
    const keychain::KeyStore *m_keyStore;
    const sources::Client *m_client = nullptr;
    std::shared_ptr<SearchResult> m_found; ///< of the search that runs
    int m_open = 0; ///< parts of the search that are under way
    int m_number = 0; ///< of the search: what an older one found is dropped
    int m_scanned = 0; ///< the number of the search that the scan belongs to
    sources::LoginShell m_shell;
    sources::ProjectScan m_scan;
    QThreadPool m_threads;
};

/// The folder that is searched where the user names none: the one that the program was started in, but not the user's
/// home folder, or one above it: these are no projects. Empty then.
[[nodiscard]] QString usualProjectFolder();

} // namespace check
