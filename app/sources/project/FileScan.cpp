// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/FileScan.h"

#include "sources/project/AnyText.h"
#include "sources/project/Clutter.h"
#include "sources/project/Needles.h"

#include <QDateTime>
#include <QDir>
#include <QTimeZone>

#include <system_error>

namespace sources {

FileScan::FileScan(const NativePath &root, const ScanRequest &request)
    : m_root(root)
    , m_request(request)
    , m_file(request.limits.maximumFileSize)
{
}

void FileScan::scan(const WalkedFile &file)
{
    const NativePath &name = file.name.empty() ? file.path : file.name;
    const auto shown = [&] { return QDir::toNativeSeparators(shownPath(joinedPath(m_root, name))); };
    const bool named = isKeyFile(nameOf(name));
    auto reason = m_file.read(joinedPath(m_root, file.path));
    // UTF-16 is full of NULs, and PowerShell writes it.
    if (!reason && m_file.holdsNul() && !(named && m_file.isUtf16()))
        reason = SkipReason::HoldsNul;
    if (reason) {
        m_skipped.push_back({shown(), *reason});
        return;
    }
    if (!named && !mentionsKey(m_file.bytes()))
        return;
    auto keys = keysIn(name);
    const QDateTime changed = QDateTime::fromMSecsSinceEpoch(m_file.changed(), QTimeZone::utc()).toUTC();
    m_file.wipe();
    if (keys.empty())
        return;
    for (FoundKey &key : keys) {
        key.place.file = shown();
        key.place.since = changed;
    }
    m_found.push_back({file.path, std::move(keys)});
}

std::vector<FoundKey> FileScan::keysIn(const NativePath &name)
{
    const FileSurroundings surroundings{
        .readFile = [&](const QString &path) { return readNeighbour(name, path); },
        .shell = m_request.shell.get(),
    };
    const KeyReader reader = m_request.readerFor ? m_request.readerFor(shownPath(name)) : nullptr;
    auto keys = reader != nullptr ? reader(m_file.bytes(), surroundings) : std::vector<FoundKey>();
    // A reader that is chosen by a name such as *.yaml may find nothing of its kind, and there is a key all the same.
    // What stands in a .env file, its own reader knows best.
    if (keys.empty() && !(reader != nullptr && isKeyFile(nameOf(name))))
        keys = keysInAnyText(m_file.bytes(), surroundings);
    return keys;
}

std::optional<key::Secret> FileScan::readNeighbour(const NativePath &name, const QString &path) const
{
    const NativePath folder = joinedPath(m_root, folderOf(name));
    const auto wanted = std::filesystem::path(folder) / std::filesystem::path(nativePath(path));
    const auto target = canonicalPath(wanted.native()).path;
    std::error_code error;
    // Asked first, so that no pipe or device is opened.
    if (!target || !holds(m_root, *target) || !std::filesystem::is_regular_file(*target, error))
        return std::nullopt;
    TextFile file(m_request.limits.maximumFileSize);
    if (file.read(*target))
        return std::nullopt;
    return key::Secret(file.bytes());
}

} // namespace sources
