// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Options.h"

#include "inspect/Inspection.h"
#include "words/CommandWords.h"

#include <algorithm>

namespace cli {

using words::CommandWords;

bool looksLikeKey(const QString &text)
{
    const inspect::Inspection inspection = inspect::inspect(key::Secret(text.toUtf8()));
    return inspection.present && (inspection.findings.empty() || inspection.has(inspect::FindingKind::OtherServiceKey));
}

Options::Options(QString verb)
    : m_verb(std::move(verb))
{
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    add(QStringLiteral("help"), CommandWords::helpOption());
}

void Options::add(const QString &name, const QString &description, const QString &valueName)
{
    m_parser.addOption(QCommandLineOption(name, description, valueName));
    if (!valueName.isEmpty())
        m_withValue.append(name);
}

void Options::allowPositional(Positional kind, const QString &name, const QString &description)
{
    m_parser.addPositionalArgument(name, description);
    m_positional = kind;
}

void Options::describe(const QString &synopsis, const QString &description)
{
    m_synopsis = synopsis;
    m_description = description;
}

tl::expected<void, UsageError> Options::parse(const QStringList &arguments)
{
    // The parser takes the first argument for the program's name.
    const bool understood = m_parser.parse(QStringList(m_verb) + arguments);
    if (helpAsked())
        return {};
    if (!understood) {
        return tl::unexpected(m_parser.unknownOptionNames().isEmpty()
                ? UsageError{CommandWords::optionWithoutValue(m_verb)}
                : UsageError{CommandWords::unknownOption(m_verb)});
    }
    if (auto checked = checkPositionals(); !checked)
        return checked;
    return checkValues();
}

tl::expected<void, UsageError> Options::checkPositionals() const
{
    const QStringList arguments = m_parser.positionalArguments();
    if (m_positional == Positional::None)
        return arguments.isEmpty() ? tl::expected<void, UsageError>()
                                   : tl::unexpected(UsageError{CommandWords::argumentRefused(m_verb)});
    if (std::any_of(arguments.cbegin(), arguments.cend(), looksLikeKey))
        return tl::unexpected(UsageError{
            m_positional == Positional::File ? CommandWords::keyAsFile(m_verb) : CommandWords::keyAsName(m_verb)});
    if (arguments.size() > 1)
        return tl::unexpected(UsageError{
            m_positional == Positional::File ? CommandWords::oneFileOnly(m_verb) : CommandWords::oneNameOnly(m_verb)});
    return {};
}

tl::expected<void, UsageError> Options::checkValues() const
{
    for (const QString &name : m_withValue) {
        const QStringList values = m_parser.values(name);
        if (values.size() > 1)
            return tl::unexpected(UsageError{CommandWords::optionTwice(name)});
        if (!values.isEmpty() && looksLikeKey(values.first()))
            return tl::unexpected(UsageError{CommandWords::keyAsOptionValue(name)});
    }
    return {};
}

bool Options::helpAsked() const
{
    return m_parser.isSet(QStringLiteral("help"));
}

QString Options::helpText() const
{
    // The parser's own text begins with "Usage: PROGRAM [options]": the synopsis says more.
    const QString text = m_parser.helpText();
    const qsizetype options = text.indexOf(QLatin1Char('\n'));
    return QStringLiteral("%1\n\n%2\n%3").arg(m_synopsis, m_description, text.mid(options));
}

bool Options::isSet(const QString &name) const
{
    return m_parser.isSet(name);
}

std::optional<QString> Options::value(const QString &name) const
{
    return m_parser.isSet(name) ? std::optional(m_parser.value(name)) : std::nullopt;
}

std::optional<QString> Options::positional() const
{
    const QStringList arguments = m_parser.positionalArguments();
    return arguments.isEmpty() ? std::nullopt : std::optional(arguments.first());
}

} // namespace cli
