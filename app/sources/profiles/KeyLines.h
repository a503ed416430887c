// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace sources::profiles {

/// Whether a value stands in the file itself.
enum class Origin {
    Literal,
    Reference, ///< it is $NAME, $(command) or the like
};

/// Collects what the lines of a file set the variables with keys to. The last line of a name counts.
class KeyLines {
public:
    KeyLines(PlaceKind kind, const QStringList &names);

    void set(std::string_view name, QByteArrayView value, Origin origin, int line);
    /// NAME=value; anything else is passed over.
    void assign(std::string_view assignment, Origin origin, int line);
    void unset(std::string_view name);
    void unsetAll();
    /// Whether a text speaks of one of the names at all.
    [[nodiscard]] bool isMentionedIn(QByteArrayView text) const;
    [[nodiscard]] std::vector<FoundKey> take();

private:
    struct Variable {
        QString name;
        QByteArray bytes;
        std::optional<FoundKey> found;
    };
    [[nodiscard]] Variable *find(std::string_view name);

    PlaceKind m_kind;
    std::vector<Variable> m_variables;
};

} // namespace sources::profiles
