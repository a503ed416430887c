// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/profiles/KeyLines.h"

#include <algorithm>

namespace sources::profiles {

KeyLines::KeyLines(PlaceKind kind, const QStringList &names)
    : m_kind(kind)
{
    for (const QString &name : names)
        m_variables.push_back({name, name.toUtf8(), std::nullopt});
}

void KeyLines::set(std::string_view name, QByteArrayView value, Origin origin, int line)
{
    Variable *const variable = find(name);
    if (variable == nullptr)
        return;
    Place place;
    place.kind = m_kind;
    place.name = variable->name;
    place.line = line;
    if (origin == Origin::Literal) {
        variable->found = foundKey(std::move(place), key::Secret(value));
        return;
    }
    variable->found = keyElsewhere(std::move(place));
}

void KeyLines::assign(std::string_view assignment, Origin origin, int line)
{
    const std::size_t equals = assignment.find('=');
    if (equals == std::string_view::npos)
        return;
    const std::string_view value = assignment.substr(equals + 1);
    set(assignment.substr(0, equals), QByteArrayView(value.data(), static_cast<qsizetype>(value.size())), origin, line);
}

void KeyLines::unset(std::string_view name)
{
    if (Variable *const variable = find(name); variable != nullptr)
        variable->found.reset();
}

void KeyLines::unsetAll()
{
    for (Variable &variable : m_variables)
        variable.found.reset();
}

bool KeyLines::isMentionedIn(QByteArrayView text) const
{
    return std::any_of(m_variables.begin(), m_variables.end(),
        [&](const Variable &variable) { return text.indexOf(variable.bytes) >= 0; });
}

std::vector<FoundKey> KeyLines::take()
{
    std::vector<FoundKey> keys;
    for (Variable &variable : m_variables) {
        if (variable.found)
            keys.push_back(std::move(*variable.found));
        variable.found.reset();
    }
    return keys;
}

KeyLines::Variable *KeyLines::find(std::string_view name)
{
    const QByteArrayView wanted(name.data(), static_cast<qsizetype>(name.size()));
    const auto found = std::find_if(m_variables.begin(), m_variables.end(),
        [&](const Variable &variable) { return QByteArrayView(variable.bytes) == wanted; });
    return found == m_variables.end() ? nullptr : &*found;
}

} // namespace sources::profiles
