// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CurlCommand.h"

#include "diagnosis/ShellWord.h"
#include "probe/Variants.h"

#include <QRegularExpression>

namespace report {

using diagnosis::Shell;
using diagnosis::shellWord;
using probe::ProxyChoice;

namespace {

/// The line that carries the key, around the key.
struct KeyLine {
    QString before; ///< with the header's name: "Authorization: Bearer "
    QString after;
};

std::optional<KeyLine> keyLineOf(const probe::Exchange &exchange)
{
    const QLatin1String mark(probe::keyMark);
    for (const probe::HeaderLine &line : exchange.requestHeaders) {
        const qsizetype place = line.value.indexOf(mark);
        if (place >= 0)
            return KeyLine{
                line.name + QLatin1String(": ") + line.value.left(place), line.value.mid(place + mark.size())};
    }
    return std::nullopt;
}

/// A name that a shell takes for a variable's: what else stands there would be read as a command.
QString safeVariable(const QString &name)
{
    return diagnosis::isVariableName(name) ? name : CurlContext().variable;
}

/// A text in the first argument of printf.
QString inFormat(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'%', QLatin1String("%%"));
    // printf would take it for an option.
    return text.startsWith(u'-') ? QLatin1String("\\055") + text.sliced(1) : text;
}

/// A text within double quotes of PowerShell.
QString inDoubleQuotes(QString text)
{
    text.replace(u'`', QLatin1String("``")).replace(u'"', QLatin1String("`\"")).replace(u'$', QLatin1String("`$"));
    return text;
}

/// Prints the key's line to curl.
QString printing(const KeyLine &line, const CurlContext &context)
{
    const QString variable = safeVariable(context.variable);
    if (context.shell == Shell::PowerShell) {
        const QString value = QStringLiteral("${env:%1}").arg(variable);
        return u'"' + inDoubleQuotes(line.before) + value + inDoubleQuotes(line.after) + QLatin1String("\" | ");
    }
    // printf is built into bash, zsh, dash and fish, so the key is no argument of a program.
    const QString format = inFormat(line.before) + QLatin1String("%s") + inFormat(line.after) + QLatin1String("\\n");
    return QLatin1String("printf ") + shellWord(format, context.shell) + QLatin1String(" \"$") + variable
        + QLatin1String("\" | ");
}

/// No text at all as an argument. PowerShell in its older ways leaves an empty one out.
QString emptyWord(Shell shell)
{
    return shell == Shell::PowerShell ? QStringLiteral("'\"\"'") : shellWord(QString(), shell);
}

/// The body as an argument.
QString bodyWord(const QString &body, Shell shell)
{
    if (body.isEmpty())
        return emptyWord(shell);
    if (shell != Shell::PowerShell)
        return shellWord(body, shell);
    // Which quotes and characters reach a program unchanged depends on the version of PowerShell and on the console:
    // JSON can do without others than ASCII, and quotes are written as its older versions want them.
    QString text;
    for (const QChar character : body) {
        if (character.unicode() > 0x7e)
            text += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else
            text += character;
    }
    static const QRegularExpression quote(QStringLiteral("(\\\\*)\""));
    return shellWord(text.replace(quote, QStringLiteral("\\1\\1\\\"")), shell);
}

/// The proxy without its login.
QString proxyText(const QUrl &given)
{
    QUrl url = given.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const bool socks = url.scheme().startsWith(QLatin1String("socks5"));
    // As this program does: the proxy looks up the name, and an HTTP proxy without a port listens on 80.
    if (socks)
        url.setScheme(QStringLiteral("socks5h"));
    url.setPort(url.port(socks ? 1080 : 80));
    return url.toString(QUrl::FullyEncoded);
}

QStringList routeWords(const QUrl &url, const CurlContext &context)
{
    QStringList words;
    // A loopback address takes no proxy here but one that was given; curl would take that of a variable.
    const bool direct = context.proxy.kind == ProxyChoice::Kind::None
        || (context.proxy.kind == ProxyChoice::Kind::System && probe::isLoopback(url));
    if (context.proxy.kind == ProxyChoice::Kind::Given) {
        // Without it, NO_PROXY would keep curl away from the proxy.
        words << QStringLiteral("--noproxy") << emptyWord(context.shell) << QStringLiteral("--proxy")
              << shellWord(proxyText(context.proxy.url), context.shell);
        // Without a tunnel, the proxy would get the whole request to read and to log, and the key with it.
        if (url.scheme() == QLatin1String("http"))
            words << QStringLiteral("--proxytunnel");
    } else if (direct) {
        words << QStringLiteral("--noproxy") << shellWord(QStringLiteral("*"), context.shell);
    }
    if (!context.authorityFile.isEmpty())
        words << QStringLiteral("--cacert") << shellWord(context.authorityFile, context.shell);
    return words;
}

QStringList contentWords(const probe::Exchange &exchange, Shell shell)
{
    QString type;
    for (const probe::HeaderLine &line : exchange.requestHeaders) {
        if (line.name.compare(QLatin1String("content-type"), Qt::CaseInsensitive) == 0)
            type = u' ' + line.value;
    }
    // An empty value takes away the type that curl gives to any body.
    return {QStringLiteral("--header"), shellWord(QLatin1String("Content-Type:") + type, shell),
        QStringLiteral("--data"), bodyWord(exchange.requestBody, shell)};
}

/// The URL, which curl is to take as it is: brackets and dots in it would mean something to curl.
QStringList urlWords(const QString &url, Shell shell)
{
    QStringList words;
    static const QRegularExpression brackets(QStringLiteral("[\\[\\]{}]"));
    if (url.contains(brackets))
        words << QStringLiteral("--globoff");
    if (url.contains(QLatin1String("/.")))
        words << QStringLiteral("--path-as-is");
    return words << shellWord(url, shell);
}

} // namespace

