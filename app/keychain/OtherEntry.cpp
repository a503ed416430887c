// SPDX-License-Identifier: GPL-3.0-or-later
// What an entry's label and attributes tell. See OtherEntries.h.
#include "keychain/OtherEntries.h"

#include "keychain/SelfCheck.h"

#include <QRegularExpression>

namespace keychain {

namespace {

bool mentionsCohere(const QString &text)
{
    // Not "coherent", and not Oracle's Coherence.
    static const QRegularExpression mention(
        QStringLiteral("cohere(?!n)|co_api_key"), QRegularExpression::CaseInsensitiveOption);
    return mention.match(text).hasMatch();
}

bool mentionsCohere(const QString &label, const Attributes &attributes)
{
    bool mentioned = mentionsCohere(label);
    for (auto it = attributes.cbegin(); it != attributes.cend(); ++it)
        mentioned = mentioned || mentionsCohere(it.key()) || mentionsCohere(it.value());
    return mentioned;
}

QString firstOf(const Attributes &attributes, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString value = attributes.value(QString::fromLatin1(name));
        if (!value.isEmpty())
            return value;
    }
    return {};
}

QString holderOf(const Attributes &attributes)
{
    const QString application = firstOf(attributes, {"application", "app_name"});
    if (!application.isEmpty())
        return application;
    // Measured: secret-tool store writes this schema and its user's attributes, and nothing else.
    const QString schema = attributes.value(QStringLiteral("xdg:schema"));
    if (schema == QLatin1String("org.freedesktop.Secret.Generic"))
        return QStringLiteral("secret-tool");
    const QString service = firstOf(attributes, {"service", "server", "domain"});
    return service.isEmpty() ? schema : service;
}

} // namespace

std::optional<OtherEntry> readOtherEntry(
    const QString &label, const Attributes &attributes, const QStringList &knownNames)
{
    const QString user = firstOf(attributes, {"user", "username", "account", "UserName"});
    if (attributes.value(QStringLiteral("server")) == QLatin1String(serviceName)) {
        // Saved from another computer's settings, or by another program for this one: the settings do not know it.
        if (user.isEmpty() || knownNames.contains(user) || user.startsWith(QLatin1String(selfCheckPrefix)))
            return std::nullopt;
    } else if (!mentionsCohere(label, attributes)) {
        return std::nullopt;
    }
    OtherEntry entry;
    entry.label = label;
    entry.holder = holderOf(attributes);
    entry.name = user.isEmpty() ? label : user;
    return entry;
}

} // namespace keychain
