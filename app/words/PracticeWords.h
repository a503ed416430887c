// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/PracticeEndpoint.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// The practice endpoint and its scenarios.
class PracticeWords {
    Q_DECLARE_TR_FUNCTIONS(PracticeWords)
public:
    /// What happens with a scenario's key: "Rerank answers with results."
    [[nodiscard]] static QString whatHappens(const practice::Scenario &scenario);
    /// Said where every request is answered in one way, whatever its key.
    [[nodiscard]] static QString forced(const practice::Scenario &scenario);
    /// How one's own program is pointed at it.
    [[nodiscard]] static QString howToUse();
    [[nodiscard]] static QString unknownScenario();
    [[nodiscard]] static QString notStarted(practice::PracticeFailure failure, quint16 port);
};

} // namespace words
