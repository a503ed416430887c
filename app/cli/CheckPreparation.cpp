// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CheckPreparation.h"

#include "check/ComputerSearch.h"
#include "check/Preparation.h"
#include "cli/CheckRun.h"
#include "cli/ErrorOption.h"
#include "cli/ExitCode.h"
#include "cli/KeySource.h"
#include "cli/ProjectOption.h"
#include "cli/SystemOption.h"
#include "keychain/OsKeyStore.h"
#include "words/CommandWords.h"
#include "words/PracticeWords.h"

#include <utility>

namespace cli {

void addCheckOptions(Options &options)
{
    addSourceOptions(options);
    addTargetOptions(options);
    options.add(QStringLiteral("client"), words::CommandWords::clientOption(), QStringLiteral("ID"));
    addProjectOption(options);
    addErrorOption(options);
    addSystemOption(options);
}

PreparedCheck::PreparedCheck(const sources::Client *client, TargetChoice choice)
    : m_client(client)
    , m_choice(std::move(choice))
{
}

tl::expected<std::unique_ptr<PreparedCheck>, Stop> PreparedCheck::prepare(const Options &options)
{
    const sources::OwnEnvironment environment;
    const auto client = takeClient(options);
    if (!client)
        return tl::unexpected(client.error());
    const auto project = takeProject(options);
    if (!project)
        return tl::unexpected(project.error());
    const auto system = takeSystem(options);
    if (!system)
        return tl::unexpected(system.error());
    auto errorText = takeErrorText(options);
    if (!errorText)
        return tl::unexpected(errorText.error());
    auto choice = takeTarget(options, environment);
    if (!choice)
        return tl::unexpected(choice.error());
    auto key = takeKey(options, environment, *client);
    if (!key)
        return tl::unexpected(key.error());

    std::unique_ptr<PreparedCheck> prepared(new PreparedCheck(*client, std::move(*choice)));
    if (const auto started = prepared->startPractice(); !started)
        return tl::unexpected(started.error());
    prepared->m_platform = *system;
    prepared->fillRequest(std::move(*key), *project);
    prepared->m_request.errorText = std::move(*errorText);
    return prepared;
}

tl::expected<void, Stop> PreparedCheck::startPractice()
{
    if (!m_choice.practice)
        return {};
    const auto base = m_practice.start();
    if (!base)
        return tl::unexpected(Stop{exitcode::other, words::PracticeWords::notStarted(base.error(), 0)});
    m_choice.target->base = *base;
    return {};
}

void PreparedCheck::fillRequest(SourcedKey key, const QString &project)
{
    m_request =
        check::prepareRequest(std::move(key.secret), std::move(key.place), m_environment, m_client, m_choice.target);
    m_request.timeout = m_choice.timeout;
    m_request.projectFolder = project.isEmpty() ? check::usualProjectFolder() : project;
    if (!project.isEmpty())
        m_request.search = check::SearchWish::Always;
}

check::CheckResult PreparedCheck::run(const CheckPrinter &printer)
{
    if (m_request.target && m_request.source.present)
        printer.printNotice(*m_request.target);
    const keychain::OsKeyStore keyStore;
    check::ComputerSearch search(m_environment, &keyStore);
    return runToTheEnd(std::move(m_request),
        {.onProbe = [&](const diagnosis::ProbeResult &probe) { printer.printProbe(probe); },
            .onSearch = [&] { printer.printSearch(); }},
        &search);
}

diagnosis::FixContext PreparedCheck::fixContext(const diagnosis::Evidence &evidence) const
{
    return forSystem(
        check::fixContext(evidence, m_environment, m_client, m_choice.target, qEnvironmentVariable("SHELL")),
        m_platform);
}

} // namespace cli
