// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/Gateways.h"

#include <QJsonValue>

#include <algorithm>

namespace probe {

namespace {

using namespace Qt::Literals::StringLiterals;
using Sign = GatewaySign;

/// A page is looked through this far; those of the table are all shorter.
constexpr qsizetype longestPage = qsizetype{64} * 1024;

bool isMet(const Sign &row, const ProbeReply &reply)
{
    return row.alsoHeader.isEmpty()
        || std::any_of(reply.headers.begin(), reply.headers.end(),
            [&row](const auto &header) { return QLatin1String(header.first) == row.alsoHeader; });
}

/// "error.message" in {"error": {"message": "…"}}; empty where there is none. A number is read as its digits.
QString memberText(const QJsonObject &object, QLatin1String path)
{
    const QString names = path;
    QJsonValue value = object;
    for (const QString &name : names.split(u'.'))
        value = value.toObject().value(name);
    return value.toVariant().toString();
}

bool fitsHeader(const Sign &row, const std::pair<QByteArray, QByteArray> &header, const QString &value)
{
    if (row.place == Sign::Place::Cookie)
        return header.first == "set-cookie" && value.startsWith(row.text, Qt::CaseInsensitive);
    return row.place == Sign::Place::Header && QLatin1String(header.first) == row.name
        && value.contains(row.text, Qt::CaseInsensitive);
}

/// How the sign is shown, where it is in the body; empty where it is not.
QString evidenceInBody(const Sign &row, const ReplyBody &body, const QString &page)
{
    if (row.place == Sign::Place::Page && page.contains(row.text, Qt::CaseInsensitive))
        return row.text;
    if (row.place == Sign::Place::Text && body.kind == ReplyBody::Kind::Text
        && body.message.contains(row.text, Qt::CaseInsensitive))
        return row.text;
    if (row.place != Sign::Place::Member || body.kind != ReplyBody::Kind::JsonObject)
        return {};
    const QString member = memberText(body.object, row.name);
    if (member.isEmpty() || !member.contains(row.text, Qt::CaseInsensitive))
        return {};
    return row.name + ": "_L1 + (row.text.isEmpty() ? member : QString(row.text));
}

} // namespace

std::vector<SeenSign> signsInHeader(const ProbeReply &reply, const std::pair<QByteArray, QByteArray> &header)
{
    std::vector<SeenSign> seen;
    const QString value = QString::fromUtf8(header.second);
    for (const Sign &row : allGatewaySigns()) {
        if (!fitsHeader(row, header, value) || !isMet(row, reply))
            continue;
        // A cookie's value may be a session, an address may hold anything.
        const QString shown = row.place == Sign::Place::Cookie ? value.section(u'=', 0, 0)
            : row.name == "location"_L1                        ? QString(row.text)
                                                               : value;
        seen.push_back({&row, QString::fromUtf8(header.first) + ": "_L1 + shown});
    }
    return seen;
}

std::vector<SeenSign> signsInBody(const ProbeReply &reply, const ReplyBody &body)
{
    std::vector<SeenSign> seen;
    const bool isPage = body.kind == ReplyBody::Kind::Markup;
    const QString page = isPage ? QString::fromLatin1(reply.body.left(longestPage)) : QString();
    for (const Sign &row : allGatewaySigns()) {
        const QString evidence = evidenceInBody(row, body, page);
        if (!evidence.isEmpty() && isMet(row, reply))
            seen.push_back({&row, evidence});
    }
    return seen;
}

} // namespace probe
