// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of Docker, Compose and Kubernetes. None of them prints a value: `docker inspect`, `docker compose
// config` and `kubectl get secret -o yaml` would.
#include "diagnosis/CommandText.h"
#include "diagnosis/FixCommands.h"

namespace diagnosis {

namespace {

/// Built from the words that run a program inside: "docker exec {name}". A shell's quotes do not reach a program
/// unharmed from PowerShell: there printenv does it.
class InsideCommands {
public:
    explicit InsideCommands(const char *run)
        : m_run(run)
    {
    }

    [[nodiscard]] QString length(const FixContext &context) const
    {
        return command(R"(RUN sh -c 'printf %s "${variable}" | wc -m')", nullptr,
            "([string](RUN printenv {variable})).Length", context);
    }

    /// `place` is the variable to test.
    [[nodiscard]] QString test(const char *place, const FixContext &context) const
    {
        const QByteArray posix =
            QByteArray(R"(RUN sh -c 'printf %s "$PLACE"' | rerank-key check --stdin)").replace("PLACE", place);
        const QByteArray powerShell =
            QByteArray("$env:CONTAINER_KEY = RUN printenv PLACE; rerank-key check --env CONTAINER_KEY")
                .replace("PLACE", place);
        return atTestedUrl(command(posix.constData(), nullptr, powerShell.constData(), context), context);
    }

    [[nodiscard]] QString compare(const FixContext &context) const
    {
        return command(R"x([ "$(RUN printenv {variable})" = "${variable}" ] && echo same || echo different)x",
            R"x(test "$(RUN printenv {variable})" = "${variable}" && echo same || echo different)x",
            "(RUN printenv {variable}) -ceq $env:{variable}", context);
    }

    [[nodiscard]] QString showBaseUrl(const FixContext &context) const
    {
        return command("RUN printenv CO_API_URL", nullptr, nullptr, context);
    }

    [[nodiscard]] QString lookUp(const FixContext &context) const
    {
        return command("RUN getent hosts {host}", nullptr, nullptr, context);
    }

    /// The acts that are the same in every kind of container; nothing for the others.
    [[nodiscard]] std::optional<FixCommand> find(Act act, const FixContext &context) const
    {
        switch (act) {
        case Act::CheckLength:
            return FixCommand{length(context)};
        case Act::TestVariable:
            return FixCommand{test("{variable}", context)};
        case Act::TestBoth:
            if (context.otherIsInFile)
                return std::nullopt;
            return FixCommand{test("{other}", context)};
        case Act::CompareWithNew:
            return FixCommand{compare(context)};
        case Act::ShowBaseUrl:
            return FixCommand{showBaseUrl(context)};
        case Act::LookUpHost:
            return FixCommand{lookUp(context)};
        default:
            return std::nullopt;
        }
    }

private:
    [[nodiscard]] QByteArray withRun(const char *text) const { return QByteArray(text).replace("RUN", m_run); }

    [[nodiscard]] QString command(
        const char *posix, const char *fish, const char *powerShell, const FixContext &context) const
    {
        const QByteArray first = withRun(posix);
        const QByteArray second = fish != nullptr ? withRun(fish) : first;
        if (powerShell == nullptr)
            return inShell({first.constData()}, context);
        return inShell({first.constData(), second.constData(), withRun(powerShell).constData()}, context);
    }

    QByteArray m_run;
};

FixCommand shell(const CommandText &text, const FixContext &context)
{
    return {inShell(text, context)};
}

/// Puts a manifest into effect, by the server and under a name of its own: what else the secret holds stays.
FixCommand applied(const char *posix, const char *powerShell, const FixContext &context)
{
    const QByteArray apply = " | kubectl apply --server-side --force-conflicts --field-manager=rerank-key --filename=-";
    const QByteArray first = posix + apply;
    if (powerShell == nullptr)
        return shell({first.constData()}, context);
    return shell({first.constData(), nullptr, (powerShell + apply).constData()}, context);
}

FixCommand yaml(const char *text, const FixContext &context)
{
    return {inQuotedText(text, context), CommandForm::Yaml};
}

/// Compose fills in $NAME in every value.
FixContext forCompose(FixContext context)
{
    context.file.replace(QLatin1Char('$'), QLatin1String("$$"));
    context.baseUrl.replace(QLatin1Char('$'), QLatin1String("$$"));
    return context;
}

} // namespace

std::optional<FixCommand> dockerCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::RemoveContainer:
        return shell({"docker rm --force {name}"}, context);
    case Act::RecreateContainer:
        if (context.keyIsInFile)
            return dockerCommand(Act::LoadEnvFile, context);
        // Without a value behind the name, docker passes on the terminal's own: it stands in no argument.
        return shell({"docker run --detach --name {name} --env {variable} my-image"}, context);
    case Act::LoadEnvFile:
        return shell({"docker run --detach --name {name} --env-file {file} my-image"}, context);
    case Act::SetBaseUrl:
        return shell({"docker run --detach --name {name} --env {variable} --env {baseUrl} my-image"}, context);
    case Act::RebuildImage:
        return shell({"docker build --no-cache --tag my-image ."}, context);
    case Act::UnsetOther: // it is left out when the container is made anew
    case Act::UnsetBaseUrl:
        return FixCommand{};
    default:
        return InsideCommands("docker exec {name}").find(act, context);
    }
}

