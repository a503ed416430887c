// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "sources/EnvLoader.h"
#include "sources/FoundKey.h"
#include "sources/Place.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace sources {

/// What a loader makes of one variable of a file.
struct EnvValue {
    LoaderReading::Outcome outcome = LoaderReading::Outcome::Missing;
    int line = 0; ///< from 1: where the value begins that won; 0 unless a value was read
    key::Secret value; ///< as the program gets it; empty unless a value was read
};

/// What a loader makes of the variable `name`. ${…} is filled from `surroundings.shell` and from the file, in the
/// loader's own order; that the shell may have set `name` itself, which most loaders leave alone, is not looked at.
/// Sources: python-dotenv 0.21 and 1.2, Node 20.20, bash 5.2, each measured; compose-go 2 and docker/cli, read.
/// Commands that bash would run are not run: `$(…)` stays as it stands, and each line counts as if it were reached.
/// The time grows linearly with the file; a file whose ${…} grow beyond all measure is refused.
[[nodiscard]] EnvValue readEnvFile(
    QByteArrayView file, const QString &name, EnvLoader loader, const FileSurroundings &surroundings);

/// A KeyReader: every variable of keyVariables() that stands in the file as a person would see it, in any encoding,
/// also where a loader misses it. One key for each name, at the line that wins; the secret is what python-dotenv reads,
/// else what the first loader reads that gets a value, else what stands behind the "=" or ":". `NAME=` is set and
/// empty.
[[nodiscard]] std::vector<FoundKey> keysInEnvFile(QByteArrayView text, const FileSurroundings &surroundings);

/// The loaders that read something else than the line seems to say, or nothing: those without a value, and those whose
/// value is not Place::meant. Where that is not known, since the line refers to a variable that is not set, only those
/// without a value. Pure; in the order of EnvLoader.
[[nodiscard]] std::vector<EnvLoader> misreadBy(const Place &place);

} // namespace sources
