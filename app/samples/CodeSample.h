// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace samples {

struct CodeLine {
    QString text; ///< without its line break
    bool changed = false; ///< not in the other version; an empty line never counts as changed
};

/// The smallest program that reranks with a client: as people often write it, and as it should be. In English, as code
/// is. It holds no key. Source: resources/code, checked against each client's own code, August 2026.
struct CodeSample {
    QString clientId; ///< "cohere-python", or "curl"
    QString language; ///< "Python"
    QString fileName; ///< under which it would be saved: "rerank.py"
    QString variable; ///< where it reads the key from: the first one that the client reads
    std::vector<CodeLine> broken; ///< changed: what has to go
    std::vector<CodeLine> fixed; ///< changed: what comes instead
};

/// The sample for a client. No client (an empty id) gets the one for curl, which needs no client. Empty for a client
/// that keeps the key in its own settings, or has none in resources/code.
[[nodiscard]] std::optional<CodeSample> codeSample(const QString &clientId);
/// The ids that have a sample, in the order of sources::clients(), "curl" last.
[[nodiscard]] QStringList sampleClients();
/// The program as text, each line with its break.
[[nodiscard]] QString textOf(const std::vector<CodeLine> &lines);

} // namespace samples