CurlContext curlContext(const diagnosis::FixContext &fixes, const probe::Target &target, probe::Variant variant)
{
    return {fixes.shell, fixes.variable, probe::targetOf(variant, target).proxy, target.authorityFile};
}

const diagnosis::ProbeResult *callToRepeat(const diagnosis::Evidence &evidence)
{
    using diagnosis::ProbeResult;
    const ProbeResult *first = nullptr;
    for (const ProbeResult &result : evidence.probes) {
        if (result.id != probe::ProbeId::Rerank || !result.exchange || result.variant == probe::Variant::OtherPlace
            || result.variant == probe::Variant::NoKey)
            continue;
        if (result.outcome == ProbeResult::Outcome::Passed)
            return &result;
        if (first == nullptr)
            first = &result;
    }
    return first;
}

QString curlCommand(const probe::Exchange &exchange, const CurlContext &context)
{
    if (context.shell == Shell::Cmd) {
        // In a pipe of cmd the key would be an argument of a second cmd: PowerShell makes the call for it.
        CurlContext inPowerShell = context;
        inPowerShell.shell = Shell::PowerShell;
        return QLatin1String("powershell -NoProfile -Command ")
            + shellWord(curlCommand(exchange, inPowerShell), Shell::Cmd);
    }
    const bool powerShell = context.shell == Shell::PowerShell;
    const std::optional<KeyLine> line = keyLineOf(exchange);
    QStringList words;
    words << (powerShell ? QStringLiteral("curl.exe") : QStringLiteral("curl")) << QStringLiteral("--silent")
          << QStringLiteral("--show-error") << QStringLiteral("--include");
    words << routeWords(QUrl(exchange.url), context);
    if (line) // '@' means something to PowerShell
        words << QStringLiteral("--header") << (powerShell ? QStringLiteral("'@-'") : QStringLiteral("@-"));
    words << contentWords(exchange, context.shell);
    words << urlWords(exchange.url, context.shell);
    const QString command = (line ? printing(*line, context) : QString()) + words.join(u' ');
    // Newer versions of PowerShell take quotes in arguments in another way unless they are told to do as the older
    // ones.
    return powerShell ? QStringLiteral("& { $PSNativeCommandArgumentPassing = 'Legacy'; %1 }").arg(command) : command;
}

} // namespace report
