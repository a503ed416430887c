// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace probe {

/// What kind of thing a reply's body is, told from its bytes: a gateway's Content-Type is often wrong.
struct ReplyBody {
    enum class Kind {
        Empty,
        Markup, ///< HTML or XML
        JsonObject,
        OtherJson, ///< an array
        BrokenJson, ///< begins as JSON does and cannot be read: cut off, nested too deeply, not UTF-8
        Text,
    };

    Kind kind = Kind::Empty;
    QJsonObject object; ///< for JsonObject
    /// The words for a person: Cohere's `message`, or what other services have in its place; not redacted.
    QString message;
    /// `message` stands where Cohere puts it: a string, directly in the object.
    bool messageInCoheresPlace = false;
    /// `id` is a UUID, as in Cohere's error bodies.
    bool hasUuid = false;
    /// A member that Cohere's error bodies do not have: "error", "detail", "statusCode". Empty where there is none.
    QString foreignMember;
};

/// Reads any bytes without failing: NUL, invalid UTF-8, JSON nested a million times, 1 MiB of anything.
[[nodiscard]] ReplyBody readBody(const QByteArray &bytes);

} // namespace probe
