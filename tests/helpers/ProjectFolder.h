// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/project/ScanRequest.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

/// A project's folder for a test, in a temporary folder that has room beside it. Names are bytes, as the system has
/// them; what could not be made ends the program.
class ProjectFolder {
public:
    ProjectFolder();
    ~ProjectFolder();
    ProjectFolder(const ProjectFolder &) = delete;
    ProjectFolder &operator=(const ProjectFolder &) = delete;

    /// Canonical.
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QByteArray path(const QByteArray &name) const;
    [[nodiscard]] QString shown(const QByteArray &name) const { return QString::fromUtf8(path(name)); }

    /// Folders on the way are made. `name` may lead out with "../".
    void write(const QByteArray &name, const QByteArray &content) const;
    void link(const QByteArray &name, const QByteArray &target) const;
    void run(const QString &program, const QStringList &arguments) const;

    /// The scan of the whole folder: files named *.env* are read by readEnvLines, *.include by readInclude.
    [[nodiscard]] sources::ScanRequest request() const;
    [[nodiscard]] sources::ScanResult scan() const { return scan(request()); }
    [[nodiscard]] static sources::ScanResult scan(sources::ScanRequest request);

private:
    QTemporaryDir m_folder;
    QString m_path;
};

/// A reader for tests: each line NAME=VALUE is a key. A text in UTF-16 is one, too, on line 1.
[[nodiscard]] std::vector<sources::FoundKey> readEnvLines(
    QByteArrayView text, const sources::FileSurroundings &surroundings);
/// Takes each line for the path of a file, and what stands in it for a key.
[[nodiscard]] std::vector<sources::FoundKey> readInclude(
    QByteArrayView text, const sources::FileSurroundings &surroundings);

/// "sub/.env:3 CO_API_KEY": the places of a result, with the paths in `folder`.
[[nodiscard]] QStringList placesOf(const sources::ScanResult &result, const ProjectFolder &folder);
/// "link LinkCircle": what was skipped.
[[nodiscard]] QStringList skippedOf(const sources::ScanResult &result, const ProjectFolder &folder);
