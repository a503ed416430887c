// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <utility>

/// What a run of the command `rerank-key` gave.
struct CommandRun {
    int exitCode = -1; ///< -1: it did not end in time, or was ended by a signal
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const;
};

using Variables = QList<std::pair<QString, QString>>;

/// Runs the program with an environment without keys, base URL and proxies, plus `variables`. The test's event loop
/// runs meanwhile, so a ScriptedServer of the test can answer it.
[[nodiscard]] CommandRun runCommand(const QString &program, const QStringList &arguments, const QByteArray &input = {},
    const Variables &variables = {});
