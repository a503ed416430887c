// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <limits>
#include <map>
#include <optional>
#include <set>

namespace sources {

class Environment;

namespace envfile {

struct Variable {
    int line = 0;
    std::optional<key::Secret> value; ///< nothing: named, and not set
};

/// What a loader has made of a file: the variables, and the lines that it refused.
class LoadedFile {
public:
    /// Where a ${…} is looked up first.
    enum class Order { ShellFirst, FileFirst };

    explicit LoadedFile(const Environment *shell)
        : m_shell(shell)
    {
    }

    void set(QByteArrayView name, int line, key::Secret value);
    void unset(QByteArrayView name, int line);
    /// The loader complains about a line, and goes on.
    void refuseLine(int line) { m_refusedLines.insert(line); }
    /// The loader ends at a line, and keeps what came before.
    void refuseFrom(int line) { m_refusedFrom = line; }
    /// The loader takes nothing at all from the file.
    void refuseFile();

    [[nodiscard]] bool isRefused() const { return m_refusedFrom == 0; }
    [[nodiscard]] bool refuses(int line) const { return line >= m_refusedFrom || m_refusedLines.contains(line); }
    [[nodiscard]] const Variable *find(QByteArrayView name) const;
    /// Whether a name or a value cannot stand in an environment.
    [[nodiscard]] bool holdsUnfit() const;

    /// The value that ${name} gets; nothing where it is not set. Valid until the next call of any function. A file can
    /// be written so that its values double with every line: when too much has been looked up, the file is refused.
    [[nodiscard]] std::optional<QByteArrayView> lookUp(QByteArrayView name, Order order);

private:
    using Variables = std::map<QByteArray, Variable>;
    [[nodiscard]] const std::optional<key::Secret> &inShell(const QByteArray &name);

    const Environment *m_shell;
    std::map<QByteArray, std::optional<key::Secret>> m_shellVariables; ///< those asked for
    Variables m_variables;
    std::set<int> m_refusedLines;
    int m_refusedFrom = std::numeric_limits<int>::max();
    qsizetype m_lookedUp = 0; ///< bytes
};

} // namespace envfile

} // namespace sources
