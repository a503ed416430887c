// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of a terminal, and the way to those of what else runs programs.
#include "diagnosis/FixCommands.h"

#include "diagnosis/CommandText.h"
#include "diagnosis/ShellWord.h"

namespace diagnosis {

namespace {

QString clockCommand(System system)
{
    switch (system) {
    case System::Linux:
        return QStringLiteral("sudo timedatectl set-ntp true");
    case System::MacOs:
        return QStringLiteral("sudo sntp -sS time.apple.com");
    case System::Windows:
        break;
    }
    return QStringLiteral("w32tm /resync");
}

QString lookUpCommand(const FixContext &context)
{
    // nslookup is there on Windows and macOS; getent on every glibc system, also without further packages.
    return inShell(
        context.system == System::Linux ? CommandText{"getent hosts {host}"} : CommandText{"nslookup {host}"}, context);
}

/// Variables of the window, and those that a new one gets.
QString variableCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::SetVariable:
        // Each asks for the key without showing it, so that it stands in no history and in no argument. cmd itself
        // shows what is typed, and a program cannot set a variable of the window: new windows will have it.
        return inShell({"read -rs {variable} && export {variable}", "read --silent --export {variable}",
                           "$env:{variable} = [Net.NetworkCredential]::new('', (Read-Host -AsSecureString)).Password",
                           "powershell -NoProfile -Command \"[Environment]::SetEnvironmentVariable('{variable}', "
                           "[Net.NetworkCredential]::new('', (Read-Host -AsSecureString)).Password, 'User')\""},
            context);
    case Act::KeepVariable:
        return inShell({R"(printf 'export {variable}=%q\n' "${variable}" >> {profile} && chmod go-rwx {profile})",
                           R"(set -Ux {variable} "${variable}")",
                           "[Environment]::SetEnvironmentVariable('{variable}', $env:{variable}, 'User')"},
            context);
    case Act::HandToDock:
        return inShell({R"(launchctl setenv {variable} "${variable}")"}, context);
    case Act::CheckLength:
        return inShell({R"(printf %s "${variable}" | wc -m)", R"(string length -- "${variable}")",
                           "([string]$env:{variable}).Length"},
            context);
    case Act::CopyVariable: // in cmd a value with quotes and & would be a command
        return inShell(
            {R"(export {variable}="${other}")", R"(set -gx {variable} "${other}")", "$env:{variable} = $env:{other}",
                "powershell -NoProfile -Command \"[Environment]::SetEnvironmentVariable('{variable}', "
                "$env:{other}, 'User')\""},
            context);
    case Act::CompareWithNew:
        return inShell(
            {R"x([ "$(env -u {variable} {shell} -ic 'printf %s "${variable}"' 2>/dev/null)" = "${variable}" ] )x"
             "&& echo same || echo different",
                R"x(test "$(env -u {variable} fish -c 'printf %s "${variable}"')" = "${variable}" )x"
                "&& echo same || echo different",
                "[Environment]::GetEnvironmentVariable('{variable}', 'User') -ceq $env:{variable}"},
            context);
    case Act::UnsetOther:
        return inShell({"unset {doomed}", "set -e {doomed}", "Remove-Item Env:{doomed}", "set {doomed}="}, context);
    case Act::RemoveForGood: // -o: the name alone, and never the value behind it
        return inShell({"grep -nos -e {doomed} {profiles}", "set -e -U {doomed}",
                           "[Environment]::SetEnvironmentVariable('{doomed}', [NullString]::Value, 'User')"},
            context);
    default:
        return {};
    }
}

/// At Cohere itself. A proxy is left out where it is what is in doubt; else it may be the only way.
QString directTest(const FixRoute &route)
{
    const QString test = QStringLiteral("rerank-key check --url https://api.cohere.com");
    return route.hasProxy() && !route.atCohere() ? test : test + QLatin1String(" --proxy none");
}

QString testCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::TestVariable:
        return atTestedUrl(inShell({"rerank-key check --env {variable}"}, context), context);
    case Act::TestBoth:
        return atTestedUrl(inShell(context.otherIsInFile ? CommandText{"rerank-key check --env-file {file}"}
                                                         : CommandText{"rerank-key check --env {other}"},
                               context),
            context);
    case Act::TestEnvFile:
        return atTestedUrl(inShell({"rerank-key check --env-file {file}"}, context), context);
    case Act::TestDirect:
        return directTest(context.route);
    case Act::TestBaseUrl:
        return inShell({"rerank-key check --url {url}"}, context);
    case Act::TryOtherHeader: {
        const QString header = context.header.isEmpty() ? QStringLiteral("X-API-Key: {key}") : context.header;
        const bool canStand = canBeWord(header, context.shell);
        return canStand
            ? atTestedUrl(QLatin1String("rerank-key check --header ") + shellWord(header, context.shell), context)
            : QString();
    }
    case Act::GiveAuthority:
        return atTestedUrl(QStringLiteral("rerank-key check --ca company-authority.pem"), context);
    case Act::UseCurrentModel:
        return atTestedUrl(QStringLiteral("rerank-key check --model rerank-v3.5"), context);
    default:
        return {};
    }
}

