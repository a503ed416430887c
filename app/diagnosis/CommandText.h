// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"

namespace diagnosis {

/// One command as each shell wants it. Left out: fish and PowerShell as the first one; cmd asks PowerShell to do it
/// where there is a text for that, and else takes the first one.
/// Places in braces are filled in: {variable}, {other}, {doomed} (the variable that has to go), {file}, {path} (the
/// file, never as a bare name), {name} (of the container, service or unit), {service} (the same, or nothing),
/// {list} (the file, in a list between commas), {workload}, {secret}, {profile}, {profiles}, {shell}, {host}, {url}
/// (the base URL), {baseUrl} (as CO_API_URL=…), {proxy} (proxy.example:3128), {proxyVariable} (that names it).
struct CommandText {
    const char *posix;
    const char *fish = nullptr;
    const char *powerShell = nullptr;
    const char *cmd = nullptr;
};

/// The command in the context's shell; empty where something that it needs is not known, or cannot be written there.
[[nodiscard]] QString inShell(const CommandText &text, const FixContext &context);

/// A `rerank-key check` that asks where the first test did: the base URL, where it has to be named, is added. Empty
/// where the command is, or where the shell cannot write the URL.
[[nodiscard]] QString atTestedUrl(const QString &test, const FixContext &context);

/// Lines for another reader than a shell. Its places: {variable}, {other}, {doomed}; {name} and {secret}; {file},
/// {url} and {host}, which stand between double quotes.
[[nodiscard]] QString inQuotedText(const char *text, const FixContext &context);

/// The name of what runs the program, or one to be replaced.
[[nodiscard]] QString holderName(const FixContext &context);

} // namespace diagnosis
