// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/computer/EnvironmentBlock.h"

namespace sources {

std::optional<QByteArrayView> variableIn(QByteArrayView environment, QByteArrayView name)
{
    // Most environments hold no key: looking for the name is faster than taking every entry apart.
    for (qsizetype at = environment.indexOf(name); at >= 0; at = environment.indexOf(name, at + 1)) {
        const qsizetype equals = at + name.size();
        const bool begins = at == 0 || environment[at - 1] == '\0';
        if (!begins || equals >= environment.size() || environment[equals] != '=')
            continue;
        const QByteArrayView rest = environment.sliced(equals + 1);
        const qsizetype end = rest.indexOf('\0');
        return end < 0 ? rest : rest.first(end);
    }
    return std::nullopt;
}

} // namespace sources
