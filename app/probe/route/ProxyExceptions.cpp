// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/ProxyExceptions.h"

#include "probe/Target.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace probe {

namespace {

/// What is to be reached, in the form in which entries are compared with it.
struct Destination {
    QString host; ///< small letters, ASCII, no dot at the end
    QHostAddress address; ///< null where the host is a name
    QString port;
};

QString normalName(QString name)
{
    while (name.endsWith(u'.'))
        name.chop(1);
    const QByteArray ascii = QUrl::toAce(name);
    return (ascii.isEmpty() ? name : QString::fromLatin1(ascii)).toLower();
}

Destination destinationOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return {normalName(host), QHostAddress(host), QString::number(portOf(url))};
}

struct Entry {
    QString host; ///< without brackets
    QString port; ///< empty where none is named
};

Entry split(const QString &text)
{
    const qsizetype bracket = text.lastIndexOf(u']');
    const qsizetype colon = text.lastIndexOf(u':');
    const bool bracketed = text.startsWith(u'[') && bracket > 0;
    // Without brackets, more than one colon is an IPv6 address, which cannot name a port.
    const bool withPort = colon > bracket && (bracketed || text.indexOf(u':') == colon);
    Entry entry{withPort ? text.first(colon) : text, withPort ? text.sliced(colon + 1) : QString()};
    if (bracketed)
        entry.host = text.sliced(1, bracket - 1);
    return entry;
}

bool matchesName(const Destination &destination, QString name)
{
    if (name.startsWith(QLatin1String("*.")))
        name.remove(0, 1);
    if (name.startsWith(u'.'))
        name.remove(0, 1);
    name = normalName(name);
    return !name.isEmpty() && (destination.host == name || destination.host.endsWith(u'.' + name));
}

bool matches(const Destination &destination, const QString &text)
{
    if (text == QLatin1String("*"))
        return true;
    const bool isAddress = !destination.address.isNull();
    if (text.contains(u'/'))
        return isAddress && destination.address.isInSubnet(QHostAddress::parseSubnet(text));
    const Entry entry = split(text);
    if (!entry.port.isEmpty() && entry.port != destination.port)
        return false;
    return isAddress ? destination.address == QHostAddress(entry.host) : matchesName(destination, entry.host);
}

} // namespace

QString exceptionFor(const QUrl &url, const QString &list)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
    const Destination destination = destinationOf(url);
    const QStringList entries = list.split(separators, Qt::SkipEmptyParts);
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&destination](const QString &entry) { return matches(destination, entry); });
    return found == entries.end() ? QString() : *found;
}

} // namespace probe
