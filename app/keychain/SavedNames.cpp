// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/SavedNames.h"

#include "keychain/KeyStore.h"

#include <QSettings>

namespace keychain {

namespace {

QSettings settings()
{
    return QSettings(
        QSettings::IniFormat, QSettings::UserScope, QLatin1String(serviceName), QLatin1String(serviceName));
}

const QLatin1String namesEntry("keychain/names");

} // namespace

QStringList savedNames()
{
    QStringList names = settings().value(namesEntry).toStringList();
    names.removeAll(QString()); // QSettings makes one of an empty list
    names.sort();
    return names;
}

void rememberName(const QString &name)
{
    QStringList names = savedNames();
    if (names.contains(name))
        return;
    QSettings file = settings();
    file.setValue(namesEntry, names << name);
}

void forgetName(const QString &name)
{
    QStringList names = savedNames();
    if (names.removeAll(name) == 0)
        return;
    QSettings file = settings();
    file.setValue(namesEntry, names);
}

} // namespace keychain
