// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/ReplyBody.h"

#include <QJsonDocument>
#include <QJsonValue>
#include <QLatin1String>
#include <QUuid>

#include <algorithm>
#include <array>

namespace probe {

namespace {

/// Nothing that a person should read is longer; a page of 1 MiB is not carried on.
constexpr qsizetype longestText = 4096;

/// Members of other services' error bodies: Spring, NestJS, FastAPI, AWS, Azure, Apigee, LiteLLM, OpenAI.
constexpr std::array foreignMembers{"error", "errors", "error_code", "errorCode", "detail", "details", "statusCode",
    "status", "code", "fault", "path", "timestamp", "title", "type", "success", "Message", "__type", "request_id"};

QString messageOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QJsonObject inner = value.toObject();
    for (const char *name : {"message", "detail", "description", "faultstring", "type"}) {
        const QJsonValue text = inner.value(QLatin1String(name));
        if (text.isString())
            return text.toString();
    }
    return {};
}

/// {"error": {"message": "…"}}, {"error": "…"}, {"detail": "…"}, {"fault": {"faultstring": "…"}}
QString messageElsewhere(const QJsonObject &object)
{
    for (const char *name : {"error_description", "error", "detail", "Message", "fault", "title", "reason"}) {
        QString text = messageOf(object.value(QLatin1String(name)));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QString foreignMemberOf(const QJsonObject &object)
{
    const auto found = std::find_if(foreignMembers.begin(), foreignMembers.end(),
        [&object](const char *name) { return object.contains(QLatin1String(name)); });
    return found == foreignMembers.end() ? QString() : QString::fromLatin1(*found);
}

void readObject(const QJsonObject &object, ReplyBody &body)
{
    body.kind = ReplyBody::Kind::JsonObject;
    body.object = object;
    const QJsonValue message = object.value(QLatin1String("message"));
    body.messageInCoheresPlace = message.isString();
    body.message = message.isString() ? message.toString() : messageElsewhere(object);
    body.hasUuid = !QUuid::fromString(object.value(QLatin1String("id")).toString()).isNull();
    body.foreignMember = foreignMemberOf(object);
}

} // namespace

ReplyBody readBody(const QByteArray &bytes)
{
    ReplyBody body;
    const bool byteOrderMark = bytes.startsWith("\xef\xbb\xbf");
    const QByteArray text = bytes.mid(byteOrderMark ? 3 : 0).trimmed();
    if (text.isEmpty())
        return body;
    if (text.startsWith('<')) {
        body.kind = ReplyBody::Kind::Markup;
        return body;
    }
    if (!text.startsWith('{') && !text.startsWith('[')) {
        body.kind = ReplyBody::Kind::Text;
        body.message = QString::fromUtf8(text.left(longestText));
        return body;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        body.kind = ReplyBody::Kind::BrokenJson;
    else if (document.isObject())
        readObject(document.object(), body);
    else
        body.kind = ReplyBody::Kind::OtherJson;
    return body;
}

} // namespace probe
