// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/profiles/Profiles.h"

#include "sources/envfile/EnvFile.h"
#include "sources/profiles/ProfileReaders.h"
#include "sources/profiles/SystemdUnit.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

namespace sources {

namespace {

using profiles::ProfileReader;

class Collector {
public:
    explicit Collector(QStringList names)
        : m_names(std::move(names))
    {
    }

    void readFile(const QString &path, ProfileReader reader, const QString &holder = {})
    {
        const QFileInfo info(path);
        // Two names may lead to one file: ZDOTDIR may be the home folder.
        if (holder.isEmpty() && m_seen.contains(info.canonicalFilePath()))
            return;
        if (const auto text = open(info)) {
            if (holder.isEmpty())
                m_seen.insert(info.canonicalFilePath());
            add(reader(text->bytes(), m_names), info, holder);
        }
    }

    void readFiles(const QString &folder, const QStringList &files, ProfileReader reader)
    {
        for (const QString &file : files)
            readFile(folder + QLatin1Char('/') + file, reader);
    }

    /// All files of a folder that match, in the order in which they are read.
    void readMatching(const QString &folder, const QString &pattern, ProfileReader reader)
    {
        readFiles(folder, matching(folder, pattern), reader);
    }

    void readUnits(const QString &folder, const QString &home)
    {
        const QString service = QStringLiteral("*.service");
        for (const QString &unit : matching(folder, service))
            readUnit(folder + QLatin1Char('/') + unit, unit, home);
        const QStringList dropIns =
            QDir(folder).entryList({QStringLiteral("*.service.d")}, QDir::Dirs | QDir::Hidden, QDir::Name);
        for (const QString &dropIn : dropIns) {
            const QString path = folder + QLatin1Char('/') + dropIn;
            for (const QString &file : matching(path, QStringLiteral("*.conf")))
                readUnit(path + QLatin1Char('/') + file, dropIn.chopped(2), home);
        }
    }

    [[nodiscard]] ProfileResult take() { return std::move(m_result); }

private:
    [[nodiscard]] static QStringList matching(const QString &folder, const QString &pattern)
    {
        return QDir(folder).entryList({pattern}, QDir::Files | QDir::Hidden, QDir::Name);
    }

    [[nodiscard]] std::optional<key::Secret> open(const QFileInfo &info)
    {
        // Not a device, and no pipe that nobody writes into: opening it would wait.
        if (!info.isFile())
            return std::nullopt;
        const auto skip = [&](SkipReason reason) {
            const SkippedFile file{info.filePath(), reason};
            // Several units may name one file.
            if (std::find(m_result.skipped.begin(), m_result.skipped.end(), file) == m_result.skipped.end())
                m_result.skipped.push_back(file);
            return std::nullopt;
        };
        if (info.size() > maximumProfile)
            return skip(SkipReason::TooLarge);
        auto text = sources::readFile(info.filePath());
        if (!text)
            return skip(text.error() == FileFailure::TooLarge ? SkipReason::TooLarge : SkipReason::NotReadable);
        if (text->bytes().contains('\0'))
            return skip(SkipReason::HoldsNul);
        return std::move(*text);
    }

    void add(std::vector<FoundKey> keys, const QFileInfo &info, const QString &holder)
    {
        for (FoundKey &key : keys) {
            key.place.file = info.filePath();
            key.place.since = info.lastModified();
            key.place.holder = holder;
            m_result.keys.push_back(std::move(key));
        }
    }

    void readUnit(const QString &path, const QString &unit, const QString &home)
    {
        const QFileInfo info(path);
        const auto text = open(info);
        if (!text)
            return;
        profiles::UnitEnvironment environment = profiles::readUnit(text->bytes(), m_names);
        add(std::move(environment.keys), info, unit);
        for (QString &file : environment.files) {
            file.replace(QLatin1String("%h"), home);
            if (QDir::isAbsolutePath(file))
                readFile(QDir::cleanPath(file), profiles::readUnitEnvironmentFile, unit);
        }
    }

    QStringList m_names;
    QSet<QString> m_seen; ///< files that were read
    ProfileResult m_result;
};

void readHome(Collector &collector, const QString &home)
{
    collector.readFiles(home,
        {QStringLiteral(".profile"), QStringLiteral(".bash_profile"), QStringLiteral(".bash_login"),
            QStringLiteral(".bashrc"), QStringLiteral(".bash_aliases")},
        profiles::readShellProfile);
    collector.readFile(home + QStringLiteral("/.pam_environment"), profiles::readPamEnvironment);
}

void readZsh(Collector &collector, const QString &folder)
{
    collector.readFiles(folder,
        {QStringLiteral(".zshenv"), QStringLiteral(".zprofile"), QStringLiteral(".zshrc"), QStringLiteral(".zlogin")},
        profiles::readShellProfile);
}

void readFish(Collector &collector, const QString &folder)
{
    collector.readFile(folder + QStringLiteral("/fish_variables"), profiles::readFishVariables);
    collector.readMatching(folder + QStringLiteral("/conf.d"), QStringLiteral("*.fish"), profiles::readFishProfile);
    collector.readFile(folder + QStringLiteral("/config.fish"), profiles::readFishProfile);
}

void readEnvironmentFolder(Collector &collector, const QString &folder)
{
    collector.readMatching(
        folder + QStringLiteral("/environment.d"), QStringLiteral("*.conf"), profiles::readEnvironmentD);
}

void readSystem(Collector &collector, const QString &folder)
{
    const QStringList zsh{
        QStringLiteral("zshenv"), QStringLiteral("zprofile"), QStringLiteral("zshrc"), QStringLiteral("zlogin")};
    collector.readFiles(folder,
        QStringList{QStringLiteral("profile"), QStringLiteral("bash.bashrc"), QStringLiteral("bashrc")} + zsh,
        profiles::readShellProfile);
    collector.readFiles(folder + QStringLiteral("/zsh"), zsh, profiles::readShellProfile);
    collector.readMatching(folder + QStringLiteral("/profile.d"), QStringLiteral("*.sh"), profiles::readShellProfile);
    readFish(collector, folder + QStringLiteral("/fish"));
    collector.readFile(folder + QStringLiteral("/environment"), profiles::readPamEnvironment);
    readEnvironmentFolder(collector, folder);
}

} // namespace

ProfileFolders ownProfileFolders()
{
#ifdef Q_OS_UNIX
    const QString home = QDir::homePath();
    const QString config = qEnvironmentVariable("XDG_CONFIG_HOME");
    return {.home = home,
        .config = QDir::isAbsolutePath(config) ? config : home + QStringLiteral("/.config"),
        .zsh = qEnvironmentVariable("ZDOTDIR"),
        .system = QStringLiteral("/etc"),
        .vendor = QStringLiteral("/usr/lib")};
#else
    return {};
#endif
}

ProfileResult keysInProfiles(const ProfileFolders &folders, const QStringList &names)
{
    Collector collector(names);
    if (!folders.home.isEmpty()) {
        readHome(collector, folders.home);
        readZsh(collector, folders.home);
    }
    if (!folders.zsh.isEmpty())
        readZsh(collector, folders.zsh);
    if (!folders.config.isEmpty()) {
        readFish(collector, folders.config + QStringLiteral("/fish"));
        readEnvironmentFolder(collector, folders.config);
        collector.readUnits(folders.config + QStringLiteral("/systemd/user"), folders.home);
    }
    if (!folders.system.isEmpty())
        readSystem(collector, folders.system);
    if (!folders.vendor.isEmpty())
        readEnvironmentFolder(collector, folders.vendor);
    return collector.take();
}

} // namespace sources
