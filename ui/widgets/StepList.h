// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/RowList.h"

#include <QStringList>

#include <vector>

namespace widgets {

enum class StepState {
    Done, ///< visited; can be gone back to
    Current,
    NotYet, ///< cannot be chosen
    Skipped, ///< passed over since no key is at hand; cannot be chosen
};

/// The steps of the window, each with its state in words: "Key — done". Sets its own objectName `steps` and
/// accessible name "Steps".
class StepList : public RowList {
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    /// The names, in order; the first is current, the others are not yet.
    void setSteps(const QStringList &names);
    /// One state for each step.
    void setStates(const std::vector<StepState> &states);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The user wants to go to a step that is done or current.
    void stepChosen(int row);

private:
    [[nodiscard]] static QString textOf(const QString &name, StepState state);
    void showStates();

    QStringList m_names;
    std::vector<StepState> m_states;
};

} // namespace widgets