std::optional<FixCommand> composeCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::PassVariable:
        return yaml("services:\n  {name}:\n    environment:\n      - {variable}", context);
    case Act::CopyVariable:
        return yaml("services:\n  {name}:\n    environment:\n      {variable}: ${{other}}", context);
    case Act::LoadEnvFile:
        return yaml("services:\n  {name}:\n    env_file:\n      - {file}", forCompose(context));
    case Act::SetBaseUrl:
        return yaml("services:\n  {name}:\n    environment:\n      CO_API_URL: {url}", forCompose(context));
    case Act::RecreateContainer:
        return shell({"docker compose up -d --force-recreate{service}"}, context);
    case Act::RebuildImage:
        return shell({"docker compose build --no-cache{service}"}, context);
    case Act::RemoveForGood: // -o, and the numbers of lines: never the value
        return shell({"grep -nos -e {doomed} compose.yaml docker-compose.yml .env", nullptr,
                         "Select-String -Path compose.yaml, docker-compose.yml, .env -Pattern {doomed} "
                         "-ErrorAction SilentlyContinue | ForEach-Object { $_.Filename + ':' + $_.LineNumber }"},
            context);
    case Act::UnsetOther: // it goes with its line in the file
    case Act::UnsetBaseUrl:
        return FixCommand{};
    default:
        return InsideCommands("docker compose exec -T {name}").find(act, context);
    }
}

std::optional<FixCommand> kubernetesCommand(Act act, const FixContext &context)
{
    switch (act) {
    case Act::StoreKey:
        // From standard input: nothing is added to the value, as echo and base64 would, and it is in no argument.
        return applied("printf %s \"${variable}\" | kubectl create secret generic {secret} "
                       "--from-file={variable}=/dev/stdin --dry-run=client --output=yaml",
            "@{ apiVersion = 'v1'; kind = 'Secret'; metadata = @{ name = {secret} }; "
            "stringData = @{ {variable} = $env:{variable} } } | ConvertTo-Json",
            context);
    case Act::LoadEnvFile:
        return applied("kubectl create secret generic {secret} --from-env-file {list} --dry-run=client --output=yaml",
            nullptr, context);
    case Act::PassVariable:
        return yaml("env:\n  - name: {variable}\n    valueFrom:\n      secretKeyRef:\n        name: {secret}\n"
                    "        key: {variable}",
            context);
    case Act::CopyVariable:
        return yaml("env:\n  - name: {variable}\n    valueFrom:\n      secretKeyRef:\n        name: {secret}\n"
                    "        key: {other}",
            context);
    case Act::PublishChange:
        return shell({"kubectl apply --filename=deployment.yaml"}, context);
    case Act::RestartProgram:
    case Act::RecreateContainer:
        return shell({"kubectl rollout restart {workload}"}, context);
    case Act::RebuildImage:
        return shell({"docker build --no-cache --tag my-image ."}, context);
    case Act::UnsetOther:
        return shell({"kubectl set env {workload} {doomed}-"}, context);
    case Act::SetBaseUrl:
        return shell({"kubectl set env {workload} {baseUrl}"}, context);
    case Act::UnsetBaseUrl:
        return shell({"kubectl set env {workload} CO_API_URL-"}, context);
    default:
        return InsideCommands("kubectl exec {workload} --").find(act, context);
    }
}

} // namespace diagnosis
