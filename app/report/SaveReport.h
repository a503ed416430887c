// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/CaseReport.h"

#include <cstdint>

#include <tl/expected.hpp>

namespace report {

enum class ReportFormat : std::uint8_t { Markdown, Html, Json };

/// The report as a file holds it: UTF-8, with a line break at its end.
[[nodiscard]] QByteArray written(const CaseReport &report, ReportFormat format);

enum class SaveFailure : std::uint8_t {
    IsFolder, ///< the name is a folder's
    NoFolder, ///< the folder that it shall stand in is not there
    NotWritable, ///< no permission
    DiskFull,
    Other,
};

/// The format that a file's name asks for: .html and .htm, .json, and Markdown for all others.
[[nodiscard]] ReportFormat formatOf(const QString &file);

/// Writes a report to a file in the format of its name, whole or not at all: an older file stays as it is until the new
/// one is complete.
[[nodiscard]] tl::expected<void, SaveFailure> saveReport(const CaseReport &report, const QString &file);

} // namespace report
