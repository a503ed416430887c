// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"

#include <optional>

namespace diagnosis {

/// What to copy for a step; the text is empty where there is nothing.
struct FixCommand {
    QString text{};
    CommandForm form = CommandForm::Shell;
};

/// The command of an act where the context's program runs.
[[nodiscard]] FixCommand commandOf(Act act, const FixContext &context);

/// The commands that differ from those of a terminal: of containers, and of what else runs programs. Nothing: as in a
/// terminal.
[[nodiscard]] std::optional<FixCommand> dockerCommand(Act act, const FixContext &context);
[[nodiscard]] std::optional<FixCommand> composeCommand(Act act, const FixContext &context);
[[nodiscard]] std::optional<FixCommand> kubernetesCommand(Act act, const FixContext &context);
[[nodiscard]] std::optional<FixCommand> workflowCommand(Act act, const FixContext &context);
[[nodiscard]] std::optional<FixCommand> notebookCommand(Act act, const FixContext &context);
[[nodiscard]] std::optional<FixCommand> editorCommand(Act act, const FixContext &context);
[[nodiscard]] std::optional<FixCommand> serviceCommand(Act act, const FixContext &context);

} // namespace diagnosis
