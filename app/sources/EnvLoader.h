// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace sources {

/// What reads .env files, each in its own way.
enum class EnvLoader {
    PythonDotenv, ///< load_dotenv() of python-dotenv
    Node, ///< node --env-file
    Bash, ///< bash: set -a; source .env
    Compose, ///< docker compose: env_file, and .env for ${…}
    DockerRun, ///< docker run --env-file
};

inline constexpr int envLoaderCount = static_cast<int>(EnvLoader::DockerRun) + 1;

/// What one loader makes of a variable in a .env file. Holds no key.
struct LoaderReading {
    enum class Outcome {
        Value,
        Missing, ///< the loader goes on without the variable
        Error, ///< the loader refuses the file or the line
    };

    EnvLoader loader = EnvLoader::PythonDotenv;
    Outcome outcome = Outcome::Missing;
    qsizetype length = 0; ///< in code points
    QString fingerprint{}; ///< empty unless a value was read that is not empty

    friend bool operator==(const LoaderReading &, const LoaderReading &) = default;
};

} // namespace sources
