// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowArguments.h"

#include "words/WindowWords.h"

#include <QCommandLineParser>

namespace {

constexpr QLatin1String practiceName("practice");
constexpr QLatin1String projectName("project");

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(words::WindowWords::programSummary());
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QString(practiceName), words::WindowWords::practiceOption()});
    parser.addOption({QString(projectName), words::WindowWords::projectOption(), QStringLiteral("DIR")});
}

} // namespace

tl::expected<WindowArguments, QString> readArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    // parse() leaves out the first one, the program's name.
    const bool understood = parser.parse(QStringList(QString()) + arguments);
    if (!parser.positionalArguments().isEmpty()) {
        return tl::unexpected(words::WindowWords::noKeyAsArgument());
    }
    if (!understood) {
        // QCommandLineParser::errorText() would repeat what was typed.
        return tl::unexpected(words::WindowWords::argumentsNotUnderstood());
    }
    WindowArguments read;
    if (parser.isSet(QStringLiteral("help"))) {
        read.wish = WindowArguments::Wish::Help;
    } else if (parser.isSet(QStringLiteral("version"))) {
        read.wish = WindowArguments::Wish::Version;
    }
    read.practice = parser.isSet(practiceName);
    read.projectFolder = parser.value(projectName);
    return read;
}

QString windowHelp()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}
