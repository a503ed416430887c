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
        QString value = attributes.value(QString::fromLatin1(name));
        if (!value.isEmpty())
            return value;
    }
    return {};
}

QString holderOf(const Attributes &attributes)
{
    QString application = firstOf(attributes, {"application", "app_name"});
    if (!application.isEmpty())
        return application;
    // secret-tool leaves no name of its own (measured), and a schema says as a rule no more than that it is a password.
    return firstOf(attributes, {"service", "server", "domain"});
}

/// What a user would know an entry by that was saved under no user's name.
QString nameByMention(const QString &label, const Attributes &attributes)
{
    if (!label.isEmpty())
        return label;
    for (const QString &value : attributes) {
        if (mentionsCohere(value))
            return value;
    }
    return {};
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
    entry.name = user.isEmpty() ? nameByMention(label, attributes) : user;
    return entry;
}

} // namespace keychain
