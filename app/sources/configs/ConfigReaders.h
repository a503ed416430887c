// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"

/// Readers of the files of a project that may set a key. Each is a KeyReader: pure but for what its surroundings read,
/// never throws, and ends in bounded time whatever the text is. Texts of more than a mebibyte give nothing.
namespace sources {

/// docker-compose.yml and compose.yaml: `environment`, `env_file` and `build: args` of the services, with ${…} filled
/// in from the shell and then from the .env file beside it. Holder: the service.
[[nodiscard]] std::vector<FoundKey> keysInCompose(QByteArrayView text, const FileSurroundings &surroundings);
/// ENV and ARG of a Dockerfile. Holder: the stage's name, or its number from 0; empty before the first FROM.
[[nodiscard]] std::vector<FoundKey> keysInDockerfile(QByteArrayView text, const FileSurroundings &surroundings);
/// Kubernetes manifests: `env` of any workload, Secrets (base64 undone) and ConfigMaps. Holder: "Kind/name".
[[nodiscard]] std::vector<FoundKey> keysInKubernetes(QByteArrayView text, const FileSurroundings &surroundings);
/// GitHub Actions: `env` of the workflow, its jobs and steps, and `with`. Holder: the job, and the step: "job / step".
[[nodiscard]] std::vector<FoundKey> keysInWorkflow(QByteArrayView text, const FileSurroundings &surroundings);
/// .streamlit/secrets.toml and its like. A key in a table has the table's name before its own: "cohere.api_key".
[[nodiscard]] std::vector<FoundKey> keysInToml(QByteArrayView text, const FileSurroundings &surroundings);
/// A key written into a program in any of the usual languages.
[[nodiscard]] std::vector<FoundKey> keysInSource(QByteArrayView text, const FileSurroundings &surroundings);
/// The same for scripts of a shell, where values may stand without quotes.
[[nodiscard]] std::vector<FoundKey> keysInScript(QByteArrayView text, const FileSurroundings &surroundings);
/// The cells of a Jupyter notebook, read as a program.
[[nodiscard]] std::vector<FoundKey> keysInNotebook(QByteArrayView text, const FileSurroundings &surroundings);

} // namespace sources
