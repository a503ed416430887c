// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/ProjectFiles.h"

#include "sources/configs/ConfigReaders.h"
#include "sources/envfile/EnvLoaders.h"

#include <algorithm>
#include <array>

namespace sources {

namespace {

template <std::size_t size> bool endsWithOneOf(const QString &name, const std::array<QLatin1String, size> &endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](QLatin1String ending) { return name.endsWith(ending); });
}

bool isYaml(const QString &name)
{
    return name.endsWith(QLatin1String(".yml")) || name.endsWith(QLatin1String(".yaml"));
}

/// compose.yaml, docker-compose.yml, docker-compose.prod.yml, compose.override.yaml
bool isCompose(const QString &name)
{
    return isYaml(name)
        && (name.startsWith(QLatin1String("docker-compose")) || name.startsWith(QLatin1String("compose")));
}

bool isDockerfile(const QString &name)
{
    return name == QLatin1String("dockerfile") || name == QLatin1String("containerfile")
        || name.startsWith(QLatin1String("dockerfile.")) || name.startsWith(QLatin1String("containerfile."))
        || name.endsWith(QLatin1String(".dockerfile"));
}

bool isSource(const QString &name)
{
    constexpr std::array endings = {QLatin1String(".py"), QLatin1String(".js"), QLatin1String(".jsx"),
        QLatin1String(".mjs"), QLatin1String(".cjs"), QLatin1String(".ts"), QLatin1String(".tsx"),
        QLatin1String(".mts"), QLatin1String(".java"), QLatin1String(".kt"), QLatin1String(".scala"),
        QLatin1String(".go"), QLatin1String(".rb"), QLatin1String(".rs"), QLatin1String(".cs"), QLatin1String(".php"),
        QLatin1String(".swift"), QLatin1String(".dart"), QLatin1String(".r"), QLatin1String(".vue"),
        QLatin1String(".svelte"), QLatin1String(".ex"), QLatin1String(".exs")};
    return endsWithOneOf(name, endings);
}

bool isScript(const QString &name)
{
    constexpr std::array endings = {QLatin1String(".sh"), QLatin1String(".bash"), QLatin1String(".zsh"),
        QLatin1String(".fish"), QLatin1String(".ps1"), QLatin1String(".bat"), QLatin1String(".cmd")};
    return endsWithOneOf(name, endings);
}

/// .env, .env.local, prod.env; not the files that show what such a file should look like.
bool isEnvFile(const QString &name)
{
    constexpr std::array examples = {QLatin1String(".example"), QLatin1String(".sample"), QLatin1String(".template"),
        QLatin1String(".dist"), QLatin1String(".defaults")};
    return (name.startsWith(QLatin1String(".env.")) || name.endsWith(QLatin1String(".env")))
        && !endsWithOneOf(name, examples);
}

} // namespace

KeyReader readerFor(const QString &relativePath)
{
    const QString path = relativePath.toLower();
    const QString name = path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
    if (isEnvFile(name))
        return keysInEnvFile;
    if (isCompose(name))
        return keysInCompose;
    if (isDockerfile(name))
        return keysInDockerfile;
    if (isYaml(name))
        return path.startsWith(QLatin1String(".github/workflows/")) ? keysInWorkflow : keysInKubernetes;
    if (name.endsWith(QLatin1String(".toml")))
        return keysInToml;
    if (name.endsWith(QLatin1String(".ipynb")))
        return keysInNotebook;
    if (isScript(name))
        return keysInScript;
    return isSource(name) ? keysInSource : nullptr;
}

} // namespace sources
