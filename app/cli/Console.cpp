// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Console.h"

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace cli {

namespace {

bool isTerminal(std::FILE *stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) != 0;
#endif
}

bool wantsColour(std::FILE *stream)
{
    return qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb" && isTerminal(stream);
}

QLatin1String sequence(Console::Style style)
{
    switch (style) {
    case Console::Style::Plain:
        break;
    case Console::Style::Strong:
        return QLatin1String("\x1b[1m");
    case Console::Style::Good:
        return QLatin1String("\x1b[32m");
    case Console::Style::Bad:
        return QLatin1String("\x1b[31m");
    case Console::Style::Faint:
        return QLatin1String("\x1b[2m");
    }
    return {};
}

} // namespace

Console::Console(std::FILE *stream)
    : m_stream(stream)
    , m_terminal(isTerminal(stream) && qgetenv("TERM") != "dumb")
    , m_colour(wantsColour(stream))
{
}

void Console::line(const QString &text, Style style) const
{
    bytes(styled(text, style).toUtf8() + '\n');
}

QString Console::styled(const QString &text, Style style) const
{
    if (!m_colour || style == Style::Plain || text.isEmpty())
        return text;
    return sequence(style) + text + QLatin1String("\x1b[0m");
}

void Console::bytes(const QByteArray &data) const
{
    // A reader that went away (`| head`) is no matter to report.
    std::fwrite(data.constData(), 1, static_cast<std::size_t>(data.size()), m_stream);
    std::fflush(m_stream);
}

void Console::status(const QString &text) const
{
    if (m_terminal)
        bytes('\r' + text.toUtf8() + "\x1b[K");
}

bool standardInputIsTerminal()
{
    return isTerminal(stdin);
}

} // namespace cli
