// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ProjectOption.h"

#include "cli/ExitCode.h"
#include "words/ScanWords.h"

#include <QFileInfo>

namespace cli {

void addProjectOption(Options &options)
{
    options.add(QStringLiteral("project"), words::ScanWords::projectOption(), QStringLiteral("DIR"));
}

tl::expected<QString, Stop> takeProject(const Options &options)
{
    const QString folder = options.value(QStringLiteral("project")).value_or(QString());
    if (!options.isSet(QStringLiteral("project")))
        return QString();
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isReadable())
        return tl::unexpected(Stop{exitcode::inputFile, words::ScanWords::noSuchFolder()});
    return info.canonicalFilePath();
}

} // namespace cli
