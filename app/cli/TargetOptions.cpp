// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TargetOptions.h"

#include "check/Preparation.h"
#include "cli/ExitCode.h"
#include "probe/route/Authorities.h"
#include "probe/route/ProxySettings.h"
#include "words/CommandWords.h"
#include "words/FailureWords.h"

namespace cli {

using words::CommandWords;
using words::FailureWords;

namespace {

tl::unexpected<Stop> usage(const QString &sentence)
{
    return tl::unexpected(Stop{exitcode::usage, sentence});
}

tl::expected<std::chrono::milliseconds, Stop> takeTimeout(const Options &options)
{
    const auto text = options.value(QStringLiteral("timeout"));
    if (!text)
        return check::defaultTimeout;
    constexpr double shortest = 0.1;
    constexpr double longest = 3600;
    bool isNumber = false;
    const double seconds = text->toDouble(&isNumber);
    if (!isNumber || !(seconds >= shortest) || seconds > longest)
        return usage(CommandWords::wrongTimeout());
    return std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
}

} // namespace

void addTargetOptions(Options &options)
{
    options.add(QStringLiteral("url"), CommandWords::urlOption(), QStringLiteral("BASE"));
    options.add(QStringLiteral("model"), CommandWords::modelOption(), QStringLiteral("NAME"));
    options.add(QStringLiteral("header"), CommandWords::headerOption(), QStringLiteral("NAME: {key}"));
    options.add(QStringLiteral("proxy"), CommandWords::proxyOption(), QStringLiteral("system|none|URL"));
    options.add(QStringLiteral("ca"), CommandWords::caOption(), QStringLiteral("FILE"));
    options.add(QStringLiteral("timeout"), CommandWords::timeoutOption(), QStringLiteral("SECONDS"));
    options.add(QStringLiteral("practice"), CommandWords::practiceOption());
}

tl::expected<TargetChoice, Stop> takeTarget(const Options &options, const sources::Environment &environment)
{
    TargetChoice choice;
    choice.practice = options.isSet(QStringLiteral("practice"));
    if (choice.practice && options.isSet(QStringLiteral("url")))
        return usage(CommandWords::practiceOrUrl());
    const auto timeout = takeTimeout(options);
    if (!timeout)
        return tl::unexpected(timeout.error());
    choice.timeout = *timeout;

    probe::Target target;
    target.practice = choice.practice;
    target.model = options.value(QStringLiteral("model")).value_or(QLatin1String(probe::defaultModel));
    auto proxy = probe::parseProxyChoice(options.value(QStringLiteral("proxy")).value_or(QStringLiteral("system")));
    if (!proxy)
        return usage(CommandWords::wrongProxy());
    target.proxy = std::move(*proxy);
    if (const auto header = options.value(QStringLiteral("header"))) {
        auto form = probe::parseHeaderForm(*header);
        if (!form)
            return usage(FailureWords::sentence(form.error()));
        target.header = std::move(*form);
    }
    if (const auto file = options.value(QStringLiteral("ca"))) {
        if (const auto authorities = probe::loadAuthorities(*file); !authorities)
            return tl::unexpected(Stop{exitcode::inputFile, FailureWords::sentence(authorities.error(), *file)});
        target.authorityFile = *file;
    }
    choice.target = std::move(target);
    if (choice.practice)
        return choice;
    const auto given = options.value(QStringLiteral("url"));
    const auto base = probe::parseBaseUrl(given ? *given : check::baseUrlText(environment));
    if (base)
        choice.target->base = *base;
    else
        choice.target = tl::unexpected(base.error());
    return choice;
}

} // namespace cli
