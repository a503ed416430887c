// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/LoadedFile.h"

#include "sources/Environment.h"

#include <algorithm>

namespace sources::envfile {

namespace {

constexpr qsizetype mostLookedUp = qsizetype{16} * 1024 * 1024;

} // namespace

void LoadedFile::set(QByteArrayView name, int line, key::Secret value)
{
    if (!isRefused())
        m_variables.insert_or_assign(name.toByteArray(), Variable{line, std::move(value)});
}

void LoadedFile::unset(QByteArrayView name, int line)
{
    if (!isRefused())
        m_variables.insert_or_assign(name.toByteArray(), Variable{line, std::nullopt});
}

void LoadedFile::refuseFile()
{
    m_variables.clear();
    m_refusedFrom = 0;
}

const Variable *LoadedFile::find(QByteArrayView name) const
{
    const auto found = m_variables.find(name.toByteArray());
    return found == m_variables.end() ? nullptr : &found->second;
}

bool LoadedFile::holdsUnfit() const
{
    return std::any_of(m_variables.begin(), m_variables.end(), [](const auto &entry) {
        const std::optional<key::Secret> &value = entry.second.value;
        const QByteArray &name = entry.first;
        return value && (name.contains('\0') || name.contains('=') || value->bytes().contains('\0'));
    });
}

std::optional<QByteArrayView> LoadedFile::lookUp(QByteArrayView name, Order order)
{
    const QByteArray key = name.toByteArray();
    const std::optional<key::Secret> *value = nullptr;
    const auto inFile = m_variables.find(key);
    if (inFile == m_variables.end())
        value = &inShell(key);
    else if (order == Order::ShellFirst && inShell(key))
        value = &inShell(key);
    else
        value = &inFile->second.value;
    if (!*value)
        return std::nullopt;
    m_lookedUp += (*value)->bytes().size();
    if (m_lookedUp > mostLookedUp) {
        refuseFile();
        return std::nullopt;
    }
    return (*value)->bytes();
}

const std::optional<key::Secret> &LoadedFile::inShell(const QByteArray &name)
{
    const auto [entry, isNew] = m_shellVariables.try_emplace(name);
    if (isNew && m_shell != nullptr && !name.isEmpty())
        entry->second = m_shell->read(QString::fromUtf8(name));
    return entry->second;
}

} // namespace sources::envfile