QString routeCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::ShowBaseUrl:
        return inShell(
            {R"(printf '%s\n' "$CO_API_URL")", R"(echo "$CO_API_URL")", "$env:CO_API_URL", "set CO_API_URL"}, context);
    case Act::SetBaseUrl:
        return inShell(
            {"export CO_API_URL={url}", "set -gx CO_API_URL {url}", "$env:CO_API_URL = {url}", "set {baseUrl}"},
            context);
    case Act::UnsetBaseUrl:
        return inShell(
            {"unset CO_API_URL", "set -e CO_API_URL", "Remove-Item Env:CO_API_URL", "set CO_API_URL="}, context);
    case Act::SetClock:
        return clockCommand(context.system);
    case Act::LookUpHost:
        return lookUpCommand(context);
    default:
        return {};
    }
}

/// Variables of a terminal that say how its programs reach the network. Elsewhere they stand where the program gets its
/// variables from.
QString networkCommand(Act act, const FixContext &context)
{
    if (context.runtime != Runtime::Terminal && context.runtime != Runtime::VsCode)
        return {};
    switch (act) {
    case Act::LeaveProxy: // both spellings: some programs read one of them alone, and others prefer the small one
        return inShell({R"(export NO_PROXY="$NO_PROXY,"{host} no_proxy="$no_proxy,"{host})",
                           R"(set -gx NO_PROXY "$NO_PROXY,"{host}; set -gx no_proxy "$no_proxy,"{host})",
                           R"($env:NO_PROXY = "$env:NO_PROXY," + {host})", ""},
            context);
    case Act::SetProxyLogin: // asks for NAME:PASSWORD without showing it
        if (!context.route.hasProxy() || context.route.proxyIsSocks)
            return {};
        return inShell({R"(read -rs LOGIN && export {proxyVariable}=http://"$LOGIN"@{proxy}; unset LOGIN)",
                           R"(read --silent LOGIN && set -gx {proxyVariable} http://"$LOGIN"@{proxy}; set -e LOGIN)",
                           "$env:{proxyVariable} = 'http://' + [Net.NetworkCredential]::new('', (Read-Host "
                           "-AsSecureString)).Password + '@' + {proxy}",
                           ""},
            context);
    case Act::TrustAuthority:
        return inShell({R"(export SSL_CERT_FILE="$PWD/company-authority.pem" REQUESTS_CA_BUNDLE="$PWD/)"
                        R"(company-authority.pem" NODE_EXTRA_CA_CERTS="$PWD/company-authority.pem")",
                           R"(set -gx SSL_CERT_FILE "$PWD/company-authority.pem"; set -gx REQUESTS_CA_BUNDLE )"
                           R"("$SSL_CERT_FILE"; set -gx NODE_EXTRA_CA_CERTS "$SSL_CERT_FILE")",
                           R"($env:SSL_CERT_FILE = $env:REQUESTS_CA_BUNDLE = $env:NODE_EXTRA_CA_CERTS = )"
                           R"("$PWD\company-authority.pem")",
                           ""},
            context);
    default:
        return {};
    }
}

QString fileCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::LoadIntoTerminal:
        // fish cannot read such a file: bash reads it, and starts fish with what it holds. PowerShell takes the one
        // line; [char]34 and 39 are the quotes around a value.
        return inShell({"set -a; . {path}; set +a", R"(exec bash -c 'set -a; . "$0"; exec fish' {path})",
                           "$env:{variable} = (Select-String -LiteralPath {file} -Pattern '^{variable}=(.*)$')"
                           ".Matches[0].Groups[1].Value.Trim([char]34, [char]39)"},
            context);
    case Act::RecreateContainer: // the cause is a container's, whatever else is chosen: most are compose's
        return QStringLiteral("docker compose up -d --force-recreate");
    case Act::RebuildImage:
        return QStringLiteral("docker compose build --no-cache");
    case Act::CheckImage:
        return inShell({"docker history --no-trunc my-image | grep -c {variable}", nullptr,
                           "@(docker history --no-trunc my-image | Select-String {variable}).Count"},
            context);
    default:
        return {};
    }
}

QString terminalCommand(Act act, const FixContext &context)
{
    // In cmd nothing but a new window takes a value from a file without reading it as commands.
    if (act == Act::LoadIntoTerminal && context.shell == Shell::Cmd)
        return inShell(
            {"", nullptr,
                "[Environment]::SetEnvironmentVariable('{variable}', (Select-String -LiteralPath {file} "
                "-Pattern '^{variable}=(.*)$').Matches[0].Groups[1].Value.Trim([char]34, [char]39), 'User')"},
            context);
    for (const auto &part : {variableCommand, testCommand, routeCommand, networkCommand, fileCommand}) {
        QString text = part(act, context);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

std::optional<FixCommand> runtimeCommand(Act act, const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Docker:
        return dockerCommand(act, context);
    case Runtime::Compose:
        return composeCommand(act, context);
    case Runtime::Kubernetes:
        return kubernetesCommand(act, context);
    case Runtime::GitHubActions:
        return workflowCommand(act, context);
    case Runtime::Jupyter:
        return notebookCommand(act, context);
    case Runtime::VsCode:
        return editorCommand(act, context);
    case Runtime::Systemd:
        return serviceCommand(act, context);
    case Runtime::Terminal:
        break;
    }
    return std::nullopt;
}

} // namespace

FixCommand commandOf(Act act, const FixContext &given)
{
    FixContext context = given;
    // A service runs on Linux, and is told what to do there.
    if (context.runtime == Runtime::Systemd && (context.shell == Shell::PowerShell || context.shell == Shell::Cmd))
        context.shell = Shell::Bash;
    if (auto command = runtimeCommand(act, context))
        return *std::move(command);
    return {terminalCommand(act, context)};
}

} // namespace diagnosis
