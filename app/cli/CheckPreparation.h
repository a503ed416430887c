// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"
#include "cli/CheckPrinter.h"
#include "cli/TargetOptions.h"
#include "practice/PracticeEndpoint.h"
#include "sources/Environment.h"

#include <memory>

namespace cli {

/// Adds the options of SOURCE and TARGET, --client, --project, --error and --system: what every verb has that makes a check.
void addCheckOptions(Options &options);

/// A check as the options ask for it, ready to be run once. Holds what lives as long as the check, such as the practice
/// endpoint.
class PreparedCheck {
public:
    /// Takes the key and everything else from where the options say.
    [[nodiscard]] static tl::expected<std::unique_ptr<PreparedCheck>, Stop> prepare(const Options &options);
    Q_DISABLE_COPY_MOVE(PreparedCheck)

    /// Runs the check to its end, and says on standard error how it goes on. Once only: the key goes into it.
    [[nodiscard]] check::CheckResult run(const CheckPrinter &printer);

    /// What the commands of a fix are written for.
    [[nodiscard]] diagnosis::FixContext fixContext(const diagnosis::Evidence &evidence) const;
    [[nodiscard]] const tl::expected<probe::Target, probe::TargetFailure> &target() const { return m_choice.target; }
    /// nullptr where the user does not know it.
    [[nodiscard]] const sources::Client *client() const { return m_client; }

private:
    PreparedCheck(const sources::Client *client, TargetChoice choice);
    [[nodiscard]] tl::expected<void, Stop> startPractice();
    void fillRequest(SourcedKey key, const QString &project);

    sources::OwnEnvironment m_environment;
    const sources::Client *m_client;
    std::optional<diagnosis::Platform> m_platform; ///< nothing: this computer
    TargetChoice m_choice;
    practice::PracticeEndpoint m_practice;
    check::CheckRequest m_request;
};

} // namespace cli
