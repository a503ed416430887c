// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/SaveReport.h"

#include "report/ReportHtml.h"
#include "report/ReportJson.h"
#include "report/ReportMarkdown.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <cerrno>

namespace report {

namespace {

/// Taken at once, before anything else changes the system's own error.
SaveFailure failureOf(const QSaveFile &file, int systemError)
{
    if (file.error() == QFileDevice::ResourceError || systemError == ENOSPC)
        return SaveFailure::DiskFull;
    const bool denied = systemError == EACCES || systemError == EPERM || systemError == EROFS;
    const bool notOpened = file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError;
    return denied || notOpened ? SaveFailure::NotWritable : SaveFailure::Other;
}

} // namespace

QByteArray written(const CaseReport &report, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Markdown:
        return reportMarkdown(report).toUtf8();
    case ReportFormat::Html:
        return reportHtml(report).toUtf8();
    case ReportFormat::Json:
        return QJsonDocument(reportJson(report)).toJson();
    }
    return {};
}

ReportFormat formatOf(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QLatin1String("html") || ending == QLatin1String("htm"))
        return ReportFormat::Html;
    return ending == QLatin1String("json") ? ReportFormat::Json : ReportFormat::Markdown;
}

tl::expected<void, SaveFailure> saveReport(const CaseReport &report, const QString &file)
{
    const QFileInfo info(file);
    if (info.isDir())
        return tl::unexpected(SaveFailure::IsFolder);
    if (!info.absoluteDir().exists())
        return tl::unexpected(SaveFailure::NoFolder);
    const QByteArray bytes = written(report, formatOf(file));
    QSaveFile out(file);
    errno = 0;
    if (!out.open(QIODevice::WriteOnly))
        return tl::unexpected(failureOf(out, errno));
    if (out.write(bytes) != bytes.size() || !out.flush()) {
        const SaveFailure failure = failureOf(out, errno);
        out.cancelWriting();
        return tl::unexpected(failure);
    }
    if (!out.commit())
        return tl::unexpected(failureOf(out, errno));
    return {};
}

} // namespace report
