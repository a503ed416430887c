// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/computer/UserVariables.h"

#if defined(Q_OS_WIN)
#include "key/Wiped.h"

#include <QSettings>

#include <array>
#include <utility>
#elif defined(Q_OS_MACOS)
#include <QProcess>
#endif

namespace sources {

namespace {

#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
FoundKey userVariable(const QString &name, const QString &holder, QByteArray &value)
{
    Place place;
    place.kind = PlaceKind::UserVariable;
    place.name = name;
    place.holder = holder;
    return foundKey(std::move(place), key::Secret::take(value));
}
#endif

} // namespace

#if defined(Q_OS_WIN)

std::vector<FoundKey> keysOfUserVariables(const QStringList &names)
{
    const std::array<std::pair<QString, QString>, 2> folders{{
        {QStringLiteral("user"), QStringLiteral(R"(HKEY_CURRENT_USER\Environment)")},
        {QStringLiteral("machine"),
            QStringLiteral(R"(HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Session Manager\Environment)")},
    }};
    std::vector<FoundKey> keys;
    for (const auto &[holder, path] : folders) {
        const QSettings registry(path, QSettings::NativeFormat);
        for (const QString &name : names) {
            if (!registry.contains(name))
                continue;
            const key::Wiped<QString> text(registry.value(name).toString());
            QByteArray value = text.value.toUtf8();
            keys.push_back(userVariable(name, holder, value));
        }
    }
    return keys;
}

#elif defined(Q_OS_MACOS)

std::vector<FoundKey> keysOfUserVariables(const QStringList &names)
{
    std::vector<FoundKey> keys;
    for (const QString &name : names) {
        QProcess launchctl;
        launchctl.start(QStringLiteral("/bin/launchctl"), {QStringLiteral("getenv"), name}, QIODevice::ReadOnly);
        constexpr int patience = 2000; // milliseconds
        if (!launchctl.waitForFinished(patience) || launchctl.exitCode() != 0)
            continue;
        QByteArray value = launchctl.readAllStandardOutput();
        if (value.isEmpty()) // it is not set
            continue;
        if (value.endsWith('\n'))
            value.chop(1);
        keys.push_back(userVariable(name, QStringLiteral("launchctl"), value));
    }
    return keys;
}

#else

std::vector<FoundKey> keysOfUserVariables(const QStringList & /*names*/)
{
    return {};
}

#endif

} // namespace sources
