// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/ProjectFolder.h"

#include "sources/project/ProjectScan.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>

#include <filesystem>
#include <fstream>

namespace {

constexpr const char *reasons[] = {
    "NotReadable", "TooLarge", "HoldsNul", "LinkOutside", "LinkCircle", "ChangedWhileRead", "TooMany"};

void require(bool made, const QByteArray &what)
{
    if (!made)
        qFatal("A test could not make what it needs: %s", what.constData());
}

} // namespace

ProjectFolder::ProjectFolder()
    : m_path(QDir(m_folder.path()).canonicalPath() + QStringLiteral("/project"))
{
    require(QDir().mkpath(m_path), m_path.toUtf8());
}

ProjectFolder::~ProjectFolder()
{
    // Names that are not UTF-8 are beyond QTemporaryDir.
    std::error_code error;
    std::filesystem::remove_all(path("..").toStdString(), error);
}

QByteArray ProjectFolder::path(const QByteArray &name) const
{
    return QFile::encodeName(m_path) + '/' + name;
}

void ProjectFolder::write(const QByteArray &name, const QByteArray &content) const
{
    const std::filesystem::path file = path(name).toStdString();
    std::filesystem::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream.write(content.constData(), content.size());
    stream.close();
    require(stream.good(), name);
}

void ProjectFolder::link(const QByteArray &name, const QByteArray &target) const
{
    const std::filesystem::path file = path(name).toStdString();
    std::filesystem::create_directories(file.parent_path());
    std::filesystem::create_symlink(target.toStdString(), file);
}

void ProjectFolder::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_path);
    process.start(program, arguments);
    require(process.waitForFinished() && process.exitCode() == 0, process.readAllStandardError());
}

sources::ScanRequest ProjectFolder::request() const
{
    sources::ScanRequest request{.folder = m_path};
    request.readerFor = [](const QString &file) -> sources::KeyReader {
        if (file.endsWith(QLatin1String(".include")))
            return readInclude;
        return file.contains(QLatin1String(".env")) ? readEnvLines : nullptr;
    };
    return request;
}

sources::ScanResult ProjectFolder::scan(sources::ScanRequest request)
{
    sources::ProjectScan scan;
    QSignalSpy finished(&scan, &sources::ProjectScan::finished);
    scan.start(std::move(request));
    require(scan.isRunning() && finished.isEmpty(), "a scan that runs");
    require(finished.wait(60'000) && !scan.isRunning(), "a scan that ends");
    return scan.takeResult();
}

std::vector<sources::FoundKey> readEnvLines(QByteArrayView text, const sources::FileSurroundings & /*surroundings*/)
{
    std::vector<sources::FoundKey> keys;
    int number = 0;
    const auto add = [&](const QByteArray &name, const QByteArray &value) {
        const sources::Place place{
            .kind = sources::PlaceKind::EnvFile, .name = QString::fromLatin1(name), .line = number};
        keys.push_back(sources::foundKey(place, key::Secret(QByteArrayView(value))));
    };
    const QList<QByteArray> lines = text.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        ++number;
        const qsizetype equals = line.indexOf('=');
        if (text.startsWith("\xff\xfe") && number == 1)
            add("UTF16", text.toByteArray());
        else if (equals > 0)
            add(line.left(equals), line.mid(equals + 1));
    }
    return keys;
}

std::vector<sources::FoundKey> readInclude(QByteArrayView text, const sources::FileSurroundings &surroundings)
{
    std::vector<sources::FoundKey> keys;
    const QList<QByteArray> lines = text.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        if (auto content = surroundings.readFile(QString::fromUtf8(line)))
            keys.push_back(sources::foundKey({.name = QString::fromUtf8(line)}, std::move(*content)));
    }
    return keys;
}

QStringList placesOf(const sources::ScanResult &result, const ProjectFolder &folder)
{
    QStringList places;
    for (const sources::FoundKey &key : result.keys) {
        const QString file = QDir(folder.path()).relativeFilePath(key.place.file);
        places.append(QStringLiteral("%1:%2 %3").arg(file, QString::number(key.place.line), key.place.name));
    }
    return places;
}

QStringList skippedOf(const sources::ScanResult &result, const ProjectFolder &folder)
{
    QStringList lines;
    for (const sources::SkippedFile &skipped : result.skipped) {
        const QString file = QDir(folder.path()).relativeFilePath(skipped.file);
        lines.append(file + QLatin1Char(' ') + QLatin1String(reasons[static_cast<std::size_t>(skipped.reason)]));
    }
    return lines;
}
