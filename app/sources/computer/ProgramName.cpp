// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/computer/ProgramName.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sources {

namespace {

constexpr qsizetype longestName = 80;

QByteArrayView baseName(QByteArrayView path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

/// Names come from anybody: no control character of theirs may reach a terminal.
QString readable(QByteArrayView name)
{
    QString text = QString::fromUtf8(name.first(std::min(name.size(), longestName)));
    std::replace_if(
        text.begin(), text.end(), [](QChar character) { return !character.isPrint(); }, QLatin1Char('?'));
    return text;
}

bool isInterpreter(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 14> others{
        "node", "nodejs", "ruby", "java", "perl", "php", "lua", "Rscript", "bash", "sh", "dash", "zsh", "fish", "ksh"};
    return name.startsWith("python") || name.startsWith("pypy")
        || std::find(others.begin(), others.end(), name) != others.end();
}

/// Letters, digits and what file names hold: no program's text, and no assignment.
bool isPlainWord(QByteArrayView word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
            || byte == '.' || byte == '_' || byte == '-' || byte == '+' || byte == '/';
    });
}

bool looksLikeScript(QByteArrayView path)
{
    constexpr std::array<QByteArrayView, 13> ends{
        ".py", ".pyw", ".js", ".mjs", ".cjs", ".ts", ".rb", ".jar", ".pl", ".php", ".lua", ".sh", ".R"};
    return isPlainWord(path)
        && std::any_of(ends.begin(), ends.end(), [&](QByteArrayView end) { return path.endsWith(end); });
}

/// What an interpreter runs; empty where that is not sure. A word behind an option may be the option's value, or a
/// program's text (sh -c), so there it has to look like the name of a script.
QString scriptOf(const std::vector<QByteArrayView> &arguments)
{
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const QByteArrayView argument = arguments[i];
        if (argument == "-m" && i + 1 < arguments.size() && isPlainWord(arguments[i + 1]))
            return QLatin1String("-m ") + readable(arguments[i + 1]);
        if (argument.startsWith('-'))
            continue;
        return i == 1 || looksLikeScript(argument) ? readable(baseName(argument)) : QString();
    }
    return {};
}

} // namespace

QString programName(QByteArrayView commandLine, QByteArrayView shortName)
{
    std::vector<QByteArrayView> arguments;
    while (!commandLine.isEmpty()) {
        const qsizetype end = commandLine.indexOf('\0');
        arguments.push_back(end < 0 ? commandLine : commandLine.first(end));
        commandLine = end < 0 ? QByteArrayView() : commandLine.sliced(end + 1);
    }
    // A program that gives itself a title writes it here as one word, and arguments may be a part of it.
    if (arguments.empty() || arguments.front().contains(' '))
        return readable(shortName);
    QByteArrayView name = baseName(arguments.front());
    if (name.startsWith('-')) // a login shell
        name = name.sliced(1);
    if (name.isEmpty())
        return readable(shortName);
    const QString script = isInterpreter(name) ? scriptOf(arguments) : QString();
    return script.isEmpty() ? readable(name) : readable(name) + QLatin1Char(' ') + script;
}

} // namespace sources
