// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "sources/Place.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace sources {

class Environment;

/// A place with what stands there, byte by byte.
struct FoundKey {
    Place place;
    key::Secret secret; ///< empty where nothing stands there, or where it was not read
};

/// Fills in what the bytes tell: set, present, length, fingerprint, findings; and readBy from the name.
[[nodiscard]] FoundKey foundKey(Place place, key::Secret secret);

/// A place whose value stands elsewhere, where it was not read: set, a reference, with nothing known of its value and
/// so without findings. An empty value has the finding KeyMissing instead.
[[nodiscard]] FoundKey keyElsewhere(Place place);

/// What a file may refer to while it is read.
struct FileSurroundings {
    /// Reads another file, by a path as it is written in this one; nothing where it is not there, is not readable, or
    /// lies outside of the project.
    std::function<std::optional<key::Secret>(const QString &path)> readFile;
    const Environment *shell = nullptr; ///< the environment that ${…} is filled from; nullptr: an empty one
};

/// Reads the keys out of the text of one kind of file. The places have kind, name, line and holder; whoever opened the
/// file adds its path and the rest. A file that cannot be understood gives none.
using KeyReader = std::vector<FoundKey> (*)(QByteArrayView text, const FileSurroundings &surroundings);

/// The names of variables that hold a Cohere key for some client; CO_API_KEY and COHERE_API_KEY first.
[[nodiscard]] QStringList keyVariables();

} // namespace sources
